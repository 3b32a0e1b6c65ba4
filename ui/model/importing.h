#pragma once

#include "ui/model/session.h"
#include "vault/intake/file.h"

namespace daybook::ui {

/// A file that is being added, or waits for that. A worker reads it, while the window shows how far it has come.
struct Import {
  std::string name;
  vault::Path file;
  std::shared_ptr<JobProgress> progress;
  std::uint64_t bytes = 0;  // of the file; 0 until a worker has looked
};

struct ImportState {
  std::vector<Import> imports;  // that are not saved yet; the first one is being read

  // Of all files that were added together, until the last of them is finished
  std::size_t all = 0;
  double seconds = 0;               // since the first of them was begun, when the last one was finished
  bool knows_sizes = false;         // of all that are not saved yet
  double work_done = 0;             // of those that are finished, as work_of() counts it
  std::vector<vault::Path> kept;    // the files outside the record that are kept in it byte for byte
  std::size_t known = 0;            // that were in the record before
  std::size_t changed = 0;          // that changed while they were read
  std::vector<std::string> failed;  // name, and what happened
  bool is_stopped = false;

  std::vector<vault::Path> asks_to_delete;  // whether these files outside the record are to be deleted is being asked
};

struct ImportFiles {
  std::vector<vault::Path> files;
};
struct StopImports {};  // what is kept stays, and nothing more is added
struct AskToDelete {
  bool asks;
};
struct DeleteImported {};  // deletes the files outside the record about which she was asked

/// Adds files that are dropped on the window or chosen, one after the other, with the same function as the terminal
/// (vault::keep_file()).
class ImportingArea {
 public:
  using Takes = std::variant<ImportFiles, StopImports, AskToDelete, DeleteImported>;
  /// Gives the answers that are kept with every new item while a helper is present. Empty when nobody helps.
  using WhoIsPresent = std::function<vault::Answers()>;

  ImportingArea(Session& session, ImportState& state, WhoIsPresent who_is_present)
      : m_session(session), m_state(state), m_who_is_present(std::move(who_is_present)) {}

  bool saves() const { return !m_state.imports.empty(); }
  /// What the next opening has to know (vault::Unsaved::fields): the files that are not saved yet.
  std::map<std::string, std::string> unsaved() const;

  void on(const ImportFiles& files) { begin(files.files); }
  void on(const FilesBrought& brought) { begin(brought.files); }
  void on(const StopImports&) { stop(); }
  void on(const AskToDelete& ask);
  void on(const DeleteImported&);
  void on(const PlaceChosen& chosen);
  void on(const RecordCloses&) { stop(); }

 private:
  void begin(const std::vector<vault::Path>& files);
  void stop();
  void add_next();
  void look_at_sizes();
  void imported(const Import& import, const Result<vault::KeptFile>& kept);
  void finish();
  void tell_about_one(const Result<vault::KeptFile>& kept, const std::string& name);
  void tell_about_all();
  void tell_about_deleted(const std::vector<vault::Path>& asked, const std::vector<vault::Path>& changed,
                          const std::vector<vault::Path>& left);

  Session& m_session;
  ImportState& m_state;
  WhoIsPresent m_who_is_present;
  std::map<vault::Path, vault::FileStamp> m_stamps;  // of the files outside when they had been read
  double m_begun_at = 0;                             // in seconds of Session::seconds()
};

/// What is being saved, and how far it has come, in two lines.
std::pair<std::string, std::string> progress_text(const ImportState& importing);

}  // namespace daybook::ui
