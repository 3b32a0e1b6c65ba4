#pragma once

#include "crypto/minisign.h"
#include "vault/bundle/check/bag_list.h"
#include "vault/bundle/check/file_reading.h"

namespace daybook::vault {

/// The fields of the trusted comment of a copy (format.md section 2). minisign signs the comment with the file.
struct TrustedComment {
  std::string bundle;        // a UUID
  std::uint64_t number = 0;  // which copy of the record, from 1
  LogHead log;
  std::string recipients;  // 64 hexadecimal digits, or `none`
};

/// The link `Signed` (format.md section 4): the tag list is signed by a key that the copy itself brings. The link does
/// not say whose key that is, which only the keeper can confirm.
class Signed {
 public:
  /// Nothing where the link does not hold; `log` has why. Fails when the medium does. `container` must outlive the
  /// result.
  static Result<std::optional<Signed>> establish(const Container& container, FindingLog& log);

  const crypto::MinisignPublicKey& key() const { return m_key; }
  const TrustedComment& comment() const { return m_comment; }
  /// The tag list.
  const BagList<64>& tags() const { return m_tags; }
  /// The receipt's number of an older copy, whose tag list names no list of fingerprints.
  const std::string& receipt() const { return m_receipt; }

 private:
  friend class SignedCheck;
  Signed(crypto::MinisignPublicKey key, TrustedComment comment, BagList<64> tags, std::string receipt)
      : m_key(std::move(key)), m_comment(std::move(comment)), m_tags(std::move(tags)), m_receipt(std::move(receipt)) {}
  crypto::MinisignPublicKey m_key;
  TrustedComment m_comment;
  BagList<64> m_tags;
  std::string m_receipt;
};

/// Reads a trusted comment by its grammar. Nothing when it breaks the grammar.
std::optional<TrustedComment> parse_trusted_comment(std::string_view comment);

/// The file at `path` inside the bag, when it is there once and is not odd. A file that is doubled or odd is told to
/// `log`. A file that is not there is not, because only the caller knows whether that is a fault.
std::optional<FileIndex> usable_file(const Container& container, std::string_view path, FindingLog& log);

}  // namespace daybook::vault
