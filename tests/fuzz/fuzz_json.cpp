#include "tests/fuzz/target.h"
#include "vault/bundle/check/item_cutter.h"
#include "vault/bundle/check/manifest_item.h"
#include "vault/bundle/check/seal.h"
#include "vault/log/entry.h"

using namespace daybook;
using namespace daybook::vault;

// What is read back as canonical is canonical; the grammars of a copy take any tree; and a list is cut anywhere.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  if (const auto json = parse_canonical(text)) DAYBOOK_ASSERT(to_canonical(*json) == text);
  if (const auto entry = parse_entry(text)) DAYBOOK_ASSERT(to_canonical(entry->json) == text);
  bool is_over_limit = false;
  if (const auto json = parse_bounded(text, is_over_limit)) {
    GrammarNotes notes;
    if (const auto seal = parse_seal(*json, notes)) DAYBOOK_ASSERT(!notes.is_malformed);
    (void)parse_manifest_item(*json);
    (void)parse_version_opening(*json);
    (void)parse_answer_opening(*json);
  }
  std::size_t cut = 0;
  ItemCutter cutter([&](std::string_view item, bool) {
    cut += item.size();
    return true;
  });
  (void)cutter.feed(text);
  DAYBOOK_ASSERT(cut + cutter.rest().size() <= size);
  return 0;
}
