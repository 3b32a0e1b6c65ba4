#pragma once

#include "crypto/signed_note.h"
#include "vault/bundle/check/seal.h"
#include "vault/log/key_change.h"

namespace daybook::vault {

constexpr std::size_t kMostNoteBytes = 64 * 1024;

/// The link `Head`: the log's key, which the copy's root key stands behind, and the head that it signed.
class Head {
 public:
  static Result<std::optional<Head>> establish(const Listed& listed, const Signed& signed_list, const Seal& seal,
                                               FindingLog& log);
  const LogHead& log_head() const { return m_head; }
  const crypto::NoteVerifier& verifier() const { return m_verifier; }
  /// What keys.json says of logs that this one continues: not held against the log yet.
  const std::vector<EarlierLog>& claimed_earlier() const { return m_earlier; }

 private:
  Head(LogHead head, crypto::NoteVerifier verifier, std::vector<EarlierLog> earlier)
      : m_head(head), m_verifier(std::move(verifier)), m_earlier(std::move(earlier)) {}
  LogHead m_head;
  crypto::NoteVerifier m_verifier;
  std::vector<EarlierLog> m_earlier;
};

}  // namespace daybook::vault
