#pragma once

#include "ui/model/secret_input.h"
#include "ui/model/session.h"
#include "ui/model/text_input.h"
#include "vault/bundle/check/verdict.h"

namespace daybook::ui {

struct CheckState {
  vault::Path file;
  bool is_folder = false;  // `file` is a folder into which somebody unpacked the copy: it has no lock any more
  vault::Path key_file;    // the reader's own, for a copy that is locked for its key; empty: none is chosen
  bool is_working = false;
  std::shared_ptr<JobProgress> progress;
  std::optional<ErrorText> error;
  std::optional<vault::CopyVerdict> verdict;
  std::uint64_t verdict_number = 0;  // differs for each verdict, so that the screen notices a new one
  bool shows_how = false;            // the lines that say how the copy was checked are shown
  vault::Path files;                 // the folder into which the files of the copy were saved; empty: they were not
};

struct CheckForm {
  SecretInput passphrase;
  bool is_shown = false;
  TextInput words;  // the eight key words, as the keeper read them out to the reader
};

struct CheckCopy {};
struct ShowHow {};        // shows or closes the lines that say how a copy was checked
struct ForgetKeyFile {};  // takes back the choice of a key file

/// Checks a copy that somebody was given. No record has to be open, or to exist.
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
