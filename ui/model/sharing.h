#pragma once

#include "ui/model/share_actions.h"
#include "ui/model/share_saving.h"
#include "ui/model/share_state.h"

namespace daybook::ui {

/// Makes a copy for somebody else: the keeper chooses what goes into it, decides what only she can decide, sees it as
/// it will be read, and chooses how it is locked.
class SharingArea {
 public:
  using Takes = std::variant<BeginSharing, GoOnSharing, StartSharingAgain, ToggleShared, DecideNote, DecidePlaces,
                             DecideRest, SendHelperNames, NextShareStep, PreviousShareStep, StopSharing>;

  SharingArea(Session& session, ShareState& state, ShareForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  bool saves() const { return m_state.is_working; }
  bool names_media() const { return m_state.step == ShareState::Step::save && !m_state.is_working; }
  /// What was decided for a copy that is not saved yet, for Unsaved::fields. Empty when nothing was.
  std::map<std::string, std::string> unsaved() const;

  void on(const BeginSharing& begin);
  void on(const GoOnSharing& go_on);
  void on(const StartSharingAgain&);
  void on(const ToggleShared& toggled);
  void on(const DecideNote& decided);
  void on(const DecidePlaces& decided);
  void on(const DecideRest& decided);
  void on(const SendHelperNames& decided);
  void on(const NextShareStep&);
  void on(const PreviousShareStep&);
  void on(const StopSharing&) { stop(); }
  void on(const PlaceChosen& chosen);
  void on(const MediaFound& found);
  void on(const RecordOpened& opened);
  void on(const ItemKept&) { ask_again(); }
  void on(const ItemsAnswered&) { ask_again(); }
  void on(const ItemsGone& gone);
  void on(const RecordCloses&) { stop(); }

 private:
  void clear();
  void stop();
  void go_back();
  void finish();
  void begin_questions();
  void ask();
  void ask_again();
  void refuse(ErrorText why);
  void end_questions();
  void load_preview();
  vault::FileReaders readers() const;
  vault::SnapshotRequest contents() const;
  vault::CopyRequest request();
  void seal();
  void sealed(Result<SavedCopy> saved);

  Session& m_session;
  ShareState& m_state;
  ShareForm& m_form;
  std::uint64_t m_previews = 0;
  std::uint64_t m_asked = 0;  // how often it was looked up what is to be asked; only the last time counts
};

}  // namespace daybook::ui
