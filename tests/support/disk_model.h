#pragma once

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "vault/store/file_system.h"

namespace daybook::test {

/// One operation that changes a medium, as the system saw it. Paths are relative to the folder that is watched.
struct DiskOperation {
  enum class Kind { make_folder, create, write, truncate, sync, sync_folder, rename, remove } kind;
  std::string path;
  std::string to;            // rename
  std::uint64_t offset = 0;  // write: where; truncate: the new size
  Bytes bytes;               // write
};
std::string describe(const DiskOperation& operation);

/// How faithfully a file system keeps what it was given, when the power fails.
struct MediumRules {
  bool atomic_rename = true;  // false: FAT, three steps that can be seen apart
  bool syncs_folders = true;  // false: asking for it does nothing; a sync of a file makes that file's name last
};

/// What a medium may hold at some point: the state that a crash cannot take, and what has been asked for since.
class DiskModel {
 public:
  explicit DiskModel(const MediumRules& rules) : m_rules(rules) {}
  /// All of a folder, as it lies there, safely on the medium.
  void load(const vault::Path& folder);
  void apply(const DiskOperation& operation);

  /// What is left when the process dies and the system lives.
  void write_after_kill(const vault::Path& folder) const;
  /// What may be left when the power fails: for what was not synced, `choose(n)` says how much of it came through.
  enum class Unsynced { dropped, torn, random };
  void write_after_power_failure(const vault::Path& folder, Unsynced unsynced, std::mt19937_64& random) const;

 private:
  struct Change {  // of a file's content
    std::uint64_t offset;
    Bytes bytes;
    bool is_truncation;
  };
  struct File {
    Bytes durable;
    std::vector<Change> pending;
  };
  struct NameChange {
    enum class Kind { link, unlink, folder, move_folder } kind;
    std::string path, to;
    int file;
  };
  using Names = std::map<std::string, int>;  // path -> file; -1: a folder

  static void apply(Bytes& content, const Change& change, std::size_t most);
  static void apply(Names& names, const NameChange& change);
  void change_name(NameChange change);
  void make_durable(const std::string& folder);
  void make_name_durable(const std::string& path);
  void write(const vault::Path& folder, const Names& names, const std::vector<Bytes>& contents) const;

  MediumRules m_rules;
  std::vector<File> m_files;
  Names m_durable_names, m_names;  // on the medium; as the running system sees it
  std::vector<NameChange> m_pending_names;
};

}  // namespace daybook::test
