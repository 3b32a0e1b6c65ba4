#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vault/bundle/check/copy_format.h"
#include "vault/bundle/check/findings.h"

namespace daybook::vault {

/// One line of what was found. `subject`: the file, number or word it is about, as it stands in the copy: foreign text,
/// to be shown through ui/words/foreign_text.h only.
struct VerdictLine {
  CheckStep step;
  Finding finding;
  std::string subject;
  std::uint64_t more = 0;  // lines of this finding that were left out after this one
};

/// One version of one item of a copy whose list of items holds, and what became of it.
struct ItemVerdict {
  std::string item;  // 000123
  std::string path;  // data/000123.jpg
  std::string name;  // the original name as the list has it: foreign text
  Finding finding = Finding::not_reached;
  std::optional<EntryNumber> entry;
};

/// The five things that can be said of a copy.
enum class Answer { matches, added, does_not_match, could_not_be_checked, newer };
const char* name_of(Answer answer);

/// What was found, in the order in which it was. At most kMostLines of one finding are kept, the others counted: a
/// hostile copy could have millions.
class FindingLog {
 public:
  static constexpr std::uint64_t kMostLines = 50;
  static constexpr std::size_t kMostSubjectBytes = 1024;

  /// What is wrong with an entry of the container is said once, however often it is met.
  void add(Finding finding, std::string subject = "");
  /// For `not_reached`, which belongs to any step.
  void add(CheckStep step, Finding finding, std::string subject = "");
  /// What was found of one item, which has a line of its own elsewhere: only its effect counts here.
  void add_uncounted(Finding finding);
  bool has_uncounted() const { return m_has_uncounted; }
  bool has(Finding finding) const { return m_counts[static_cast<int>(finding)] > 0; }
  bool reached(CheckStep step) const;
  /// The strongest effect of all that was found.
  Effect effect() const { return m_effect; }
  bool is_stopped() const { return m_effect == Effect::could_not_be_checked; }
  /// The lines by step.
  std::vector<VerdictLine> take_lines();

 private:
  std::vector<VerdictLine> m_lines;
  std::uint64_t m_counts[kFindings] = {};
  Effect m_effect = Effect::none;
  bool m_has_uncounted = false;
};

/// That every link of the chain held, from the lock down to the last item: what `matches` and `added` are said from.
/// Only the check of the items can make one, and only from the links before it.
class WholeCopy {
  WholeCopy() = default;
  friend class ItemsCheck;
};

/// The answer (format.md section 6): the strongest effect decides; without a WholeCopy it is never a good one.
Answer conclude(const FindingLog& log, const std::optional<WholeCopy>& whole);

/// Whether a head that the reader held from before was found in this log.
enum class Connection { not_asked, holds, not_connected, two_continuations };

/// All that a check says.
struct CopyVerdict {
  Answer answer = Answer::could_not_be_checked;
  std::vector<VerdictLine> lines;  // by step
  std::vector<ItemVerdict> items;  // every version of every item, where the list of items holds
  std::optional<SealFacts> seal;   // what the keeper's program states, where Seal holds
  std::string key_words;           // of the key that signed, where Signed holds
  std::string root_key;            // the same key in full, as `minisign -P` takes it
  std::string receipt;             // fingerprint for comparison with the paper, where Signed holds
  Connection connection = Connection::not_asked;

  bool has(Finding finding) const;
  bool matches() const { return answer == Answer::matches; }
  /// The signature is by the key that was confirmed with the keeper.
  bool is_confirmed() const { return has(Finding::key_confirmed); }
  /// Of a copy that could not be checked nothing is said of items, even if some were looked at.
  void drop_what_is_not_said();
  /// Why it could not be checked, where that is the answer.
  std::optional<VerdictLine> reason() const;
};

}  // namespace daybook::vault
