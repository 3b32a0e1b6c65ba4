#include "tests/support/disk_model.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"

namespace daybook::test {

namespace {

constexpr std::size_t kSector = 512;

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

bool is_within(const std::string& path, const std::string& folder) {
  return folder.empty() || path == folder || path.starts_with(folder + "/");
}

}  // namespace

std::string describe(const DiskOperation& operation) {
  static constexpr const char* kNames[] = {"make folder", "create",      "write",  "truncate",
                                           "sync",        "sync folder", "rename", "remove"};
  std::string text = std::string(kNames[static_cast<int>(operation.kind)]) + " " + operation.path;
  if (!operation.to.empty()) text += " to " + operation.to;
  return text;
}

void DiskModel::load(const vault::Path& folder) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    if (entry.is_directory()) {
      m_names[path] = -1;
      continue;
    }
    const std::string bytes = read_file(entry.path());
    m_files.push_back({Bytes(bytes.begin(), bytes.end()), {}});
    m_names[path] = static_cast<int>(m_files.size()) - 1;
  }
  m_durable_names = m_names;
}

void DiskModel::apply(Bytes& content, const Change& change, std::size_t most) {
  if (change.is_truncation) {
    content.resize(change.offset);
    return;
  }
  const std::size_t count = std::min(most, change.bytes.size());
  if (count == 0) return;
  if (content.size() < change.offset + count) content.resize(change.offset + count);
  std::copy_n(change.bytes.begin(), count, content.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

void DiskModel::apply(Names& names, const NameChange& change) {
  switch (change.kind) {
    case NameChange::Kind::link:
      names[change.path] = change.file;
      break;
    case NameChange::Kind::folder:
      names[change.path] = -1;
      break;
    case NameChange::Kind::unlink:
      names.erase(change.path);
      break;
    case NameChange::Kind::move_folder: {
      Names moved;
      for (auto at = names.begin(); at != names.end();) {
        if (!is_within(at->first, change.path)) {
          ++at;
          continue;
        }
        moved[change.to + at->first.substr(change.path.size())] = at->second;
        at = names.erase(at);
      }
      names.merge(moved);
      break;
    }
  }
}

void DiskModel::change_name(NameChange change) {
  apply(m_names, change);
  m_pending_names.push_back(std::move(change));
}

// The sync of a folder makes the names in this folder last, and nothing else.
void DiskModel::make_durable(const std::string& folder) {
  std::vector<NameChange> left;
  for (NameChange& change : m_pending_names) {
    if (parent_of(change.path) == folder)
      apply(m_durable_names, change);
    else
      left.push_back(std::move(change));
  }
  m_pending_names = std::move(left);
}

// For a medium on which the sync of a folder does nothing: the sync of a file writes out the entry of the file and the
// folders that lead to it.
void DiskModel::make_name_durable(const std::string& path) {
  const int file = m_names.at(path);
  std::vector<NameChange> left;
  std::size_t entry = m_pending_names.size();
  for (std::size_t i = 0; i < m_pending_names.size(); ++i) {
    if (m_pending_names[i].kind == NameChange::Kind::link && m_pending_names[i].path == path) entry = i;
  }
  for (std::size_t i = 0; i < m_pending_names.size(); ++i) {
    NameChange& change = m_pending_names[i];
    // An older change of this name is dropped: the newer entry is written over it.
    if (entry < m_pending_names.size() && i < entry && change.path == path) continue;
    const bool leads_there = change.kind == NameChange::Kind::folder && is_within(path, change.path);
    const bool is_entry = change.kind == NameChange::Kind::link && change.path == path && change.file == file;
    if (leads_there || is_entry)
      apply(m_durable_names, change);
    else
      left.push_back(std::move(change));
  }
  m_pending_names = std::move(left);
}

void DiskModel::apply(const DiskOperation& operation) {
  using Kind = DiskOperation::Kind;
  switch (operation.kind) {
    case Kind::make_folder:
      change_name({NameChange::Kind::folder, operation.path, "", -1});
      break;
    case Kind::create:
      m_files.emplace_back();
      change_name({NameChange::Kind::link, operation.path, "", static_cast<int>(m_files.size()) - 1});
      break;
    case Kind::write:
      m_files[static_cast<std::size_t>(m_names.at(operation.path))].pending.push_back(
          {operation.offset, operation.bytes, false});
      break;
    case Kind::truncate:
      m_files[static_cast<std::size_t>(m_names.at(operation.path))].pending.push_back({operation.offset, {}, true});
      break;
    case Kind::sync: {
      File& file = m_files[static_cast<std::size_t>(m_names.at(operation.path))];
      for (const Change& change : file.pending) apply(file.durable, change, change.bytes.size());
      file.pending.clear();
      if (!m_rules.syncs_folders) make_name_durable(operation.path);
      break;
    }
    case Kind::sync_folder:
      if (m_rules.syncs_folders) make_durable(operation.path);
      break;
    case Kind::rename: {
      const int file = m_names.at(operation.path);
      if (file == -1) {
        change_name({NameChange::Kind::move_folder, operation.path, operation.to, -1});
        break;
      }
      // A rename that is atomic is one change in the journal of the file system. FAT rewrites one entry after the
      // other.
      if (!m_rules.atomic_rename) change_name({NameChange::Kind::unlink, operation.to, "", -1});
      change_name({NameChange::Kind::link, operation.to, "", file});
      change_name({NameChange::Kind::unlink, operation.path, "", -1});
      break;
    }
    case Kind::remove:
      change_name({NameChange::Kind::unlink, operation.path, "", -1});
      break;
  }
}

void DiskModel::write(const vault::Path& folder, const Names& names, const std::vector<Bytes>& contents) const {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  for (const auto& [path, file] : names) {  // sorted by path, so a folder comes before what is in it
    // A file in a folder that did not come through cannot be reached.
    if (!std::filesystem::is_directory((folder / path).parent_path())) continue;
    if (file == -1)
      std::filesystem::create_directory(folder / path);
    else
      write_file(folder / path, as_text(contents[static_cast<std::size_t>(file)]));
  }
}

void DiskModel::write_after_kill(const vault::Path& folder) const {
  std::vector<Bytes> contents;
  for (const File& file : m_files) {
    contents.push_back(file.durable);
    for (const Change& change : file.pending) apply(contents.back(), change, change.bytes.size());
  }
  write(folder, m_names, contents);
}

void DiskModel::write_after_power_failure(const vault::Path& folder, Unsynced unsynced, std::mt19937_64& random) const {
  Names names = m_durable_names;
  std::size_t came_through = 0;
  if (unsynced == Unsynced::torn) came_through = m_pending_names.size();
  if (unsynced == Unsynced::random) came_through = random() % (m_pending_names.size() + 1);
  for (std::size_t i = 0; i < came_through; ++i) {
    // Where a rename is atomic, its link and its unlink come through together.
    apply(names, m_pending_names[i]);
    const bool is_half = m_rules.atomic_rename && i + 1 == came_through && i + 1 < m_pending_names.size() &&
                         m_pending_names[i].kind == NameChange::Kind::link &&
                         m_pending_names[i + 1].kind == NameChange::Kind::unlink;
    if (is_half) ++came_through;
  }
  std::vector<Bytes> contents;
  for (const File& file : m_files) {
    contents.push_back(file.durable);
    for (std::size_t i = 0; i < file.pending.size(); ++i) {
      const Change& change = file.pending[i];
      std::size_t count = 0;
      if (unsynced == Unsynced::torn) {
        const bool is_last = i + 1 == file.pending.size();
        count = is_last ? change.bytes.size() / 2 / kSector * kSector : change.bytes.size();
        if (is_last && change.is_truncation) continue;
      } else if (unsynced == Unsynced::random) {
        const auto choice = random() % 3;  // lost, torn at a sector, whole
        if (choice == 0) continue;
        count = change.bytes.size();
        if (choice == 1 && count > kSector) count = random() % (count / kSector) * kSector;
      } else {
        continue;
      }
      apply(contents.back(), change, count);
    }
  }
  write(folder, names, contents);
}

}  // namespace daybook::test
