#include "tests/fuzz/target.h"
#include "vault/intake/film_boxes.h"
#include "vault/sandbox/media_reader/media.h"

using namespace daybook;

// In the program this runs in a process without keys; here it must not even crash. What is left of a film without its
// pictures and sounds is made in the process that has the keys, and must tell the same.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteView input(data, size);
  const auto milliseconds = sandbox::length_of_iso_media(input);
  // A length needs the box of the film, in it the box of its header, and in that at least 20 bytes.
  DAYBOOK_ASSERT(!milliseconds || size >= 8 + 8 + 20);
  const sandbox::SaidByFile said = sandbox::said_by_iso_media(input);
  DAYBOOK_ASSERT(said.taken.empty() || said.taken.size() == 19 || said.taken.size() == 25);
  DAYBOOK_ASSERT(said.holds_place || !said.place);
  MemorySource source(input);
  const auto left = vault::film_without_content(source);
  DAYBOOK_ASSERT(left.ok());
  if (*left == nullptr) return 0;
  Bytes bytes(static_cast<std::size_t>((*left)->size()));
  DAYBOOK_ASSERT((*left)->read_at(0, bytes).ok());
  const sandbox::SaidByFile again = sandbox::said_by_iso_media(bytes);
  DAYBOOK_ASSERT(again.taken == said.taken && again.holds_place == said.holds_place);
  DAYBOOK_ASSERT(sandbox::length_of_iso_media(bytes) == milliseconds);
  return 0;
}
