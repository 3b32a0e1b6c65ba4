#pragma once

#include "vault/bundle/check/bag_list.h"
#include "vault/bundle/check/verdict.h"

namespace daybook::vault {

/// The list of fingerprints of a copy (format.md, "Fingerprints"), held against the files while they are hashed. Older
/// copies have none, and then nothing is said of it.
class Fingerprints {
 public:
  /// `container` and `tags` must outlive this object.
  Fingerprints(const Container& container, const BagList<64>& tags)
      : m_container(container), m_tags(tags), m_list(container, ListOf::fingerprints) {}

  /// Reads the list, where the tag list names it. A list over the limit is told to `log`. Fails when the medium does.
  Result<void> read(FindingLog& log);
  /// Takes the digest of a file that was hashed.
  void compare(FileIndex file, const crypto::Sha256Digest& sha256);
  /// Adds what was found of the list to `log`, after every file was hashed. `is_unchanged` tells for every file of the
  /// container whether it is. Nothing is said where the list itself is not unchanged, nor of any other file that is
  /// not.
  void judge(const BagList<64>& payload, const std::vector<bool>& is_unchanged, FindingLog& log) const;
  /// The receipt's number, in a copy that has the list; empty where the list is not unchanged.
  std::string receipt(const std::vector<bool>& is_unchanged) const;

 private:
  using Names = BagList<32>::Names;
  bool is_named(FileIndex file, const BagList<64>& payload) const;
  bool judge_lines(const BagList<64>& payload, FindingLog& log) const;

  const Container& m_container;
  const BagList<64>& m_tags;
  BagList<32> m_list;
  std::optional<FileIndex> m_file;  // of the list itself, where it could be read
  crypto::Sha256Digest m_digest{};
  std::vector<bool> m_is_right;  // for each file of the container, whether the list has its digest
};

}  // namespace daybook::vault
