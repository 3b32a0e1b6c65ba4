#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "vault/store/zip_reader.h"

namespace daybook::vault {

/// The files in the ZIP of an export by the names by which its messages name them.
class ChatFiles {
 public:
  explicit ChatFiles(const std::vector<ZipEntry>& files);

  /// What a name finds.
  enum class Match {
    none,
    one,
    several,  // files of this name, between which nothing in the export decides
  };
  struct Found {
    Match match = Match::none;
    std::size_t place = 0;  // in the list, where it is one
    bool operator==(const Found&) const = default;
  };
  /// What a message of the text `entry` names: the file beside the text, or else the one of that name elsewhere in the
  /// ZIP. A name is the same where its bytes are, else where only its accents are put together in another way (Unicode
  /// NFC), which a Mac does when it packs a folder again, else where only one of the two has invisible marks for the
  /// direction of writing (U+200E and its kin), which telephones write around names. The nearest of these counts.
  Found find(std::string_view name, std::string_view entry) const;

  std::size_t size() const { return m_files.size(); }
  const std::string& path(std::size_t place) const { return m_files[place].path; }
  /// Whether a Mac added it to the ZIP, as it does to every one.
  bool is_of_mac(std::size_t place) const { return m_files[place].is_of_mac; }
  /// The places of the files that have the same name but for folders, accents and marks, at most kMostAlike of them.
  std::vector<std::size_t> alike(std::string_view name) const;
  /// Among more files of one name it is not asked which is meant: else a ZIP could make every message cost as much as
  /// it has files.
  static constexpr std::size_t kMostAlike = 100;

 private:
  struct File {
    std::string path;
    bool is_of_mac = false;
  };
  std::vector<File> m_files;
  std::multimap<std::string, std::size_t, std::less<>> m_by_name;  // without folders and marks, in NFC
};

/// Which files of an export its messages name, and how often one is named that is not there.
class NamedFiles {
 public:
  /// `files` must outlive it.
  explicit NamedFiles(const ChatFiles& files) : m_files(files), m_is_named(files.size(), false) {}

  /// A message of the text `entry` names a file. What that finds is returned.
  ChatFiles::Found name(std::string_view name, std::string_view entry);
  /// This entry is nothing that a message could be asked to name: it is the text of a chat.
  void set_aside(std::string_view path);

  /// How often a message named a file that is not there, and one of which there are several.
  std::uint64_t missing() const { return m_missing; }
  std::uint64_t unclear() const { return m_unclear; }
  /// How many files no message named, without those that a Mac adds to every ZIP.
  std::uint64_t unnamed() const;

 private:
  const ChatFiles& m_files;
  std::vector<bool> m_is_named;
  std::set<std::string, std::less<>> m_unclear_names;
  std::uint64_t m_missing = 0, m_unclear = 0;
};

}  // namespace daybook::vault
