#pragma once

#include "ui/model/areas.h"
#include "ui/model/draft_keeper.h"

namespace daybook::ui {

/// Owns the session and all areas, and brings to each area the actions and events that it takes. Areas know each other
/// in no other way. Every function here runs on the thread of the window and none waits: work goes to workers (Jobs)
/// and comes back through poll().
class Router {
 public:
  /// `locked_because` is the sentence that the process before this one left when it locked.
  explicit Router(ProgramSurroundings surroundings, std::string locked_because = "");

  /// Shows a page with these words and nothing else, for the process that takes the place of a hidden one. Does nothing
  /// when `words` is empty.
  void show_cover(const std::string& words);

  const AppState& state() const { return m_state; }
  Forms& forms() { return m_forms; }
  /// Does what a person asked for, and brings the events that follow to the areas.
  void apply(Action action);
  /// Takes up what the workers have finished and what is due by the clock. True when what is shown may have changed.
  bool poll();
  /// Seconds until poll() is due by the clock. Nothing when only a person or a worker can change what is shown.
  std::optional<double> next_poll() const;

  /// Locks because the screen was locked, the computer sleeps or the window was made small. `because` is a phrase for
  /// the sentence that is shown afterwards. Does nothing when no record is open.
  void lock(const std::string& because) { m_areas.lock.lock(because); }
  Leaving leaving() const { return m_areas.lock.leaving(); }
  /// The sentence that the next process shows after a lock. Empty when nothing was locked.
  const std::string& locked_because() const { return m_areas.lock.locked_because(); }
  /// Seals what is being typed on this thread, or notes that first run was hidden once, which takes a few milliseconds.
  /// For the moment after the window has gone.
  void keep_draft() {
    m_drafts.keep(not_saved());
    m_areas.first_run.keep_practice();
  }

  /// The words of the page that opens after hiding at this moment. Empty when the program is only to end.
  std::string cover_page() const { return m_areas.cover_page.words(); }

  // For tests.
  /// Lets a test show a state that would take long to come about.
  AppState& state_for_tests() { return m_state; }
  /// True when no worker has anything to do and everything that came of their work was taken up.
  bool is_idle() const { return m_session.jobs().is_idle(); }
  /// The same as is_idle(), but without the worker for what takes long.
  bool is_quick_idle() const { return m_session.jobs().is_quick_idle(); }

 private:
  template <class Told>
  void deliver(const Told& told);
  void deliver_events();
  void take_offer();
  NotSaved not_saved() const;
  bool names_media() const;  // whether what is plugged in is named on the page that is shown
  bool is_anything_working() const;
  bool saves_something() const;

  AppState m_state;
  Forms m_forms;
  Session m_session;
  DraftKeeper m_drafts;
  Areas m_areas;
};

}  // namespace daybook::ui
