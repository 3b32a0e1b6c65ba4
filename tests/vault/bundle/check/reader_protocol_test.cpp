#include "vault/bundle/check/reader_protocol.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook;
using namespace daybook::vault;

namespace {

StatedFacts full_facts() {
  StatedFacts facts;
  facts.prepared_by = "A. Advocate";
  facts.is_original_kept = false;
  facts.items_left_out = 3;
  facts.notes_left_out = {{{"000001", 2}}, 0};
  facts.removed = {{{"2026-01-04T08:00:00Z", -60}}, 0};
  facts.people = {std::vector<std::string>(StatedFacts::kMostListed, "Alex"), 7};
  return facts;
}

// The verdict that comes out at the other end, or nothing where it is refused.
std::optional<CopyVerdict> sent(StatedFacts facts) {
  CopyVerdict verdict, heard;
  verdict.stated = std::move(facts);
  sandbox::Packer packer;
  pack(verdict, packer);
  return unpack_verdict(packer.bytes(), heard) ? std::optional(std::move(heard)) : std::nullopt;
}

template <class Change>
bool is_refused(const Change& change) {
  StatedFacts facts = full_facts();
  change(facts);
  return !sent(std::move(facts)).has_value();
}

}  // namespace

TEST_CASE("what is stated comes out of the process without keys as it went in") {
  const auto heard = sent(full_facts());
  REQUIRE(heard);
  const StatedFacts& stated = *heard->stated;
  CHECK(stated.prepared_by == "A. Advocate");
  CHECK_FALSE(stated.reference);
  CHECK(stated.is_original_kept == false);
  CHECK(stated.items_left_out == 3);
  CHECK(stated.notes_left_out->first.at(0).item == "000001");
  CHECK(stated.notes_left_out->first.at(0).notes == 2);
  CHECK(stated.removed->first.at(0).time == "2026-01-04T08:00:00Z");
  CHECK(stated.removed->first.at(0).offset == -60);
  CHECK(stated.people->count() == StatedFacts::kMostListed + 7);
  const auto nothing = sent({});
  REQUIRE(nothing);
  CHECK_FALSE((nothing->stated->prepared_by || nothing->stated->is_original_kept || nothing->stated->items_left_out ||
               nothing->stated->notes_left_out || nothing->stated->removed || nothing->stated->people));
}

TEST_CASE("a frame that states too much, or what no list can state, is refused as a whole") {
  CHECK(is_refused([](StatedFacts& facts) { facts.prepared_by = std::string(StatedFacts::kMostTextBytes + 1, 'a'); }));
  CHECK(is_refused([](StatedFacts& facts) { facts.reference = std::string(StatedFacts::kMostTextBytes + 1, 'a'); }));
  CHECK(is_refused([](StatedFacts& facts) { facts.people->first.emplace_back("one more"); }));
  CHECK(is_refused(
      [](StatedFacts& facts) { facts.people->first[0] = std::string(StatedFacts::kMostNameBytes + 1, 'a'); }));
  CHECK(is_refused([](StatedFacts& facts) { facts.people->first.pop_back(); }));
  CHECK(is_refused([](StatedFacts& facts) { facts.people->more = ~std::uint64_t{0}; }));
  CHECK(is_refused(
      [](StatedFacts& facts) { facts.removed->first.resize(StatedFacts::kMostListed + 1, facts.removed->first[0]); }));
  CHECK(is_refused([](StatedFacts& facts) { facts.removed->first[0].time = "This copy matches"; }));
  CHECK(is_refused([](StatedFacts& facts) { facts.removed->first[0].offset = 1441; }));
  CHECK(is_refused([](StatedFacts& facts) { facts.removed->first[0].offset = -1441; }));
  CHECK(is_refused([](StatedFacts& facts) { facts.notes_left_out->first[0].item = "1"; }));
  CHECK(is_refused([](StatedFacts& facts) { facts.items_left_out = kLargestInteger + 1; }));
}

TEST_CASE("what a list of items states is not believed where there are no items, nor told of what was not checked") {
  CopyVerdict verdict;
  verdict.lines.push_back({CheckStep::files, Finding::file_missing, "data/000001.txt"});
  verdict.answer = Answer::does_not_match;
  CHECK(bears_out(verdict));
  verdict.stated = full_facts();
  CHECK_FALSE(bears_out(verdict));
  verdict.items.push_back({"000001", "data/000001.txt", "", Finding::item_file_missing, std::nullopt});
  CHECK(bears_out(verdict));
  verdict.answer = Answer::could_not_be_checked;
  verdict.drop_what_is_not_said();
  CHECK_FALSE(verdict.stated);
}
