#include "tests/support/said_table.h"

using namespace daybook::test;
using namespace daybook::vault;

TEST_CASE("a day is read as people write it in many countries") {
  // clang-format off
  constexpr SaidRow rows[] = {
    {"3 May 2025", "2025-05-03"},
    {"3 may 2025", "2025-05-03"},
    {"3 MAY 2025.", "2025-05-03"},
    {"3rd May 2025", "2025-05-03"},
    {"3rd of May 2025", "2025-05-03"},
    {"the 3rd of May, 2025", "2025-05-03"},
    {"on the 3rd May, 2025", "2025-05-03"},
    {"May 3, 2025", "2025-05-03"},
    {"May 3rd, 2025", "2025-05-03"},
    {"May 3 2025", "2025-05-03"},
    {"2025 May 3", "2025-05-03"},
    {"2025, 3 May", "2025-05-03"},
    {"3. May 2025", "2025-05-03"},
    {"3.May.2025", "2025-05-03"},
    {"3-May-2025", "2025-05-03"},
    {"03-MAY-2025", "2025-05-03"},
    {"May-3-2025", "2025-05-03"},
    {"03May2025", "2025-05-03"},
    {"3 Sept 2025", "ahead: 2025-09-03"},
    {"3 Sep 2024", "2024-09-03"},
    {"3 May '25", "2025-05-03"},
    {"3 May 25", "2025-05-03"},
    {"May 3, 25", "2025-05-03"},
    {"about 3 May 2025", "2025-05-03"},
    {"around the 3rd of May 2025", "2025-05-03"},
    {"2025-05-03", "2025-05-03"},
    {"2025/05/03", "2025-05-03"},
    {"2025.05.03", "2025-05-03"},
    {"2025-5-3", "2025-05-03"},
    {"20250503", "2025-05-03"},
    {"25/05/2025", "2025-05-25"},
    {"05/25/2025", "2025-05-25"},
    {"25.05.2025", "2025-05-25"},
    {"25-05-2025", "2025-05-25"},
    {"31/12/2024", "2024-12-31"},
    {"12/31/2024", "2024-12-31"},
    {"5/5/2025", "2025-05-05"},
    {"5.5.2025", "2025-05-05"},
    {"5-5-2025", "2025-05-05"},
    {"05.05.25", "2025-05-05"},
    {"31/05/25", "2025-05-31"},
    {"31.05.25", "2025-05-31"},
    {"05/31/25", "2025-05-31"},
    {"98/05/12", "1998-05-12"},
    {"3 May 1999", "1999-05-03"},
    {"29 February 2024", "2024-02-29"},
    {"three May 2025", "2025-05-03"},
  };
  // clang-format on
  check_rows(rows, afternoon_of_4_june());
}

TEST_CASE("a weekday that does not fit its date is asked about, and never passed over") {
  // clang-format off
  constexpr SaidRow rows[] = {
    {"Saturday 3 May 2025", "2025-05-03"},
    {"Sat 3 May 2025", "2025-05-03"},
    {"Sat. 3 May 2025", "2025-05-03"},
    {"Saturday, May 3, 2025", "2025-05-03"},
    {"Saturday the 3rd of May 2025", "2025-05-03"},
    {"3 May 2025, a Saturday", ""},
    {"3 May 2025 (Saturday)", ""},
    {"Saturday 03/05/2025", "2025-05-03"},
    {"Saturday 2025-05-03", "2025-05-03"},
    {"Friday 3 May 2025", "2025-05-03 | 2025-05-02 | 2024-05-03"},
    {"Sunday 3 May 2025", "2025-05-03 | 2025-05-04"},
    {"Tuesday 2025-05-03", "2025-05-03 | 2025-05-06"},
    {"Saturday Sunday 3 May 2025", ""},
    {"Saturday in May 2025", "2025-05-01 to 2025-05-31"},
  };
  // clang-format on
  check_rows(rows, afternoon_of_4_june());
}

TEST_CASE("times that are not a day keep their width") {
  // clang-format off
  constexpr SaidRow rows[] = {
    {"May 2025", "2025-05-01 to 2025-05-31"},
    {"may of 2025", "2025-05-01 to 2025-05-31"},
    {"2025 May", "2025-05-01 to 2025-05-31"},
    {"May '25", "2025-05-01 to 2025-05-31"},
    {"05/2025", "2025-05-01 to 2025-05-31"},
    {"5/2025", "2025-05-01 to 2025-05-31"},
    {"05.2025", "2025-05-01 to 2025-05-31"},
    {"2025-05", "2025-05-01 to 2025-05-31"},
    {"2025/05", "2025-05-01 to 2025-05-31"},
    {"early May 2025", "2025-05-01 to 2025-05-10"},
    {"mid-May 2025", "2025-05-11 to 2025-05-21"},
    {"mid May 2025", "2025-05-11 to 2025-05-21"},
    {"the middle of May 2025", "2025-05-11 to 2025-05-21"},
    {"late May 2025", "2025-05-22 to 2025-05-31"},
    {"the end of May 2025", "2025-05-22 to 2025-05-31"},
    {"around the beginning of May 2025", "2025-05-01 to 2025-05-10"},
    {"the start of May 2025", "2025-05-01 to 2025-05-10"},
    {"summer 2024", "2024-06-01 to 2024-08-31"},
    {"early summer 2024", "2024-06-01 to 2024-06-30"},
    {"spring 2025", "2025-03-01 to 2025-05-31"},
    {"fall 2024", "2024-09-01 to 2024-11-30"},
    {"autumn 2024", "2024-09-01 to 2024-11-30"},
    {"winter 2024", "2023-12-01 to 2024-02-29 | 2024-12-01 to 2025-02-28"},
    {"2024", "2024-01-01 to 2024-12-31"},
    {"early 2024", "2024-01-01 to 2024-05-01"},
    {"the end of 2024", "2024-09-01 to 2024-12-31"},
    {"'24", "2024-01-01 to 2024-12-31"},
  };
  // clang-format on
  check_rows(rows, afternoon_of_4_june());
}

TEST_CASE("a date that is two days in two countries is asked about") {
  // clang-format off
  constexpr SaidRow rows[] = {
    {"03/05/2025", "2025-05-03 | 2025-03-05"},
    {"3/5/2025", "2025-05-03 | 2025-03-05"},
    {"03.05.2025", "2025-05-03 | 2025-03-05"},
    {"3-5-2025", "2025-05-03 | 2025-03-05"},
    {"03/05/25", "2025-05-03 | 2025-03-05"},
    {"3.5.25", "2025-05-03 | 2025-03-05"},
    {"25-05-03", "2003-05-25 | 2025-05-03"},
    {"12/05/24", "2024-05-12 | 2024-12-05"},
    {"03/05/2025 22:41", "2025-05-03 22:41 | 2025-03-05 22:41"},
    {"03/05/2025 at 11", "2025-05-03 11:00 | 2025-05-03 23:00 | 2025-03-05 11:00 | 2025-03-05 23:00"},
  };
  // clang-format on
  check_rows(rows, afternoon_of_4_june());
}

TEST_CASE("figures that are no date are not understood") {
  // clang-format off
  constexpr SaidRow rows[] = {
    {"31/06/2025", ""},
    {"2025-13", ""},
    {"2025-05-32", ""},
    {"00/05/2025", ""},
    {"2025-", ""},
    {"--", ""},
    {"3/5", ""},
    {"5.5", ""},
    {"2024/25", ""},
    {"1.2.3.4", ""},
    {"3/5/2025/7", ""},
  };
  // clang-format on
  check_rows(rows, afternoon_of_4_june());
}

TEST_CASE("what has not happened is left out where something else can be meant, and told where not") {
  // clang-format off
  constexpr SaidRow rows[] = {
    {"3 May 2099", "ahead: 2099-05-03"},
    {"2099", "ahead: 2099-01-01 to 2099-12-31"},
    {"May to July 2025", "ahead: 2025-05-01 to 2025-07-31"},
    {"5 June 2025", "ahead: 2025-06-05"},
    {"June 2025", "2025-06-01 to 2025-06-30"},
    {"03/05/2099", "ahead: 2099-05-03 | 2099-03-05"},
    {"12/05/25", "2025-05-12"},
    {"12/05/2025", "2025-05-12"},
    {"31/12/60", "ahead: 2060-12-31"},
    {"between 3 May 2025 and 5 May 2099", "ahead: 2025-05-03 to 2099-05-05"},
  };
  // clang-format on
  check_rows(rows, afternoon_of_4_june());
}

TEST_CASE("what is not quite sure is not read at all") {
  // clang-format off
  constexpr SaidRow rows[] = {
    {"the week we moved", ""},
    {"I'm not sure", ""},
    {"31 June 2025", ""},
    {"30 February 2024", ""},
    {"after May 2025", ""},
    {"before May 2025", ""},
    {"since May 2025", ""},
    {"3 May 2025 or later", ""},
    {"3 May or 4 May 2025", ""},
    {"early 3 May 2025", ""},
    {"early late May 2025", ""},
    {"May 20255", ""},
    {"3 May 1850", ""},
    {"3 May 2025 5 May 2025", ""},
    {"May June 2025", ""},
    {"May 2025?", ""},
    {"3 May 2025 (evening)", ""},
    {"Saturday the 3rd", ""},
    {"the 3rd", ""},
    {"11 pm", ""},
    {"3 Mai 2025", ""},
    {"\xc3\xa9" "t\xc3\xa9" " 2025", ""},
    {"last week of May 2025", ""},
    {"summer May 2025", ""},
    {"to", ""},
    {"and", ""},
    {"between", ""},
    {"-", ""},
    {"//", ""},
    {"'", ""},
  };
  // clang-format on
  check_rows(rows, afternoon_of_4_june());
}

TEST_CASE("a long text is given up, and blanks around a date do no harm") {
  CHECK(means(read_when(std::string(10'000, ' ') + "May 2025", std::nullopt)) == "2025-05-01 to 2025-05-31");
  std::string many;
  for (int i = 0; i < 100; ++i) many += "the ";
  CHECK(means(read_when(many + "May 2025", std::nullopt)).empty());
  CHECK(means(read_when(std::string(10'000, '-'), std::nullopt)).empty());
  CHECK(means(read_when(std::string(10'000, '3'), std::nullopt)).empty());
}
