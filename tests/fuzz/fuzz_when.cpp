#include <algorithm>

#include "tests/fuzz/target.h"
#include "vault/record/said_when.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

void read(std::string_view words, const std::optional<LocalMoment>& said_at) {
  const WhenRead found = read_when(words, said_at);
  DAYBOOK_ASSERT(found.readings.size() <= kMostReadings);
  for (const SaidTime& said : found.readings) {
    DAYBOOK_ASSERT(said.first <= said.last);
    DAYBOOK_ASSERT(std::count(found.readings.begin(), found.readings.end(), said) == 1);
    // What is kept of it is that time for good, and holds every byte of what was written.
    const std::string kept = kept_when(words, said);
    DAYBOOK_ASSERT(kept.starts_with(words) && own_words(kept).size() <= words.size());
    const WhenRead again = read_when(kept, std::nullopt);
    DAYBOOK_ASSERT(again.time() != nullptr && *again.time() == said);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view words = as_text({data, size});
  read(words, std::nullopt);
  read(words, LocalMoment{20'243, 15 * 60});  // an afternoon in June 2025
  read(words, LocalMoment{19'782, 90});       // the night before 29 February 2024
  read(words, LocalMoment{-25'567, 0});       // the first day that can be written, in 1900
  return 0;
}
