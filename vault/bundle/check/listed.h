#pragma once

#include "vault/bundle/check/signed.h"

namespace daybook::vault {

/// The link `Listed`: every file of the copy held against the signed lists. Each is judged by itself; what is wrong with
/// one is not held against what does not rest on it.
class Listed {
 public:
  /// Nothing where the link does not hold; `log` has why, and what is known of single files all the same.
  static Result<std::optional<Listed>> establish(const Container& container, const Signed& signed_list, FindingLog& log,
                                                 const Progress& progress);

  /// The bytes of a file that is there, unchanged since it was signed, and not longer than `most`; it is hashed once more
  /// while it is read, for a file that is read twice could be another the second time. Nothing for any other; longer is
  /// told to `log`.
  Result<std::optional<std::string>> text(std::string_view path, std::size_t most, FindingLog& log) const;
  /// Its blocks, in the same way; false when it is not, or no longer, what was signed.
  Result<bool> read(std::string_view path, const BlockReceiver& receiver) const;

  enum class State { unlisted, missing, changed, unchanged };
  State state(std::string_view path) const;
  /// Of a file that is there; 0 of any other.
  std::uint64_t size(std::string_view path) const;
  /// Digests of a payload file that is unchanged.
  struct Payload {
    std::uint64_t size;
    std::string sha256, sha512;  // hexadecimal
  };
  std::optional<Payload> payload(std::string_view path) const;
  /// Every payload file, in the order of the container; those that are not there come last.
  std::vector<std::string> payload_paths() const;
  std::optional<std::size_t> payload_index(std::string_view path) const;
  std::size_t payload_count() const { return m_payload512.size(); }
  /// Every path in the tag list below `folder`.
  std::vector<std::string> tag_paths_in(std::string_view folder) const;
  /// Every listed file that is in the container and unchanged, and can be unpacked anywhere.
  std::vector<FileIndex> good_files() const;

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
};

}  // namespace daybook::vault
