#pragma once

#include "crypto/signed_note.h"
#include "vault/bundle/check/seal.h"
#include "vault/log/key_change.h"

namespace daybook::vault {

/// Largest checkpoint, vkey, path to the head or consistency file in a copy.
constexpr std::size_t kMostNoteBytes = 64 * 1024;

/// The link `Head` (format.md section 4): the log's key, which the root key has signed with the copy, and the head of
/// the log, which the log's key has signed.
class Head {
 public:
  /// Nothing where the link does not hold; `log` has why. Fails when the medium does.
  static Result<std::optional<Head>> establish(const Listed& listed, const Signed& signed_list, const Seal& seal,
                                               FindingLog& log);
  const LogHead& log_head() const { return m_head; }
  /// The log's name and key.
  const crypto::NoteVerifier& verifier() const { return m_verifier; }
  /// What keys.json says of logs that this one continues. check_log_past() is what compares it with the log.
  const std::vector<EarlierLog>& claimed_earlier() const { return m_earlier; }

 private:
  Head(LogHead head, crypto::NoteVerifier verifier, std::vector<EarlierLog> earlier)
      : m_head(head), m_verifier(std::move(verifier)), m_earlier(std::move(earlier)) {}
  LogHead m_head;
  crypto::NoteVerifier m_verifier;
  std::vector<EarlierLog> m_earlier;
};

}  // namespace daybook::vault
