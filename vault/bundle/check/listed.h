#pragma once

#include "vault/bundle/check/signed.h"

namespace daybook::vault {

/// The link `Listed` (format.md section 4): every file of the copy compared with the signed lists. Each file is judged
/// by itself. A fault of one file only counts against what rests on that file.
///
/// Paths here begin inside the bag: `meta/seal.json`.
class Listed {
 public:
  /// Hashes every sealed file. Nothing where the link does not hold; `log` has why, and what was found of single files.
  /// Fails when the medium does, and with `cancelled` when `progress` says so, which counts bytes. `container` and
  /// `signed_list` must outlive the result.
  static Result<std::optional<Listed>> establish(const Container& container, const Signed& signed_list, FindingLog& log,
                                                 const Progress& progress);

  /// The bytes of a file that is unchanged since it was signed and has at most `most` bytes; nothing for any other. A
  /// file over `most` is told to `log`. The file is hashed again while it is read, because somebody could have changed
  /// it since.
  Result<std::optional<std::string>> text(std::string_view path, std::size_t most, FindingLog& log) const;
  /// Hands the blocks of a file to `receiver`. False when they are not, or no longer, what was signed.
  Result<bool> read(std::string_view path, const BlockReceiver& receiver) const;

  /// `missing` is listed and not in the container. `changed` is there, but has other digests, is odd, cannot be
  /// unpacked, or has a place that another entry has too.
  enum class State { unlisted, missing, changed, unchanged };
  State state(std::string_view path) const;
  /// Bytes of a file as the container says; 0 for a file that is not there.
  std::uint64_t size(std::string_view path) const;
  /// Size in bytes and digests of a payload file.
  struct Payload {
    std::uint64_t size;
    std::string sha256, sha512;  // hexadecimal
  };
  /// Nothing unless the payload file is unchanged.
  std::optional<Payload> payload(std::string_view path) const;
  /// Every payload file, in the order of the container; those that are missing come last.
  std::vector<std::string> payload_paths() const;
  /// The place of a path in payload_paths(), if it is there.
  std::optional<std::size_t> payload_index(std::string_view path) const;
  std::size_t payload_count() const { return m_payload512.size(); }
  /// Every path below `folder` that the tag list names and the container has.
  std::vector<std::string> tag_paths_in(std::string_view folder) const;
  /// Every listed file that is in the container, unchanged, and has a safe name.
  std::vector<FileIndex> good_files() const;

  /// The receipt's number, in a copy that has a list of fingerprints which is unchanged; else empty.
  const std::string& receipt() const { return m_receipt; }

  const Container& container() const { return *m_container; }
  const BagList<64>& tags() const { return *m_tags; }

 private:
  friend class ListedCheck;
  Listed(const Container& container, const BagList<64>& tags)
      : m_container(&container), m_tags(&tags), m_payload512(container, ListOf::payload),
        m_payload256(container, ListOf::payload), m_is_unchanged(container.count()) {}

  const Container* m_container;
  const BagList<64>* m_tags;
  BagList<64> m_payload512;
  BagList<32> m_payload256;
  std::vector<bool> m_is_unchanged;
  std::string m_receipt;
};

}  // namespace daybook::vault
