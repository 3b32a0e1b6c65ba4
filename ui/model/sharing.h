#pragma once

#include <set>

#include "ui/model/session.h"
#include "ui/model/text_input.h"
#include "ui/report/report_page.h"
#include "vault/bundle/seal_copy.h"

namespace daybook::ui {

struct ShareState {
  enum class Step { who, items, preview, lock, place, done };
  static constexpr int kSteps = 5;
  Step step = Step::who;
  std::set<vault::ItemNumber> chosen;
  std::vector<ReportPage> preview;   // the report of the copy, as it would be now
  std::uint64_t preview_number = 0;  // differs for each preview, so that the screen notices a new one
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

struct ShareForm {
  enum class For { police, advocate, solicitor, me } who = For::police;
  bool by_upload = true;
  bool shows_pictures = false;
  enum class Lock { passphrase, key, none } lock = Lock::none;
  TextInput key;      // the reader's recipient, age1...
  TextInput purpose;  // of the copy; the reader sees it
};

struct BeginSharing {
  std::optional<vault::ItemNumber> item;
};
struct ToggleShared {
  vault::ItemNumber item;
};
struct NextShareStep {};
struct PreviousShareStep {};
struct StopSharing {};

/// Makes a copy for somebody else: the keeper chooses what goes into it, sees it as it will be read, and chooses how it
/// is locked.
class SharingArea {
 public:
  using Takes = std::variant<BeginSharing, ToggleShared, NextShareStep, PreviousShareStep, StopSharing>;

  SharingArea(Session& session, ShareState& state, ShareForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  bool saves() const { return m_state.is_working; }

  void on(const BeginSharing& begin);
  void on(const ToggleShared& toggled);
  void on(const NextShareStep&);
  void on(const PreviousShareStep&);
  void on(const StopSharing&) { stop(); }
  void on(const PlaceChosen& chosen);
  void on(const ItemGone& gone) { m_state.chosen.erase(gone.item); }
  void on(const RecordCloses&) { stop(); }

 private:
  void clear();
  void stop();
  void load_preview();
  vault::FileReaders readers() const;
  vault::CopyRequest request();
  void seal();
  void sealed(Result<vault::SealedCopy> copy);

  Session& m_session;
  ShareState& m_state;
  ShareForm& m_form;
  std::uint64_t m_previews = 0;
};

}  // namespace daybook::ui
