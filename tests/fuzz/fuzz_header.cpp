#include "tests/fuzz/target.h"
#include "vault/store/header.h"

using namespace daybook;
using namespace daybook::vault;

// A header that was made for one passphrase opens only when not a bit of it has changed; others never do.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const auto opened = Header::open({data, size}, as_bytes("secretsecret")))
    DAYBOOK_ASSERT(opened->header.serialize(opened->vault_key).size() == size);
  return 0;
}
