#include "vault/log/message_part.h"

#include <bit>

namespace daybook::vault {
namespace {

using crypto::TreeHash;

class PartTree {
 public:
  PartTree(const std::vector<MessageRun>& runs, const std::function<Result<TreeHash>(std::uint64_t)>& shown,
           const std::function<Result<TreeHash>(std::uint64_t, std::uint64_t)>& hidden)
      : m_runs(runs), m_shown(shown), m_hidden(hidden) {}

  // The root of the subtree over `count` messages from number `first` on.
  Result<TreeHash> root(std::uint64_t first, std::uint64_t count) {
    // Subtrees come from left to right, so what ends before this one is done with.
    while (m_run < m_runs.size() && m_runs[m_run].last < first) ++m_run;
    if (m_run == m_runs.size() || m_runs[m_run].first >= first + count) return m_hidden(first, count);
    if (count == 1) return m_shown(first);
    const std::uint64_t left_count = std::bit_floor(count - 1);
    TRY_ASSIGN(const TreeHash left, root(first, left_count));
    TRY_ASSIGN(const TreeHash right, root(first + left_count, count - left_count));
    return crypto::node_hash(left, right);
  }

 private:
  const std::vector<MessageRun>& m_runs;
  const std::function<Result<TreeHash>(std::uint64_t)>& m_shown;
  const std::function<Result<TreeHash>(std::uint64_t, std::uint64_t)>& m_hidden;
  std::size_t m_run = 0;
};

}  // namespace

bool are_runs_of_part(const std::vector<MessageRun>& runs, std::uint64_t count) {
  std::uint64_t least = 1;
  for (const MessageRun& run : runs) {
    if (run.first < least || run.last < run.first || run.last > count) return false;
    least = run.last + 2;
  }
  return !runs.empty();
}

std::uint64_t messages_in(const std::vector<MessageRun>& runs) {
  std::uint64_t count = 0;
  for (const MessageRun& run : runs) count += run.last - run.first + 1;
  return count;
}

Result<TreeHash> root_of_part(const std::vector<MessageRun>& runs, std::uint64_t count,
                              const std::function<Result<TreeHash>(std::uint64_t number)>& shown,
                              const std::function<Result<TreeHash>(std::uint64_t first, std::uint64_t count)>& hidden) {
  DAYBOOK_ASSERT(are_runs_of_part(runs, count));
  return PartTree(runs, shown, hidden).root(1, count);
}

}  // namespace daybook::vault
