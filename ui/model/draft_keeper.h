#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

/// Seals what is being typed every few seconds, so that no end of the program loses it.
class DraftKeeper {
 public:
  explicit DraftKeeper(Session& session) : m_session(session) {}

  /// Keeps `now` beside the window's work, if it is due and has changed.
  void keep_if_due(const vault::Draft& now);
  /// Seconds until that; nothing when what is kept is what is typed.
  std::optional<double> next_due(const vault::Draft& now) const;
  /// Keeps it on this thread, a few milliseconds: for after the window has gone, when nobody is left to be told.
  void keep(const vault::Draft& now);

  void on(const RecordOpened& opened);
  void on(const KeysReplaced& replaced);
  void on(const RecordCloses&) { m_drafts.reset(); }
  // What was saved is not a draft any more.
  void on(const ItemKept&) { m_due = 0; }
  void on(const CaseSaved&) { m_due = 0; }

 private:
  Session& m_session;
  std::shared_ptr<Drafts> m_drafts;
  std::optional<vault::Draft> m_kept;  // what the draft file holds; none: nobody knows
  double m_due = 0;
};

}  // namespace daybook::ui
