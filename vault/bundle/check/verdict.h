#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vault/bundle/check/copy_format.h"
#include "vault/bundle/check/findings.h"
#include "vault/bundle/check/stated_facts.h"

namespace daybook::vault {

/// One line of what was found. `subject` is the file, number or word that the finding is about, as it stands in the
/// copy. It is foreign text and must only be shown through ui/words/foreign_text.h.
struct VerdictLine {
  CheckStep step;
  Finding finding;
  std::string subject;
  std::uint64_t more = 0;  // lines of this finding that were left out after this one
};

/// The verdict on one version of one item. There are some only where the list of items holds.
struct ItemVerdict {
  std::string item;  // 000123
  std::string path;  // data/000123.jpg
  std::string name;  // the original name as the list has it, which is foreign text
  Finding finding = Finding::not_reached;
  std::optional<EntryNumber> entry;
};

/// The five answers that a check can give (format.md section 6).
enum class Answer { matches, added, does_not_match, could_not_be_checked, newer };
/// The name of an answer in --json.
const char* name_of(Answer answer);

/// What was found, in the order in which it was found. At most kMostLines lines of one finding are kept and the others
/// are counted, because a hostile copy could have millions.
class FindingLog {
 public:
  static constexpr std::uint64_t kMostLines = 50;
  static constexpr std::size_t kMostSubjectBytes = 1024;

  /// Adds a line. A fault of one entry of the container is only added once, however many steps meet it.
  void add(Finding finding, std::string subject = "");
  /// Adds a line to a step. Only `not_reached` needs that, because it belongs to any step.
  void add(CheckStep step, Finding finding, std::string subject = "");
  /// Counts the effect of a finding on one item, without a line: it stands in the item's ItemVerdict.
  void add_uncounted(Finding finding);
  /// Whether there was any finding on an item.
  bool has_uncounted() const { return m_has_uncounted; }
  bool has(Finding finding) const { return m_counts[static_cast<int>(finding)] > 0; }
  /// Whether there is a line of this step.
  bool reached(CheckStep step) const;
  /// The strongest effect of all that was found.
  Effect effect() const { return m_effect; }
  /// Whether something was found that ends the check.
  bool is_stopped() const { return m_effect == Effect::could_not_be_checked; }
  /// Moves the lines out, sorted by step. The log cannot be used after that.
  std::vector<VerdictLine> take_lines();

 private:
  std::vector<VerdictLine> m_lines;
  std::uint64_t m_counts[kFindings] = {};
  Effect m_effect = Effect::none;
  bool m_has_uncounted = false;
};

/// A value that exists only where every link of the chain held, from the container down to the last item. The answers
/// `matches` and `added` need it. Only check_items() can make one, and that needs the links before it.
class WholeCopy {
  WholeCopy() = default;
  friend class ItemsCheck;
};

/// The answer that follows from the strongest effect (format.md section 6). A good answer without a WholeCopy would be
/// a mistake of this program, and ends it.
Answer conclude(const FindingLog& log, const std::optional<WholeCopy>& whole);

/// Whether this copy's log continues the heads that the reader holds from earlier copies.
enum class Connection { not_asked, holds, not_connected, two_continuations };

/// All that a check of a copy says.
struct CopyVerdict {
  Answer answer = Answer::could_not_be_checked;
  std::vector<VerdictLine> lines;     // by step
  std::vector<ItemVerdict> items;     // every version of every item, where the list of items holds
  std::optional<SealFacts> seal;      // what the keeper's program states, where Seal holds
  std::optional<StatedFacts> stated;  // likewise, of the copy as a whole, where ItemList holds
  std::string key_words;              // eight words of the key that signed, where Signed holds
  std::string root_key;               // that key in full, as `minisign -P` takes it
  std::string receipt;  // number for comparison with the paper, where Listed holds; in an older copy, Signed
  Connection connection = Connection::not_asked;

  bool has(Finding finding) const;
  bool matches() const { return answer == Answer::matches; }
  /// Whether the signature is by the key that was confirmed with the keeper.
  bool is_confirmed() const { return has(Finding::key_confirmed); }
  /// Drops the items of a copy that could not be checked, and what is stated in it: nothing may be said of them, even
  /// where some were looked at.
  void drop_what_is_not_said();
  /// The first line that made the answer *could not be checked*.
  std::optional<VerdictLine> reason() const;
};

}  // namespace daybook::vault
