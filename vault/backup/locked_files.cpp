#include "vault/backup/locked_files.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "vault/bundle/bag_manifest.h"
#include "vault/store/objects.h"
#include "vault/store/vault_files.h"
#include "vault/store/zip_reader.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostListBytes = 64 << 20;
constexpr std::size_t kMostMadeBytes = 64;

bool is_object_file(std::string_view name) {
  const auto is_hex = [](std::string_view text) { return text.find_first_not_of("0123456789abcdef") == text.npos; };
  if (name.size() < 35 || name[2] != '/' || !is_hex(name.substr(0, 2)) || !is_hex(name.substr(3, 32))) return false;
  if (name.substr(0, 2) != name.substr(3, 2)) return false;
  const std::string_view segment = name.substr(35);
  return segment.empty() || (segment.starts_with('-') && crypto::from_decimal(segment.substr(1), 100'000));
}

// A path with slashes on every system, because a list may be read on another one.
std::string listed_name(const Path& path) {
  const std::u8string text = path.generic_u8string();
  return {text.begin(), text.end()};
}

// Reads a backup's list. A line that names anything that does not belong into a backup is left out and is a fault of
// the list. `prefix`, the state's own folder, is taken off the paths.
std::vector<LockedFile> parse_list(std::string_view text, const std::string& prefix, std::vector<std::string>& faults) {
  std::vector<LockedFile> list;
  const Manifest manifest = parse_manifest(text, "");
  bool is_sound = manifest.is_well_formed;
  for (const auto& [listed_path, digest] : manifest.digests) {
    std::string path = listed_path;
    if (!prefix.empty() && path.starts_with(prefix)) path.erase(0, prefix.size());
    const auto sha256 = crypto::exactly<32>(crypto::from_hex(digest));
    if (sha256 && is_locked_file_path(path))
      list.push_back({path, 0, *sha256});
    else
      is_sound &= sha256 && (path == backup_path::kMade || path == backup_path::kReadMe);
  }
  if (!is_sound) faults.push_back(backup_path::kManifest);
  return list;
}

std::optional<std::string> parse_made(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return parse_utc(text) ? std::optional(std::string(text)) : std::nullopt;
}

Result<std::string> read_text(ByteSource& source, std::size_t limit) {
  if (source.size() > limit) return Error{ErrorCode::too_large, "list"};
  std::string text(static_cast<std::size_t>(source.size()), ' ');
  TRY(source.read_at(0, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
  return text;
}

class OpenRecordFiles final : public LockedFiles {
 public:
  static Result<std::unique_ptr<LockedFiles>> make(Record& record) {
    std::unique_ptr<OpenRecordFiles> result(new OpenRecordFiles(record));
    TRY_ASSIGN(const auto database, record.vault().database().encrypted_file());
    TRY(result->add(vault_files::kHeader));
    result->m_list.push_back({vault_files::kDatabase, database->size(), std::nullopt});
    TRY_ASSIGN(const ObjectListing listing, record.vault().objects().list());
    result->m_faults = listing.strangers;
    for (const std::string& name : listing.objects) TRY(result->add_object(name));
    return std::unique_ptr<LockedFiles>(std::move(result));
  }

  Result<std::unique_ptr<ByteSource>> open(const LockedFile& file) override {
    if (file.path == vault_files::kDatabase) return m_record.vault().database().encrypted_file();
    TRY_ASSIGN(auto reader, m_record.vault().files().open(m_record.vault().folder() / from_utf8(file.path)));
    return std::unique_ptr<ByteSource>(std::move(reader));
  }

 private:
  explicit OpenRecordFiles(Record& record) : m_record(record) {}
  // A file that none of the record's keys opens is not known to be locked, and a backup promises that all of it is. One
  // that cannot be read is listed, so that who makes the backup names it.
  Result<void> add_object(const std::string& name) {
    if (const auto is_own = m_record.vault().objects().is_own(name); is_own && !*is_own) {
      m_faults.push_back(name);
      return {};
    }
    const Path path = object_path(vault_files::kObjects, name);
    TRY(add(listed_name(path)));
    FileSystem& files = m_record.vault().files();
    for (int number = 2; m_list.back().size == m_record.vault().segment_size(); ++number) {
      if (!files.exists(m_record.vault().folder() / segment_path(path, number))) break;
      TRY(add(listed_name(segment_path(path, number))));
    }
    return {};
  }
  Result<void> add(const std::string& path) {
    TRY_ASSIGN(const FileFacts facts, m_record.vault().files().facts(m_record.vault().folder() / from_utf8(path)));
    m_list.push_back({path, facts.size, std::nullopt});
    return {};
  }
  Record& m_record;
};

class BackupFile final : public LockedFiles {
 public:
  static Result<std::unique_ptr<LockedFiles>> make(FileSystem& files, const std::vector<Path>& parts) {
    TRY_ASSIGN(auto source, SegmentedReader::open_parts(files, parts));
    std::unique_ptr<BackupFile> result(new BackupFile(std::move(source)));
    TRY_ASSIGN(ZipDirectory directory, read_zip_directory(result->m_source));
    for (ZipEntry& entry : directory.entries) {
      if (entry.method == 0) result->m_entries.emplace(entry.name, entry);
    }
    TRY_ASSIGN(const std::string list, result->text(backup_path::kManifest, kMostListBytes));
    result->m_list = parse_list(list, "", result->m_faults);
    result->compare_with_container(list);
    for (LockedFile& file : result->m_list) {
      const auto entry = result->m_entries.find(file.path);
      if (entry != result->m_entries.end()) file.size = entry->second.size;
    }
    if (const auto made = result->text(backup_path::kMade, kMostMadeBytes)) result->m_made = parse_made(*made);
    for (const ZipFault& fault : directory.faults) result->m_faults.push_back("container: " + fault.what);
    for (const char* name : {backup_path::kMade, backup_path::kReadMe}) {
      const auto text = result->text(name, kMostMadeBytes * 1024);
      const std::string line = text ? manifest_line(crypto::Sha256::of(as_bytes(*text)), name) : "";
      if (line.empty() || list.find(line) == std::string::npos) result->m_faults.push_back(name);
    }
    return std::unique_ptr<LockedFiles>(std::move(result));
  }

  Result<std::unique_ptr<ByteSource>> open(const LockedFile& file) override {
    const auto entry = m_entries.find(file.path);
    if (entry == m_entries.end()) return Error{ErrorCode::not_found, file.path};
    return std::unique_ptr<ByteSource>(
        std::make_unique<WindowSource>(m_source, entry->second.data_offset, entry->second.size));
  }

 private:
  explicit BackupFile(SegmentedReader source) : m_source(std::move(source)) {}
  // Notes as faults where the list does not have its CRC-32 of the container, and every entry of the container that the
  // list does not name.
  void compare_with_container(const std::string& list) {
    if (crypto::crc32_update(0, as_bytes(list)) != m_entries.at(backup_path::kManifest).crc32)
      m_faults.push_back(backup_path::kManifest);
    for (const auto& [name, entry] : m_entries) {
      const bool is_small =
          name == backup_path::kManifest || name == backup_path::kMade || name == backup_path::kReadMe;
      if (!is_small && find(name) == nullptr) m_faults.push_back(name);
    }
  }
  Result<std::string> text(const char* name, std::size_t limit) {
    TRY_ASSIGN(const auto source, open({name, 0, std::nullopt}));
    return read_text(*source, limit);
  }
  SegmentedReader m_source;
  std::map<std::string, ZipEntry> m_entries;
};

// Encrypted files that lie in folders: a state of a backup folder, or a closed record.
class FolderFiles final : public LockedFiles {
 public:
  static Result<std::unique_ptr<FolderFiles>> make(FileSystem& files, const Path& folder, std::string state) {
    // A link in the folder could lead to files elsewhere, which would be taken into the record or into a backup.
    TRY_ASSIGN(auto bound, files.bound_to(folder));
    return std::unique_ptr<FolderFiles>(new FolderFiles(std::move(bound), folder, std::move(state)));
  }

  Result<void> read_list() {
    TRY_ASSIGN(const Bytes list, read_whole_file(*m_files, m_list_folder / backup_path::kManifest, kMostListBytes));
    m_list = parse_list(as_text(list), m_state + "/", m_faults);
    measure_list();
    const auto made = read_whole_file(*m_files, m_list_folder / backup_path::kMade, kMostMadeBytes);
    if (made) m_made = parse_made(as_text(*made));
    return {};
  }

  // Finds the files of a closed record, which has no list.
  Result<void> look() {
    for (const char* name : {vault_files::kHeader, vault_files::kHeaderCopy, vault_files::kDatabase}) {
      if (m_files->exists(m_folder / name)) m_list.push_back({name, 0, std::nullopt});
    }
    const Path objects = m_folder / vault_files::kObjects;
    const auto shelves = m_files->list(objects);
    for (const Path& shelf : shelves ? *shelves : std::vector<Path>()) {
      const auto names = m_files->list(objects / shelf);  // no shelf: a file that lies there
      for (const Path& name : names ? *names : std::vector<Path>()) {
        const std::string path = listed_name(Path(vault_files::kObjects) / shelf / name);
        if (is_locked_file_path(path)) m_list.push_back({path, 0, std::nullopt});
      }
    }
    measure_list();
    return {};
  }

  Result<std::unique_ptr<ByteSource>> open(const LockedFile& file) override {
    TRY_ASSIGN(auto reader, m_files->open(place_of(file)));
    return std::unique_ptr<ByteSource>(std::move(reader));
  }

 private:
  FolderFiles(std::shared_ptr<FileSystem> files, Path folder, std::string state)
      : m_files(std::move(files)),
        m_folder(std::move(folder)),
        m_state(std::move(state)),
        m_list_folder(m_folder / from_utf8(m_state)) {}
  Path place_of(const LockedFile& file) const {
    const bool is_object = file.path.starts_with("objects/");
    return is_object ? m_folder / from_utf8(file.path) : m_list_folder / from_utf8(file.path);
  }
  void measure_list() {
    for (LockedFile& file : m_list) {
      if (const auto facts = m_files->facts(place_of(file))) file.size = facts->size;
    }
  }
  std::shared_ptr<FileSystem> m_files;  // bound to m_folder
  Path m_folder;
  std::string m_state;
  Path m_list_folder;  // where header and database lie: the state's folder, or the record's own
};

// Whether a name is that of a state: 000012-20261121-222400Z. The number at its beginning tells the order, because a
// clock can be set back.
bool is_state_name(const std::string& name) {
  return name.size() == 23 && name[6] == '-' && name[15] == '-' && name[22] == 'Z' &&
         name.find_first_not_of("0123456789-Z") == std::string::npos;
}

// The newest state in a backup folder, which holds a folder of states for each vault key. `place` may also be one of
// those folders.
std::optional<std::pair<Path, std::string>> newest_state(FileSystem& files, const Path& place) {
  std::vector<Path> candidates{place};
  if (const auto names = files.list(place)) {
    for (const Path& name : *names) candidates.push_back(place / name);
  }
  std::optional<std::pair<Path, std::string>> newest;
  std::string newest_made;
  for (const Path& candidate : candidates) {
    const auto states = backup_states(files, candidate);
    if (!states || states->empty()) continue;
    const auto made =
        read_whole_file(files, candidate / from_utf8(states->back()) / backup_path::kMade, kMostMadeBytes);
    const std::string text = made ? std::string(as_text(*made)) : "";
    if (newest && text < newest_made) continue;
    newest = {candidate, states->back()};
    newest_made = text;
  }
  return newest;
}

}  // namespace

const LockedFile* LockedFiles::find(const std::string& path) const {
  const auto found = std::find_if(m_list.begin(), m_list.end(), [&](const auto& file) { return file.path == path; });
  return found == m_list.end() ? nullptr : &*found;
}

Result<CopiedFile> copy_locked_file(ByteSource& source, FileSystem& files, const Path& target,
                                    const Progress& progress) {
  TRY_ASSIGN(auto writer, files.create(target));
  crypto::Sha256 sha256;
  Bytes block;
  bool is_whole = true;
  for (std::uint64_t at = 0; at < source.size(); at += block.size()) {
    block.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kStreamBlockSize, source.size() - at)));
    is_whole = source.read_at(at, block).ok();
    if (!is_whole) break;
    TRY(writer->write(block));
    sha256.update(block);
    if (!goes_on(progress, at)) return Error{ErrorCode::cancelled, ""};
  }
  TRY(writer->sync());
  return CopiedFile{is_whole ? std::optional(sha256.finish()) : std::nullopt};
}

bool is_locked_file_path(std::string_view path) {
  if (path == vault_files::kHeader || path == vault_files::kHeaderCopy || path == vault_files::kDatabase) return true;
  constexpr std::string_view kFolder = "objects/";
  return path.starts_with(kFolder) && is_object_file(path.substr(kFolder.size()));
}

std::string manifest_text(const std::vector<LockedFile>& files) {
  std::string text;
  for (const LockedFile& file : files) text += manifest_line(*file.sha256, file.path);
  return text;
}

Result<std::unique_ptr<LockedFiles>> files_of_open_record(Record& record) { return OpenRecordFiles::make(record); }

Result<std::unique_ptr<LockedFiles>> open_backup_file(FileSystem& files, const std::vector<Path>& parts) {
  return BackupFile::make(files, parts);
}

Result<std::unique_ptr<LockedFiles>> open_backup_state(FileSystem& files, const Path& folder,
                                                       const std::string& state) {
  TRY_ASSIGN(auto result, FolderFiles::make(files, folder, state));
  TRY(result->read_list());
  return std::unique_ptr<LockedFiles>(std::move(result));
}

Result<std::vector<std::string>> backup_states(FileSystem& files, const Path& folder) {
  TRY_ASSIGN(const auto names, files.list(folder));
  std::vector<std::string> states;
  for (const Path& name : names) {
    if (!is_state_name(to_utf8(name))) continue;
    // made.txt is written last: a state without it was not finished.
    const auto made = read_whole_file(files, folder / name / backup_path::kMade, kMostMadeBytes);
    if (made && parse_made(as_text(*made))) states.push_back(to_utf8(name));
  }
  return states;
}

Result<std::unique_ptr<LockedFiles>> find_locked_files(FileSystem& files, const Path& place) {
  TRY_ASSIGN(const FileFacts facts, files.facts(place));
  if (!facts.is_folder) return open_backup_file(files, find_parts(files, place));
  // A folder of states that lies elsewhere, behind a link, would go with whatever lies there.
  TRY_ASSIGN(const auto inside, files.bound_to(place));
  if (const auto state = newest_state(*inside, place)) return open_backup_state(*inside, state->first, state->second);
  TRY_ASSIGN(auto folder, FolderFiles::make(files, place, ""));
  TRY(folder->look());
  if (folder->list().empty()) return Error{ErrorCode::malformed, to_utf8(place.filename()) + " is not a backup"};
  return std::unique_ptr<LockedFiles>(std::move(folder));
}

}  // namespace daybook::vault
