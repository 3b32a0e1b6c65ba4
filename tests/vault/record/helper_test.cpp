#include "vault/record/helper.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook::vault;

TEST_CASE("what is kept of a helper parts the role, which goes into copies, from the name, which does not") {
  const Answers typed = helper_answers("Kestrel Marsh", "IDVA", true);
  CHECK(typed.at(question::kTyped) == "typed by a helper (IDVA), with the record keeper present");
  CHECK(typed.at(question::kHelper) == "Kestrel Marsh");
  const Answers beside = helper_answers("", "", false);
  CHECK(beside.at(question::kTyped) == "typed by the record keeper, with a helper present");
  CHECK_FALSE(beside.contains(question::kHelper));
}

TEST_CASE("an answer that may hold a helper's name is told from one that holds only a role") {
  const auto may = [](const char* question, std::string value) {
    return may_name_helper({question, 1, {}, std::move(value)});
  };
  for (const bool helper_types : {true, false}) {
    for (const char* role : {"", "IDVA", "support worker, (nights)"})
      CHECK_FALSE(may(question::kTyped, helper_answers("K", role, helper_types).at(question::kTyped)));
  }
  CHECK(may(question::kHelper, "Kestrel Marsh"));
  CHECK_FALSE(may(question::kHelper, ""));
  // What programs wrote before the two were parted, and what nobody can tell apart from it.
  CHECK(may(question::kTyped, "typed by Kestrel Marsh, IDVA, with the record keeper present"));
  CHECK(may(question::kTyped, "typed by the record keeper, with Kestrel Marsh present"));
  CHECK(may(question::kTyped, "typed by a helpermann, with the record keeper present"));
  CHECK(may(question::kTyped, "Kestrel"));
  CHECK_FALSE(may(question::kWho, "Kestrel"));
}
