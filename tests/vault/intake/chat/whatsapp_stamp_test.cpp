#include "vault/intake/chat/whatsapp_stamp.h"

#include <catch2/catch_test_macros.hpp>

#include "vault/intake/chat/whatsapp_dates.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

constexpr auto kDayFirst = DateOrder::day_month_year, kMonthFirst = DateOrder::month_day_year;

struct Row {
  const char* line;
  const char* time;  // empty: no day of the calendar, or no hour
  const char* rest;
  DateOrder order = kDayFirst;
};

std::string time_in(const WhatsappStamp& stamp, DateOrder order) {
  const auto time = time_of(stamp, order);
  return time ? to_text(*time) : "";
}

}  // namespace

TEST_CASE("stamps in the forms of telephones, languages and calendars say their time") {
  const Row rows[] = {
      {"[03/05/2025, 22:58:10] S: call me", "2025-05-03T22:58:10", "S: call me"},
      {"\u200e[03/05/2025, 22:58:10] S: x", "2025-05-03T22:58:10", "S: x"},
      {"\ufeff29.01.18, 12:24 - A: x", "2018-01-29T12:24", "A: x"},
      {"01/01/2023, 08:02 - A: x", "2023-01-01T08:02", "A: x"},
      {"1/2/23, 8:59\u202f"
       "AM - A: x",
       "2023-01-02T08:59", "A: x", kMonthFirst},
      {"1/2/23, 12:10 am - A: x", "2023-02-01T00:10", "A: x"},
      {"1/29/18, 0:24 PM - A: x", "2018-01-29T12:24", "A: x", kMonthFirst},
      {"06/20/2020, 00:08 a. m. - A: x", "2020-06-20T00:08", "A: x", kMonthFirst},
      {"3/6/2018 1:55 p.\u00a0m. - a: m", "2018-06-03T13:55", "a: m"},
      {"[3/6/18 1:55:00 p. m.] a: m", "2018-06-03T13:55:00", "a: m"},
      {"09/17/19, 4:30:10 PM \u2013 J: x", "2019-09-17T16:30:10", "J: x", kMonthFirst},
      {"13.06.18 21.25.15: a: m", "2018-06-13T21:25:15", "a: m"},
      {"13.6.2018 klo 21.25 - a: m", "2018-06-13T21:25", "a: m"},
      {"03/05/2025 à 22:58 - a: m", "2025-05-03T22:58", "a: m"},
      {"[03/05/2025 à 22:58:10] a: m", "2025-05-03T22:58:10", "a: m"},
      {"2025-05-03 22 h 58 - a: m", "2025-05-03T22:58", "a: m"},
      {"[2025-05-03, 22\u00a0h\u00a0"
       "58\u00a0min\u00a0"
       "07\u00a0s] a: m",
       "2025-05-03T22:58:07", "a: m"},
      {"3.05.25 г., 22:58 ч. - a: m", "2025-05-03T22:58", "a: m"},
      {"[3.05.2025 г., 22:58:10 ч.] a: m", "2025-05-03T22:58:10", "a: m"},
      {"03.05.2025 um 22:58 Uhr - a: m", "2025-05-03T22:58", "a: m"},
      {"03. 05. 2025. u 22:58 - a: m", "2025-05-03T22:58", "a: m"},
      {"03.05.2025, kl. 22:58 - a: m", "2025-05-03T22:58", "a: m"},
      {"3/5/25, ಅಪರಾಹ್ನ 10:58 - a: m", "2025-05-03T22:58", "a: m"},
      {"3/5/25, 10:58 ಅಪರಾಹ್ನ - a: m", "2025-05-03T22:58", "a: m"},
      {"22:58 03/05/2025 - a: m", "2025-05-03T22:58", "a: m"},
      {"10:58 CH 03/05/2025 - a: m", "2025-05-03T22:58", "a: m"},
      {"03/05/2025, 1:07 at night - a: m", "2025-05-03T01:07", "a: m"},
      {"03/05/2025, 10:58 at night - a: m", "2025-05-03T22:58", "a: m"},
      {"03/05/2025, 12:07 at night - a: m", "2025-05-03T00:07", "a: m"},
      {"16/08/1446, 22:58 - a: m", "", "a: m"},
      {"[16/08/1446 هـ, 22:58:10] a: m", "", "a: m"},
      {"13. 6. 2018. 21:25:15 a: m", "2018-06-13T21:25:15", "a: m"},
      {"[2018/06/13, 21:25:15] a: m", "2018-06-13T21:25:15", "a: m"},
      {"[06/2018/13, 21:25:15] a: m", "2018-06-13T21:25:15", "a: m", kMonthFirst},
      {"2022-03-18 15:30 - a: m", "2022-03-18T15:30", "a: m"},
      {"[21:41:35, 3/27/22] a: m", "2022-03-27T21:41:35", "a: m", kMonthFirst},
      {"[00:29, 15/05/2021] Alice: text", "2021-05-15T00:29", "Alice: text"},
      {"[3/18/2565 BE, 14:56:01] a: m", "2022-03-18T14:56:01", "a: m", kMonthFirst},
      {"18/3/2565 14:56 - a: m", "2022-03-18T14:56", "a: m"},
      {"18/3/65 14:56 - a: m", "2022-03-18T14:56", "a: m"},
      {"[3/18/R4, 14:56:01] a: m", "2022-03-18T14:56:01", "a: m", kMonthFirst},
      {"[H31/04/30, 14:56:01] a: m", "2019-04-30T14:56:01", "a: m"},
      {"[\u200f\u0662\u0667\u200f/\u0663\u200f/\u0662\u0660\u0662\u0662\u060c \u0669:\u0665\u0663:\u0665\u0666 \u0645] "
       "a: m",
       "2022-03-27T21:53:56", "a: m"},
      {"2022/3/18 下午3:30 - a: m", "2022-03-18T15:30", "a: m"},
      {"2022. 3. 18. 오후 3:30 - a: m", "2022-03-18T15:30", "a: m"},
      {"1401/01/07, 22:58 - a: m", "2022-03-27T22:58", "a: m"},
      {"\u06f1\u06f4\u06f0\u06f1/\u06f0\u06f1/\u06f0\u06f7\u060c\u200f \u06f2\u06f2:\u06f5\u06f8 - a: m",
       "2022-03-27T22:58", "a: m"},
      {"1399/12/30, 22:58 - a: m", "2021-03-20T22:58", "a: m"},
      {"1400/12/30, 22:58 - a: m", "", "a: m"},
      {"31/02/24, 10:00 - a: m", "", "a: m"},
      {"13/13/24, 10:00 - a: m", "", "a: m"},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const auto stamp = read_whatsapp_stamp(row.line);
    REQUIRE(stamp);
    CHECK(time_in(*stamp, row.order) == row.time);
    CHECK(std::string_view(row.line).substr(stamp->size) == row.rest);
  }
}

TEST_CASE("what people write begins with no stamp") {
  for (const char* line : {"",
                           "2/11/19: Arrival",
                           "12/12/19",
                           "10:30",
                           "[",
                           "[03/05/2025, 22:58:10]",
                           "3 May 2025, 22:58 - x",
                           "03/05/2025 22:58",
                           "1.2.3.4, 10:00 - x",
                           "03/05/20255, 22:58 - x",
                           "03/05/2025, 25:58 - x",
                           "03/05/2025, 22:60 - x",
                           "03/05/2025, 22:5 - x",
                           "03/05/2025 abends 4:13 - x",
                           "03/05/2025 este 4:13 - x",
                           "03/05/2025 qwerty 11:02 - x",
                           "03/05/2025 I came home 22:58 - x",
                           "03/05/2025 à22:58 - x",
                           "03/05/2025 ab2 22:58 - x",
                           "03/05/2025 reached 22:58 - x",
                           "03/05/2025 à à 22:58 - x",
                           "03/05/2025 22 h - x",
                           "03-05/2025, 22:58 - x",
                           "99999999999999999999/1/1, 10:00 - x"}) {
    INFO(line);
    CHECK_FALSE(read_whatsapp_stamp(line));
  }
}

TEST_CASE("a date over the twelfth says its own order, and forms are told apart") {
  const auto read = [](const char* line) { return read_whatsapp_stamp(line).value(); };
  for (const char* clear :
       {"13/05/25, 10:00 - a: m", "05/13/25, 10:00 - a: m", "05/05/25, 10:00 - a: m", "2025/05/03, 10:00 - a: m"})
    CHECK(is_order_clear(read(clear)));
  CHECK_FALSE(is_order_clear(read("03/05/25, 10:00 - a: m")));
  CHECK(read("3/5/25, 9:00 - a: m").form() == read("13/05/25, 10:00 - a: m").form());
  for (const char* other :
       {"3/5/2025, 9:00 - a: m", "3.5.25, 9:00 - a: m", "3/5/25 9:00 - a: m", "3/5/25, 9:00 AM - a: m",
        "3/5/25, at 9:00 - a: m", "3/5/25, 9:00:00 - a: m", "[3/5/25, 9:00] a: m"}) {
    INFO(other);
    CHECK(read(other).form() != read("3/5/25, 9:00 - a: m").form());
  }
  CHECK(read("3/5/2025, 9:00 - a: m").differs_only_in_year(read("3/5/25, 9:00 - a: m")));
  CHECK_FALSE(read("3.5.2025, 9:00 - a: m").differs_only_in_year(read("3/5/25, 9:00 - a: m")));
}
