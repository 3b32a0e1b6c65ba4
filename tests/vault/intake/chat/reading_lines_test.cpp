#include "vault/intake/chat/reading_lines.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <random>

#include "tests/support/seed.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

// Parts of which texts are put together here: ASCII of every length around a word of the machine, what JSON escapes,
// whole characters, and bytes that are none.
std::string made_text(std::mt19937_64& random) {
  static const std::vector<std::string> kParts = {"a",
                                                  "seven__",
                                                  "eight___",
                                                  "sixteen_________",
                                                  "\"\\\n",
                                                  std::string(1, '\0'),
                                                  "\x7f",
                                                  "\u00e9",
                                                  "\u0627",
                                                  "\u20ac",
                                                  "\U0001F600",
                                                  "\u202e",
                                                  "\xff",
                                                  "\xc3",
                                                  "\xc0\x80",
                                                  "\xe2\x82",
                                                  "\xf0\x9f\x98",
                                                  "\xed\xa0\x80",
                                                  "\xf4\x90\x80\x80",
                                                  "\x80"};
  std::string text;
  for (std::size_t parts = random() % 12; parts > 0; --parts) text += kParts[random() % kParts.size()];
  return text;
}

}  // namespace

TEST_CASE("a name stands on the screen as it stands in the line of its message") {
  std::mt19937_64 random(test::seed());
  for (int i = 0; i < 20'000; ++i) {
    const std::string from = made_text(random);
    ChatMessage message;
    message.from = from;
    std::string line;
    append_message_line(message, 1, line);
    const auto read = nlohmann::json::parse(line);
    INFO(line);
    REQUIRE(as_read(from) == read.value("from", std::string()));
  }
}

TEST_CASE("text that is UTF-8 is read as it is, and of what is not each byte stands as one sign") {
  for (const std::string text : {"", "Alex", "Alexandra Smith", "\u0130pek, 8 May \U0001F600", "12345678\u00e9"}) {
    CHECK(as_read(text) == text);
  }
  CHECK(as_read("12345678\xff") == "12345678\ufffd");
  CHECK(as_read("\xe2\x82") == "\ufffd\ufffd");
  CHECK(as_read("a\xed\xa0\x80z") == "a\ufffd\ufffd\ufffdz");
}
