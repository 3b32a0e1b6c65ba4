#include "vault/record/carry.h"

#include "crypto/encoding.h"
#include "vault/log/clock.h"

namespace daybook::vault {

Json brought_from(const std::string& origin, const Entry& entry, std::string_view line) {
  return Json{{"origin", origin},
              {"seq", entry.sequence},
              {"leaf", crypto::to_base64(crypto::leaf_hash(as_bytes(line)))},
              {"time", format_utc(entry.utc_seconds)},
              {"offset", entry.offset_minutes}};
}

}  // namespace daybook::vault
