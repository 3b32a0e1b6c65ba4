#include "tests/support/said_table.h"
#include "vault/record/said_days.h"

using namespace daybook::test;
using namespace daybook::vault;

TEST_CASE(
    "days that count from the day on which they are said are read where that is clear, and asked about where not") {
  // clang-format off
  constexpr SaidRow rows[] = {
    {"today", "2025-06-04"},
    {"earlier today", "2025-06-04"},
    {"today at 14:00", "2025-06-04 14:00"},
    {"today at 16:00", "ahead: 2025-06-04 16:00"},
    {"today, 4 pm", "ahead: 2025-06-04 16:00"},
    {"today at 4", "2025-06-04 04:00"},
    {"yesterday", "2025-06-03"},
    {"Yesterday at 22:41", "2025-06-03 22:41"},
    {"yesterday evening", "2025-06-03"},
    {"yesterday evening at 8", "2025-06-03 20:00"},
    {"yesterday morning", "2025-06-03"},
    {"the day before yesterday", "2025-06-02"},
    {"day before yesterday at noon", "2025-06-02 12:00"},
    {"two days ago", "2025-06-02"},
    {"2 days ago", "2025-06-02"},
    {"ten days ago", "2025-05-25"},
    {"a day ago", "2025-06-03"},
    {"last night", "2025-06-03 to 2025-06-04"},
    {"last night at 11", "2025-06-03 23:00"},
    {"last night at midnight", "2025-06-04 00:00"},
    {"late last night", "2025-06-03 to 2025-06-04"},
    {"last evening", "2025-06-03"},
    {"this morning", "2025-06-04"},
    {"this morning at 9", "2025-06-04 09:00"},
    {"early this morning", "2025-06-04"},
    {"this afternoon", "2025-06-04"},
    {"this evening", "2025-06-04"},
    {"tonight", "2025-06-04 to 2025-06-05"},
    {"Tuesday", "2025-06-03"},
    {"on Tuesday", "2025-06-03"},
    {"on Tuesday at 22:41", "2025-06-03 22:41"},
    {"Tuesday evening", "2025-06-03"},
    {"Tuesday night", "2025-06-03 to 2025-06-04"},
    {"Wednesday", "2025-06-04 | 2025-05-28"},
    {"Thursday", "2025-05-29"},
    {"last Tuesday", "2025-06-03 | 2025-05-27"},
    {"last Monday", "2025-06-02 | 2025-05-26"},
    {"last Sunday", "2025-06-01 | 2025-05-25"},
    {"last Thursday", "2025-05-29"},
    {"last Friday evening", "2025-05-30"},
    {"last week", "2025-05-26 to 2025-06-01 | 2025-05-28 to 2025-06-03"},
    {"Tuesday last week", "2025-05-27"},
    {"last week on Friday", "2025-05-30"},
    {"Sunday last week", "2025-06-01 | 2025-05-25"},
    {"a week ago", "2025-05-28 | 2025-05-26 to 2025-06-01"},
    {"a week ago today", "2025-05-28"},
    {"two weeks ago", "2025-05-21 | 2025-05-19 to 2025-05-25"},
    {"a fortnight ago", "2025-05-21 | 2025-05-19 to 2025-05-25"},
    {"three weeks ago", "2025-05-14 | 2025-05-12 to 2025-05-18"},
    {"two months ago", "2025-04-04 | 2025-04-01 to 2025-04-30"},
    {"two years ago", "2023-06-01 to 2023-06-30 | 2023-01-01 to 2023-12-31"},
    {"last month", "2025-05-01 to 2025-05-31"},
    {"early last month", "2025-05-01 to 2025-05-10"},
    {"last year", "2024-01-01 to 2024-12-31"},
    {"this week", "2025-06-02 to 2025-06-04 | 2025-06-01 to 2025-06-04"},
    {"this month", "2025-06-01 to 2025-06-04"},
    {"this year", "2025-01-01 to 2025-06-04"},
    {"last summer", "2024-06-01 to 2024-08-31"},
    {"last May", "2025-05-01 to 2025-05-31 | 2024-05-01 to 2024-05-31"},
    {"last August", "2024-08-01 to 2024-08-31"},
    {"last winter", "2024-12-01 to 2025-02-28 | 2023-12-01 to 2024-02-29"},
    {"this summer", "2025-06-01 to 2025-06-04"},
    {"this spring", "2025-03-01 to 2025-05-31"},
    {"this winter", ""},
    {"this autumn", ""},
    {"from yesterday to today", "2025-06-03 to 2025-06-04"},
    {"between last Friday and yesterday", "2025-05-30 to 2025-06-03"},
    {"Monday to Tuesday", "2025-06-02 to 2025-06-03"},
    {"the last week", ""},
    {"the other day", ""},
    {"a couple of days ago", ""},
    {"three hours ago", ""},
    {"500 years ago", ""},
    {"this Tuesday", ""},
    {"next week", ""},
    {"tomorrow", ""},
    {"last last Tuesday", ""},
    {"yesterday, Tuesday", "2025-06-03"},
    {"yesterday, Monday", ""},
  };
  // clang-format on
  check_rows(rows, afternoon_of_4_june());
}

TEST_CASE("where no year is written the latest years are asked about") {
  // clang-format off
  constexpr SaidRow rows[] = {
    {"3 May", "2025-05-03 | 2024-05-03 | 2023-05-03"},
    {"May 3", "2025-05-03 | 2024-05-03 | 2023-05-03"},
    {"3rd of May at 22:41", "2025-05-03 22:41 | 2024-05-03 22:41 | 2023-05-03 22:41"},
    {"5 June", "2024-06-05 | 2023-06-05 | 2022-06-05"},
    {"May", "2025-05-01 to 2025-05-31 | 2024-05-01 to 2024-05-31 | 2023-05-01 to 2023-05-31"},
    {"early May", "2025-05-01 to 2025-05-10 | 2024-05-01 to 2024-05-10 | 2023-05-01 to 2023-05-10"},
    {"about early May", "2025-05-01 to 2025-05-10 | 2024-05-01 to 2024-05-10 | 2023-05-01 to 2023-05-10"},
    {"December", "2024-12-01 to 2024-12-31 | 2023-12-01 to 2023-12-31 | 2022-12-01 to 2022-12-31"},
    {"25 December", "2024-12-25 | 2023-12-25 | 2022-12-25"},
    {"summer", "2025-06-01 to 2025-08-31 | 2024-06-01 to 2024-08-31 | 2023-06-01 to 2023-08-31"},
    {"Saturday 3 May", "2025-05-03 | 2014-05-03 | 2008-05-03"},
    {"29 February", "2024-02-29 | 2020-02-29 | 2016-02-29"},
    {"May 24", "2025-05-24 | 2024-05-01 to 2024-05-31 | 2024-05-24 | 2023-05-24"},
    {"May 55", "ahead: 2055-05-01 to 2055-05-31"},
    {"between 3 and 5 May", "2025-05-03 to 2025-05-05 | 2024-05-03 to 2024-05-05 | 2023-05-03 to 2023-05-05"},
    {"28 May to 3 June", "2025-05-28 to 2025-06-03 | 2024-05-28 to 2024-06-03 | 2023-05-28 to 2023-06-03"},
    {"2 June, in the morning", "2025-06-02 | 2024-06-02 | 2023-06-02"},
    {"03-May", "2025-05-03 | 2024-05-03 | 2023-05-03"},
  };
  // clang-format on
  check_rows(rows, afternoon_of_4_june());
}

TEST_CASE("before dawn the day before may be the one that has not ended with sleep yet") {
  const LocalMoment night{afternoon_of_4_june().day, 90};
  constexpr SaidRow rows[] = {{"yesterday", "2025-06-03 | 2025-06-02"},
                              {"today", "2025-06-04 | 2025-06-03"},
                              {"last night", "2025-06-03 to 2025-06-04 | 2025-06-02 to 2025-06-03"},
                              {"this evening", "2025-06-03"},
                              {"Tuesday", "2025-06-03 | 2025-05-27"},
                              {"today at 23:00", "2025-06-03 23:00"},
                              {"a week ago today", "2025-05-28"},
                              {"3 June 2025", "2025-06-03"}};
  check_rows(rows, night);
}

TEST_CASE("in the morning the evening has not come") {
  constexpr SaidRow rows[] = {{"this evening", ""}, {"tonight", ""}, {"this morning", "2025-06-04"}};
  check_rows(rows, {afternoon_of_4_june().day, 9 * 60});
}

TEST_CASE("a week that is only just over, and a summer of last year, are clear") {
  const std::int32_t monday = afternoon_of_4_june().day + 5;
  constexpr SaidRow rows[] = {{"last Tuesday", "2025-06-03"},
                              {"last Sunday", "2025-06-08 | 2025-06-01"},
                              {"last Monday", "2025-06-02"},
                              {"this week", "2025-06-09 | 2025-06-08 to 2025-06-09"},
                              {"late this week", ""},  // two days have no thirds
                              {"early this week", ""}};
  check_rows(rows, {monday, 15 * 60});
  const std::int32_t january = afternoon_of_4_june().day + 220;  // 10 January 2026
  constexpr SaidRow later[] = {{"last summer", "2025-06-01 to 2025-08-31"},
                               {"last May", "2025-05-01 to 2025-05-31"},
                               {"this winter", "2025-12-01 to 2026-01-10"},
                               {"last month", "2025-12-01 to 2025-12-31"},
                               {"two months ago", "2025-11-10 | 2025-11-01 to 2025-11-30"}};
  check_rows(later, {january, 15 * 60});
}

TEST_CASE("what is kept holds her words and the day, and is the same day for whoever reads it later") {
  const LocalMoment said_at = afternoon_of_4_june();
  const auto kept = [&](const char* words, std::size_t reading = 0) {
    return kept_when(words, read_when(words, said_at).readings.at(reading));
  };
  CHECK(kept("3 May 2025, 22:41") == "3 May 2025, 22:41");
  CHECK(kept("yesterday") == "yesterday [read as Tuesday 3 June 2025]");
  CHECK(kept("03/05/2025", 1) == "03/05/2025 [read as Wednesday 5 March 2025]");
  CHECK(kept("last night at 11") == "last night at 11 [read as Tuesday 3 June 2025, 23:00]");
  CHECK(kept("early May", 1) == "early May [read as 1 to 10 May 2024]");
  CHECK(kept("last winter") == "last winter [read as 1 December 2024 to 28 February 2025]");
  CHECK(kept("3 May 2025 22:00 to 02:00") ==
        "3 May 2025 22:00 to 02:00 [read as Saturday 3 May 2025, 22:00 to Sunday 4 May 2025, 02:00]");
  // Years later it still is that day, and it is kept a second time as it is.
  const LocalMoment later{said_at.day + 2000, 600};
  CHECK(means(read_when("yesterday [read as Tuesday 3 June 2025]", later)) == "2025-06-03");
  CHECK(kept("yesterday [read as Tuesday 3 June 2025]") == "yesterday [read as Tuesday 3 June 2025]");
  CHECK(days_said("03/05/2025 [read as Wednesday 5 March 2025]")->first ==
        read_when("5 March 2025", std::nullopt).time()->first);
}

TEST_CASE("what was kept is not read when one half of it was changed") {
  for (const char* changed : {"4 May 2025 [read as Saturday 3 May 2025]", "03/05/2025 [read as Sunday 4 May 2025]",
                              "yesterday [read as the week we moved]", "yesterday [read as yesterday]",
                              "yesterday [read as Friday 3 May 2025]", "yesterday [read as 03/05/2025]"}) {
    INFO(changed);
    CHECK_FALSE(read_when(changed, afternoon_of_4_june()).is_understood());
    CHECK(own_words(changed) == changed);
  }
}
