#include "ui/model/clock_doubt.h"

#include <algorithm>
#include <utility>

namespace daybook::ui {
namespace {

constexpr std::int64_t kTolerance = 60;  // seconds by which a clock may be set back without a word

Result<std::int64_t> last_added(vault::Record& record) {
  vault::ListQuery query;
  query.limit = 1;
  TRY_ASSIGN(const auto items, record.list(query));
  return items.empty() ? 0 : items.front().added_at;
}

}  // namespace

bool ClockArea::tick() {
  const std::int64_t least = std::max(m_session.surroundings().made_at, m_last_added - kTolerance);
  const bool is_in_doubt = m_session.state().is_open && !m_is_kept && m_session.utc_now() < least;
  if (is_in_doubt) m_state.says = m_session.utc_now();
  if (std::exchange(m_state.is_in_doubt, is_in_doubt) == is_in_doubt) return false;
  m_state.shows_how = false;
  return true;
}

void ClockArea::on(const RecordOpened&) {
  m_is_kept = false;
  m_session.jobs().ask([](vault::Record& record) { return last_added(record); },
                       [this](Result<std::int64_t> added) {
                         if (added) m_last_added = *added;
                       });
}

}  // namespace daybook::ui
