#include "vault/record/source_overlap.h"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

using namespace daybook::vault;

namespace {

using Instead = NotRepeated::Instead;

// A reading as text: "0aSx" is a message of export 0, of minute a, by S, with the words x; "=1" is a repeat of it in
// export 1. "0a.x" is by nobody.
Overlaps found(const std::string& text, std::size_t sources) {
  OverlapFinder finder(sources);
  std::uint64_t number = 0;
  std::istringstream tokens(text);
  for (std::string token; tokens >> token;) {
    if (token[0] == '=') {
      finder.add(ReadRange{static_cast<std::size_t>(token[1] - '0'), 0, 1, RangeKind::same, number});
      continue;
    }
    ReadMessage message;
    message.number = ++number;
    message.source = static_cast<std::size_t>(token[0] - '0');
    message.at = token[1];
    message.time = LocalTime{(token[1] - 'a') * 60, false};
    if (token[2] != '.') message.from = token[2];
    message.text = token.substr(3);
    finder.add(message);
  }
  return finder.finish();
}

std::vector<NotRepeated> not_repeated(const std::string& text, std::size_t sources = 2) {
  return found(text, sources).not_repeated;
}
std::vector<SourceOverlap> overlaps(const std::string& text, std::size_t sources = 2) {
  return found(text, sources).sources;
}

}  // namespace

TEST_CASE("one export has no overlap") {
  CHECK(overlaps("0aSx 0bSy", 1).empty());
  CHECK(overlaps("", 1).empty());
  CHECK(overlaps("", 2) == std::vector<SourceOverlap>(2));
}

TEST_CASE("what an export lacks is told between the first and the last message that it repeats") {
  const char* const text = "0aSa 0bSb =1 0cSc 0dSd 0eSe =1";
  CHECK(overlaps(text)[1] == SourceOverlap{0, 2, 2, 0});
  CHECK(not_repeated(text) == std::vector<NotRepeated>{{3, 1}, {4, 1}});
  CHECK(overlaps(text)[0] == SourceOverlap{5, 0, 0, 0});
  CHECK(not_repeated("0aSa 0bSb 1cSc 1dSd").empty());  // nothing says that both are of one time
  CHECK(not_repeated("0aSa 0bSb =1").empty());         // an export has an end, and it may be that of this one
}

TEST_CASE("behind the last message that both have, what is older than the latest message of an export is told") {
  CHECK(not_repeated("0aSa =1 0bSb 0cSc 1dSd") == std::vector<NotRepeated>{{2, 1}, {3, 1}});
  CHECK(not_repeated("0aSa =1 0bSb 0cSc 1bSx") == std::vector<NotRepeated>{});  // neither is older than that
  CHECK(not_repeated("0aSa =1 0bSb 0dSd 1cSc") == std::vector<NotRepeated>{{2, 1}});
  CHECK(not_repeated("0aSa =1 0bSb").empty());
}

TEST_CASE("another message of its time and sender stands in the place of one, as long as that is certain") {
  CHECK(not_repeated("0aSa =1 0bSb 0cSc 1bSx 0dSd =1") == std::vector<NotRepeated>{{2, 1, Instead::other, 4}, {3, 1}});
  // Which of two of one minute was deleted, nobody can say.
  CHECK(not_repeated("0aSa =1 0bSb 0bSc 1bSx 0dSd =1") ==
        std::vector<NotRepeated>{{2, 1, Instead::other}, {3, 1, Instead::other}});
  CHECK(not_repeated("0aSa =1 0bSb 1bSx 1bSy 0dSd =1") == std::vector<NotRepeated>{{2, 1, Instead::other}});
  CHECK(not_repeated("0aSa =1 0b.b 1b.x 0dSd =1") == std::vector<NotRepeated>{{2, 1}});  // notices are by nobody
  CHECK(not_repeated("0aSa =1 0bSb 1bTx 0dTd =1") == std::vector<NotRepeated>{{2, 1}});
  // What the export before had beside the message is no other form of it.
  CHECK(not_repeated("0aSa =1 0bSb 0bSc =1") == std::vector<NotRepeated>{{2, 1}});
}

TEST_CASE("a message that was deleted before the second export is deleted in the third, too") {
  const char* const text = "0aSa =1 =2 0bSthreat 1bSdeleted =2 0cSc =1 =2";
  CHECK(not_repeated(text, 3) == std::vector<NotRepeated>{{2, 1, Instead::other, 3}, {2, 2, Instead::other, 3}});
  // With media, without, with: the picture stands in the third, and so in the place of what the second says.
  CHECK(not_repeated("0aSa =1 =2 0bSpicture =2 1bSomitted 0cSc =1 =2", 3) ==
        std::vector<NotRepeated>{{2, 1, Instead::other, 3}, {3, 2, Instead::other, 2}});
}

TEST_CASE("the same message elsewhere in the order is told as that, and of several alike that there are fewer") {
  CHECK(not_repeated("0aSa =1 0bSx 0bTy =1 1bSx 0cSc =1") == std::vector<NotRepeated>{{2, 1, Instead::moved, 4}});
  CHECK(not_repeated("0aSa =1 0bSok 0bSok =1 0bSok =1 0cSc =1") == std::vector<NotRepeated>{{2, 1, Instead::fewer}});
}

TEST_CASE("words of a sender whom an export does not have are found under another name, and no others are") {
  CHECK(not_repeated("0aSa =1 0bMx 0cMy 1b+x 1c+y 0dSd =1") ==
        std::vector<NotRepeated>{{2, 1, Instead::renamed, 4}, {3, 1, Instead::renamed, 5}});
  CHECK(not_repeated("0aSa =1 0bSok 1bTok 0dSd =1") == std::vector<NotRepeated>{{2, 1}});
}

TEST_CASE("a third export is held against both before it, and not against those behind it") {
  const char* const text = "0aSa =1 =2 0bSb =1 1cSc 2dTd 0eSe =1 =2 0fSf =2";
  CHECK(overlaps(text, 3)[1] == SourceOverlap{1, 3, 0, 0});
  CHECK(overlaps(text, 3)[2] == SourceOverlap{1, 3, 2, 0});
  CHECK(not_repeated(text, 3) == std::vector<NotRepeated>{{2, 2}, {3, 2}});
}

TEST_CASE("what there is to say of a message is found by it, and by what stands in its place") {
  const std::vector<NotRepeated> all{{2, 1}, {2, 2, Instead::other, 7}, {3, 1, Instead::moved, 1}};
  CHECK(not_repeated_of(all, 2) == std::vector<NotRepeated>{all[0], all[1]});
  CHECK(not_repeated_of(all, 1) == std::vector<NotRepeated>{all[2]});
  CHECK(not_repeated_of(all, 7) == std::vector<NotRepeated>{all[1]});
  CHECK(not_repeated_of(all, 4).empty());
  CHECK(not_repeated_of({{2, 1, Instead::other, 7}, {2, 2, Instead::other, 7}}, 7).size() == 1);
  CHECK(not_repeated_of({}, 1).empty());
}

TEST_CASE("a source beyond all that the reading has is not counted") {
  OverlapFinder finder(2);
  ReadMessage message;
  message.source = std::size_t{1} << 40;
  finder.add(message);
  finder.add(ReadRange{std::size_t{1} << 40, 0, 1, RangeKind::same, 1});
  CHECK(finder.finish().sources == std::vector<SourceOverlap>(2));
}
