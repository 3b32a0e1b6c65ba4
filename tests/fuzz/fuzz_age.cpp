#include "crypto/age.h"
#include "tests/fuzz/target.h"

using namespace daybook;
using namespace daybook::crypto;

// A header that parses is written back byte for byte; a file never opens to more than it holds.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteView input(data, size);
  MemorySource source(input);
  if (const auto header = parse_age_header(source)) {
    DAYBOOK_ASSERT(serialize_age_header(header->stanzas, header->mac) ==
                   as_text(input.first(static_cast<std::size_t>(header->size))));
  }
  AgeKeys keys;
  keys.identities.push_back(
      AgeIdentity::parse("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX").value());
  if (auto reader = AgeReader::open(source, keys)) DAYBOOK_ASSERT(reader->size() < size);
  (void)decode_age_armor(as_text(input));
  return 0;
}
