#include "vault/backup/torn_statements.h"

#include "vault/record/taken_over.h"
#include "vault/store/schema.h"

namespace daybook::vault {
namespace {

// How versions of one kind are read: what facts and people have in common stands in read(), and the rest here.
template <class Version>
struct Kind {
  const char* entry;
  Result<std::optional<std::vector<Version>>> (*old_setting)(Database&);
  Result<void> (*load_all)(Database&, std::vector<Version>&);
  Result<std::optional<Version>> (*load_one)(Database&, EntryNumber);
  std::optional<Version> (*in_opening)(std::string_view, EntryNumber);
};

// The number after the last entry that any of four tables names. Several are asked, because a table whose upper pages
// are torn gives no answer.
std::uint64_t end_of_entries(TornDatabase& rows) {
  std::uint64_t end = 0;
  for (const char* table : {"entries", "openings", "facts", "people"}) {
    const auto last = rows.read([&](Database& database) -> Result<std::int64_t> {
      TRY_ASSIGN(Statement row, database.prepare(std::string("SELECT coalesce(max(sequence), -1) FROM ") + table));
      TRY(row.step());
      return row.integer(0);
    });
    if (last) end = std::max(end, static_cast<std::uint64_t>(*last + 1));
  }
  return end;
}

std::optional<Entry> read_entry(TornDatabase& rows, EntryNumber sequence) {
  const auto line = rows.read([&](Database& database) { return CustodyLog(database).entry_line(sequence); });
  if (!line) return std::nullopt;
  auto entry = parse_entry(*line);
  return entry ? std::optional(std::move(*entry)) : std::nullopt;
}

// The opening of an entry. Nothing when it cannot be read, or when it is not the one that the entry's subject names.
std::optional<std::string> read_opening(TornDatabase& rows, EntryNumber sequence, const std::optional<Entry>& entry) {
  const auto line = rows.read([&](Database& database) -> Result<std::string> {
    TRY_ASSIGN(Statement row, database.prepare("SELECT line FROM openings WHERE sequence = ?"));
    row.bind(sequence);
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return Error{ErrorCode::not_found, "opening"};
    return std::string(as_text(row.blob(0)));
  });
  if (!line) return std::nullopt;
  if (entry && entry->subject != crypto::Sha256::of(as_bytes(*line))) return std::nullopt;
  return *line;
}

template <class Version>
void read_one(TornDatabase& rows, const Kind<Version>& kind, EntryNumber sequence, TornStatements<Version>& read) {
  const auto entry = read_entry(rows, sequence);
  if (entry && entry->type != kind.entry) return;
  const auto row = rows.read([&](Database& database) { return kind.load_one(database, sequence); });
  if (row && *row) {
    read.said.push_back(**row);
    return;
  }
  if (const auto line = read_opening(rows, sequence, entry)) {
    if (auto said = kind.in_opening(*line, sequence)) read.said.push_back(std::move(*said));
    return;
  }
  if (entry)
    ++read.unread;
  else
    read.is_whole = false;  // this entry may have been of the other kind, or of this one
}

template <class Version>
TornStatements<Version> read(TornDatabase& rows, const Kind<Version>& kind) {
  TornStatements<Version> read;
  if (!rows.is_open()) return read;
  const auto old = rows.read(kind.old_setting);
  if (old && *old) {
    read.said = std::move(**old);
    return read;
  }
  const auto version = rows.read(check_schema);
  if (version && *version < kFactsVersion) {
    read.is_whole = old.ok();
    return read;
  }
  if (rows.read([&](Database& database) { return kind.load_all(database, read.said); }).ok()) return read;
  read.said.clear();
  const std::uint64_t end = end_of_entries(rows);
  read.is_whole = end > 0;
  for (std::uint64_t leaf = 0; leaf < end; ++leaf) read_one(rows, kind, EntryNumber{leaf}, read);
  return read;
}

}  // namespace

TornStatements<FactVersion> read_facts(TornDatabase& rows) {
  return read<FactVersion>(rows, {entry_type::kCase, old_facts, load_facts, load_fact, fact_in_opening});
}

TornStatements<PersonVersion> read_people(TornDatabase& rows) {
  return read<PersonVersion>(rows, {entry_type::kPerson, old_people, load_people, load_person, person_in_opening});
}

}  // namespace daybook::vault
