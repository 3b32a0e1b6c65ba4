#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "vault/bundle/check/bag_list.h"
#include "vault/bundle/check/verdict.h"

namespace daybook::vault {

/// What lies in the container beside the sealed files (format.md 3.6, 3.7). A file that was added is only named; one that
/// some program would unpack in the place of a sealed file takes that file's good word away, for which of the two a
/// person then sees is that program's choice.
class AddedBeside {
 public:
  /// `is_sealed` tells of every file of the container whether the signature reaches it; all outlive this object.
  AddedBeside(const Container& container, const BagList<64>& tags, const BagList<64>& payload,
              const std::vector<bool>& is_sealed, FindingLog& log);

  /// Tells the log of everything, and returns the sealed files that are not to be relied on.
  std::vector<FileIndex> look() const;

 private:
  using SealedName = std::pair<std::string_view, FileIndex>;

  void look_at_sealed(FileIndex file, std::vector<FileIndex>& unreliable) const;
  bool takes_place_of_sealed(FileIndex file, std::vector<FileIndex>& unreliable) const;
  bool takes(std::string_view place, bool is_folder, std::vector<FileIndex>& unreliable) const;
  bool is_sealed_place(std::string_view place) const;
  std::vector<FileIndex> sealed_below(std::string_view folder) const;
  bool is_missing_below(std::string_view folder) const;
  bool is_listed_unsafe(std::string_view name) const;
  bool is_above_sealed(FileIndex file) const;

  const Container& m_container;
  const BagList<64>& m_tags;
  const BagList<64>& m_payload;
  const std::vector<bool>& m_is_sealed;
  FindingLog& m_log;
  std::vector<SealedName> m_sealed_names;  // sorted
};

}  // namespace daybook::vault
