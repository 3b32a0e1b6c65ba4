#include <cstdio>

#include "tests/support/corpora.h"
#include "vault/bundle/check/copy_check.h"

// Reads names of copies from standard input, one a line, and prints for each what the checker says of it, in the form of
// tests/data/copies/*/expected.json, as one line: for holding thousands of copies against another checker. The check runs
// in this process, so that a sanitizer sees it.

using namespace daybook;
using namespace daybook::vault;

namespace {

Json verdict_of(const std::string& bytes) {
  MemorySource source(as_bytes(bytes));
  const ReaderBrings brings;
  Json items = Json::array(), findings = Json::array();
  CopyCheck check(brings, {}, [&](ItemVerdict item) -> Result<void> {
    items.push_back({item.item, item.path, name_of(state_of(item.finding)), name_of(item.finding)});
    return {};
  });
  const auto verdict = check.check_file(source, {});
  if (!verdict) return {{"error", verdict.error().detail}};
  for (const VerdictLine& line : verdict->lines) {
    findings.push_back({name_of(line.finding), line.finding == Finding::not_reached ? name_of(line.step) : line.subject});
    if (line.more > 0) findings.push_back({name_of(line.finding), "... " + std::to_string(line.more) + " more"});
  }
  return {{"answer", name_of(verdict->answer)}, {"findings", findings}, {"items", items}};
}

}  // namespace

int main() {
  char line[4096];
  while (std::fgets(line, sizeof line, stdin) != nullptr) {
    std::string path = line;
    while (path.ends_with('\n')) path.pop_back();
    const Json verdict = verdict_of(test::read_file(path));
    std::printf("%s\n", verdict.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
    std::fflush(stdout);
  }
}
