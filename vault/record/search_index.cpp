#include "vault/record/search_index.h"

#include "crypto/wiped_text.h"
#include "vault/record/message_tags.h"
#include "vault/record/outline.h"
#include "vault/record/record.h"
#include "vault/store/schema.h"

namespace daybook::vault {
namespace {

constexpr const char* kIsWhole = "search index is whole";
constexpr std::size_t kItemsAtOnce = 200;
// How many bytes of a table's index are held before they are written: all of one transaction, so that less is written
// twice. What is written piece by piece is merged later, by FTS5 itself.
constexpr const char* kHeldInMemory = "('hashsize', 8388608)";

bool is_long(ItemKind kind, const ItemVersion& version) {
  if (kind == ItemKind::conversation) return true;
  if (version.media == kUtf8Text) return version.content.facts.size > kMostInlineBytes;
  return version.media.starts_with("text/");
}

// The parts of a long text have an index of their own, and so have the messages of a conversation: the number of a row
// there is that of its message. It goes as a whole, in a second and not in the half minute in which its rows would be
// taken out of a common one word by word. So it needs no copy of the words beside the index, which the table of all
// items has for that.
std::string table_of(ItemNumber item) { return "search_text_" + std::to_string(static_cast<std::int64_t>(item)); }

Result<void> forget_parts(Database& database, ItemNumber item) {
  TRY_ASSIGN(Statement known, database.prepare("SELECT 1 FROM search_texts WHERE item = ?"));
  known.bind(item);
  TRY_ASSIGN(const bool has_parts, known.step());
  if (!has_parts) return {};
  known.reset();
  TRY(database.execute("DROP TABLE IF EXISTS " + table_of(item)));
  TRY_ASSIGN(Statement gone, database.prepare("DELETE FROM search_texts WHERE item = ?"));
  return gone.bind(item).run();
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

// Whether a row of a table of the index fulfils an expression: the row of one item, or any.
Result<bool> is_found(Database& database, const std::string& table, const std::string& expression,
                      std::optional<ItemNumber> row) {
  TRY_ASSIGN(Statement found, database.prepare("SELECT 1 FROM " + table + " WHERE " + table + " MATCH ?" +
                                               (row ? " AND rowid = ?" : " LIMIT 1")));
  found.bind(expression);
  if (row) found.bind(*row);
  return found.step();
}

// The long texts of which something is in the index, latest first.
Result<std::vector<ItemNumber>> items_with_parts(Database& database) {
  TRY_ASSIGN(Statement rows, database.prepare("SELECT item FROM search_texts WHERE next IS NULL OR next > 0 "
                                              "ORDER BY item DESC"));
  std::vector<ItemNumber> items;
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return items;
    items.push_back(rows.number<ItemNumber>(0));
  }
}

// Whether an item has everything, some of it in its own row and some in a part of its text.
Result<bool> has_all(Database& database, ItemNumber item, const std::vector<std::string>& expressions,
                     const std::vector<std::string>& filters) {
  if (!filters.empty()) {
    TRY_ASSIGN(const bool passes, is_found(database, "search_index", match_filters(filters), item));
    if (!passes) return false;
  }
  for (const std::string& expression : expressions) {
    TRY_ASSIGN(bool is_there, is_found(database, table_of(item), expression, std::nullopt));
    if (!is_there) {
      TRY_ASSIGN(is_there, is_found(database, "search_index", expression, item));
    }
    if (!is_there) return false;
  }
  return true;
}

}  // namespace

Result<void> index_item(Record& record, ItemNumber number) {
  Database& database = record.vault().database();
  TRY_ASSIGN(const Item item, record.item(number));
  const ItemVersion& version = item.newest();
  std::string text = version.name;
  std::string filters = kind_term(to_text(item.kind));
  for (const auto& [question, value] : item.current_answers()) {
    const bool is_on_messages = question == question::kMessageTags;
    const std::vector<std::string> lines = is_on_messages ? tags_in(value) : lines_of(value);
    for (const std::string& line : lines) text += "\n" + line;
    if (!is_on_messages && question != question::kTags) continue;
    for (const std::string& tag : lines) filters += " " + tag_term(tag);
  }
  if (item.kind == ItemKind::conversation) {
    // A conversation that is carried over has its outline only when all of its readings are there.
    if (const auto outline = load_outline(database, number)) {
      for (const auto& [sender, messages] : outline->senders) text += "\n" + sender;
    }
  }
  if (is_long(item.kind, version)) {
    TRY(let_wait(database, number, version));
  } else {
    TRY(forget_parts(database, number));
    if (version.media == kUtf8Text) TRY(append_text(record, version, text));
  }
  TRY_ASSIGN(Statement gone, database.prepare("DELETE FROM search_index WHERE rowid = ?"));
  TRY(gone.bind(number).run());
  std::string folded = fold_for_search(text);
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO search_index (rowid, folded, filters) VALUES (?, ?, ?)"));
  const auto inserted = insert.bind(number).bind(folded).bind(filters).run();
  crypto::wipe_text(text);
  crypto::wipe_text(folded);
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

Result<bool> index_parts(Record& record, const WaitingText& text, const std::vector<IndexedPart>& parts,
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
  const std::string table = table_of(text.item);
  // The index of a long text has one column, as it has had from the beginning.
  const bool has_filters = text.kind == ItemKind::conversation;
  TRY(database.execute("CREATE VIRTUAL TABLE IF NOT EXISTS main." + table + " USING fts5 (folded" +
                       (has_filters ? ", filters" : "") + ", content = '', columnsize = 0, tokenize = \"" +
                       kSearchTokens + "\")"));
  if (text.next == 0) TRY(database.execute("INSERT INTO " + table + " (" + table + ", rank) VALUES " + kHeldInMemory));
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO " + table +
                                                (has_filters ? " (rowid, folded, filters) VALUES (?, ?, ?)"
                                                             : " (rowid, folded) VALUES (?, ?)")));
  for (const IndexedPart& part : parts) {
    insert.bind(part.row).bind(part.folded);
    if (has_filters) insert.bind(part.filters);
    TRY(insert.run());
  }
  insert.reset();
  TRY(transaction.commit());
  return true;
}

Result<std::vector<ItemNumber>> find_in_parts(Database& database, const std::vector<SearchTerm>& terms,
                                              const std::vector<std::string>& filters) {
  TRY_ASSIGN(const std::vector<ItemNumber> items, items_with_parts(database));
  std::vector<std::string> expressions;
  for (const SearchTerm& term : terms) expressions.push_back(match_expression(term));
  std::vector<ItemNumber> found;
  for (const ItemNumber item : items) {
    TRY_ASSIGN(const bool is_there, has_all(database, item, expressions, filters));
    if (is_there) found.push_back(item);
  }
  return found;
}

Result<std::vector<std::uint64_t>> find_messages(Record& record, ItemNumber conversation,
                                                 const std::vector<SearchTerm>& terms,
                                                 const std::vector<std::string>& filters, std::uint64_t first,
                                                 std::size_t count) {
  Database& database = record.vault().database();
  std::vector<std::uint64_t> messages;
  std::string expression;
  for (const SearchTerm& term : terms) expression += (expression.empty() ? "" : " AND ") + match_expression(term);
  if (!filters.empty()) expression += (expression.empty() ? "" : " AND ") + match_filters(filters);
  TRY_ASSIGN(Statement known,
             database.prepare("SELECT 1 FROM search_texts WHERE item = ? AND (next IS NULL OR next > 0)"));
  known.bind(conversation);
  TRY_ASSIGN(const bool has_index, known.step());
  if (!has_index || expression.empty()) return messages;
  known.reset();
  const std::string table = table_of(conversation);
  TRY_ASSIGN(Statement rows, database.prepare("SELECT rowid FROM " + table + " WHERE " + table +
                                              " MATCH ? AND rowid >= ? ORDER BY rowid LIMIT ?"));
  rows.bind(expression).bind(static_cast<std::int64_t>(first)).bind(static_cast<std::int64_t>(count));
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return messages;
    messages.push_back(static_cast<std::uint64_t>(rows.integer(0)));
  }
}

}  // namespace daybook::vault
