#include "vault/record/search_index.h"

#include "vault/record/record.h"
#include "vault/store/schema.h"

namespace daybook::vault {
namespace {

constexpr const char* kIsWhole = "search index is whole";
constexpr std::size_t kItemsAtOnce = 200;

bool is_long(const ItemVersion& version) {
  if (version.media == kUtf8Text) return version.content.facts.size > kMostInlineBytes;
  return version.media.starts_with("text/");
}

Result<void> forget_parts(Database& database, ItemNumber item) {
  for (const char* sql : {"DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_rows WHERE item = ?)",
                          "DELETE FROM search_rows WHERE item = ?", "DELETE FROM search_texts WHERE item = ?"}) {
    TRY_ASSIGN(Statement statement, database.prepare(sql));
    TRY(statement.bind(item).run());
  }
  return {};
}

// A long text waits, unless it is there already.
Result<void> let_wait(Database& database, ItemNumber item, const ItemVersion& version) {
  TRY_ASSIGN(Statement same, database.prepare("SELECT 1 FROM search_texts WHERE item = ? AND content = ?"));
  same.bind(item).bind(version.content.id);
  TRY_ASSIGN(const bool is_there, same.step());
  if (is_there) return {};
  same.reset();
  TRY(forget_parts(database, item));
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO search_texts (item, content, next) VALUES (?, ?, 0)"));
  return insert.bind(item).bind(version.content.id).run();
}

Result<void> append_text(Record& record, const ItemVersion& version, std::string& text) {
  TRY_ASSIGN(auto content, record.open_version(version));
  crypto::ContentBuffer bytes(static_cast<std::size_t>(content->size()));
  TRY(content->read_at(0, bytes.bytes()));
  text += "\n" + std::string(as_text(bytes.bytes()));
  return {};
}

Result<bool> is_in_memory(Database& database) {
  TRY_ASSIGN(Statement table, database.prepare("SELECT 1 FROM sqlite_temp_master WHERE name = 'search_index'"));
  return table.step();
}

// The next items after `after` of which the index may know nothing.
Result<std::vector<ItemNumber>> items_after(Database& database, ItemNumber after) {
  TRY_ASSIGN(Statement rows, database.prepare("SELECT id FROM items WHERE removed = 0 AND id > ? ORDER BY id LIMIT ?"));
  rows.bind(after).bind(static_cast<std::int64_t>(kItemsAtOnce));
  std::vector<ItemNumber> items;
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return items;
    items.push_back(rows.number<ItemNumber>(0));
  }
}

Result<std::int64_t> new_part(Database& database, ItemNumber item) {
  TRY_ASSIGN(
      Statement insert,
      database.prepare("INSERT INTO search_rows (id, item) SELECT coalesce(max(id), ?) + 1, ? FROM search_rows"));
  TRY(insert.bind(kFirstPartOfText).bind(item).run());
  return database.last_row();
}

Result<void> insert_row(Database& database, std::int64_t row, std::string_view folded, std::string_view filters) {
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO search_index (rowid, folded, filters) VALUES (?, ?, ?)"));
  return insert.bind(row).bind(folded).bind(filters).run();
}

}  // namespace

Result<void> index_item(Record& record, ItemNumber number) {
  Database& database = record.vault().database();
  TRY_ASSIGN(const Item item, record.item(number));
  const ItemVersion& version = item.newest();
  std::string text = version.name;
  std::string filters = kind_term(to_text(item.kind));
  for (const auto& [question, value] : item.current_answers()) {
    text += "\n" + value;
    if (question != question::kTags) continue;
    for (const std::string& tag : lines_of(value)) filters += " " + tag_term(tag);
  }
  if (is_long(version)) {
    TRY(let_wait(database, number, version));
  } else {
    TRY(forget_parts(database, number));
    if (version.media == kUtf8Text) TRY(append_text(record, version, text));
  }
  TRY_ASSIGN(Statement gone, database.prepare("DELETE FROM search_index WHERE rowid = ?"));
  TRY(gone.bind(number).run());
  std::string folded = fold_for_search(text);
  const auto inserted = insert_row(database, static_cast<std::int64_t>(number), folded, filters);
  for (std::string* used : {&text, &folded})
    crypto::wipe({reinterpret_cast<std::uint8_t*>(used->data()), used->size()});
  return inserted;
}

Result<void> forget_in_index(Database& database, ItemNumber item) {
  TRY(forget_parts(database, item));
  TRY_ASSIGN(Statement gone, database.prepare("DELETE FROM search_index WHERE rowid = ?"));
  return gone.bind(item).run();
}

Result<void> index_missing(Record& record) {
  Database& database = record.vault().database();
  TRY_ASSIGN(const bool in_memory, is_in_memory(database));
  TRY_ASSIGN(const auto is_whole, get_setting(database, kIsWhole));
  if (is_whole && !in_memory) return {};
  for (ItemNumber after{};;) {
    TRY_ASSIGN(const std::vector<ItemNumber> items, items_after(database, after));
    if (items.empty()) break;
    // What is in memory needs no transaction, which a record that cannot be written to would refuse.
    std::optional<Transaction> transaction;
    if (!in_memory) {
      TRY_ASSIGN(auto begun, Transaction::begin(database));
      transaction.emplace(std::move(begun));
    }
    for (const ItemNumber item : items) {
      const auto indexed = index_item(record, item);
      if (!indexed && indexed.error().code != ErrorCode::damaged) return indexed;  // damage is for the check to find
    }
    if (transaction) TRY(transaction->commit());
    after = items.back();
  }
  return in_memory ? Result<void>() : set_setting(database, kIsWhole, "yes");
}

Result<std::optional<WaitingText>> next_waiting_text(Record& record, ItemNumber after) {
  Database& database = record.vault().database();
  TRY_ASSIGN(Statement rows, database.prepare("SELECT item, next FROM search_texts WHERE next IS NOT NULL AND item > ? "
                                              "ORDER BY item LIMIT 1"));
  rows.bind(after);
  TRY_ASSIGN(const bool found, rows.step());
  if (!found) return std::optional<WaitingText>();
  WaitingText text;
  text.item = rows.number<ItemNumber>(0);
  text.next = static_cast<std::uint64_t>(rows.integer(1));
  TRY_ASSIGN(const Item item, record.item(text.item));
  text.kind = item.kind;
  text.version = item.newest();
  return std::optional(std::move(text));
}

Result<std::size_t> count_waiting_texts(Record& record) {
  TRY_ASSIGN(Statement row,
             record.vault().database().prepare("SELECT count(*) FROM search_texts WHERE next IS NOT NULL"));
  TRY(row.step());
  return static_cast<std::size_t>(row.integer(0));
}

Result<bool> index_parts(Record& record, const WaitingText& text, const std::vector<std::string>& folded,
                         std::optional<std::uint64_t> next) {
  Database& database = record.vault().database();
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  TRY_ASSIGN(Statement waits,
             database.prepare("SELECT 1 FROM search_texts WHERE item = ? AND content = ? AND next = ?"));
  waits.bind(text.item).bind(text.version.content.id).bind(static_cast<std::int64_t>(text.next));
  TRY_ASSIGN(const bool does_wait, waits.step());
  if (!does_wait) return false;
  waits.reset();
  TRY_ASSIGN(Statement update, database.prepare("UPDATE search_texts SET next = ? WHERE item = ?"));
  update.bind_optional(next ? std::optional(static_cast<std::int64_t>(*next)) : std::nullopt);
  TRY(update.bind(text.item).run());
  for (const std::string& part : folded) {
    TRY_ASSIGN(const std::int64_t row, new_part(database, text.item));
    TRY(insert_row(database, row, part, ""));
  }
  TRY(transaction.commit());
  return true;
}

Result<std::vector<ItemNumber>> find_in_parts(Database& database, const std::vector<SearchTerm>& terms,
                                              const std::vector<std::string>& filters) {
  std::vector<ItemNumber> items;
  TRY_ASSIGN(Statement parts, database.prepare("SELECT 1 FROM search_rows LIMIT 1"));
  TRY_ASSIGN(const bool has_parts, parts.step());
  if (!has_parts) return items;
  // Each thing that is searched for may stand in another part of a text.
  std::string sql = "SELECT DISTINCT item FROM search_rows WHERE item IN (SELECT id FROM items WHERE removed = 0)";
  std::vector<std::string> expressions;
  for (const SearchTerm& term : terms) expressions.push_back(match_expression(term));
  if (!filters.empty()) expressions.push_back(match_filters(filters));
  for (std::size_t i = 0; i < expressions.size(); ++i)
    sql +=
        " AND item IN (SELECT coalesce(r.item, s.rowid) FROM search_index s LEFT JOIN search_rows r ON r.id = "
        "s.rowid WHERE s.search_index MATCH ?)";
  TRY_ASSIGN(Statement rows, database.prepare(sql + " ORDER BY item DESC"));
  for (const std::string& expression : expressions) rows.bind(expression);
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return items;
    items.push_back(rows.number<ItemNumber>(0));
  }
}

}  // namespace daybook::vault
