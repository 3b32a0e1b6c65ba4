#include <map>
#include <set>

#include "crypto/encoding.h"
#include "vault/backup/carry_over.h"
#include "vault/backup/restore.h"
#include "vault/backup/statements.h"

namespace daybook::vault {
namespace {

// What tells an entry in every continuation of the record: its leaf hash, or for an entry that was carried over the
// leaf hash of the entry that it had where it came from.
std::string identity_of(const Entry& entry, std::string_view line) {
  if (entry.json.contains("brought")) {
    if (auto leaf = text_member(entry.json["brought"], "leaf")) return *leaf;
  }
  return crypto::to_base64(crypto::leaf_hash(as_bytes(line)));
}

Result<std::set<std::string>> identities_in(Record& record) {
  std::set<std::string> identities;
  TRY_ASSIGN(const CustodyLog::Head head, record.log().head());
  for (std::uint64_t leaf = 0; leaf < head.size; ++leaf) {
    TRY_ASSIGN(const std::string line, record.log().entry_line(EntryNumber{leaf}));
    TRY_ASSIGN(const Entry entry, parse_entry(line));
    if (entry.subject) identities.insert(identity_of(entry, line));
  }
  return identities;
}

// The items of a record that were not removed, by the identity of their first entry.
Result<std::map<std::string, ItemNumber>> items_by_identity(Record& record) {
  std::map<std::string, ItemNumber> items;
  TRY_ASSIGN(const auto numbers, record.all_items());
  for (const ItemNumber number : numbers) {
    TRY_ASSIGN(const Item item, record.item(number));
    if (item.removed || item.versions.empty()) continue;
    TRY_ASSIGN(const std::string line, record.log().entry_line(item.versions[0].sequence));
    TRY_ASSIGN(const Entry entry, parse_entry(line));
    items[identity_of(entry, line)] = number;
  }
  return items;
}

class Merger {
 public:
  Merger(Record& into, Record& from, const Progress& progress) : m_into(into), m_from(from), m_progress(progress) {}

  Result<MergeReport> run() {
    if (m_into.record_id() != m_from.record_id())
      return Error{ErrorCode::usage, "the backup is of another record; restore it to a folder of its own"};
    TRY_ASSIGN(m_known, identities_in(m_into));
    TRY_ASSIGN(m_items, items_by_identity(m_into));
    TRY_ASSIGN(const auto numbers, m_from.all_items());
    for (const ItemNumber number : numbers) {
      const auto item = m_from.item(number);
      if (!item) {
        m_report.unreadable.push_back(number);
        continue;
      }
      if (item->removed || item->versions.empty()) continue;
      if (auto done = bring(*item); !done) {
        if (done.error().code != ErrorCode::damaged) return done.error();
        m_report.unreadable.push_back(number);
      }
    }
    TRY_ASSIGN(Statements statements, read_statements(m_from));
    TRY(add_missing_statements(m_into, std::move(statements), m_numbers, m_report));
    return std::move(m_report);
  }

 private:
  Result<void> bring(const Item& item) {
    TRY_ASSIGN(const std::string line, m_from.log().entry_line(item.versions[0].sequence));
    TRY_ASSIGN(const Entry entry, parse_entry(line));
    const std::string identity = identity_of(entry, line);
    if (!m_known.contains(identity)) return bring_item(item);
    const auto here = m_items.find(identity);
    if (here == m_items.end()) return {};  // the item was removed here on purpose, so it stays away
    m_numbers[item.number] = here->second;
    TRY(bring_later_versions(item, here->second));
    return bring_answers(item, here->second);
  }

  std::optional<ItemNumber> about(const Item& item) const {
    const auto found = item.about ? m_numbers.find(*item.about) : m_numbers.end();
    return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
  }

  Result<void> bring_item(const Item& item) {
    TRY_ASSIGN(CarriedItem carried, read_item(m_from, item, m_into, m_progress));
    carried.about = about(item);
    TRY_ASSIGN(const AddOutcome outcome, m_into.carry(std::move(carried)));
    m_numbers[item.number] = outcome.item;
    ++m_report.items_added;
    return {};
  }

  // A note may have been written on in both places, and nobody but the keeper knows which text is the newer one. So the
  // other text becomes a note of its own, which stands beside the one here.
  Result<void> bring_later_versions(const Item& item, ItemNumber here) {
    for (std::size_t i = 1; i < item.versions.size(); ++i) {  // the item was found by its first version
      const ItemVersion& version = item.versions[i];
      TRY_ASSIGN(const std::string line, m_from.log().entry_line(version.sequence));
      TRY_ASSIGN(const Entry entry, parse_entry(line));
      if (m_known.contains(identity_of(entry, line))) continue;
      Item alone = item;
      alone.versions = {version};
      alone.answers.clear();
      TRY_ASSIGN(CarriedItem carried, read_item(m_from, alone, m_into, m_progress));
      if (item.kind == ItemKind::note) carried.about = here;
      TRY(m_into.carry(std::move(carried)));
      ++(item.kind == ItemKind::note ? m_report.notes_added : m_report.items_added);
    }
    return {};
  }

  Result<void> bring_answers(const Item& item, ItemNumber here) {
    TRY_ASSIGN(const Item present, m_into.item(here));
    const Answers mine = present.current_answers();
    Answers missing;
    bool differs = false;
    for (const auto& [question, value] : item.current_answers()) {
      const auto found = mine.find(question);
      if (found == mine.end() && !was_answered(present, question))
        missing[question] = value;
      else if (found != mine.end() && found->second != value)
        differs = true;
    }
    if (differs) m_report.answers_differ.push_back(here);
    if (missing.empty()) return {};
    m_report.answers_added += missing.size();
    return m_into.answer(here, missing);
  }

  static bool was_answered(const Item& item, const std::string& question) {
    for (const ItemAnswer& answer : item.answers) {
      if (answer.question == question) return true;
    }
    return false;
  }

  Record& m_into;
  Record& m_from;
  const Progress& m_progress;
  std::set<std::string> m_known;
  std::map<std::string, ItemNumber> m_items;
  std::map<ItemNumber, ItemNumber> m_numbers;  // numbers of items here by their numbers in `from`
  MergeReport m_report;
};

}  // namespace

Result<MergeReport> add_missing(Record& into, Record& from, const Progress& progress) {
  return Merger(into, from, progress).run();
}

}  // namespace daybook::vault
