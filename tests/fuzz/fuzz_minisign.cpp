#include "crypto/minisign.h"
#include "tests/fuzz/target.h"

using namespace daybook;
using namespace daybook::crypto;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = as_text({data, size});
  if (const auto key = MinisignPublicKey::parse(text)) DAYBOOK_ASSERT(MinisignPublicKey::parse(key->to_file()).ok());
  if (const auto signature = parse_minisign_signature(text))
    DAYBOOK_ASSERT(parse_minisign_signature(signature->to_file()).ok());
  return 0;
}
