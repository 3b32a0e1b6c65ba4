#pragma once

#include "ui/model/item.h"

namespace daybook::ui {

/// An item that is saved out of the record, as a file that anybody can read.
struct SavingOutState {
  std::optional<vault::ItemNumber> asks;  // whether this one is to be saved out, and where, is being asked
  std::shared_ptr<JobProgress> progress;  // none: nothing is being saved out
  vault::Path unfinished;                 // the file, as long as it is not finished
};

struct AskToSaveOut {
  std::optional<vault::ItemNumber> item;  // none: it is not to be saved out
};
struct StopSavingOut {};

/// Saves single items out of the record, and says what that leaves behind.
class SavingOutArea {
 public:
  using Takes = std::variant<AskToSaveOut, StopSavingOut>;

  SavingOutArea(Session& session, SavingOutState& state) : m_session(session), m_state(state) {}

  bool works() const { return m_state.progress != nullptr; }
  /// What the next opening has to know, as vault::Unsaved::fields: the file that is not finished.
  std::map<std::string, std::string> unsaved() const;

  void on(const AskToSaveOut& ask) { m_state.asks = ask.item; }
  void on(const StopSavingOut&) { stop(); }
  void on(const PlaceChosen& chosen);
  void on(const OpenItem&) { m_state.asks.reset(); }
  void on(const RecordCloses&) { stop(); }

 private:
  void stop();
  void save(vault::ItemNumber item, const vault::Path& folder);

  Session& m_session;
  SavingOutState& m_state;
};

}  // namespace daybook::ui
