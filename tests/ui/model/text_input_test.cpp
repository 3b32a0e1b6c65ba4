#include "ui/model/text_input.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "crypto/encoding.h"
#include "tests/support/seed.h"

using namespace daybook;
using namespace daybook::ui;

TEST_CASE("typing goes in at the caret, over a selection, and one run of it is one step back") {
  TextInput input;
  for (const char* letter : {"h", "e", "l", "l", "o"}) input.insert(letter);
  CHECK(input.text() == "hello");
  input.move_to(0, false);
  input.move_to(4, true);
  CHECK(input.selected() == "hell");
  input.insert("j");
  CHECK(input.text() == "jo");
  input.undo();
  CHECK(input.text() == "hello");
  input.undo();
  CHECK(input.text().empty());
  input.redo();
  input.redo();
  CHECK(input.text() == "jo");
  input.undo();
  input.insert("!");
  input.redo();  // what was taken back is gone once something else was typed
  CHECK(input.text().find('!') != std::string::npos);
}

TEST_CASE("what is pasted comes as readable text, with line ends of one kind") {
  TextInput input;
  input.insert("a\r\nb\rc\x01\xff");
  CHECK(input.text() == "a\nb\nc\xef\xbf\xbd");
}

TEST_CASE("any order of edits keeps caret and text in order, and undo leads back to the beginning") {
  std::mt19937_64 random(test::seed());
  for (int round = 0; round < 200; ++round) {
    TextInput input;
    for (int step = 0; step < 60; ++step) {
      const std::size_t at = input.text().empty() ? 0 : random() % (input.text().size() + 1);
      switch (random() % 6) {
        case 0:
          input.move_to(at, random() % 2 == 0);
          break;
        case 1:
          input.erase(at, at + random() % 5);
          break;
        case 2:
          input.undo();
          break;
        case 3:
          input.redo();
          break;
        default:
          input.insert(std::string(random() % 7, static_cast<char>('a' + random() % 26)));
      }
      REQUIRE(input.caret() <= input.text().size());
      REQUIRE(input.selection_begin() <= input.selection_end());
      REQUIRE(input.selection_end() <= input.text().size());
    }
    for (int i = 0; i < 200; ++i) input.undo();
    CHECK(input.text().empty());
  }
}
