#include "vault/record/reading.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/encoding.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

ReadingHead small_head() {
  ReadingHead head;
  head.key.emplace();
  head.reader = "whatsapp/1";
  head.order_by = OrderBy::found;
  head.title = "WhatsApp Chat with M";
  head.me = "S";
  head.zone = "Europe/London";
  head.sources.push_back({ItemNumber{12}, crypto::empty_root(), "_chat.txt", 55, crypto::Sha256::of({})});
  return head;
}

Result<ReadingLine> line(std::string_view text) { return parse_reading_line(text); }

}  // namespace

TEST_CASE("the head of a reading is read as it was written, also without a key and without names") {
  const ReadingHead head = small_head();
  const std::string text = head_line(head);
  const auto read = parse_head_line(text);
  REQUIRE(read.ok());
  CHECK(head_line(*read) == text);
  CHECK(read->sources[0].item == ItemNumber{12});
  CHECK(read->sources[0].leaf == crypto::empty_root());
  CHECK(read->me == "S");
  ReadingHead shown;
  shown.reader = "whatsapp/1";
  const std::string bare = head_line(shown);
  CHECK(
      bare ==
      R"({"reader":"whatsapp/1","settings":{"order":"dmy","order_by":"assumed"},"sources":[],"type":"reading","v":1})");
  CHECK_FALSE(parse_head_line(bare)->key);
}

TEST_CASE("the head of a later version is newer, and a head with anything that is not known is malformed") {
  const std::string text = head_line(small_head());
  std::string newer = text;
  newer.replace(newer.rfind("\"v\":1"), 5, "\"v\":2");
  CHECK(parse_head_line(newer).error().code == ErrorCode::newer_format);
  for (const std::string& wrong : {std::string("{}"), std::string(), std::string("{\"also\":1,") + text.substr(1),
                                   text + " ", std::string(R"({"type":"reading","v":1})")}) {
    INFO(wrong);
    CHECK(parse_head_line(wrong).error().code == ErrorCode::malformed);
  }
}

TEST_CASE("a line of a reading is a message or a range") {
  const auto message = line(
      R"({"at":"03/05/2025, 22:58","b":10,"e":70,"file":"a.jpg","flags":["looks-forged","out-of-order"],"from":"S","how":"order","kind":"media","n":7,"src":1,"text":"two","time":"2025-05-03T22:58"})");
  REQUIRE(message.ok());
  const auto& read = std::get<ReadMessage>(*message);
  CHECK(read.number == 7);
  CHECK(read.source == 1);
  CHECK(read.begin == 10);
  CHECK(read.end == 70);
  CHECK(read.kind == MessageKind::media);
  CHECK(read.how == TimeRead::order);
  CHECK(to_text(*read.time) == "2025-05-03T22:58");
  CHECK(read.flags.looks_forged);
  CHECK(read.flags.is_out_of_order);
  CHECK_FALSE(read.flags.is_not_understood);
  const auto range = line(R"({"b":0,"e":10,"src":0,"what":"not-understood"})");
  REQUIRE(range.ok());
  CHECK(std::get<ReadRange>(*range).what == RangeKind::not_understood);
  CHECK(std::get<ReadRange>(*range).number == 0);
  const auto same = line(R"({"b":0,"e":10,"n":7,"src":1,"what":"same"})");
  REQUIRE(same.ok());
  CHECK(std::get<ReadRange>(*same).what == RangeKind::same);
  CHECK(std::get<ReadRange>(*same).source == 1);
  CHECK(std::get<ReadRange>(*same).number == 7);
}

TEST_CASE("a line that no reading has is malformed") {
  for (const char* wrong :
       {"", "{}", "7", R"({"b":0,"e":10,"src":0})", R"({"b":0,"e":10,"src":0,"what":"other"})",
        R"({"b":10,"e":10,"src":0,"what":"blank"})", R"({"b":0,"e":10,"kind":"text","n":0,"src":0})",
        R"({"b":0,"e":10,"kind":"odd","n":1,"src":0})", R"({"b":0,"e":10,"how":"so","kind":"text","n":1,"src":0})",
        R"({"b":0,"e":10,"flags":["odd"],"kind":"text","n":1,"src":0})",
        R"({"b":0,"e":10,"flags":"odd","kind":"text","n":1,"src":0})",
        R"({"b":0,"e":10,"kind":"text","n":1,"src":0,"time":"2025-02-30T10:00"})",
        R"({"b":0,"e":10,"kind":"text","n":1,"src":0,"time":"2025-02-03 10:00"})",
        R"({"b":-1,"e":10,"kind":"text","n":1,"src":0})", R"({"b":0,"e":10,"src":0,"what":"same"})",
        R"({"b":0,"e":10,"n":0,"src":0,"what":"same"})", R"({"b":0,"e":10,"n":-1,"src":0,"what":"same"})",
        R"({"b":0,"e":10,"n":1,"src":0,"what":"blank"})"}) {
    INFO(wrong);
    CHECK(line(wrong).error().code == ErrorCode::malformed);
  }
}

TEST_CASE("a reading is gone through line by line, also from its middle, and with lines longer than a block") {
  std::string text = head_line(small_head()) + "\n";
  const std::size_t begin = text.size();
  std::vector<std::size_t> offsets;
  for (int n = 1; n <= 300; ++n) {
    offsets.push_back(text.size());
    const std::string words(n % 100 == 0 ? 200'000 : 40, 'a');
    text += R"({"b":)" + std::to_string(n) + R"(,"e":)" + std::to_string(n + 1) + R"(,"kind":"text","n":)" +
            std::to_string(n) + R"(,"src":0,"text":")" + words + "\"}\n";
  }
  MemorySource source(as_bytes(text));
  ReadingLines lines(source);
  REQUIRE(lines.head().ok());
  CHECK(lines.id() == reading_id_of(std::string_view(text).substr(0, begin - 1)));
  for (std::uint64_t n = 1; n <= 300; ++n) {
    REQUIRE(lines.offset() == offsets[n - 1]);
    const auto read = lines.next().value();
    REQUIRE(read);
    REQUIRE(std::get<ReadMessage>(*read).number == n);
  }
  CHECK_FALSE(lines.next().value());
  ReadingLines middle(source, offsets[198]);
  CHECK(std::get<ReadMessage>(*middle.next().value()).number == 199);
  CHECK(std::get<ReadMessage>(*middle.next().value()).text.size() == 200'000);
}

TEST_CASE("a reading that ends within a line is malformed") {
  const std::string text = head_line(small_head()) + "\n{\"b\":0";
  MemorySource source(as_bytes(text));
  ReadingLines lines(source);
  REQUIRE(lines.head().ok());
  CHECK(lines.next().error().code == ErrorCode::malformed);
  MemorySource empty({});
  CHECK(ReadingLines(empty).head().error().code == ErrorCode::malformed);
}
