#include "tests/fuzz/target.h"
#include "vault/bundle/check/copy_format.h"

using namespace daybook;
using namespace daybook::vault;

// What counts as canonical is exactly what we would write.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = as_text({data, size});
  if (const auto value = parse_canonical(text)) DAYBOOK_ASSERT(to_canonical(*value) == text);
  if (const auto entry = parse_entry(text)) DAYBOOK_ASSERT(to_canonical(entry->json) == text);
  if (const auto seal = SealFacts::parse(text)) DAYBOOK_ASSERT(SealFacts::parse(seal->to_json()).ok());
  (void)head_in_comment(text);
  return 0;
}
