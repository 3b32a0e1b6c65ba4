#include "vault/record/message_tags.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <random>
#include <set>

#include "tests/support/seed.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

const std::string kOne = "000102030405060708090a0b0c0d0e0f", kTwo = "ff0102030405060708090a0b0c0d0e0f";

ReadingId reading(std::uint8_t first) {
  ReadingId id;
  for (std::size_t i = 0; i < id.size(); ++i) id[i] = static_cast<std::uint8_t>(i);
  id[0] = first;
  return id;
}
MessageTag tag(std::uint64_t first, std::uint64_t last, const std::string& name, std::uint8_t id = 0) {
  return {{reading(id), first, last}, name};
}

std::string changed(const std::string& answer, const std::vector<MessageTag>& given,
                    const std::vector<MessageTag>& taken = {}) {
  MessageTags tags = parse_message_tags(answer).value();
  for (const MessageTag& one : given) add_tag(tags, one);
  for (const MessageTag& one : taken) remove_tag(tags, one);
  return to_text(tags);
}

}  // namespace

TEST_CASE("tags on messages stand one a line, with their reading and their messages") {
  const std::string text = changed("", {tag(5, 5, "the week we moved"), tag(118, 121, "money"), tag(1, 9, "a", 255)});
  CHECK(text == kOne + " 118 121 money\n" + kOne + " 5 5 the week we moved\n" + kTwo + " 1 9 a");
  const MessageTags tags = parse_message_tags(text).value();
  REQUIRE(tags.size() == 3);
  CHECK(tags[1] == tag(5, 5, "the week we moved"));
  CHECK(tags_of(tags, reading(0), 120) == std::vector<std::string>{"money"});
  CHECK(tags_of(tags, reading(0), 122).empty());
  CHECK(tags_of(tags, reading(255), 5) == std::vector<std::string>{"a"});
  CHECK(tags_in(text) == std::vector<std::string>{"a", "money", "the week we moved"});
  CHECK(tags_in(text + "\n").empty());
}

TEST_CASE("messages with one tag stand in as few runs as can be, and those of another tag or reading apart") {
  CHECK(changed("", {tag(5, 9, "money"), tag(10, 12, "money")}) == kOne + " 5 12 money");
  CHECK(changed("", {tag(10, 12, "money"), tag(5, 9, "money")}) == kOne + " 5 12 money");
  CHECK(changed("", {tag(5, 9, "money"), tag(7, 8, "money")}) == kOne + " 5 9 money");
  CHECK(changed("", {tag(1, 2, "money"), tag(8, 9, "money"), tag(2, 7, "money")}) == kOne + " 1 9 money");
  CHECK(changed("", {tag(5, 9, "money"), tag(11, 12, "money")}) == kOne + " 5 9 money\n" + kOne + " 11 12 money");
  CHECK(changed("", {tag(5, 9, "money"), tag(10, 12, "Money")}) == kOne + " 10 12 Money\n" + kOne + " 5 9 money");
  CHECK(changed("", {tag(5, 9, "money"), tag(10, 12, "money", 255)}) == kOne + " 5 9 money\n" + kTwo + " 10 12 money");
}

TEST_CASE("a tag is taken from those messages alone that are named") {
  const std::string all = kOne + " 5 9 money";
  CHECK(changed(all, {}, {tag(7, 7, "money")}) == kOne + " 5 6 money\n" + kOne + " 8 9 money");
  CHECK(changed(all, {}, {tag(1, 6, "money")}) == kOne + " 7 9 money");
  CHECK(changed(all, {}, {tag(9, 40, "money")}) == kOne + " 5 8 money");
  CHECK(changed(all, {}, {tag(1, 40, "money")}).empty());
  CHECK(changed(all, {}, {tag(1, 4, "money"), tag(5, 9, "Money"), tag(5, 9, "money", 255)}) == all);
}

TEST_CASE("an answer that is written in another way is refused as a whole") {
  const std::string good = kOne + " 5 9 money";
  REQUIRE(parse_message_tags(good).ok());
  REQUIRE(parse_message_tags("")->empty());
  const std::string capitals = "000102030405060708090A0B0C0D0E0F";
  for (const std::string& bad : {good + "\n",
                                 "\n" + good,
                                 good + "\n" + good,
                                 good + "\n\n" + kTwo + " 1 1 a",
                                 good + "\r",
                                 good + "\t",
                                 kOne + " 5 9 ",
                                 kOne + " 5 9",
                                 kOne + " 5",
                                 kOne,
                                 std::string(" "),
                                 std::string("\n"),
                                 " " + good,
                                 kOne + "  5 9 money",
                                 kOne + " 05 9 money",
                                 kOne + " 5 09 money",
                                 kOne + " 0 9 money",
                                 kOne + " 9 5 money",
                                 kOne + " -5 9 money",
                                 kOne + " +5 9 money",
                                 kOne + " 5 9223372036854775808 money",
                                 kOne + " 5 99999999999999999999999 money",
                                 capitals + " 5 9 money",
                                 kOne.substr(2) + " 5 9 money",
                                 kOne + "00 5 9 money",
                                 kOne + " 5 9 mon\x7f" + "ey",
                                 kOne + " 5 9 mon\xff" + "ey",
                                 kOne + " 5 9 " + std::string("a\0b", 3),
                                 kOne + " 5 9 " + std::string(kMostTagBytes + 1, 'a'),
                                 kOne + " 5 9 money\n" + kOne + " 10 12 money",  // could be one run
                                 kOne + " 5 9 money\n" + kOne + " 7 12 money",
                                 kOne + " 10 12 money\n" + kOne + " 5 8 money",
                                 kOne + " 1 1 b\n" + kOne + " 1 1 a",
                                 kTwo + " 1 1 a\n" + kOne + " 1 1 a"}) {
    INFO(bad);
    const auto parsed = parse_message_tags(bad);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().code == ErrorCode::malformed);
  }
  const std::string farthest = kOne + " 9223372036854775807 9223372036854775807 " + std::string(kMostTagBytes, 'a');
  CHECK(to_text(parse_message_tags(farthest).value()) == farthest);
  const std::string odd = kOne + " 5 9  a  [b] \u202e\u0645";  // everything behind the third blank is the tag
  CHECK(to_text(parse_message_tags(odd).value()) == odd);
}

TEST_CASE("a tag has one line, and is not empty, too long or in other letters than UTF-8") {
  for (const char* good : {"a", " ", "the week we moved", "\u0928\u092e\u0938\u094d\u0924\u0947"})
    CHECK(is_message_tag(good));
  for (const std::string& bad : {std::string(), std::string("a\nb"), std::string("a\tb"), std::string("\xc3"),
                                 std::string(1, '\0'), std::string(kMostTagBytes + 1, 'a')})
    CHECK_FALSE(is_message_tag(bad));
}

TEST_CASE("whatever is given and taken, each message has the tags that it should, and what is written is read again") {
  std::mt19937_64 random(seed());
  const auto below = [&](std::uint64_t end) { return random() % end; };
  const std::vector<std::string> names{"a", "b c", " d", "\u00e9"};
  for (int round = 0; round < 200; ++round) {
    MessageTags tags;
    std::map<std::uint8_t, std::map<std::uint64_t, std::set<std::string>>> expected;  // by reading and message
    for (int step = 0; step < 40; ++step) {
      const std::uint64_t first = 1 + below(30);
      const MessageTag one = tag(first, first + below(8), names[below(names.size())], below(2) == 0 ? 0 : 255);
      const bool gives = below(3) > 0;
      gives ? add_tag(tags, one) : remove_tag(tags, one);
      for (std::uint64_t n = one.on.first; n <= one.on.last; ++n) {
        auto& names_of = expected[one.on.reading[0]][n];
        gives ? (void)names_of.insert(one.tag) : (void)names_of.erase(one.tag);
      }
      const std::string text = to_text(tags);
      INFO(text);
      const auto again = parse_message_tags(text);
      REQUIRE(again.ok());
      REQUIRE(*again == tags);
      for (const std::uint8_t id : {std::uint8_t{0}, std::uint8_t{255}}) {
        for (std::uint64_t n = 1; n <= 40; ++n) {
          const auto& wanted = expected[id][n];
          REQUIRE(tags_of(tags, reading(id), n) == std::vector<std::string>(wanted.begin(), wanted.end()));
        }
      }
    }
  }
}

TEST_CASE("an answer with any byte changed is refused, or is one that is written so") {
  std::mt19937_64 random(seed());
  const std::string text = changed("", {tag(5, 9, "money"), tag(11, 12, "money"), tag(3, 70, "the week", 255)});
  for (int round = 0; round < 20'000; ++round) {
    std::string other = text;
    const std::size_t at = random() % other.size();
    switch (random() % 3) {
      case 0:
        other[at] = static_cast<char>(random());
        break;
      case 1:
        other.erase(at, 1 + random() % 5);
        break;
      default:
        other.insert(at, other.substr(random() % other.size(), 1 + random() % 60));
    }
    const auto parsed = parse_message_tags(other);
    INFO(other);
    if (parsed) REQUIRE(to_text(*parsed) == other);
  }
}
