#include "ui/model/router.h"

#include <algorithm>

namespace daybook::ui {
namespace {

template <class Area, class Told>
concept Takes = requires(Area& area, const Told& told) {
  area.on(told);
};

}  // namespace

Router::Router(ProgramSurroundings surroundings, std::string locked_because)
    : m_session(std::move(surroundings), m_state),
      m_lock(m_session, m_state),
      m_drafts(m_session),
      m_timeline(m_session, m_state.timeline, m_forms.timeline),
      m_people(m_session, m_state.people, m_forms.people),
      m_case(m_session, m_state.case_details, m_forms.case_details),
      m_pictures(m_session, m_state.pictures),
      m_item(m_session, m_state.item, m_forms.item, m_state.last_answers),
      m_helping(m_session, m_state.helper, m_forms.helper),
      m_adding(m_session, m_state.add, m_forms.add, [this] { return m_helping.answers(); }),
      m_importing(m_session, m_state.importing, [this] { return m_helping.answers(); }),
      m_browsing(m_session, m_state.browse),
      m_sharing(m_session, m_state.share, m_forms.share),
      m_checking(m_session, m_state.check, m_forms.check),
      m_safety(m_session, m_state.safety, m_forms.safety),
      m_removing(m_session, m_state.removal),
      m_first_run(m_session, m_state.first_run, m_forms.first_run),
      m_unlock(m_session, m_state.unlock, m_forms.unlock) {
  m_state.unlock.locked = std::move(locked_because);
}

void Router::show_cover(const std::string& words) {
  if (words.empty()) return;
  m_session.screens().begin_at({Screen::cover});
  m_forms.cover.set(words);
}

template <class Told>
void Router::deliver(const Told& told) {
  const auto bring = [&told](auto& area) {
    if constexpr (Takes<decltype(area), Told>) area.on(told);
  };
  std::apply([&](auto&... areas) { (bring(areas), ...); }, everybody());
}

void Router::deliver_events() {
  for (auto told = m_session.events().take(); !told.empty(); told = m_session.events().take()) {
    for (const Event& event : told) std::visit([this](const auto& one) { deliver(one); }, event);
  }
}

void Router::apply(Action action) {
  // Behind the closed page there is only leaving.
  if (m_state.finishes_first && !std::holds_alternative<HideNow>(action) && !std::holds_alternative<LockNow>(action))
    return;
  if (std::holds_alternative<TakeOffer>(action)) return take_offer();
  std::visit([this](const auto& one) { deliver(one); }, action);
  deliver_events();
}

void Router::take_offer() {
  if (!m_state.banner) return;
  const Banner banner = *m_state.banner;
  m_session.screens().say_nothing();
  switch (banner.offer) {
    case Banner::Offer::none:
      return;
    case Banner::Offer::backup:
      return apply(BeginSafety{SafetyState::Task::backup});
    case Banner::Offer::delete_file:
      return apply(DeleteImported{banner.file});
  }
}

bool Router::saves_something() const { return m_importing.saves() || m_sharing.saves() || m_safety.saves(); }

// A worker that is on its way wakes the window for each percent.
bool Router::is_anything_working() const { return saves_something() || m_checking.works() || m_safety.works(); }

bool Router::poll() {
  bool changed = m_session.jobs().finish();
  deliver_events();
  changed |= is_anything_working();
  changed |= m_unlock.tick();
  changed |= m_removing.tick();
  changed |= m_helping.tick();
  deliver_events();
  if (m_state.is_open) m_drafts.keep_if_due(draft());
  changed |= m_lock.count_down(m_helping.held_until(), saves_something());
  return changed;
}

std::optional<double> Router::next_poll() const {
  std::optional<double> next =
      m_state.is_open ? std::optional(m_lock.next_change(m_helping.held_until())) : std::nullopt;
  const auto or_in = [&next](std::optional<double> seconds) {
    if (seconds) next = next ? std::min(*next, *seconds) : *seconds;
  };
  or_in(m_unlock.next_tick());
  or_in(m_removing.next_tick());
  if (!m_state.is_open) return next;
  or_in(m_helping.next_tick());
  or_in(m_drafts.next_due(draft()));
  return next;
}

// What has been typed and not been saved.
vault::Draft Router::draft() const {
  vault::Draft draft = m_adding.draft();
  draft.fields = m_case.unsaved();
  return draft;
}

}  // namespace daybook::ui
