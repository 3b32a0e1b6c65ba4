#include "vault/record/looking.h"

#include "vault/store/database.h"

namespace daybook::vault {
namespace {

template <std::size_t N>
std::array<std::uint8_t, N> fixed_blob(const Statement& row, int column) {
  std::array<std::uint8_t, N> bytes{};
  if (row.blob(column).size() == N) copy_bytes(row.blob(column), bytes);
  return bytes;
}

std::optional<std::int64_t> optional_integer(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.integer(column);
}

Result<void> load_versions(Database& database, Item& item) {
  TRY_ASSIGN(Statement rows, database.prepare("SELECT v.version, v.sequence, v.content, c.size, c.sha256, c.sha512, "
                                              "c.crc32, v.media, v.name, v.name_bytes, "
                                              "v.modified, v.created FROM versions v JOIN contents c ON c.id = "
                                              "v.content WHERE v.item = ? ORDER BY v.version"));
  rows.bind(item.number);
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return {};
    ItemVersion version;
    version.number = static_cast<int>(rows.integer(0));
    version.sequence = rows.number<EntryNumber>(1);
    version.content = {rows.integer(2),
                       {static_cast<std::uint64_t>(rows.integer(3)), fixed_blob<32>(rows, 4), fixed_blob<64>(rows, 5),
                        static_cast<std::uint32_t>(rows.integer(6))}};
    version.media = rows.text(7);
    version.name = rows.text(8);
    if (!rows.is_null(9)) version.name_bytes = Bytes(rows.blob(9).begin(), rows.blob(9).end());
    version.modified = optional_integer(rows, 10);
    version.created = optional_integer(rows, 11);
    item.versions.push_back(std::move(version));
  }
}

Result<void> load_answers(Database& database, Item& item) {
  TRY_ASSIGN(
      Statement rows,
      database.prepare("SELECT question, version, sequence, value FROM answers WHERE item = ? ORDER BY sequence"));
  rows.bind(item.number);
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return {};
    item.answers.push_back(
        {rows.text(0), static_cast<int>(rows.integer(1)), rows.number<EntryNumber>(2), rows.text(3)});
  }
}

Result<void> load_history(Database& database, Item& item) {
  TRY_ASSIGN(Statement rows, database.prepare("SELECT sequence FROM item_entries WHERE item = ? ORDER BY sequence"));
  rows.bind(item.number);
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return {};
    item.history.push_back(rows.number<EntryNumber>(0));
  }
}

// Where a note stands, and what a file came out of, stand in the opening alone. What cannot be read there is for the
// check to find: of a damaged record the item is brought back without it.
Result<void> load_from_opening(Database& database, Item& item) {
  const bool may_say_more = item.kind == ItemKind::note || item.kind == ItemKind::file;
  if (item.versions.empty() || !may_say_more) return {};
  TRY_ASSIGN(Statement row, database.prepare("SELECT line FROM openings WHERE sequence = ?"));
  row.bind(item.newest().sequence);
  const auto found = row.step();
  if (!found && found.error().code != ErrorCode::damaged) return found.error();
  if (!found || !*found) return {};
  const auto opening = parse_canonical(as_text(row.blob(0)));
  if (opening && opening->contains("on")) item.on = parse_note_place((*opening)["on"]);
  if (opening && opening->contains("out_of")) item.versions.back().out_of = parse_out_of_export((*opening)["out_of"]);
  return {};
}

}  // namespace

Result<Item> load_item(Database& database, ItemNumber number) {
  TRY_ASSIGN(Statement row, database.prepare("SELECT kind, about, added_at, removed FROM items WHERE id = ?"));
  row.bind(number);
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return Error{ErrorCode::not_found, "item " + item_text(number)};
  Item item;
  item.number = number;
  const auto kind = parse_item_kind(row.text(0));
  if (!kind) return Error{ErrorCode::damaged, "item " + item_text(number)};
  item.kind = *kind;
  if (!row.is_null(1)) item.about = row.number<ItemNumber>(1);
  item.added_at = row.integer(2);
  item.removed = row.integer(3) != 0;
  TRY(load_versions(database, item));
  TRY(load_from_opening(database, item));
  TRY(load_answers(database, item));
  TRY(load_history(database, item));
  if (!item.removed && item.versions.empty()) return Error{ErrorCode::damaged, "item " + item_text(number)};
  return item;
}

}  // namespace daybook::vault
