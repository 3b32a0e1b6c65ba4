#pragma once

#include "ui/model/areas.h"
#include "ui/model/draft_keeper.h"

namespace daybook::ui {

/// Owns the session and all areas, and brings to each what it takes: what a person does, and what has happened
/// elsewhere. Areas know each other only so. All of it runs on the thread of the window and none of it waits: work goes
/// to workers (Jobs) and comes back through poll().
class Router {
 public:
  explicit Router(ProgramSurroundings surroundings, std::string locked_because = "");

  /// Nothing but a page with these words, for the process that stands in the place of a hidden one. Empty: no such
  /// page.
  void show_cover(const std::string& words);

  const AppState& state() const { return m_state; }
  Forms& forms() { return m_forms; }
  void apply(Action action);
  /// What the workers have finished, and what is due. True when something changed.
  bool poll();
  /// Seconds until poll() is due of itself; nothing when only events can change anything.
  std::optional<double> next_poll() const;

  /// The screen was locked, the computer sleeps, or the window was made small: `because` is what to say afterwards.
  /// Nothing when no record is open.
  void lock(const std::string& because) { m_areas.lock.lock(because); }
  Leaving leaving() const { return m_areas.lock.leaving(); }
  /// What to say after the lock.
  const std::string& locked_because() const { return m_areas.lock.locked_because(); }
  /// Seals what is being typed, now. For after the window has gone: a few milliseconds.
  void keep_draft() { m_drafts.keep(draft()); }

  // For tests.
  /// A test may show what takes long to come about.
  AppState& state_for_tests() { return m_state; }
  /// Nothing is left to come from the workers; or from those alone that do what is short.
  bool is_idle() const { return m_session.jobs().is_idle(); }
  bool is_quick_idle() const { return m_session.jobs().is_quick_idle(); }

 private:
  template <class Told>
  void deliver(const Told& told);
  void deliver_events();
  void take_offer();
  vault::Draft draft() const;
  bool is_anything_working() const;
  bool saves_something() const;

  AppState m_state;
  Forms m_forms;
  Session m_session;
  DraftKeeper m_drafts;
  Areas m_areas;
};

}  // namespace daybook::ui
