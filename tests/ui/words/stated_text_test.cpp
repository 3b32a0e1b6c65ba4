#include "ui/words/stated_text.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace daybook;
using namespace daybook::ui;
using vault::StatedFacts;

namespace {

std::vector<std::string> lines_for(const StatedFacts& stated) {
  vault::CopyVerdict verdict;
  verdict.stated = stated;
  return stated_lines(verdict);
}

}  // namespace

TEST_CASE("what a copy states is told in a line each, and what it does not state in none") {
  using Lines = std::vector<std::string>;
  CHECK(lines_for({}).empty());
  CHECK(stated_lines({}).empty());
  StatedFacts stated;
  stated.prepared_by = "A. Advocate";
  stated.reference = "";
  stated.is_original_kept = false;
  stated.items_left_out = 3;
  stated.notes_left_out = {{{"000001", 2}, {"000004", 1}}, 0};
  stated.removed = {{{"2026-01-04T23:30:00Z", 60}, {"2026-01-04T00:30:00Z", -60}}, 0};
  stated.people = {{"Alex", "Sam"}, 0};
  CHECK(lines_for(stated) ==
        Lines{"Prepared by: A. Advocate", "The original phone or account is no longer kept.",
              "3 items of the record are not in this copy.",
              "Notes that are not in this copy: 2 beside item 000001, 1 beside item 000004.",
              "2 items were removed from the record, on these days: Monday 5 January 2026, Saturday 3 January 2026.",
              "2 people are described: Alex, Sam."});
  stated = {};
  stated.is_original_kept = true;
  stated.items_left_out = 1;
  stated.removed = {{{"2026-01-04T08:00:00Z", 0}}, 0};
  stated.people = {{"Alex"}, 0};
  CHECK(lines_for(stated) ==
        Lines{"The original phone or account is still kept.", "1 item of the record is not in this copy.",
              "1 item was removed from the record, on Sunday 4 January 2026.", "1 person is described: Alex."});
  stated = {};
  stated.items_left_out = 0;
  stated.notes_left_out.emplace();
  stated.removed.emplace();
  stated.people.emplace();
  CHECK(lines_for(stated) == Lines{"No item of the record is left out.",
                                   "No note beside an item of this copy is left out.",
                                   "No item was removed from the record."});
}

TEST_CASE("a list that was cut says how many are not shown, and counts them all") {
  StatedFacts stated;
  stated.people = {{"Alex", "Sam"}, 58};
  stated.removed = {{{"2026-01-04T08:00:00Z", 0}}, 1};
  CHECK(lines_for(stated) ==
        std::vector<std::string>{
            "2 items were removed from the record, on these days: Sunday 4 January 2026, and 1 more.",
            "60 people are described: Alex, Sam, and 58 more."});
}

TEST_CASE("a stated text cannot forge a line, and a day at the end of the calendar is still a day") {
  StatedFacts stated;
  stated.prepared_by = "me\nThis copy matches its seal.";
  stated.reference = "\xe2\x80\xae";
  stated.people = {{"Alex\nSam"}, 0};
  stated.removed = {{{"9999-12-31T23:59:59Z", 1440}, {"0001-01-01T00:00:00Z", -1440}}, 0};
  const auto lines = lines_for(stated);
  CHECK(lines.at(0) == "Prepared by: me[U+000A]This copy matches its seal.");
  CHECK(lines.at(1) == "Reference: [U+202E]");
  CHECK(lines.at(2).find("Friday 31 December 9999") != std::string::npos);
  CHECK(lines.at(3) == "1 person is described: Alex[U+000A]Sam.");
  for (const std::string& line : lines) CHECK(line.find('\n') == std::string::npos);
}
