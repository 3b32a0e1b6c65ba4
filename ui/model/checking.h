#pragma once

#include "ui/model/session.h"
#include "ui/model/text_input.h"
#include "vault/bundle/check/verdict.h"

namespace daybook::ui {

struct CheckState {
  vault::Path file;
  bool is_folder = false;  // somebody unpacked it: no lock is left
  vault::Path key_file;    // her own, when the copy was locked for her key; empty: none chosen
  bool is_working = false;
  std::shared_ptr<JobProgress> progress;
  std::optional<ErrorText> error;
  std::optional<vault::CopyVerdict> verdict;
  std::uint64_t verdict_number = 0;  // another one for each verdict
  bool shows_how = false;            // how it was checked, line by line
  vault::Path files;                 // where the files of the copy were saved
};

struct CheckForm {
  SecretInput passphrase;
  bool is_shown = false;
  TextInput words;  // the eight, as the keeper read them out
};

struct CheckCopy {};
struct ShowHow {};        // how a copy was checked: closed at first
struct ForgetKeyFile {};  // the one chosen for opening a copy

/// Anybody's copy, looked at without a record.
class CheckingArea {
 public:
  using Takes = std::variant<CheckCopy, ShowHow, ForgetKeyFile>;

  CheckingArea(Session& session, CheckState& state, CheckForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  bool works() const { return m_state.is_working; }

  void on(const CheckCopy&) { read({}); }
  void on(const ShowHow&) { m_state.shows_how = !m_state.shows_how; }
  void on(const ForgetKeyFile&) { m_state.key_file.clear(); }
  void on(const PlaceChosen& chosen);
  void on(const ScreenLeft& left);

 private:
  void choose(const vault::Path& copy, bool is_folder);
  void read(vault::Path unpack_to);
  void clear();

  Session& m_session;
  CheckState& m_state;
  CheckForm& m_form;
  std::uint64_t m_verdicts = 0;
};

}  // namespace daybook::ui
