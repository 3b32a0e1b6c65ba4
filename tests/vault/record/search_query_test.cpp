#include "vault/record/search_query.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook::vault;

TEST_CASE("inside a text the first thing that was searched for is looked for, with all that belongs to it") {
  CHECK(up_to_second_term("sorry") == "sorry");
  CHECK(up_to_second_term("sorry about Friday") == "sorry");
  CHECK(up_to_second_term("  sorry about") == "  sorry");
  CHECK(up_to_second_term("+44 7700 900123") == "+44 7700 900123");
  CHECK(up_to_second_term("+44 7700 900123 sorry") == "+44 7700 900123");
  CHECK(up_to_second_term("what's-his-name came") == "what's-his-name");
  CHECK(up_to_second_term("") == "");
  CHECK(up_to_second_term(" ... ") == " ... ");
}
