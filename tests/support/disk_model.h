#pragma once

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "vault/store/file_system.h"

namespace daybook::test {

/// One operation that changes a medium, as the operating system was asked for it. Paths are relative to the folder that
/// is watched.
struct DiskOperation {
  enum class Kind { make_folder, create, write, truncate, sync, sync_folder, rename, remove } kind;
  std::string path;
  std::string to;            // of a rename: the new path
  std::uint64_t offset = 0;  // of a write: where it begins; of a truncate: the new size
  Bytes bytes;               // of a write
};
std::string describe(const DiskOperation& operation);

/// What a file system keeps when the power fails.
struct MediumRules {
  bool atomic_rename = true;  // false: a rename is three steps that a power failure can part, as on FAT
  bool syncs_folders = true;  // false: a sync of a folder does nothing; a sync of a file makes its name last, too
};

/// What a medium may hold at some moment: the state that no crash can take, and the operations that were asked for
/// since.
class DiskModel {
 public:
  explicit DiskModel(const MediumRules& rules) : m_rules(rules) {}
  /// Takes a folder as it lies there for what is safely on the medium.
  void load(const vault::Path& folder);
  void apply(const DiskOperation& operation);

  /// Writes into `folder`, which is emptied first, what is left when the process dies and the system lives.
  void write_after_kill(const vault::Path& folder) const;
  /// How much comes through a power failure of what was not synced: nothing; all, but only half of the last change of
  /// each file; or what chance decides, by whole sectors.
  enum class Unsynced { dropped, torn, random };
  /// Writes into `folder`, which is emptied first, what may be left when the power fails.
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
  using Names = std::map<std::string, int>;  // by path, the index in m_files; -1: a folder

  static void apply(Bytes& content, const Change& change, std::size_t most);
  static void apply(Names& names, const NameChange& change);
  void change_name(NameChange change);
  void make_durable(const std::string& folder);
  void make_name_durable(const std::string& path);
  void write(const vault::Path& folder, const Names& names, const std::vector<Bytes>& contents) const;

  MediumRules m_rules;
  std::vector<File> m_files;
  Names m_durable_names, m_names;  // what is on the medium; what the running system sees
  std::vector<NameChange> m_pending_names;
};

}  // namespace daybook::test
