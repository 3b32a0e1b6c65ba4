#include "vault/record/said_days.h"

#include <date/date.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace daybook::vault;

namespace {

std::string read(std::string_view words) {
  const auto days = days_said(words);
  if (!days) return "-";
  const auto text = [](std::int32_t day) { return date::format("%F", date::sys_days(date::days(day))); };
  return days->is_one_day() ? text(days->first) : text(days->first) + " " + text(days->last);
}

}  // namespace

TEST_CASE("days are read as people write them") {
  for (const char* words : {"3 May 2025", "3rd of May 2025", "on the 3rd May, 2025", "May 3, 2025",
                            "Saturday 3 May 2025", "2025-05-03", "about 3 may 2025"}) {
    INFO(words);
    CHECK(read(words) == "2025-05-03");
  }
  CHECK(read("31/05/2025") == "2025-05-31");
  CHECK(read("05/31/2025") == "2025-05-31");
  CHECK(read("5/5/2025") == "2025-05-05");
}

TEST_CASE("times that are not a day keep their width") {
  CHECK(read("May 2025") == "2025-05-01 2025-05-31");
  CHECK(read("2025-02") == "2025-02-01 2025-02-28");
  CHECK(read("early May 2025") == "2025-05-01 2025-05-10");
  CHECK(read("mid-May 2025") == "2025-05-11 2025-05-21");
  CHECK(read("late May 2025") == "2025-05-22 2025-05-31");
  CHECK(read("the end of May 2025") == "2025-05-22 2025-05-31");
  CHECK(read("around the beginning of May 2025") == "2025-05-01 2025-05-10");
  CHECK(read("summer 2024") == "2024-06-01 2024-08-31");
  CHECK(read("2025") == "2025-01-01 2025-12-31");
  CHECK(read("between 3 May 2025 and the end of June 2025") == "2025-05-03 2025-06-30");
  CHECK(read("from 3 May 2025 to 5 May 2025") == "2025-05-03 2025-05-05");
  CHECK(read("3 May 2025 until 5 May 2025") == "2025-05-03 2025-05-05");
}

TEST_CASE("what is not quite sure is not read at all") {
  for (const char* words : {"",
                            "the week we moved",
                            "03/05/2025",
                            "May",
                            "3 May",
                            "31 June 2025",
                            "30 February 2024",
                            "2025-13",
                            "after May 2025",
                            "3 May 2025 or later",
                            "3 May 2025 and 5 May 2025",
                            "between May 2025",
                            "winter 2025",
                            "early 3 May 2025",
                            "early late May 2025",
                            "May 20255",
                            "3/5/25",
                            "between June 2025 and May 2025",
                            "to",
                            "and",
                            "between",
                            "--",
                            "//",
                            "2025-",
                            "\xc3\xa9t\xc3\xa9 2025",
                            "May 2025?",
                            "3 May 2025 (evening)"}) {
    INFO(words);
    CHECK(read(words) == "-");
  }
  CHECK(read(std::string(10'000, ' ') + "May 2025") == "2025-05-01 2025-05-31");
  std::string many;
  for (int i = 0; i < 100; ++i) many += "the ";
  CHECK(read(many + "May 2025") == "-");
}
