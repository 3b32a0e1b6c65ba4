#pragma once

#include "crypto/minisign.h"
#include "vault/bundle/check/bag_list.h"
#include "vault/bundle/check/file_reading.h"

namespace daybook::vault {

/// The fields of the trusted comment of a copy (format.md section 2).
struct TrustedComment {
  std::string bundle;
  std::uint64_t number = 0;
  LogHead log;
  std::string recipients;  // 64 hexadecimal digits, or `none`
};

/// The link `Signed`: the tag list, under the signature of a key that the copy itself names. Whose key it is, is another
/// question.
class Signed {
 public:
  /// Nothing where the link does not hold; `log` has why.
  static Result<std::optional<Signed>> establish(const Container& container, FindingLog& log);

  const crypto::MinisignPublicKey& key() const { return m_key; }
  const TrustedComment& comment() const { return m_comment; }
  const BagList<64>& tags() const { return m_tags; }
  /// For comparison with the receipt on paper.
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

/// Nothing when it does not follow the grammar.
std::optional<TrustedComment> parse_trusted_comment(std::string_view comment);

/// The file at `path` inside the bag, when it is there once and is not odd; `log` is told why not, but not that it is
/// not there.
std::optional<FileIndex> usable_file(const Container& container, std::string_view path, FindingLog& log);

}  // namespace daybook::vault
