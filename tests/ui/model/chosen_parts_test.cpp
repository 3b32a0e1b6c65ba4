#include "ui/model/chosen_parts.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/numbers.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("chosen parts of conversations come back as they were kept") {
  ChosenParts parts;
  parts[12_item] = {{1, 2, 3}, {{5, 9}, {118, 118}}};
  parts[13_item] = {{0xff}, {{1, 1'000'000}}};
  const std::string kept = vault::to_canonical(to_json(parts));
  CHECK(parse_chosen_parts(vault::parse_json(kept).value()) == parts);
  CHECK(parse_chosen_parts(to_json({})).empty());
}

TEST_CASE("what is no part of a conversation is left out") {
  const auto parsed = [](std::string_view json) { return parse_chosen_parts(vault::parse_json(json).value()); };
  const std::string id(32, 'a');
  const auto with = [&](const std::string& reading, const std::string& runs) {
    return parsed(R"([{"conversation":2,"reading":")" + reading + R"(","runs":)" + runs + "}]").size();
  };
  CHECK(with(id, R"([{"from":1,"to":2}])") == 1);
  CHECK(with(id, R"([{"from":2,"to":1}])") == 0);
  CHECK(with(id, R"([{"from":0,"to":1}])") == 0);
  CHECK(with(id, R"([{"from":1}])") == 0);
  CHECK(with(id, "[]") == 0);
  CHECK(with(id, "7") == 0);
  CHECK(with("aa", R"([{"from":1,"to":2}])") == 0);
  CHECK(parsed("7").empty());
  CHECK(parsed("[7,null]").empty());
}
