#include "vault/bundle/check/stated_facts.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook;
using namespace daybook::vault;

namespace {

GrammarNotes notes_on(const char* text) {
  GrammarNotes notes;
  (void)read_stated_facts(Json::parse(text), notes);
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
           R"({"left_out":{"notes_beside":[{"item":"000001","notes":1},{"item":"000001","notes":2}]}})",
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

TEST_CASE("what is stated is told as it stands, and what is not stated is not there") {
  GrammarNotes notes;
  const StatedFacts facts =
      read_stated_facts(Json::parse(R"({"left_out":{"items":3,"notes_beside":[{"item":"000001","notes":2}],)"
                                    R"("removed":[{"offset":-60,"time":"2026-01-04T08:00:00Z"}]},"original_kept":"no",)"
                                    R"("people":[{"also":"Lex","name":"Alex"}],"prepared_by":"A. Advocate"})"),
                        notes);
  CHECK(facts.prepared_by == "A. Advocate");
  CHECK_FALSE(facts.reference);
  CHECK(facts.is_original_kept == false);
  CHECK(facts.items_left_out == 3);
  CHECK(facts.notes_left_out->first.at(0).item == "000001");
  CHECK(facts.notes_left_out->first.at(0).notes == 2);
  CHECK(facts.removed->first.at(0).time == "2026-01-04T08:00:00Z");
  CHECK(facts.removed->first.at(0).offset == -60);
  CHECK(facts.people->first == std::vector<std::string>{"Alex"});
  const StatedFacts nothing = read_stated_facts(Json::parse(R"({"original_kept":"perhaps"})"), notes);
  CHECK_FALSE((nothing.prepared_by || nothing.is_original_kept || nothing.items_left_out || nothing.notes_left_out ||
               nothing.removed || nothing.people));
}

TEST_CASE("of a long text or list the beginning is kept, and it shows that there was more") {
  StatedFacts facts;
  facts.prepared_by = std::string(StatedFacts::kMostTextBytes, 'a');
  facts.reference = *facts.prepared_by + "b";
  facts.people.emplace();
  std::string name;
  for (int i = 0; i < 600; ++i) name += "\xc3\xa9";  // so that 1,021 bytes end within a letter
  facts.people->first.assign(60, name);
  facts.shorten();
  CHECK(facts.prepared_by->back() == 'a');
  CHECK(facts.reference->size() == StatedFacts::kMostTextBytes);
  CHECK(facts.reference->ends_with("a..."));
  CHECK(facts.people->first.size() == StatedFacts::kMostListed);
  CHECK(facts.people->more == 10);
  CHECK(facts.people->count() == 60);
  CHECK(facts.people->first[0].size() <= StatedFacts::kMostNameBytes);
  CHECK(facts.people->first[0].ends_with("\xc3\xa9..."));
}
