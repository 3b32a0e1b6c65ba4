#pragma once

#include "vault/bundle/snapshot.h"

namespace daybook::vault {

/// What a person was shown of a copy before it was made: the purpose, and every word, time and picture fact of its
/// items. It can only be made of a preview, so that nobody can say that something was seen which was not.
class SeenPreview {
 public:
  /// `preview` must be a preview.
  explicit SeenPreview(const CopySnapshot& preview);
  friend bool operator==(const SeenPreview&, const SeenPreview&) = default;

 private:
  crypto::Sha256Digest m_digest;
};

}  // namespace daybook::vault
