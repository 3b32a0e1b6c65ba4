#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "vault/bundle/check/bag_list.h"
#include "vault/bundle/check/verdict.h"

namespace daybook::vault {

/// What lies in the container beside the sealed files (format.md 3.6, 3.7). A file that was added is only named. But
/// where some program would unpack it in the place of a sealed file, no good word is said of the sealed file either:
/// that program chooses which of the two a person sees.
class AddedBeside {
 public:
  /// `is_sealed` tells for every file of the container whether the signature covers it. All arguments must outlive this
  /// object.
  AddedBeside(const Container& container, const BagList<64>& tags, const BagList<64>& payload,
              const std::vector<bool>& is_sealed, FindingLog& log);

  /// Adds a finding to the log for every file that was added, and returns the sealed files that are not to be relied
  /// on.
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
