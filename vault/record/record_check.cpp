#include "crypto/encoding.h"
#include "crypto/growing_tree.h"
#include "vault/record/case_facts.h"
#include "vault/record/copies_made.h"
#include "vault/record/people.h"

namespace daybook::vault {
namespace {

using crypto::TreeHash;

class Checker {
 public:
  Checker(Record& record, const Progress& progress)
      : m_record(record), m_database(record.vault().database()), m_progress(progress) {}

  Result<CheckReport> run() {
    TRY(check_pages());
    TRY(check_entries());
    TRY(check_openings());
    TRY(check_rows());
    TRY(check_statements());
    TRY(check_copies());
    TRY(check_contents());
    TRY(check_objects());
    return std::move(m_report);
  }

 private:
  void found(std::string what, std::optional<ItemNumber> item = std::nullopt) {
    m_report.findings.push_back({std::move(what), item});
  }

  template <class EachRow>
  Result<void> each(const char* sql, EachRow each_row) {
    TRY_ASSIGN(Statement rows, m_database.prepare(sql));
    for (;;) {
      TRY_ASSIGN(const bool row, rows.step());
      if (!row) return {};
      TRY(each_row(rows));
    }
  }

  // The salt, which SQLCipher never looks at, then SQLCipher's page MACs, then SQLite's own structure, for which every
  // page that is in use is read and its MAC looked at again. A page that is not in use may be half written after a
  // crash, because SQLite puts nothing back there and never reads it: where the structure is whole, nothing else can be
  // on a page whose MAC is wrong.
  Result<void> check_pages() {
    TRY_ASSIGN(const bool intact, m_record.vault().has_intact_salt());
    if (!intact) found("the database is damaged: its first bytes");
    if (const auto draft = m_record.vault().load_draft(); !draft) found("the unfinished text that was kept is damaged");
    std::vector<std::string> wrong_pages, wrong_structure;
    TRY(each("PRAGMA cipher_integrity_check", [&](Statement& row) -> Result<void> {
      wrong_pages.push_back(row.text(0));
      return {};
    }));
    const auto structure = each("PRAGMA integrity_check", [&](Statement& row) -> Result<void> {
      if (row.text(0) != "ok") wrong_structure.push_back(row.text(0));
      return {};
    });
    if (structure && wrong_structure.empty()) return {};
    for (const auto* wrong : {&wrong_pages, &wrong_structure}) {
      for (const std::string& what : *wrong) found("the database is damaged: " + what);
    }
    return structure;
  }

  Result<void> check_entries() {
    crypto::GrowingTree tree;
    TreeHash previous{};
    TRY(each("SELECT sequence, line FROM entries ORDER BY sequence", [&](Statement& row) -> Result<void> {
      const auto sequence = row.number<EntryNumber>(0);
      const auto entry = parse_entry(as_text(row.blob(1)));
      if (!entry || leaf_index(entry->sequence) != m_report.entries || leaf_index(sequence) != m_report.entries)
        found("log entry " + entry_text(sequence) + " is not what was written");
      else if (entry->previous != previous)
        found("log entry " + entry_text(sequence) + " does not follow the one before");
      if (entry && (entry->type == entry_type::kCase || entry->type == entry_type::kPerson))
        m_statements[sequence] = entry->type;
      if (entry && tells_of_copies(entry->type)) m_of_copies.push_back(*entry);
      previous = crypto::leaf_hash(row.blob(1));
      tree.add(previous);
      ++m_report.entries;
      return goes_on(m_progress, m_done) ? Result<void>() : Result<void>(Error{ErrorCode::cancelled, ""});
    }));
    TRY_ASSIGN(const CustodyLog::Head head, m_record.log().head());
    const auto checkpoint = crypto::open_checkpoint(head.note, m_record.keys().log.verifier());
    if (!checkpoint || checkpoint->size != m_report.entries || checkpoint->root != tree.root())
      found("the log does not match its signed head");
    return {};
  }

  // Every opening must have the hash that its entry's subject says. Every entry with a subject must have its opening,
  // unless the item was removed.
  Result<void> check_openings() {
    TRY(each("SELECT o.sequence, o.line, e.line FROM openings o JOIN entries e ON e.sequence = o.sequence",
             [&](Statement& row) -> Result<void> {
               const auto entry = parse_entry(as_text(row.blob(2)));
               if (!entry || entry->subject != crypto::Sha256::of(row.blob(1)))
                 found("what log entry " + entry_text(row.number<EntryNumber>(0)) + " was about has been changed");
               return {};
             }));
    return each(
        "SELECT x.item, x.sequence, e.line FROM item_entries x JOIN items i ON i.id = x.item JOIN entries e ON "
        "e.sequence = x.sequence "
        "WHERE i.removed = 0 AND NOT EXISTS (SELECT 1 FROM openings o WHERE o.sequence = x.sequence)",
        [&](Statement& row) -> Result<void> {
          const auto entry = parse_entry(as_text(row.blob(2)));
          if (entry && entry->subject)
            found("what log entry " + entry_text(row.number<EntryNumber>(1)) + " was about is missing",
                  row.number<ItemNumber>(0));
          return {};
        });
  }

  // Every version and every answer must agree with its opening, member by member: whoever changes a row alone is found
  // out, because the opening's hash stands in the log.
  Result<void> check_rows() {
    return each("SELECT id FROM items WHERE removed = 0", [&](Statement& row) -> Result<void> {
      const auto number = row.number<ItemNumber>(0);
      const auto item = m_record.item(number);
      if (!item) {
        found("item " + item_text(number) + " cannot be read", number);
        return {};
      }
      ++m_report.items;
      for (const ItemVersion& version : item->versions) {
        TRY(compare_with_opening(number, version.sequence,
                                 version_opening_members(number, item->kind, item->about, item->on, version),
                                 unusable_times(version)));
      }
      for (const ItemAnswer& answer : item->answers)
        TRY(compare_with_opening(number, answer.sequence, answer_opening_members(number, answer)));
      return compare_history(*item);
    });
  }

  // Until version 3 of the record an opening had a time that is not usable too, in a form that no time has.
  static Json unusable_times(const ItemVersion& version) {
    Json times = Json::object();
    if (version.modified && !is_usable_time(*version.modified)) times["modified"] = format_utc(*version.modified);
    if (version.created && !is_usable_time(*version.created)) times["created"] = format_utc(*version.created);
    return times;
  }

  Result<void> compare_with_opening(ItemNumber item, EntryNumber sequence, Json members, const Json& once = {}) {
    TRY_ASSIGN(const auto line, m_record.opening(sequence));
    Json with_once = members;
    with_once.update(once.is_object() ? once : Json::object());
    if (!line || (!says(*line, std::move(members)) && !says(*line, std::move(with_once))))
      found("item " + item_text(item) + " differs from its log entry " + entry_text(sequence), item);
    return {};
  }

  static bool says(const std::string& opening_line, Json members) {
    const auto opening = parse_canonical(opening_line);
    members["v"] = 1;
    if (opening && opening->contains("salt")) members["salt"] = (*opening)["salt"];
    return opening && *opening == members;
  }

  // What is said of the case and of people: each row must agree with its opening, and each entry must have its row.
  Result<void> check_statements() {
    std::vector<FactVersion> facts;
    if (!load_facts(m_database, facts)) found("what is said of the case cannot be read");
    for (const FactVersion& said : facts)
      TRY(check_statement(
          entry_type::kCase, *said.sequence, fact_opening_members(said),
          "what is said of the case (" + said.fact + ", version " + std::to_string(said.version) + ")"));
    std::vector<PersonVersion> people;
    if (!load_people(m_database, people)) found("the people who are described cannot be read");
    for (const PersonVersion& said : people)
      TRY(check_statement(entry_type::kPerson, *said.sequence, person_opening_members(said),
                          "person " + person_text(said.person) + ", version " + std::to_string(said.version) + ","));
    for (const auto& [sequence, type] : m_statements)
      found("what log entry " + entry_text(sequence) + " says of " +
            (type == entry_type::kCase ? "the case" : "a person") + " is not there any more");
    return {};
  }

  Result<void> check_statement(const char* type, EntryNumber sequence, Json members, const std::string& what) {
    const auto entry = m_statements.find(sequence);
    const bool has_entry = entry != m_statements.end() && entry->second == type;
    if (has_entry) m_statements.erase(entry);
    TRY_ASSIGN(const auto opening, m_record.opening(sequence));
    if (!has_entry)
      found(what + " has no entry in the log");
    else if (!opening)
      found("what log entry " + entry_text(sequence) + " was about is missing");
    else if (!says(*opening, std::move(members)))
      found(what + " differs from its log entry " + entry_text(sequence));
    return {};
  }

  // What the rows say of copies must agree with the log.
  Result<void> check_copies() {
    const auto differences = compare_copies_with_log(m_database, m_of_copies);
    if (!differences) {
      found("the copies that were made cannot be read");
      return {};
    }
    for (const std::string& one : *differences) found(one);
    return {};
  }

  // A row that vanished leaves an entry in the item's history that describes nothing. So the entries with a subject
  // must be as many as versions and answers together.
  Result<void> compare_history(const Item& item) {
    std::size_t with_subject = 0;
    for (const EntryNumber sequence : item.history) {
      TRY_ASSIGN(const std::string line, m_record.log().entry_line(sequence));
      const auto entry = parse_entry(line);
      if (entry && entry->subject) ++with_subject;
    }
    if (with_subject != item.versions.size() + item.answers.size())
      found("item " + item_text(item.number) + " lacks something that the log has", item.number);
    return {};
  }

  Result<void> check_contents() {
    return each(
        "SELECT c.id, c.size, c.sha256, c.sha512, c.crc32, (SELECT min(item) FROM versions v WHERE v.content = c.id) "
        "FROM contents c",
        [&](Statement& row) -> Result<void> {
          ++m_report.contents;
          const auto facts = measure_content(row.integer(0));
          if (!facts && facts.error().code == ErrorCode::cancelled) return facts.error();
          const bool same = facts && facts->size == static_cast<std::uint64_t>(row.integer(1)) &&
                            equal_bytes(facts->sha256, row.blob(2)) && equal_bytes(facts->sha512, row.blob(3)) &&
                            facts->crc32 == row.integer(4);
          if (const auto item = row.number<ItemNumber>(5); !same)
            found("the content of item " + item_text(item) + " is damaged", item);
          m_done += static_cast<std::uint64_t>(row.integer(1));
          m_report.bytes += static_cast<std::uint64_t>(row.integer(1));
          return {};
        });
  }

  Result<ContentFacts> measure_content(std::int64_t id) {
    TRY_ASSIGN(auto source, open_content(m_record.vault(), id));
    return measure(*source, [&](std::uint64_t done) { return goes_on(m_progress, m_done + done); });
  }

  Result<void> check_objects() {
    TRY_ASSIGN(ObjectListing listing, m_record.vault().objects().list());
    m_report.unknown_objects = std::move(listing.strangers);
    for (const std::string& name : listing.objects) {
      TRY_ASSIGN(Statement known, m_database.prepare("SELECT 1 FROM contents WHERE object = ?"));
      known.bind(name);
      TRY_ASSIGN(const bool is_known, known.step());
      if (!is_known) m_report.unknown_objects.push_back(name);
    }
    return {};
  }

  Record& m_record;
  Database& m_database;
  const Progress& m_progress;
  CheckReport m_report;
  // Types of the entries about the case and people, by their number. What is left after all rows were seen has no row.
  std::map<EntryNumber, std::string> m_statements;
  std::vector<Entry> m_of_copies;
  std::uint64_t m_done = 0;
};

}  // namespace

Result<CheckReport> Record::check(const Progress& progress) { return Checker(*this, progress).run(); }

}  // namespace daybook::vault
