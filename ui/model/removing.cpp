#include "ui/model/removing.h"

#include <cmath>

#include "ui/model/begun_beside.h"
#include "vault/store/holds_vault.h"
#include "vault/store/scratch_folder.h"

namespace daybook::ui {
namespace {

constexpr double kSecondsToThink = 5;

std::vector<vault::Path> all_folders(const Settings& settings) {
  std::vector<vault::Path> folders = begun_beside(settings);
  folders.insert(folders.begin(), settings.record);
  return folders;
}

// Whether a folder that was not opened may go: a record lies in it, and it is no link to one that lies elsewhere.
bool is_own_record(vault::FileSystem& files, const vault::Path& folder) {
  const auto facts = files.facts_unfollowed(folder);
  return facts && facts->is_folder && vault::holds_vault(files, folder);
}

}  // namespace

// The countdown runs only while the screen is shown that has its seconds and its Stop button: nothing is removed while
// the keeper looks at something else.
void RemovingArea::on(const RemovalConfirmed&) {
  if (m_session.screens().shown() == Screen::keep_safe) m_state.at = m_session.seconds() + kSecondsToThink;
}

void RemovingArea::on(const ScreenLeft& left) {
  if (left.left == Screen::keep_safe) m_state.at = 0;
}

bool RemovingArea::tick() {
  if (m_state.at <= 0) return false;
  m_state.seconds_left = static_cast<int>(std::ceil(m_state.at - m_session.seconds()));
  if (m_state.seconds_left <= 0) remove_all();
  return true;
}

std::optional<double> RemovingArea::next_tick() const {
  if (m_state.at <= 0) return std::nullopt;
  return 1;
}

// The record is closed first. Then the record, those that it was begun beside, the settings and their folder are
// removed, and the program ends.
void RemovingArea::remove_all() {
  m_state.at = 0;
  m_session.events().tell(RecordCloses{});
  m_session.jobs().ask_without_record(
      [record = m_session.close(), &files = m_session.surroundings().vault.files,
       folders = all_folders(m_session.state().settings),
       settings = m_session.surroundings().settings_file]() mutable -> Result<void> {
        record.reset();  // an import that has not stopped yet may still hold the record; no key opens what it writes
        Result<void> removed = {};
        for (const vault::Path& folder : folders) {
          // Anybody can write a folder into the settings file. Only the first was opened with the passphrase.
          if (&folder != &folders.front() && !is_own_record(files, folder)) continue;
          vault::ScratchFolder::remove_left(files, folder, /*also_whole=*/true);
          if (auto done = vault::remove_vault(files, folder); !done && removed) removed = done;
        }
        (void)files.remove(settings);
        (void)files.remove(settings.parent_path());  // goes only when it is empty
        return removed;
      },
      [this](Result<void> removed) {
        if (removed)
          m_session.events().tell(RecordRemoved{});
        else
          m_session.events().tell(RemovalFailed{removed.error()});
      });
}

}  // namespace daybook::ui
