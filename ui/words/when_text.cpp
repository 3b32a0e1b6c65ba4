#include "ui/words/when_text.h"

#include <fmt/format.h>

#include "ui/words/date_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

std::string with_time(std::int32_t day, const std::optional<int>& minute) {
  const std::string text = days_text({day, day});
  return minute ? fmt::format("{}, {:02}:{:02}", text, *minute / 60, *minute % 60) : text;
}

}  // namespace

std::string when_text(const vault::SaidTime& said) {
  const bool is_one_day = said.first == said.last;
  if (!said.from && !said.until) return days_text({said.first, said.last});
  const std::string first = with_time(said.first, said.from);
  if (is_one_day && said.from == said.until) return first;
  const std::string last = is_one_day && said.from && said.until
                               ? fmt::format("{:02}:{:02}", *said.until / 60, *said.until % 60)
                               : with_time(said.last, said.until);
  return fmt::format(fmt::runtime(tr("{} to {}")), first, last);
}

const char* not_happened_text() {
  return tr("That date has not happened yet. Check the year, or choose \"I'm not sure\".");
}

}  // namespace daybook::ui
