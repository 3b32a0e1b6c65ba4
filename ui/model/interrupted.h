#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

/// The names, in vault::Unsaved::fields, under which areas note what they are about to finish. What still stands there
/// at the next opening was broken off.
namespace interrupted {
constexpr const char* kFiles = "interrupted files";               // a JSON array of the paths that are not saved yet
constexpr const char* kFilesBefore = "interrupted files before";  // likewise, from the time before this one
constexpr const char* kPicture = "interrupted picture";           // a pasted picture that is not saved yet
constexpr const char* kSavingOut = "interrupted saving out";      // the file that is being written
constexpr const char* kBackup = "interrupted backup";             // the folder to which a backup is being written
}  // namespace interrupted

/// What was broken off when the program was hidden, locked or ended.
struct InterruptedState {
  std::vector<vault::Path> files;  // that were not saved, and that she has not left yet
};

struct SaveInterrupted {};   // saves the files that were not saved
struct LeaveInterrupted {};  // forgets them

/// Says at the next opening, in one message, what was broken off, and removes what can be read by others of what was
/// not finished.
class InterruptedArea {
 public:
  using Takes = std::variant<SaveInterrupted, LeaveInterrupted>;

  InterruptedArea(Session& session, InterruptedState& state) : m_session(session), m_state(state) {}

  /// The files that she has not decided about, for the next opening (vault::Unsaved::fields).
  std::map<std::string, std::string> unsaved() const;

  void on(const RecordOpened& opened);
  void on(const SaveInterrupted&);
  void on(const LeaveInterrupted&) { m_state.files.clear(); }

 private:
  struct Found;
  void tell(const Found& found);

  Session& m_session;
  InterruptedState& m_state;
};

/// Paths as one field, and back. What is no such field has no paths.
std::string to_field(const std::vector<vault::Path>& paths);
std::vector<vault::Path> paths_of_field(const std::string& field);

}  // namespace daybook::ui
