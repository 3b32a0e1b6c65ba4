#include "ui/desktop/list_days.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/item_row.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr float kRow = kRowHeight, kDay = kDayHeight;

// The heading over items that happened at the same time. Where no single day is known it says so, because no day may be
// shown that nobody named.
std::string happened_text(const vault::ItemKey& key) {
  if (!key.happened) return tr("Day not known");
  if (key.happened->is_one_day()) return days_text(*key.happened);
  return fmt::format(fmt::runtime(tr("{}, day not known")), days_text(*key.happened));
}

}  // namespace

void place_days(const TimelineState& timeline, const std::string& language, Views::List& list, Ui& ui) {
  const bool is_placed = list.revision == timeline.revision && list.em == ui.em() && list.language == language;
  if (is_placed) return;
  constexpr int kFramesToFollow = 4;
  if (list.em != ui.em()) list.frames_to_follow = kFramesToFollow;
  list.revision = timeline.revision;
  list.em = ui.em();
  list.language = language;
  list.days.clear();
  double top = 0;
  const bool by_happened = timeline.found.by_happened;
  for (std::size_t i = 0; i < timeline.keys.size(); ++i) {
    const vault::ItemKey& key = timeline.keys[i];
    const vault::ItemKey& last = timeline.keys[i - (i > 0 ? 1 : 0)];
    const bool is_same =
        by_happened ? key.happened == last.happened : vault::local_day(key.added_at) == vault::local_day(last.added_at);
    if (i == 0 || !is_same) {
      list.days.push_back({i, top, by_happened ? happened_text(key) : day_text(key.added_at)});
      top += ui.em(kDay);
    }
    top += ui.em(kRow);
  }
  list.height = top;
  // The focus stays with its item, unless that is gone.
  const auto row = std::find_if(timeline.keys.begin(), timeline.keys.end(),
                                [&](const vault::ItemKey& key) { return key.number == list.item; });
  if (row != timeline.keys.end() && list.chosen > 0)
    list.chosen = static_cast<std::size_t>(row - timeline.keys.begin());
  list.chosen = std::min(list.chosen, timeline.keys.empty() ? 0 : timeline.keys.size() - 1);
  list.anchor = list.chosen;
  const auto has_menu = [&](const vault::ItemKey& key) { return key.number == list.menu->item; };
  if (list.menu && std::none_of(timeline.keys.begin(), timeline.keys.end(), has_menu)) list.menu.reset();
}

void stay_in_place(float above, Frame& frame) {
  Views::List& list = frame.views.list;
  const bool is_same_page = !frame.has_come && list.em == frame.ui.em() && list.above > 0;
  if (is_same_page && above != list.above) list.scroll = std::max(0.0, list.scroll + double{above - list.above});
  list.above = above;
}

double top_of(const Views::List& list, std::size_t row, float em) {
  auto day = std::upper_bound(list.days.begin(), list.days.end(), row,
                              [](std::size_t value, const Views::List::Day& d) { return value < d.first; });
  --day;
  return day->top + em * kDay + static_cast<double>(row - day->first) * em * kRow;
}

std::size_t row_at(const Views::List& list, double y, float em) {
  auto day = std::upper_bound(list.days.begin(), list.days.end(), y,
                              [](double value, const Views::List::Day& d) { return value < d.top; });
  if (day != list.days.begin()) --day;
  const double into = std::max(0.0, y - day->top - em * kDay);
  return day->first + static_cast<std::size_t>(into / (em * kRow));
}

}  // namespace daybook::ui
