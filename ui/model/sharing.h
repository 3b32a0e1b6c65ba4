#pragma once

#include "ui/model/session.h"
#include "ui/model/share_form.h"
#include "ui/report/report_page.h"
#include "vault/bundle/seal_copy.h"

namespace daybook::ui {

struct ShareState : ShareDecisions {
  enum class Step { who, items, questions, preview, lock, place, done };
  static constexpr int kSteps = 6;
  Step step = Step::who;
  std::optional<ShareQuestions> questions;  // none: it is not known yet what is to be asked
  bool is_asking = false;                   // what is to be asked is being looked up
  std::vector<ReportPage> preview;          // the report of the copy, as it would be now
  std::uint64_t preview_number = 0;         // differs for each preview, so that the screen notices a new one
  std::optional<vault::SeenPreview> seen;
  bool is_loading = false;
  vault::Path folder;
  bool is_working = false;
  std::shared_ptr<JobProgress> progress;
  std::optional<ErrorText> error;
  // Of the finished copy
  std::string file, receipt, key_words;
  std::size_t items = 0;
  std::optional<crypto::SecretBuffer> passphrase;  // of the copy, from the moment at which saving begins
};

struct BeginSharing {
  std::optional<vault::ItemNumber> item;
};
struct ToggleShared {
  vault::ItemNumber item;
};
struct DecideNote {
  vault::ItemNumber note;
  bool goes_along;
};
struct DecidePlaces {
  bool go_along;
};
struct DecideRest {
  bool is_stated;  // the copy says how much is not in it
};
struct SendHelperNames {
  bool sends;
};
struct NextShareStep {};
struct PreviousShareStep {};
struct StopSharing {};

/// Makes a copy for somebody else: the keeper chooses what goes into it, decides what only she can decide, sees it as
/// it will be read, and chooses how it is locked.
class SharingArea {
 public:
  using Takes = std::variant<BeginSharing, ToggleShared, DecideNote, DecidePlaces, DecideRest, SendHelperNames,
                             NextShareStep, PreviousShareStep, StopSharing>;

  SharingArea(Session& session, ShareState& state, ShareForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  bool saves() const { return m_state.is_working; }

  void on(const BeginSharing& begin);
  void on(const ToggleShared& toggled) { m_state.toggle(toggled.item); }
  void on(const DecideNote& decided);
  void on(const DecidePlaces& decided);
  void on(const DecideRest& decided);
  void on(const SendHelperNames& decided);
  void on(const NextShareStep&);
  void on(const PreviousShareStep&);
  void on(const StopSharing&) { stop(); }
  void on(const PlaceChosen& chosen);
  void on(const ItemKept&) { ask_again(); }
  void on(const ItemAnswered&) { ask_again(); }
  void on(const ItemGone& gone);
  void on(const RecordCloses&) { stop(); }

 private:
  void clear();
  void stop();
  void begin_questions();
  void ask();
  void ask_again();
  void end_questions();
  void load_preview();
  vault::FileReaders readers() const;
  vault::SnapshotRequest contents() const;
  vault::CopyRequest request();
  void seal();
  void sealed(Result<vault::SealedCopy> copy);

  Session& m_session;
  ShareState& m_state;
  ShareForm& m_form;
  std::uint64_t m_previews = 0;
  std::uint64_t m_asked = 0;  // how often it was looked up what is to be asked; only the last time counts
};

}  // namespace daybook::ui
