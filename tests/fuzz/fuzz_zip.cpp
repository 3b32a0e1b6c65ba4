#include "tests/fuzz/target.h"
#include "vault/store/zip_reader.h"

using namespace daybook;
using namespace daybook::vault;

// No entry gives more bytes than it says, and none has a name that reaches outside.
static void read_all_of(ByteSource& source, ZipRules rules) {
  const auto directory = read_zip_directory(source, rules);
  if (!directory) return;
  Bytes buffer(4096);
  for (const ZipEntry& entry : directory->entries) {
    DAYBOOK_ASSERT(rules == ZipRules::found_archive ? is_inner_name(entry.name) : is_safe_name(entry.name));
    ZipEntryStream stream(source, entry);
    for (std::uint64_t done = 0; done < (1 << 22);) {
      const auto count = stream.read(buffer);
      if (!count || *count == 0) break;
      done += *count;
      DAYBOOK_ASSERT(done <= entry.size);
    }
  }
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  MemorySource source({data, size});
  read_all_of(source, ZipRules::sealed_copy);
  read_all_of(source, ZipRules::found_archive);
  return 0;
}
