// What an export may be made of that no telephone writes, and what must not count: where and in which language the
// computer stands.
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <locale>

#include "tests/support/chat_reading.h"
#include "tests/support/peak_memory.h"
#include "vault/intake/chat/reading_writer.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// An export that stands nowhere: each of its bytes is made when it is asked for.
class MadeSource final : public ByteSource {
 public:
  using Fill = std::function<void(std::uint64_t offset, MutableByteView target)>;
  MadeSource(std::uint64_t size, Fill fill) : m_size(size), m_fill(std::move(fill)) {}
  std::uint64_t size() const override { return m_size; }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    REQUIRE(offset <= m_size);
    REQUIRE(target.size() <= m_size - offset);
    m_fill(offset, target);
    return {};
  }

 private:
  std::uint64_t m_size;
  Fill m_fill;
};

// Counts, and keeps nothing.
struct Counting : ChatReader {
  std::uint64_t messages = 0, ranges = 0, end = 0, not_understood = 0;
  bool is_gapless = true;

  Result<void> begin(const ChatSettings&) override { return {}; }
  Result<void> message(const ChatMessage& read) override {
    ++messages;
    not_understood += read.flags.is_not_understood ? 1 : 0;
    return follow(read.begin, read.end);
  }
  Result<void> range(const ChatRange& read) override {
    ++ranges;
    return follow(read.begin, read.end);
  }

 private:
  Result<void> follow(std::uint64_t from, std::uint64_t to) {
    is_gapless &= from == end && to > from;
    end = to;
    return {};
  }
};

void check_memory() {
#if !defined(__SANITIZE_ADDRESS__)  // whose memory is terabytes
  CHECK(peak_kib() < 256 * 1024);
#endif
}

bool is_sweep() {
  const char* sweep = std::getenv("DAYBOOK_SWEEP");
  return sweep != nullptr && std::string_view(sweep) == "all";
}

// A reading under a key of zeros, with the root of its messages behind it.
std::string lines_of(std::string_view text) {
  MemorySource source(as_bytes(text));
  ReadingHead head;
  head.key.emplace();
  head.reader = "whatsapp/1";
  MemorySink lines;
  ReadingWriter writer(std::move(head), {&source}, lines);
  REQUIRE(read_whatsapp(source, std::nullopt, writer).ok());
  const MessagesRoot messages = writer.finish().value().messages;
  return std::string(as_text(lines.bytes)) + to_canonical(to_json(messages));
}

// A computer that writes 1.234,5 and groups figures by two.
struct OtherFigures : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\2"; }
};

}  // namespace

TEST_CASE("a line of a gigabyte is told by its beginning and as a range, in the memory of any other") {
  constexpr std::string_view kBegin = "13/01/2024, 10:00 - A: hi\n13/01/2024, 10:01 - B: ";
  constexpr std::string_view kEnd = "\n13/01/2024, 10:02 - A: behind\n";
  constexpr std::uint64_t kSize = std::uint64_t{1} << 30;
  MadeSource source(kSize, [&](std::uint64_t offset, MutableByteView target) {
    std::fill(target.begin(), target.end(), static_cast<std::uint8_t>('x'));
    for (std::uint64_t at = offset; at < kBegin.size() && at - offset < target.size(); ++at)
      target[at - offset] = static_cast<std::uint8_t>(kBegin[at]);
    for (std::uint64_t at = std::max(offset, kSize - kEnd.size()); at < offset + target.size(); ++at)
      target[at - offset] = static_cast<std::uint8_t>(kEnd[at - (kSize - kEnd.size())]);
  });
  reset_peak();
  Counting read;
  REQUIRE(read_whatsapp(source, std::nullopt, read).ok());
  CHECK(read.is_gapless);
  CHECK(read.end == kSize);
  CHECK(read.messages == 3);
  CHECK(read.not_understood == 1);
  CHECK(read.ranges == 1);
  check_memory();
}

// A million; ten million in the sweep.
TEST_CASE("as many senders as messages are read in the memory of a few") {
  const std::uint64_t messages = is_sweep() ? 10'000'000 : 1'000'000;
  constexpr std::string_view kLine = "13/01/2024, 10:00 - N00000000: hello there\n";
  constexpr std::size_t kFirstFigure = 21, kFigures = 8;
  MadeSource source(messages * kLine.size(), [&](std::uint64_t offset, MutableByteView target) {
    std::uint64_t number = offset / kLine.size();
    std::size_t in_line = offset % kLine.size();
    std::string line;
    const auto write = [&] {
      line = kLine;
      std::uint64_t left = number;
      for (std::size_t i = kFirstFigure + kFigures; i-- > kFirstFigure; left /= 10)
        line[i] = static_cast<char>('0' + left % 10);
    };
    write();
    for (std::uint8_t& byte : target) {
      byte = static_cast<std::uint8_t>(line[in_line]);
      if (++in_line < line.size()) continue;
      in_line = 0;
      ++number;
      write();
    }
  });
  reset_peak();
  Counting read;
  REQUIRE(read_whatsapp(source, std::nullopt, read).ok());
  CHECK(read.is_gapless);
  CHECK(read.end == source.size());
  CHECK(read.messages == messages);
  check_memory();
}

TEST_CASE("names that come after all that were learnt hide nobody's message") {
  std::string chat;
  for (int i = 0; i < 70'000; ++i) chat += "13/01/2024, 10:00 - N" + std::to_string(i) + ": x\n";
  chat += "12/01/2024, 10:00 - Late: older, by somebody whose name was not learnt\n";
  const ChatReading read = read_chat(chat);
  CHECK(read.messages.size() == 70'001);
  CHECK(read.messages.back().who == "Late");
}

TEST_CASE("bytes that no text has, and letters that turn the line round, stay where they stand") {
  const std::string nul(1, '\0');
  const ChatReading read =
      read_chat("13/01/2024, 10:00 - A: a" + nul +
                "b\n13/01/2024, 10:01 - \xff\xfe: \xc3\x28\xed\xa0\x80\n13/01/2024, 10:02 - \u202eevil\u202c: x\n" +
                nul + nul + "\n13/01/2024, 10:03 - A" + nul + ": \xf0\x9f\n");
  REQUIRE(read.messages.size() == 4);
  CHECK(read.messages[0].words == "a" + nul + "b");
  CHECK(read.messages[1].who == "\xff\xfe");
  CHECK(read.messages[1].words == "\xc3\x28\xed\xa0\x80");
  CHECK(read.messages[2].who == "\u202eevil\u202c");
  CHECK(read.messages[2].words == "x\n" + nul + nul);
  CHECK(read.messages[3].who == "A" + nul);
  CHECK(lines_of("13/01/2024, 10:00 - \xff: a" + nul + "\xed\xa0\x80\n")
            .find("\"from\":\"\ufffd\",\"kind\":\"text\",\"n\":1,\"src\":0,\"text\":\"a\\u0000\ufffd\ufffd\ufffd\","
                  "\"time\":\"2024-01-13T10:00\"}\n") != std::string::npos);
}

TEST_CASE("a date of a year that no calendar here has begins no message, and stands in the one before it, marked") {
  const ChatReading read = read_chat(
      "13/01/2024, 10:00 - A: one\n13/01/0000, 10:01 - B: two\n13/01/99999, 10:02 - B: three\n"
      "13/01/9999, 10:02 - B: four\n13/01/2024, 10:03 - A: five\n");
  REQUIRE(read.messages.size() == 2);
  CHECK(read.messages[0].flags.looks_forged);
  CHECK(read.messages[0].words ==
        "one\n13/01/0000, 10:01 - B: two\n13/01/99999, 10:02 - B: three\n13/01/9999, 10:02 - B: four");
  CHECK(read.messages[1].words == "five");
}

TEST_CASE("a reading is the same byte for byte in every time zone and language of the computer") {
  const std::string_view chat =
      "3/13/24, 1:59\u202f"
      "AM - A: IMG-20240313-WA0001.jpg (file attached)\n"
      "3/31/24, 2:30 AM - İpek: ISTANBUL, istanbul, 1.234,5\n10/27/24, 1:30 PM - B: <Media omitted>\n";
  const std::string expected = lines_of(chat);
  const char* before = std::getenv("TZ");
  const std::string kept = before == nullptr ? "" : before;
  for (const char* zone : {"UTC", "America/New_York", "Asia/Kolkata", "Pacific/Chatham"}) {
    INFO(zone);
    setenv("TZ", zone, 1);
    tzset();
    CHECK(lines_of(chat) == expected);
  }
  before == nullptr ? unsetenv("TZ") : setenv("TZ", kept.c_str(), 1);
  tzset();
  // Languages that are not installed change nothing; the last needs none to be.
  for (const char* name : {"C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8"}) {
    INFO(name);
    std::setlocale(LC_ALL, name);
    CHECK(lines_of(chat) == expected);
  }
  std::setlocale(LC_ALL, "C");
  const std::locale global = std::locale::global(std::locale(std::locale(), new OtherFigures));
  CHECK(lines_of(chat) == expected);
  std::locale::global(global);
}
