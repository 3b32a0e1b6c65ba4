#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vault/store/zip_reader.h"

namespace daybook::vault {

/// The files in the ZIP of an export by the names by which its messages name them, and which of them were named.
class ChatFiles {
 public:
  explicit ChatFiles(const std::vector<ZipEntry>& files);

  /// The place in the list of the file that a message of the text `entry` names: the one beside the text, or the only
  /// one of that name elsewhere in the ZIP. The name is the same where only its accents are put together in another way
  /// (Unicode NFC), which a Mac does when it packs a folder again.
  std::optional<std::size_t> find(std::string_view name, std::string_view entry) const;

  /// A message of the text `entry` names a file.
  void name(std::string_view name, std::string_view entry);
  /// How often a message named one that is not there.
  std::uint64_t missing() const { return m_missing; }
  /// How many files no message named, without those that a Mac adds to every ZIP.
  std::uint64_t unnamed() const;

 private:
  struct File {
    bool is_named = false, is_of_mac = false;
  };
  std::vector<File> m_files;
  std::map<std::string, std::size_t, std::less<>> m_by_path;
  std::multimap<std::string, std::size_t, std::less<>> m_by_name;
  std::uint64_t m_missing = 0;
};

}  // namespace daybook::vault
