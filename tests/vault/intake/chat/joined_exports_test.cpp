#include "vault/intake/chat/joined_exports.h"

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>

#include "tests/support/chat_lines.h"
#include "tests/support/peak_memory.h"
#include "tests/support/seed.h"
#include "vault/intake/chat/messages_root.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// Exports that are read into one reading under a key of zeros.
struct Joined {
  explicit Joined(std::vector<std::string> exports, std::optional<DateOrder> asked = std::nullopt)
      : texts(std::move(exports)) {
    for (const std::string& text : texts) sources.push_back(std::make_unique<MemorySource>(as_bytes(text)));
    ReadingHead head;
    head.key.emplace();
    head.reader = "whatsapp/1";
    head.sources.resize(texts.size());
    auto opened = JoinedExports::open(*chat_format_of(*sources[0]).value(), all(), asked);
    if (!opened) {
      error = opened.error().code;
      return;
    }
    REQUIRE(opened->compare({}).ok());
    likeness = opened->likeness();
    ReadingWriter writer(std::move(head), all(), sink);
    REQUIRE(opened->read(writer).ok());
    written = writer.finish().value();
    CHECK(messages_root_of(reading(), all()).value() == written.messages);
    CHECK(outline_of(reading()).value() == written.outline);
  }

  std::vector<ByteSource*> all() const {
    std::vector<ByteSource*> all;
    for (const auto& source : sources) all.push_back(source.get());
    return all;
  }
  MemorySource& reading() { return *(lines = std::make_unique<MemorySource>(sink.bytes)); }
  // The raw bytes of all messages, each once.
  std::vector<std::string> messages() {
    std::vector<std::string> messages;
    ReadingLines read(reading());
    REQUIRE(read.head().ok());
    while (const auto line = read.next().value()) {
      if (const auto* message = std::get_if<ReadMessage>(&*line))
        messages.push_back(texts[message->source].substr(message->begin, message->end - message->begin));
    }
    return messages;
  }

  std::vector<std::string> texts;
  std::vector<std::unique_ptr<MemorySource>> sources;
  std::unique_ptr<MemorySource> lines;
  MemorySink sink;
  WrittenReading written;
  Likeness likeness;
  std::optional<ErrorCode> error;
};

std::string dated(const char* date, int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i)
    text += std::string(date) + ", 10:" + std::to_string(10 + i) + " - " + (i % 2 == 0 ? "Mark" : "S") + ": words " +
            std::to_string(i) + "\n";
  return text;
}

}  // namespace

TEST_CASE("two exports that overlap become one reading with each message once, in the order of both") {
  const auto lines = chat_lines(200);
  Joined joined({export_of(lines, 0, 150), export_of(lines, 100, 200)});
  CHECK(joined.messages() == lines);
  CHECK(joined.written.outline.sources == std::vector<SourceOverlap>{{150, 0, 0, 0}, {50, 50, 0, 0}});
  CHECK(is_one_chat(joined.likeness, false));
  Joined other_way({export_of(lines, 100, 200), export_of(lines, 0, 150)});
  CHECK(other_way.messages() == lines);
  Joined three({export_of(lines, 0, 80), export_of(lines, 120, 200), export_of(lines, 60, 140)});
  CHECK(std::multiset<std::string>{lines.begin(), lines.end()} == [&] {
    const auto all = three.messages();
    return std::multiset<std::string>(all.begin(), all.end());
  }());
  CHECK(three.written.outline.sources[2] == SourceOverlap{40, 40, 0, 0});
}

TEST_CASE("messages that differ stand beside each other, and those that are gone are counted") {
  const std::string with_media =
      dated("13/05/2025", 0, 12) + "13/05/2025, 10:40 - S: IMG-1.jpg (file attached)\n" + dated("14/05/2025", 0, 3);
  const std::string without = dated("13/05/2025", 0, 5) + dated("13/05/2025", 7, 12) +
                              "13/05/2025, 10:40 - S: <Media omitted>\n" + dated("14/05/2025", 0, 3);
  Joined joined({with_media, without});
  const auto messages = joined.messages();
  REQUIRE(messages.size() == 17);
  CHECK(messages[12] == "13/05/2025, 10:40 - S: IMG-1.jpg (file attached)\n");
  CHECK(messages[13] == "13/05/2025, 10:40 - S: <Media omitted>\n");
  CHECK(joined.written.outline.sources[1] == SourceOverlap{1, 13, 2, 1});
}

TEST_CASE("of random parts of one chat, with random deletions, each message stands once and each byte is covered") {
  std::mt19937_64 random(seed());
  for (int round = 0; round < 30; ++round) {
    const auto lines = chat_lines(static_cast<int>(20 + random() % 300));
    std::vector<std::string> exports(2 + random() % 2);
    std::set<std::string> expected;
    for (std::string& text : exports) {
      const std::size_t first = random() % (lines.size() / 2), end = lines.size() - random() % (lines.size() / 2);
      for (std::size_t i = first; i < end; ++i) {
        if (random() % 10 == 0) continue;
        text += lines[i];
        expected.insert(lines[i]);
      }
    }
    Joined joined(exports);
    REQUIRE_FALSE(joined.error);
    const auto messages = joined.messages();
    CHECK(std::set<std::string>(messages.begin(), messages.end()) == expected);
    // Where two exports leave open which of two messages was first, a third one may have them in the other order.
    if (exports.size() == 2) CHECK(messages.size() == expected.size());
    CHECK(joined.sink.bytes == Joined(exports).sink.bytes);
  }
}

TEST_CASE("an export of one message again and again, and one in the reverse order, are joined and covered") {
  const std::string line = "13/05/2025, 10:00 - S: ok\n";
  std::string alike, fewer, forward, backward;
  for (int i = 0; i < 3000; ++i) alike += line;
  for (int i = 0; i < 1000; ++i) fewer += line;
  CHECK(Joined({alike, fewer}).written.messages.count == 3000);
  CHECK(Joined({fewer, alike}).written.messages.count == 3000);
  const auto lines = chat_lines(500);
  for (const std::string& one : lines) {
    forward += one;
    backward.insert(0, one);
  }
  CHECK(Joined({forward, backward}).written.messages.count == 999);
}

TEST_CASE("bytes that belong to no message are covered in each export") {
  const std::string text = dated("13/05/2025", 0, 12);
  Joined joined({"\n\nExported by a program\n" + text, "\r\n" + text});
  CHECK(joined.written.messages.count == 12);
  CHECK(joined.written.outline.bytes_not_understood == 22);
}

TEST_CASE("an export that does not say which order its dates have follows the other, and two orders are not joined") {
  const std::string unclear = dated("03/05/2025", 0, 12), day_first = unclear + dated("13/05/2025", 0, 1),
                    month_first = unclear + dated("05/13/2025", 0, 1);
  Joined followed({unclear, month_first});
  CHECK(followed.written.outline.with(MessageMark::unclear_time) == 0);
  CHECK(Joined({month_first, unclear}).written.outline.latest == followed.written.outline.latest);
  CHECK(Joined({day_first, month_first}).error == ErrorCode::does_not_match);
  CHECK(Joined({day_first, month_first}, DateOrder::day_month_year).error == ErrorCode::usage);
  CHECK(Joined({unclear, unclear}).written.outline.with(MessageMark::unclear_time) == 12);
}

TEST_CASE("exports are of one chat where many words of two people are the same in the time that both cover") {
  CHECK(is_one_chat({10, 10, 20, 2}, false));
  CHECK_FALSE(is_one_chat({10, 10, 21, 2}, true));
  CHECK_FALSE(is_one_chat({9, 9, 9, 2}, true));
  CHECK_FALSE(is_one_chat({10, 10, 20, 1}, false));
  CHECK(is_one_chat({10, 10, 20, 1}, true));
  CHECK_FALSE(is_one_chat({1'000, 9, 9, 2}, true));
}

TEST_CASE("notices and greetings that two chats have in common make them no one chat") {
  const std::string notice = chat_lines(1)[0];
  std::string greeting;
  for (int i = 10; i < 30; ++i) greeting += "13/05/2025, 10:" + std::to_string(i) + " - S: Happy birthday\n";
  Joined notices({notice + dated("13/05/2025", 0, 12), notice + dated("14/05/2025", 0, 12)});
  CHECK(notices.likeness.shared == 1);
  CHECK(notices.likeness.shared_words == 0);
  std::string mark = notice, ana = notice;
  for (int day = 1; day < 29; ++day) {
    const std::string date = (day < 10 ? "0" : "") + std::to_string(day) + "/05/2025, 09:00 - ";
    mark += date + "Mark: good morning\n" + date + "Mark: where are you\n" + (day == 13 ? greeting : "");
    ana += date + "Ana: hello\n" + date + "Ana: how are you\n" + (day == 13 ? greeting : "");
  }
  Joined greetings({mark, ana});
  CHECK(greetings.likeness.shared_words == 20);
  CHECK_FALSE(is_one_chat(greetings.likeness, true));
}

// Measured by hand, with the figures printed.
TEST_CASE("a million messages in each of two exports", "[.][measure]") {
  std::string first, second;
  for (int i = 0; i < 1'000'000; ++i) {
    char line[96];
    std::snprintf(line, sizeof line, "%02d/%02d/%04d, %02d:%02d - %s: message number %d\n", 1 + i / 1440 % 28,
                  1 + i / 40'320 % 12, 2000 + i / 483'840, i / 60 % 24, i % 60, i % 2 == 0 ? "Mark" : "S", i);
    if (i % 50 != 0) first += line;
    if (i % 70 != 0) second += line;
  }
  MemorySource one(as_bytes(first)), other(as_bytes(second));
  reset_peak();
  const long before = peak_kib();
  const auto start = std::chrono::steady_clock::now();
  auto opened = JoinedExports::open(*chat_format_of(one).value(), {&one, &other}, std::nullopt);
  REQUIRE(opened->compare({}).ok());
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("compared in %.2f s, %ld MiB more; %llu shared\n", took.count(), (peak_kib() - before) / 1024,
              static_cast<unsigned long long>(opened->likeness().shared));
}
