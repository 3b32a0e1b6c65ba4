#pragma once

#include <map>
#include <set>
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
  /// on. Of START-HERE.txt outside of the bag nothing is said yet.
  std::vector<FileIndex> look();
  /// Adds a finding for START-HERE.txt outside of the bag where it is not the signed one once more. `is_unchanged`
  /// tells for every file whether it is. Must be called after look(). Fails when the medium does.
  Result<void> look_at_start_here(const std::vector<bool>& is_unchanged);

 private:
  using SealedName = std::pair<std::string_view, FileIndex>;
  struct SealedFile {
    std::string path;                // inside the bag
    std::optional<FileIndex> index;  // nothing for one that is missing
  };

  void add_by_place(std::string_view name, std::optional<FileIndex> file);
  void look_at_sealed(FileIndex file, std::vector<FileIndex>& unreliable) const;
  bool takes_place_of_sealed(FileIndex file, std::vector<FileIndex>& unreliable);
  bool takes(std::string_view place, bool is_folder, std::vector<FileIndex>& unreliable) const;
  void tell_added(FileIndex file);
  Result<bool> is_start_here_once_more(FileIndex file, const std::vector<bool>& is_unchanged) const;
  std::vector<SealedFile> sealed_at(std::string_view place) const;
  std::vector<FileIndex> sealed_named_below(std::string_view folder) const;
  std::vector<SealedFile> sealed_below(std::string_view folder) const;
  bool is_missing_below(std::string_view folder) const;
  bool is_listed_unsafe(std::string_view name) const;
  bool is_above_sealed(FileIndex file) const;

  const Container& m_container;
  const BagList<64>& m_tags;
  const BagList<64>& m_payload;
  const std::vector<bool>& m_is_sealed;
  FindingLog& m_log;
  std::vector<SealedName> m_sealed_names;  // sorted
  // Sealed files whose place is not spelled as their name, because that has capitals; by place.
  std::multimap<std::string, SealedFile, std::less<>> m_by_place;
  std::set<std::string_view> m_told;      // names of several entries that were told as added
  std::optional<FileIndex> m_start_here;  // outside of the bag, where it takes the place of no sealed file
  bool m_is_start_here_alone = true;      // no other entry has its place
};

}  // namespace daybook::vault
