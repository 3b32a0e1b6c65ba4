#include "vault/bundle/verdict.h"

#include <algorithm>

namespace daybook::vault {

bool CopyVerdict::is_intact() const {
  const auto is_bad = [](const auto& part) { return part.outcome == Outcome::bad; };
  const bool signature_checked = std::any_of(lines.begin(), lines.end(), [](const VerdictLine& line) {
    return line.step == CheckStep::signature && line.outcome != Outcome::not_checked;
  });
  return signature_checked && std::none_of(lines.begin(), lines.end(), is_bad) &&
         std::none_of(items.begin(), items.end(), is_bad);
}

bool CopyVerdict::is_confirmed() const {
  return std::any_of(lines.begin(), lines.end(),
                     [](const VerdictLine& line) { return line.finding == Finding::signature_matches_confirmed; });
}

}  // namespace daybook::vault
