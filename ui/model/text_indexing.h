#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

/// Brings long texts into the search index on a thread of its own, so that nobody waits for it. What a hidden or closed
/// program leaves is brought there when the record is open again.
class TextIndexing {
 public:
  /// Keeps in `waiting` how many texts a search does not look into yet. `then` is called on the thread of the window
  /// when texts were brought there that a search may find now.
  TextIndexing(Session& session, std::size_t& waiting, std::function<void()> then)
      : m_session(session), m_waiting(waiting), m_then(std::move(then)) {}

  /// Looks whether texts wait, and begins with them.
  void begin();
  void stop() {
    if (m_progress) m_progress->stop();
  }

 private:
  void work();

  Session& m_session;
  std::size_t& m_waiting;
  std::function<void()> m_then;
  std::shared_ptr<JobProgress> m_progress;  // none: nothing is done
  bool m_begins_again = false;              // another text came meanwhile
};

}  // namespace daybook::ui
