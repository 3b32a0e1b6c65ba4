#pragma once

#include "ui/model/session.h"
#include "vault/intake/file.h"

namespace daybook::ui {

/// A file that is being added. A worker reads it, while the window shows how far it has come.
struct Import {
  std::string name;
  vault::Path file;
  std::shared_ptr<JobProgress> progress;
};

struct ImportState {
  std::vector<Import> imports;
};

struct ImportFiles {
  std::vector<vault::Path> files;
};
struct StopImport {
  std::shared_ptr<JobProgress> progress;  // of the import that is to stop
};
struct DeleteImported {
  vault::Path file;
};

/// Adds files that are dropped on the window or chosen, with the same function as the terminal (vault::keep_file()).
class ImportingArea {
 public:
  using Takes = std::variant<ImportFiles, StopImport, DeleteImported>;
  /// Gives the answers that are kept with every new item while a helper is present. Empty when nobody helps.
  using WhoIsPresent = std::function<vault::Answers()>;

  ImportingArea(Session& session, ImportState& state, WhoIsPresent who_is_present)
      : m_session(session), m_state(state), m_who_is_present(std::move(who_is_present)) {}

  bool saves() const { return !m_state.imports.empty(); }

  void on(const ImportFiles& files);
  void on(const StopImport& stop) { stop.progress->stop(); }
  void on(const DeleteImported& deleted);
  void on(const PlaceChosen& chosen);
  void on(const RecordCloses&);

 private:
  void begin(const vault::Path& file);
  void imported(const Import& import, const vault::KeptFile& kept);

  Session& m_session;
  ImportState& m_state;
  WhoIsPresent m_who_is_present;
};

}  // namespace daybook::ui
