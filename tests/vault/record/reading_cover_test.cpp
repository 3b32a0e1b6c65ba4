#include "vault/record/reading_cover.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook;
using namespace daybook::vault;

namespace {

ReadingLine message(std::uint64_t number, std::size_t source, std::uint64_t begin, std::uint64_t end) {
  ReadMessage read;
  read.number = number;
  read.source = source;
  read.begin = begin;
  read.end = end;
  return read;
}

ReadingLine same(std::uint64_t number, std::size_t source, std::uint64_t begin, std::uint64_t end) {
  return ReadRange{source, begin, end, RangeKind::same, number};
}

ReadingLine blank(std::size_t source, std::uint64_t begin, std::uint64_t end) {
  return ReadRange{source, begin, end, RangeKind::blank, 0};
}

// Whether all lines but the last can stand there, and the last cannot.
bool only_last_is_bad(const std::vector<ReadingLine>& lines) {
  ReadingCover cover(3);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) REQUIRE(cover.add(lines[i]).ok());
  const auto last = cover.add(lines.back());
  return !last && last.error().code == ErrorCode::malformed;
}

}  // namespace

TEST_CASE("messages and ranges of several exports cover each of them once") {
  ReadingCover cover(3);
  for (const ReadingLine& line :
       {blank(0, 0, 2), message(1, 0, 2, 12), blank(1, 0, 1), same(1, 1, 1, 11), same(1, 2, 0, 10),
        message(2, 0, 12, 20), message(3, 1, 11, 15), message(4, 0, 20, 24), same(4, 2, 10, 14)})
    REQUIRE(cover.add(line).ok());
  CHECK(cover.messages() == 4);
  CHECK(cover.is_whole({24, 15, 14}));
  CHECK_FALSE(cover.is_whole({24, 15, 15}));
  CHECK_FALSE(cover.is_whole({24, 15}));
}

TEST_CASE("a byte that is left out or stands twice, and a number that does not follow, are found") {
  CHECK(only_last_is_bad({message(1, 0, 1, 5)}));
  CHECK(only_last_is_bad({message(1, 0, 0, 5), message(2, 0, 4, 9)}));
  CHECK(only_last_is_bad({message(1, 0, 0, 5), message(2, 0, 6, 9)}));
  CHECK(only_last_is_bad({message(1, 0, 0, 5), message(3, 0, 5, 9)}));
  CHECK(only_last_is_bad({message(1, 0, 0, 5), message(1, 1, 0, 5)}));
  CHECK(only_last_is_bad({message(1, 3, 0, 5)}));
  CHECK(only_last_is_bad({message(1, 0, 0, 5), blank(1, 1, 2)}));
}

TEST_CASE("a repeat stands behind its message, in another export, and once in each") {
  CHECK(only_last_is_bad({same(1, 1, 0, 5)}));
  CHECK(only_last_is_bad({message(1, 0, 0, 5), same(2, 1, 0, 5)}));
  CHECK(only_last_is_bad({message(1, 0, 0, 5), message(2, 0, 5, 9), same(1, 1, 0, 5)}));
  CHECK(only_last_is_bad({message(1, 0, 0, 5), same(1, 0, 5, 10)}));
  CHECK(only_last_is_bad({message(1, 0, 0, 5), same(1, 1, 0, 5), same(1, 1, 5, 10)}));
  CHECK(only_last_is_bad({message(1, 0, 0, 5), same(0, 1, 0, 5)}));
}
