#include "tests/fuzz/target.h"
#include "vault/sandbox/media_reader/media.h"

using namespace daybook;

// In the program this runs in a process without keys; here it must not even crash.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto milliseconds = sandbox::length_of_iso_media({data, size});
  // A length needs the box of the film, in it the box of its header, and in that at least 20 bytes.
  DAYBOOK_ASSERT(!milliseconds || size >= 8 + 8 + 20);
  return 0;
}
