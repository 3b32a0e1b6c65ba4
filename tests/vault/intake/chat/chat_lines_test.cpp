#include "vault/intake/chat/chat_lines.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

#include "tests/support/seed.h"

using namespace daybook;
using namespace daybook::vault;

TEST_CASE("lines follow each other without a gap, end by LF alone, and stay where they are kept") {
  std::mt19937_64 random(test::seed());
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    const std::size_t size = random() % 500 == 0 ? random() % (700 << 10) : random() % 400;
    text += std::string(size, static_cast<char>('a' + i % 26)) + (random() % 3 == 0 ? "\r\n" : "\n");
  }
  text += "the last one\r";
  MemorySource source(as_bytes(text));
  ChatLines lines(source);
  for (int pass = 0; pass < 2; ++pass) {
    lines.restart();
    std::uint64_t end = 0, kept = 0;
    for (ChatLine line; lines.next(line); end = line.end) {
      REQUIRE(line.begin == end);
      REQUIRE(line.end == std::min(text.find('\n', line.begin), text.size() - 1) + 1);
      REQUIRE(line.is_whole);
      REQUIRE(line.text == text.substr(line.begin, line.text.size()));
      REQUIRE(line.begin + line.text.size() + (line.has_return ? 2 : line.end == text.size() ? 0 : 1) == line.end);
      if (line.end - kept > ChatLines::kMostOfLine) {
        kept = line.begin;
        lines.keep_from(kept);
      }
      const std::uint64_t text_end = line.begin + line.text.size();
      if (kept > 0) REQUIRE(lines.kept(kept, text_end) == text.substr(kept, text_end - kept));
    }
    CHECK(lines.error().ok());
    CHECK(end == text.size());
    lines.keep_nothing();
  }
}

TEST_CASE("of a line that is longer than any the beginning is told, and its end") {
  for (const std::size_t size : {ChatLines::kMostOfLine + 1, std::size_t{6} << 20}) {
    const std::string text = "before\n" + std::string(size, 'x') + "\r\nbehind";
    MemorySource source(as_bytes(text));
    ChatLines lines(source);
    ChatLine line;
    REQUIRE(lines.next(line));
    lines.keep_from(0);
    REQUIRE(lines.next(line));
    CHECK_FALSE(line.is_whole);
    CHECK(line.has_return);
    CHECK(line.text == std::string(ChatLines::kMostOfLine, 'x'));
    CHECK(line.end == 7 + size + 2);
    CHECK(lines.kept(0, 8) == "before\nx");
    lines.keep_nothing();
    REQUIRE(lines.next(line));
    CHECK(line.text == "behind");
    CHECK_FALSE(lines.next(line));
  }
}
