#include "vault/record/draft.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/numbers.h"

using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("a draft comes back with what it was to become") {
  const Draft draft{"two lines\nand \"signs\" \xc3\xa9", true, 7_item, std::nullopt, {{"reference", "42/1\n2"}}};
  CHECK(parse_draft(to_text(draft)) == draft);
  const Draft note{"", false, std::nullopt, 9_item, {{"force", "x"}}};
  CHECK(parse_draft(to_text(note)) == note);
  CHECK(to_text(Draft{}).empty());
  CHECK(parse_draft("").empty());
}

TEST_CASE("what is no such draft is the text of a note, whole") {
  for (const char* text : {"He came back at nine", "{\"type\":\"other\"}\nmore", "{", "[]\n", "{}\n", "\n\n"}) {
    INFO(text);
    CHECK(parse_draft(text) == Draft{text, false, std::nullopt, std::nullopt, {}});
  }
  CHECK(parse_draft("{\"type\":\"draft-v1\",\"about\":\"x\",\"fields\":[1]}\nkept").text == "kept");
}
