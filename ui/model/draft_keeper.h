#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

/// What is not saved yet. The texts can be long, so they are copied only when they are sealed; until then their
/// revision tells whether they have changed.
struct NotSaved {
  std::uint64_t revision = 0;                 // grows with every change of what drafts() gives
  std::map<std::string, std::string> fields;  // as in vault::Unsaved
  std::function<std::vector<vault::Draft>()> drafts;

  vault::Unsaved gather() const { return {drafts(), fields}; }
};

/// Seals what is not saved every two seconds, so that a crash loses no more than was typed since, and hiding and
/// locking lose nothing.
class DraftKeeper {
 public:
  explicit DraftKeeper(Session& session) : m_session(session) {}

  /// Seals `now` on a worker, if two seconds have gone by since the last time and it differs from what was sealed then.
  /// A failure is noted in the session and tried again. Does nothing without a record that can be written to.
  void keep_if_due(const NotSaved& now);
  /// Seconds until keep_if_due() has something to do. Nothing when `now` is what was sealed last.
  std::optional<double> next_due(const NotSaved& now) const;
  /// Seals `now` on this thread, which takes a few milliseconds. For the moment after the window has gone: an error is
  /// dropped, because nobody is left to be told.
  void keep(const NotSaved& now);

  void on(const RecordOpened& opened);
  void on(const KeysReplaced& replaced);
  void on(const RecordCloses&) { m_drafts.reset(); }
  // What was saved is no draft any more: the next poll takes it out of the draft file.
  void on(const ItemKept&) { m_due = 0; }
  void on(const CaseSaved&) { m_due = 0; }

 private:
  bool is_kept(const NotSaved& now) const;

  struct Kept {
    std::uint64_t revision;
    std::map<std::string, std::string> fields;
  };
  Session& m_session;
  std::shared_ptr<Drafts> m_drafts;
  std::optional<Kept> m_kept;  // what the draft file holds; none: that is not known
  double m_due = 0;
};

}  // namespace daybook::ui
