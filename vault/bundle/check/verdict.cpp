#include "vault/bundle/check/verdict.h"

#include <algorithm>

namespace daybook::vault {

const char* name_of(Answer answer) {
  switch (answer) {
    case Answer::matches:
      return "matches";
    case Answer::added:
      return "added";
    case Answer::does_not_match:
      return "does_not_match";
    case Answer::could_not_be_checked:
      return "could_not_be_checked";
    case Answer::newer:
      return "newer";
  }
  return "";
}

void FindingLog::add(Finding finding, std::string subject) { add(step_of(finding), finding, std::move(subject)); }

void FindingLog::add(CheckStep step, Finding finding, std::string subject) {
  m_effect = std::max(m_effect, effect_of(finding));
  const bool is_of_entry =
      finding == Finding::entry_doubled || finding == Finding::entry_odd || finding == Finding::entry_damaged;
  if (is_of_entry && std::any_of(m_lines.begin(), m_lines.end(), [&](const VerdictLine& line) {
        return line.finding == finding && line.subject == subject;
      }))
    return;
  if (subject.size() > kMostSubjectBytes) subject.replace(kMostSubjectBytes, std::string::npos, "...");
  if (++m_counts[static_cast<int>(finding)] <= kMostLines) m_lines.push_back({step, finding, std::move(subject)});
}

void FindingLog::add_uncounted(Finding finding) {
  m_effect = std::max(m_effect, effect_of(finding));
  m_has_uncounted = true;
}

bool FindingLog::reached(CheckStep step) const {
  return std::any_of(m_lines.begin(), m_lines.end(), [&](const VerdictLine& line) { return line.step == step; });
}

std::vector<VerdictLine> FindingLog::take_lines() {
  bool is_told[kFindings] = {};
  for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
    const int finding = static_cast<int>(line->finding);
    if (!is_told[finding] && m_counts[finding] > kMostLines) line->more = m_counts[finding] - kMostLines;
    is_told[finding] = true;
  }
  std::stable_sort(m_lines.begin(), m_lines.end(),
                   [](const VerdictLine& a, const VerdictLine& b) { return a.step < b.step; });
  return std::move(m_lines);
}

Answer conclude(const FindingLog& log, const std::optional<WholeCopy>& whole) {
  switch (log.effect()) {
    case Effect::could_not_be_checked:
      return Answer::could_not_be_checked;
    case Effect::does_not_match:
      return Answer::does_not_match;
    case Effect::newer:
      return Answer::newer;
    case Effect::added:
    case Effect::none:
      break;
  }
  // A chain that broke without a finding is a mistake of this program. Ending it is better than a good word for a copy
  // that was not checked.
  DAYBOOK_ASSERT(whole.has_value());
  return log.effect() == Effect::added ? Answer::added : Answer::matches;
}

bool CopyVerdict::has(Finding finding) const {
  return std::any_of(lines.begin(), lines.end(), [&](const VerdictLine& line) { return line.finding == finding; });
}

void CopyVerdict::drop_what_is_not_said() {
  if (answer != Answer::could_not_be_checked) return;
  items.clear();
  seal.reset();
  stated.reset();
}

std::optional<VerdictLine> CopyVerdict::reason() const {
  for (const VerdictLine& line : lines) {
    if (effect_of(line.finding) == Effect::could_not_be_checked) return line;
  }
  return std::nullopt;
}

}  // namespace daybook::vault
