#include "ui/model/secret_input.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/encoding.h"

using namespace daybook;
using namespace daybook::ui;

namespace {

void type(SecretInput& input, std::u32string_view text) {
  for (const char32_t character : text) input.insert(character);
}

}  // namespace

TEST_CASE("a passphrase grows and shrinks by characters") {
  SecretInput input;
  type(input, U"a\u00e9\U0001f511\n\x7");
  CHECK(input.characters() == 3);
  CHECK(crypto::is_utf8(input.secret().expose_text()));
  input.erase_before();
  CHECK(input.secret().expose_text() == "a\xc3\xa9");
  input.erase_before();
  input.erase_before();
  input.erase_before();
  CHECK(input.empty());
  for (int i = 0; i < 5000; ++i) input.insert(U'x');
  CHECK(input.secret().size() <= 1024);
}

TEST_CASE("a passphrase is changed where the caret is, and what is selected is replaced") {
  SecretInput input;
  type(input, U"\u00e9ast wind");
  CHECK(input.caret() == 9);
  input.move_to(0, false);
  input.insert(U'b');
  CHECK(input.secret().expose_text() ==
        "b\xc3\xa9"
        "ast wind");
  CHECK(input.caret() == 1);
  input.erase_after();
  CHECK(input.secret().expose_text() == "bast wind");
  input.move_to(4, true);
  CHECK(input.selection_begin() == 1);
  CHECK(input.selection_end() == 4);
  input.insert(U'\u00e4');
  CHECK(input.secret().expose_text() == "b\xc3\xa4 wind");
  CHECK(input.caret() == 2);
  input.select_all();
  input.erase_after();
  CHECK(input.empty());
  CHECK(input.caret() == 0);
  input.erase_after();
  input.erase_before();
  CHECK(input.empty());
}

TEST_CASE("a caret or a selection beyond the end, or after the passphrase was cleared, is at the end") {
  SecretInput input;
  type(input, U"wind");
  input.move_to(100, false);
  CHECK(input.caret() == 4);
  input.select_all();
  input.clear();
  CHECK(input.caret() == 0);
  CHECK(input.selection_end() == 0);
  type(input, U"sea");
  CHECK(input.secret().expose_text() == "sea");
}

TEST_CASE("a selection that is replaced makes room in a passphrase that is as long as it can be") {
  SecretInput input;
  while (input.secret().size() < 1024) input.insert(U'x');
  input.insert(U'y');
  CHECK(input.secret().size() == 1024);
  input.select_all();
  input.insert(U'\U0001f511');
  CHECK(input.characters() == 1);
}
