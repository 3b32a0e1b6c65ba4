#include "vault/bundle/check/stated_facts.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook;
using namespace daybook::vault;

namespace {

GrammarNotes notes_on(const char* text) {
  GrammarNotes notes;
  read_stated_facts(Json::parse(text), notes);
  return notes;
}

}  // namespace

TEST_CASE("what is stated of a copy as a whole may be absent, but has its form") {
  for (const char* good : {
           R"({})",
           R"({"prepared_by":"A. Advocate","reference":"","original_kept":"no"})",
           R"({"left_out":{}})",
           R"({"left_out":{"items":0,"notes_beside":[{"item":"000001","notes":1}],)"
           R"("removed":[{"time":"2026-01-04T08:00:00Z","offset":-60}]}})",
           R"({"people":[{"name":"Alex"},{"name":"Sam","also":"Sammy","relation":"a neighbour"}]})",
       }) {
    INFO(good);
    CHECK(notes_on(good).is_good());
    CHECK(notes_on(good).newer.empty());
  }
  for (const char* bad : {
           R"([])",
           R"({"prepared_by":1})",
           R"({"original_kept":true})",
           R"({"left_out":[]})",
           R"({"left_out":{"items":-1}})",
           R"({"left_out":{"notes_beside":[{"item":"000001","notes":0}]}})",
           R"({"left_out":{"removed":[{"time":"2026-02-30T08:00:00Z","offset":0}]}})",
           R"({"people":[{"also":"Lex"}]})",
           R"({"people":["Alex"]})",
       }) {
    INFO(bad);
    CHECK_FALSE(notes_on(bad).is_good());
  }
}

TEST_CASE("an unknown member of what is stated, or an unknown value, is newer and not wrong") {
  const GrammarNotes notes =
      notes_on(R"({"flavour":1,"left_out":{"removed":[{"offset":0,"time":"2026-01-04T08:00:00Z","zone":"CET"}]},)"
               R"("original_kept":"perhaps","people":[{"name":"Alex","telephone":"1"}]})");
  CHECK(notes.is_good());
  CHECK(notes.newer == std::set<std::string>{"flavour", "original_kept", "telephone", "zone"});
}
