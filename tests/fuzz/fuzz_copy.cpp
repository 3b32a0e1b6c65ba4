#include "tests/fuzz/target.h"
#include "vault/bundle/check/reader_protocol.h"

using namespace daybook;
using namespace daybook::vault;

// Whatever a copy holds, there is a verdict, what it says as a whole follows from its lines, and every step has one.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ReaderBrings brings;
  brings.earlier_checkpoints = {"x\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"};
  std::vector<ItemVerdict> items;
  CopyCheck check(brings, {}, [&](ItemVerdict item) -> Result<void> {
    items.push_back(std::move(item));
    return {};
  });
  MemorySource source({data, size});
  auto verdict = check.check_file(source, {});
  DAYBOOK_ASSERT(verdict.ok());
  verdict->items = std::move(items);
  DAYBOOK_ASSERT(bears_out(*verdict));
  for (int step = 1; step <= static_cast<int>(CheckStep::time); ++step) {
    bool found = step == static_cast<int>(CheckStep::items) && !verdict->items.empty();
    for (const VerdictLine& line : verdict->lines) found |= static_cast<int>(line.step) == step;
    DAYBOOK_ASSERT(found);
  }
  for (const bool doubtful : {false, true}) {
    for (const CopyCheck::File& file : check.files(doubtful)) DAYBOOK_ASSERT(is_safe_path(file.path));
  }
  return 0;
}
