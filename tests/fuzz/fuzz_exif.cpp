#include "tests/fuzz/target.h"
#include "vault/sandbox/picture_reader/decode.h"

using namespace daybook;

// In the program this runs in a process without keys; here it must not even crash.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sandbox::ExifFacts facts = sandbox::read_exif({data, data + size});
  DAYBOOK_ASSERT(facts.orientation >= 1 && facts.orientation <= 8);
  DAYBOOK_ASSERT(facts.taken.find('\0') == std::string::npos);
  return 0;
}
