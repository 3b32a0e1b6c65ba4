#pragma once

#include "vault/record/item.h"
#include "vault/store/file_system.h"
#include "vault/store/progress.h"

namespace daybook::vault {

/// The name under which an item is saved out: that under which it was kept, without what a file system would not take,
/// and with an ending that no system runs; words and notes get a name of their number.
Path name_to_save(const Item& item, const ItemVersion& version);

/// A file outside the record that holds what was kept, byte for byte, and was read back. Only save_out() makes one.
class SavedOut {
 public:
  const Path& path() const { return m_path; }

 private:
  friend Result<SavedOut> save_out(FileSystem&, ByteSource&, const ContentFacts&, const Path&, const Path&,
                                   const Progress&);
  explicit SavedOut(Path path) : m_path(std::move(path)) {}
  Path m_path;
};

/// Writes what was kept to a new file, which anybody can read who can read the folder. It is written as `unfinished`,
/// in the folder of `target`, read back, and only then gets the name `target`. Where that is taken, a number is added
/// to it, and nothing is overwritten; `already_exists` when there is something at `unfinished`. After an error no file
/// is left. `facts` are those of the content when it was kept; `damaged` when `source` is no longer the same, and
/// `input_output` when the medium gives back something else. `cancelled` when `progress` answers false.
Result<SavedOut> save_out(FileSystem& files, ByteSource& source, const ContentFacts& facts, const Path& unfinished,
                          const Path& target, const Progress& progress = {});
/// The name of the file while an item is being saved out, which follows from its number, so that a rest can be found.
Path unfinished_name(ItemNumber item);

}  // namespace daybook::vault
