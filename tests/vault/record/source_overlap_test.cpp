#include "vault/record/source_overlap.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook::vault;

namespace {

// A reading as text: "0a" is a message of export 0 with header a, and "=1" a repeat of it in export 1.
Overlaps counted(std::string_view text) {
  OverlapCounter counter;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i + 1 < text.size(); i += 3) {
    if (text[i] == '=') {
      counter.add(ReadRange{static_cast<std::size_t>(text[i + 1] - '0'), 0, 1, RangeKind::same, number});
      continue;
    }
    ReadMessage message;
    message.number = ++number;
    message.source = static_cast<std::size_t>(text[i] - '0');
    message.at = text[i + 1];
    message.from = "S";
    counter.add(message);
  }
  return counter.finish();
}

std::vector<SourceOverlap> overlaps(std::string_view text) { return counted(text).sources; }
std::vector<NotRepeated> not_repeated(std::string_view text) { return counted(text).not_repeated; }

}  // namespace

TEST_CASE("one export has no overlap") {
  CHECK(overlaps("0a 0b 0c").empty());
  CHECK(overlaps("").empty());
}

TEST_CASE("what an export lacks is counted between the first and the last message that it repeats") {
  CHECK(overlaps("0a 0b =1 0c 0d 0e =1 0f 1g")[1] == SourceOverlap{1, 2, 2, 0});
  CHECK(overlaps("0a 0b =1 0c 0d")[1] == SourceOverlap{0, 1, 0, 0});
  CHECK(overlaps("0a 0b 1c 1d")[1] == SourceOverlap{2, 0, 0, 0});
  CHECK(overlaps("0a 0b =1 0c 0d 0e =1 0f 1g")[0] == SourceOverlap{6, 0, 0, 0});
}

TEST_CASE("two forms of a message are counted apart from what is missing, between the same repeats only") {
  CHECK(overlaps("0a =1 0b 0c 0d 1c 1e 0f =1")[1] == SourceOverlap{2, 2, 2, 1});
  CHECK(overlaps("0a =1 0b 0b 0b 1b 1b 0f =1")[1] == SourceOverlap{2, 2, 1, 2});
  CHECK(overlaps("0a =1 0b 0c =1 1b 0d =1")[1] == SourceOverlap{1, 3, 1, 0});
}

TEST_CASE("a third export is held against both before it, and not against those behind it") {
  const auto all = overlaps("0a =1 =2 0b =1 1c 2d 0e =1 =2 0f =2");
  REQUIRE(all.size() == 3);
  CHECK(all[1] == SourceOverlap{1, 3, 0, 0});
  CHECK(all[2] == SourceOverlap{1, 3, 2, 0});
}

TEST_CASE("what an export lacks, and what it has in another form, is known message by message") {
  CHECK(not_repeated("0a 0b =1 0c 0d 0e =1 0f 1g") == std::vector<NotRepeated>{{3, 1, 0}, {4, 1, 0}});
  CHECK(not_repeated("0a =1 0b 0c 0d 1c 1e 0f =1") == std::vector<NotRepeated>{{2, 1, 0}, {3, 1, 5}, {4, 1, 0}});
  CHECK(not_repeated("0a =1 0b 0b 0b 1b 1b 0f =1") == std::vector<NotRepeated>{{2, 1, 5}, {3, 1, 6}, {4, 1, 0}});
  CHECK(not_repeated("0a =1 =2 0b =1 1c 2d 0e =1 =2 0f =2") == std::vector<NotRepeated>{{2, 2, 0}, {3, 2, 0}});
  CHECK(not_repeated("0a 0b").empty());
}

TEST_CASE("behind the last message that both have, only what stands in two forms is told") {
  CHECK(overlaps("0a =1 0b 0c 1c 1d")[1] == SourceOverlap{2, 1, 0, 1});
  CHECK(not_repeated("0a =1 0b 0c 1c 1d") == std::vector<NotRepeated>{{3, 1, 4}});
  CHECK(overlaps("0a =1 1b 0b =2")[2] == SourceOverlap{0, 1, 0, 0});
  CHECK(not_repeated("0a 0b 1b 1c").empty());  // nothing says that both are of one chat here
}

TEST_CASE("what there is to say of a message is found by it, and by its other form") {
  const std::vector<NotRepeated> all{{2, 1, 0}, {2, 2, 7}, {3, 1, 5}};
  CHECK(not_repeated_of(all, 2) == std::vector<NotRepeated>{{2, 1, 0}, {2, 2, 7}});
  CHECK(not_repeated_of(all, 5) == std::vector<NotRepeated>{{3, 1, 5}});
  CHECK(not_repeated_of(all, 7) == std::vector<NotRepeated>{{2, 2, 7}});
  CHECK(not_repeated_of(all, 4).empty());
  CHECK(not_repeated_of({}, 1).empty());
}

TEST_CASE("a source beyond all that a reading may have is not counted") {
  OverlapCounter counter;
  ReadMessage message;
  message.source = std::size_t{1} << 40;
  counter.add(message);
  counter.add(ReadRange{std::size_t{1} << 40, 0, 1, RangeKind::same, 1});
  CHECK(counter.finish().sources.empty());
}
