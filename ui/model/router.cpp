#include "ui/model/router.h"

#include <algorithm>

namespace daybook::ui {
namespace {

template <class Area, class Told>
concept Takes = requires(Area& area, const Told& told) {
  area.on(told);
};

template <class Told, class... Taker>
constexpr bool is_taken_by_any(std::tuple<Taker&...>*) {
  return (Takes<Taker, Told> || ...);
}

}  // namespace

Router::Router(ProgramSurroundings surroundings, std::string locked_because)
    : m_session(std::move(surroundings), m_state), m_drafts(m_session), m_areas{m_session, m_state, m_forms} {
  m_state.unlock.locked = std::move(locked_because);
}

void Router::show_cover(const std::string& words) {
  if (words.empty()) return;
  m_session.screens().begin_at({Screen::cover});
  m_forms.cover.set(words);
}

template <class Told>
void Router::deliver(const Told& told) {
  using Others = std::tuple<ScreenStack&, Session&, DraftKeeper&>;
  static_assert(is_taken_by_any<Told>(static_cast<Others*>(nullptr)) ||
                    is_taken_by_any<Told>(static_cast<decltype(m_areas.all())*>(nullptr)) ||
                    std::is_same_v<Told, TakeOffer>,
                "nobody takes this");
  const auto bring = [&told](auto&... takers) {
    const auto to = [&told](auto& taker) {
      if constexpr (Takes<decltype(taker), Told>) taker.on(told);
    };
    (to(takers), ...);
  };
  bring(m_session.screens(), m_session, m_drafts);
  std::apply(bring, m_areas.all());
}

void Router::deliver_events() {
  for (auto told = m_session.events().take(); !told.empty(); told = m_session.events().take()) {
    for (const Event& event : told) std::visit([this](const auto& one) { deliver(one); }, event);
  }
}

void Router::apply(Action action) {
  // While only the page is shown that waits for a save, a person can do nothing but leave.
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
    case Banner::Offer::delete_files:
      return apply(AskToDelete{true});
    case Banner::Offer::save_files:
      return apply(SaveInterrupted{});
    case Banner::Offer::empty_clipboard:
      return apply(EmptyClipboard{});
    case Banner::Offer::take_back:
      return apply(TakeBackDropped{});
    case Banner::Offer::type_out:
      return apply(BeginAdding{Begun::Kind::words, std::nullopt});
  }
}

bool Router::saves_something() const {
  return m_areas.importing.saves() || m_areas.sharing.saves() || m_areas.safety.saves() || m_areas.saving_out.works() ||
         m_areas.taking_chat.works() || m_areas.attachments.works();
}

// While a long job runs, every poll counts as a change: the job wakes the window for each percent that is to be shown.
bool Router::is_anything_working() const {
  return saves_something() || m_areas.checking.works() || m_areas.safety.works() || m_areas.text_view.works() ||
         m_areas.timeline.works();
}

bool Router::names_media() const {
  return m_state.is_open && m_state.screen == Screen::share && m_areas.sharing.names_media();
}

bool Router::poll() {
  m_session.note_time();
  bool changed = m_session.jobs().finish();
  deliver_events();
  changed |= is_anything_working();
  changed |= m_areas.unlock.tick();
  changed |= m_areas.removing.tick();
  changed |= m_areas.helping.tick();
  changed |= m_areas.clock.tick();
  m_areas.browsing.watch_media(names_media());
  deliver_events();
  if (m_state.is_open) m_drafts.keep_if_due(not_saved());
  changed |= m_areas.lock.count_down(m_areas.helping.held_until(), saves_something());
  return changed;
}

std::optional<double> Router::next_poll() const {
  std::optional<double> next =
      m_state.is_open ? std::optional(m_areas.lock.next_change(m_areas.helping.held_until())) : std::nullopt;
  const auto or_in = [&next](std::optional<double> seconds) {
    if (seconds) next = next ? std::min(*next, *seconds) : *seconds;
  };
  or_in(m_areas.unlock.next_tick());
  or_in(m_areas.removing.next_tick());
  if (!m_state.is_open) return next;
  or_in(m_areas.helping.next_tick());
  or_in(m_areas.browsing.next_look(names_media()));
  or_in(m_drafts.next_due(not_saved()));
  return next;
}

// What was typed on any screen and not saved yet.
NotSaved Router::not_saved() const {
  const UnsavedList& texts = m_areas.adding.unsaved();
  auto fields = m_areas.case_details.unsaved();
  for (auto&& more : {m_areas.importing.unsaved(), m_areas.saving_out.unsaved(), m_areas.safety.unsaved(),
                      m_areas.adding.unsaved_picture(), m_areas.interrupted.unsaved(), m_areas.sharing.unsaved(),
                      m_areas.cover_page.unsaved()})
    fields.insert(more.begin(), more.end());
  return {texts.revision(), std::move(fields), [&texts] { return texts.drafts(); }};
}

}  // namespace daybook::ui
