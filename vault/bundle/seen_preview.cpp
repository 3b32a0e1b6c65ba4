#include "vault/bundle/seen_preview.h"

#include "vault/bundle/items_json.h"

namespace daybook::vault {

// The list of items names every version by its digest, every answer, every log entry about an item, and all that is
// stated. So two previews with the same purpose and the same list show a reader the same.
SeenPreview::SeenPreview(const CopySnapshot& preview)
    : m_digest(crypto::Sha256::of(as_bytes(preview.seal.purpose + "\n" + items_json(preview)))) {
  DAYBOOK_ASSERT(preview.is_preview());
}

}  // namespace daybook::vault
