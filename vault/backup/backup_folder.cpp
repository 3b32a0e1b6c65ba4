#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "vault/backup/backup.h"
#include "vault/backup/backup_text.h"
#include "vault/bundle/bag_manifest.h"
#include "vault/store/vault_files.h"
#include "vault/store/within_folder.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kStatesKept = 2;

// The number of the newest state of a folder, which is how its name begins; 0 where there is no state yet.
std::uint64_t number_of_newest(const std::vector<std::string>& states) {
  std::uint64_t number = 0;
  if (!states.empty()) std::from_chars(states.back().data(), states.back().data() + states.back().size(), number);
  return number;
}

class BackupFolderWriter {
 public:
  BackupFolderWriter(Record& record, const Path& folder, const BackupProgress& progress)
      : m_record(record),
        m_files(&record.vault().files()),
        m_top(folder),
        m_folder(folder / from_utf8(record.vault().backup_name())),
        m_progress(progress) {}

  Result<BackupMade> write() {
    TRY_ASSIGN(m_source, files_of_open_record(m_record));
    m_made.strangers = m_source->faults();
    for (const LockedFile& file : m_source->list()) m_total += file.size;
    TRY(prepare_folders());
    TRY_ASSIGN(m_states, backup_states(*m_files, m_folder));
    TRY(learn_known_objects());
    const Instant now = m_record.clock().now();
    const std::uint64_t number = number_of_newest(m_states) + 1;
    const std::string state = fmt::format("{:06}-{}", number, backup_stamp(now));
    TRY(copy_objects());
    TRY(write_state(state, now));
    m_states.push_back(state);
    m_made.files = {m_folder / from_utf8(state)};
    m_made.bytes = m_total;
    m_made.locked_files = m_listed.size();
    (void)remove_old_states();  // a failure leaves only more than is needed
    (void)note_backup(m_record, now);
    return std::move(m_made);
  }

 private:
  Result<void> make_folder(const Path& path) {
    if (m_files->exists(path)) return {};
    TRY(m_files->create_folder(path));
    return m_files->sync_folder(path.parent_path());
  }

  Result<void> prepare_folders() {
    TRY(make_folder(m_top));
    // A link that somebody put there would lead what is written elsewhere, and a stick would not have it.
    TRY_ASSIGN(m_inside, m_files->bound_to(m_top));
    m_files = m_inside.get();
    if (!m_files->exists(m_top / backup_path::kReadMe))
      TRY(write_file_atomically(*m_files, m_top / backup_path::kReadMe, as_bytes(backup_read_me())));
    TRY(make_folder(m_folder));
    return make_folder(m_folder / vault_files::kObjects);
  }

  // Takes the fingerprints of objects from the states that are there. An object file that no state lists was left by an
  // update that did not finish. Its bytes cannot be relied on, so it is written anew.
  Result<void> learn_known_objects() {
    for (const std::string& state : m_states) {
      const auto backup = open_backup_state(*m_files, m_folder, state);
      if (!backup) continue;  // objects that only an unreadable list names are written anew
      for (const LockedFile& file : (*backup)->list()) m_known[file.path] = *file.sha256;
    }
    return {};
  }

  Result<void> copy_objects() {
    for (LockedFile file : m_source->list()) {
      if (!file.path.starts_with("objects/")) continue;
      const auto there = m_files->facts(m_folder / from_utf8(file.path));
      const auto known = m_known.find(file.path);
      if (there && there->size == file.size && known != m_known.end()) {
        file.sha256 = known->second;
        m_listed.push_back(file);
      } else {
        TRY(make_folder((m_folder / from_utf8(file.path)).parent_path()));
        TRY(copy(file, m_folder / from_utf8(file.path)));
      }
      m_done += file.size;
    }
    return {};
  }

  // Copies a file under its final name, without the usual rename: a half-written file is in no finished state's list,
  // and the next update writes it anew.
  Result<void> copy(LockedFile file, const Path& target) {
    auto source = m_source->open(file);
    if (!source) {
      m_made.unreadable.push_back(file.path);
      return {};
    }
    if (m_files->exists(target)) TRY(m_files->remove(target));
    TRY_ASSIGN(const CopiedFile copied, copy_locked_file(**source, *m_files, target, [&](std::uint64_t done) {
                 return !m_progress || m_progress(BackupStage::writing, m_done + done, m_total);
               }));
    if (!copied.sha256) {  // a backup without this one file is better than none
      m_made.unreadable.push_back(file.path);
      return m_files->remove(target);
    }
    file.sha256 = *copied.sha256;
    TRY(read_back(target, *file.sha256));
    TRY(m_files->sync_folder(target.parent_path()));
    m_listed.push_back(file);
    ++m_made.copied;
    return {};
  }

  Result<void> read_back(const Path& path, const crypto::Sha256Digest& expected) {
    TRY_ASSIGN(auto reader, m_files->open(path));
    reader->drop_cache();
    TRY_ASSIGN(const ContentFacts facts, measure(*reader, [&](std::uint64_t done) {
                 return !m_progress || m_progress(BackupStage::reading_back, m_done + done, m_total);
               }));
    if (facts.sha256 != expected)
      return Error{ErrorCode::does_not_match, "what was read back differs from what was written"};
    return {};
  }

  // Writes the folder of a state. made.txt comes last, because a state without it counts as not finished.
  Result<void> write_state(const std::string& state, const Instant& now) {
    const Path folder = m_folder / from_utf8(state);
    if (m_files->exists(folder)) remove_folder_of_files(*m_files, folder);  // left by an update that did not finish
    TRY(m_files->create_folder(folder));
    TRY(m_files->sync_folder(m_folder));
    for (const char* name : {vault_files::kHeader, vault_files::kDatabase}) {
      const LockedFile* file = m_source->find(name);
      DAYBOOK_ASSERT(file != nullptr);
      TRY(copy(*file, folder / name));
      if (!m_made.unreadable.empty() && m_made.unreadable.back() == name) return Error{ErrorCode::input_output, name};
    }
    for (LockedFile& file : m_listed) {
      if (!file.path.starts_with("objects/")) file.path = state + "/" + file.path;
    }
    const std::string made = made_text(now);
    TRY(write(
        folder / backup_path::kManifest,
        manifest_line(crypto::Sha256::of(as_bytes(made)), state + "/" + backup_path::kMade) + manifest_text(m_listed)));
    TRY(m_files->sync_folder(folder));
    TRY(write(folder / backup_path::kMade, made));
    return m_files->sync_folder(folder);
  }

  Result<void> write(const Path& path, const std::string& text) {
    TRY_ASSIGN(auto file, m_files->create(path));
    TRY(file->write(as_bytes(text)));
    return file->sync();
  }

  // Removes the oldest states and their objects. An object only goes where a state that goes lists it and no state that
  // stays does: files that this program does not know are left alone.
  Result<void> remove_old_states() {
    std::set<std::string> kept, going;
    const std::size_t first_kept = m_states.size() > kStatesKept ? m_states.size() - kStatesKept : 0;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
      TRY_ASSIGN(const auto backup, open_backup_state(*m_files, m_folder, m_states[i]));
      for (const LockedFile& file : backup->list()) {
        if (file.path.starts_with("objects/")) (i < first_kept ? going : kept).insert(file.path);
      }
    }
    for (std::size_t i = 0; i < first_kept; ++i) remove_folder_of_files(*m_files, m_folder / from_utf8(m_states[i]));
    for (const std::string& path : going) {
      if (!kept.contains(path)) (void)m_files->remove(m_folder / from_utf8(path));
    }
    return m_files->sync_folder(m_folder);
  }

  Record& m_record;
  FileSystem* m_files;                   // from prepare_folders() on `m_inside`
  std::shared_ptr<FileSystem> m_inside;  // follows no link in the folder
  Path m_top, m_folder;
  const BackupProgress& m_progress;
  std::unique_ptr<LockedFiles> m_source;
  std::vector<std::string> m_states;
  std::map<std::string, crypto::Sha256Digest> m_known;
  std::vector<LockedFile> m_listed;
  std::uint64_t m_total = 0, m_done = 0;
  BackupMade m_made;
};

}  // namespace

Result<BackupMade> update_backup_folder(Record& record, const Path& folder, const BackupProgress& progress) {
  TRY(require_outside(folder, record.vault().folder()));
  return BackupFolderWriter(record, folder, progress).write();
}

}  // namespace daybook::vault
