#include "vault/backup/salvage.h"

#include <algorithm>
#include <set>

#include "crypto/encoding.h"
#include "vault/backup/carry_over.h"
#include "vault/backup/copies_carry.h"
#include "vault/backup/statements.h"
#include "vault/backup/torn_statements.h"
#include "vault/intake/file_ending.h"
#include "vault/intake/media_type.h"
#include "vault/record/taken_over.h"
#include "vault/store/copy_stream.h"
#include "vault/store/damaged_object.h"
#include "vault/store/keys.h"
#include "vault/store/schema.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {
namespace {

// Where the highest number of an item cannot be read, this many numbers after the last item that was found are tried.
constexpr std::int64_t kGapOfNumbers = 10'000;

class Salvager {
 public:
  Salvager(const Surroundings& surroundings, const SalvageSource& source, const Path& scratch, Record& into,
           const Progress& progress)
      : m_surroundings(surroundings),
        m_files(surroundings.files),
        m_source(source),
        m_scratch(scratch),
        m_into(into),
        m_progress(progress) {}
  ~Salvager() {
    m_rows.reset();
    if (m_made_scratch) remove_folder_of_files(m_files, m_scratch);
  }

  Result<SalvageReport> run(const TypedSecret& typed) {
    TRY_ASSIGN(m_inside, m_files.bound_to(m_source.folder));
    TRY_ASSIGN(const auto opened, open_some_header(typed));
    m_keys.emplace(DerivedKeys::from(opened.vault_key));
    TRY(copy_database());
    m_rows.emplace(m_surroundings, m_scratch / vault_files::kDatabase, m_keys->database);
    m_report.database_opened = m_rows->open();
    learn_previous_keys();
    m_report.has_older_header = m_rows->generation() > opened.header.generation();
    TRY(m_into.note_salvage(old_head()));
    TRY(bring_items());
    TRY(bring_facts());
    TRY(bring_people());
    TRY(bring_copies());
    TRY(bring_nameless_objects());
    return std::move(m_report);
  }

 private:
  Result<Header::Opened> open_some_header(const TypedSecret& typed) {
    Error error{ErrorCode::not_found, "header"};
    std::vector<Path> places{m_source.folder / vault_files::kHeader, m_source.folder / vault_files::kHeaderCopy};
    if (m_source.header) places.insert(places.begin(), *m_source.header);
    for (const Path& place : places) {
      const auto bytes = read_whole_file(*m_inside, place, kHeaderSize);
      if (!bytes) continue;
      auto opened = Vault::open_header(*bytes, typed);
      if (opened) return opened;
      error = opened.error();
    }
    return error;
  }

  // Copies the database and its journal, with which SQLite takes back what a crash left half written. A file that
  // cannot be opened is left out.
  Result<void> copy_database() {
    TRY(m_files.create_folder(m_scratch));
    m_made_scratch = true;
    for (const char* name : {vault_files::kDatabase, vault_files::kJournal}) {
      auto source = m_inside->open(m_source.folder / name);
      if (!source) continue;
      TRY_ASSIGN(auto target, m_files.create(m_scratch / name));
      Bytes block;
      for (std::uint64_t at = 0; at < (*source)->size(); at += block.size()) {
        block.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kReadSize, (*source)->size() - at)));
        // What the medium does not give back becomes zeros, which SQLCipher takes for a torn page and no more.
        if (!(*source)->read_at(at, block)) std::fill(block.begin(), block.end(), std::uint8_t{0});
        TRY(target->write(block));
      }
      TRY(target->sync());
    }
    return {};
  }

  void learn_previous_keys() {
    const auto previous = m_rows->read([](Database& database) { return load_secret(database, "previous vault key"); });
    if (previous && *previous && (*previous)->size() == 32)
      m_previous_keys.emplace(DerivedKeys::from(VaultKey::copy_of((*previous)->expose())));
  }

  const crypto::AeadKey* previous_key() const { return m_previous_keys ? &m_previous_keys->objects : nullptr; }

  Json old_head() {
    const auto head = m_rows->read([](Database& database) { return CustodyLog(database).head(); });
    if (!head) return nullptr;
    const auto checkpoint = crypto::Checkpoint::parse(head->note);
    if (!checkpoint) return nullptr;
    m_origin = checkpoint->origin;
    return Json{{"origin", checkpoint->origin},
                {"size", checkpoint->size},
                {"root", crypto::to_base64(checkpoint->root)},
                {"note", head->note}};
  }

  Result<void> bring_items() {
    const auto highest = m_rows->read([](Database& database) -> Result<std::int64_t> {
      TRY_ASSIGN(Statement row, database.prepare("SELECT max(id) FROM items"));
      TRY(row.step());
      return row.integer(0);
    });
    std::int64_t last_seen = 0;
    for (std::int64_t i = 1; i <= (highest ? *highest : last_seen + kGapOfNumbers); ++i) {
      const ItemNumber number{i};
      if (!m_rows->is_open()) return {};
      const auto item = m_rows->read([&](Database& database) { return load_item(database, number); });
      if (!item && item.error().code == ErrorCode::not_found) continue;
      if (item) last_seen = i;
      if (!item) {
        if (highest) m_report.lost.push_back(number);
        continue;
      }
      if (item->removed) continue;
      TRY(bring_item(*item));
    }
    return {};
  }

  Result<void> bring_item(const Item& item) {
    CarriedItem carried;
    carried.kind = item.kind;
    if (item.about && m_numbers.contains(*item.about)) carried.about = m_numbers[*item.about];
    bool in_part = false;
    for (const ItemVersion& version : item.versions) {
      auto stored = bring_version(item, version, in_part);
      if (!stored && is_final(stored.error())) return stored.error();
      if (stored)
        carried.versions.push_back(std::move(*stored));
      else
        in_part = true;
    }
    if (carried.versions.empty()) {
      m_report.lost.push_back(item.number);
      return {};
    }
    if (in_part && carried.kind == ItemKind::conversation) keep_as_file(carried);
    for (const ItemAnswer& answer : item.answers) carried.answers.emplace_back(answer.question, answer.value);
    TRY_ASSIGN(const AddOutcome outcome, m_into.carry(std::move(carried)));
    m_numbers[item.number] = outcome.item;
    ++m_report.items;
    if (in_part) ++m_report.in_part;
    return {};
  }

  // A reading of which a part is missing tells of no conversation any more. What is left of it is kept.
  static void keep_as_file(CarriedItem& carried) {
    carried.kind = ItemKind::file;
    std::vector<CarriedItem::Version> newest;
    newest.push_back(std::move(carried.versions.back()));
    carried.versions = std::move(newest);
    carried.versions.back().facts.messages.reset();
  }

  Json brought_by(const std::optional<EntryNumber>& sequence) {
    return sequence ? brought_by(*sequence) : Json(nullptr);
  }

  Result<void> bring_facts() {
    TornStatements<FactVersion> read = read_facts(*m_rows);
    std::vector<CarriedFact> facts;
    for (FactVersion& said : read.said) {
      Json brought = brought_by(said.sequence);
      facts.push_back({std::move(said), std::move(brought)});
    }
    const std::size_t found = facts.size();
    name_letters(facts, m_numbers);
    m_report.unread_facts = read.unread + found - facts.size();
    m_report.lacks_statements |= m_report.unread_facts > 0 || !read.is_whole;
    TRY(carry_facts(m_into, facts));
    TRY_ASSIGN(const auto versions, fact_versions(m_into));
    std::set<CaseNumber> cases;
    for (const FactVersion& said : versions) cases.insert(said.of);
    for (const CaseNumber of : cases) m_report.facts += current_facts(versions, of).size();
    return {};
  }

  Result<void> bring_people() {
    TornStatements<PersonVersion> read = read_people(*m_rows);
    std::map<PersonNumber, std::vector<CarriedPerson>> people;
    for (PersonVersion& said : read.said) {
      Json brought = brought_by(said.sequence);
      people[said.person].push_back({std::move(said), std::move(brought)});
    }
    m_report.unread_people = read.unread;
    m_report.lacks_statements |= read.unread > 0 || !read.is_whole;
    for (const auto& [number, versions] : people) TRY(carry_person(m_into, versions));
    TRY_ASSIGN(const auto versions, person_versions(m_into));
    m_report.people = current_people(versions).size();
    return {};
  }

  // Rows and openings are read apart, because what one of the two lacks the other may have.
  Result<void> bring_copies() {
    CopyRows found;
    if (m_rows->is_open()) {
      const auto rows = m_rows->read([&](Database& database) { return load_copy_rows(database, found); });
      const auto openings = m_rows->read([&](Database& database) { return load_copy_openings(database, found); });
      m_report.lacks_copies = !rows || !openings;
    }
    const BroughtBy brought = [this](EntryNumber sequence) { return brought_by(sequence); };
    TRY_ASSIGN(m_report.copies, carry_copies(m_into, found, m_numbers, brought));
    return {};
  }

  // Whether an error stops all of the work. Damage in one place costs only the item there.
  static bool is_final(const Error& error) {
    return error.code != ErrorCode::damaged && error.code != ErrorCode::not_found;
  }

  Result<CarriedItem::Version> bring_version(const Item& item, const ItemVersion& version, bool& in_part) {
    TRY_ASSIGN(StoredRow row,
               m_rows->read([&](Database& database) { return load_content_row(database, version.content.id); }));
    Addition facts = facts_of(item, version);
    if (const auto entry = old_entry(version.sequence)) facts.messages = messages_of(*entry);
    Json brought = brought_by(version.sequence);
    if (row.object.empty()) {
      TRY_ASSIGN(StoredContent content, store_bytes(m_into.vault(), row.bytes.bytes()));
      if (content.facts().sha256 != version.content.facts.sha256) return Error{ErrorCode::damaged, ""};
      return CarriedItem::Version{std::move(facts), std::move(content), std::move(brought)};
    }
    m_named.insert(row.object);
    auto object = DamagedObject::open(*m_inside, m_source.folder / vault_files::kObjects, m_keys->objects,
                                      previous_key(), row.object, version.content.facts.size);
    if (!object) return Error{ErrorCode::damaged, ""};  // whatever the reason: one bad file must not end the salvage
    TRY_ASSIGN(StoredContent content, store_source(m_into.vault(), **object, m_progress));
    mark_holes(**object, facts, brought);
    in_part |= !(*object)->holes().empty();
    return CarriedItem::Version{std::move(facts), std::move(content), std::move(brought)};
  }

  std::optional<Entry> old_entry(EntryNumber sequence) {
    const auto line = m_rows->read([&](Database& database) { return CustodyLog(database).entry_line(sequence); });
    if (!line) return std::nullopt;
    auto entry = parse_entry(*line);
    return entry ? std::optional(std::move(*entry)) : std::nullopt;
  }

  Json brought_by(EntryNumber sequence) {
    const auto entry = old_entry(sequence);
    if (!entry) return nullptr;
    return entry->json.contains("brought") ? entry->json["brought"]
                                           : brought_from(m_origin, *entry, to_canonical(entry->json));
  }

  Result<void> bring_nameless_objects() {
    ObjectStore store(*m_inside, m_source.folder / vault_files::kObjects, m_keys->objects);
    const auto listing = store.list();
    if (!listing) return {};
    for (const std::string& name : listing->objects) {
      if (m_named.contains(name)) continue;
      auto object = DamagedObject::open(*m_inside, m_source.folder / vault_files::kObjects, m_keys->objects,
                                        previous_key(), name, std::nullopt);
      if (!object) {
        m_report.lost_files.push_back(name);
        continue;
      }
      TRY(bring_nameless(name, **object));
    }
    return {};
  }

  Result<void> bring_nameless(const std::string& name, DamagedObject& object) {
    CarriedItem carried;
    Addition facts;
    Bytes beginning(static_cast<std::size_t>(std::min<std::uint64_t>(kMediaTypeBytes, object.size())));
    TRY(object.read_at(0, beginning));
    facts.media = media_type_of(beginning);
    facts.name = "found-" + name.substr(0, 8) + "." + ending_for(facts.media);
    TRY_ASSIGN(StoredContent content, store_source(m_into.vault(), object, m_progress));
    Json brought;
    mark_holes(object, facts, brought);
    carried.versions.push_back({std::move(facts), std::move(content), std::move(brought)});
    TRY(m_into.carry(std::move(carried)));
    ++m_report.nameless;
    return {};
  }

  static constexpr std::size_t kReadSize = 4096;

  Surroundings m_surroundings;
  FileSystem& m_files;
  std::shared_ptr<FileSystem> m_inside;  // the same, bound to the damaged record
  const SalvageSource& m_source;
  Path m_scratch;
  Record& m_into;
  const Progress& m_progress;
  bool m_made_scratch = false;
  std::optional<DerivedKeys> m_keys, m_previous_keys;
  std::optional<TornDatabase> m_rows;
  std::string m_origin = "unknown";
  std::map<ItemNumber, ItemNumber> m_numbers;
  std::set<std::string> m_named;
  SalvageReport m_report;
};

}  // namespace

Result<SalvageReport> salvage_record(const Surroundings& surroundings, const SalvageSource& source,
                                     const TypedSecret& typed, const Path& scratch, Record& into,
                                     const Progress& progress) {
  return Salvager(surroundings, source, scratch, into, progress).run(typed);
}

}  // namespace daybook::vault
