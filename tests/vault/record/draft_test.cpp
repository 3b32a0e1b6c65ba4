#include "vault/record/draft.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/numbers.h"

using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("what was not saved comes back with what each text was to become") {
  const Unsaved unsaved{{{"two lines\nand \"signs\" \xc3\xa9", true, false, std::nullopt, std::nullopt},
                         {"", false, false, 7_item, std::nullopt},
                         {"typed out", true, true, std::nullopt, std::nullopt},
                         {"\n\nchanged\n", false, false, std::nullopt, 9_item}},
                        {{"reference", "42/1\n2"}}};
  CHECK(parse_unsaved(to_text(unsaved)) == unsaved);
  const Unsaved fields{{}, {{"force", "x"}}};
  CHECK(parse_unsaved(to_text(fields)) == fields);
  CHECK(to_text(Unsaved{}).empty());
  CHECK(parse_unsaved("").empty());
}

TEST_CASE("a note that was to stand beside messages comes back with their place") {
  Draft draft{"sorry", false, false, 12_item, std::nullopt};
  draft.on = MessagesNoted{{0xab, 0xcd}, 118, 121};
  const Unsaved unsaved{{draft}, {}};
  CHECK(parse_unsaved(to_text(unsaved)) == unsaved);
  // What is no place is left out, and the words stay.
  std::string text = to_text(unsaved);
  text.replace(text.find("abcd"), 4, "zzzz");
  draft.on.reset();
  CHECK(parse_unsaved(text) == Unsaved{{draft}, {}});
}

TEST_CASE("the one draft of an older release is read") {
  const Unsaved words = parse_unsaved(R"({"about":7,"fields":{"force":"x"},"kind":"words","type":"draft-v1"})"
                                      "\nwhere are you\n");
  CHECK(words == Unsaved{{{"where are you\n", true, false, 7_item, std::nullopt}}, {{"force", "x"}}});
  const Unsaved change = parse_unsaved(R"({"fields":{},"kind":"note","rewrites":9,"type":"draft-v1"})"
                                       "\nno");
  CHECK(change == Unsaved{{{"no", false, false, std::nullopt, 9_item}}, {}});
  const Unsaved fields = parse_unsaved(R"({"fields":{"force":"x"},"kind":"note","type":"draft-v1"})"
                                       "\n");
  CHECK(fields == Unsaved{{}, {{"force", "x"}}});
  CHECK(parse_unsaved("{\"type\":\"draft-v1\",\"about\":\"x\",\"fields\":[1]}\nkept").drafts.at(0).text == "kept");
}

TEST_CASE("what is no such list is the text of a note, whole") {
  for (const char* text : {"He came back at nine", "{\"type\":\"other\"}\nmore", "{", "[]\n", "{}\n", "\n\n",
                           R"({"drafts":[{"bytes":4}],"type":"draft-v2"})"
                           "\nabc",
                           R"({"drafts":[{"bytes":2}],"type":"draft-v2"})"
                           "\nabc",
                           R"({"drafts":[{"bytes":-1}],"type":"draft-v2"})"
                           "\nabc",
                           R"({"drafts":[3],"type":"draft-v2"})"
                           "\nabc",
                           R"({"type":"draft-v2"})"
                           "\nabc"}) {
    INFO(text);
    CHECK(parse_unsaved(text) == Unsaved{{{text, false, false, std::nullopt, std::nullopt}}, {}});
  }
}
