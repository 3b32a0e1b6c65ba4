#include <algorithm>

#include "crypto/encoding.h"
#include "vault/record/message_tags.h"
#include "vault/record/narrowing.h"
#include "vault/record/record.h"
#include "vault/record/search_index.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kBeginningBytes = 200;

// Drops the bytes of a character that was cut in two by the limit of kBeginningBytes.
std::string whole_characters(std::string text) {
  while (!text.empty() && !crypto::is_utf8(text) && text.size() + 4 > kBeginningBytes) text.pop_back();
  return crypto::is_utf8(text) ? text : std::string();
}

constexpr const char* kRowColumns =
    "SELECT i.id, i.kind, i.about, i.added_at, v.version, c.size, v.media, v.name, substr(c.bytes, 1, 200), "
    "(SELECT value FROM answers a WHERE a.item = i.id AND a.question = 'when' ORDER BY a.version DESC LIMIT 1), "
    "(SELECT value FROM answers a WHERE a.item = i.id AND a.question = 'tags' ORDER BY a.version DESC LIMIT 1), "
    "(SELECT value FROM answers a WHERE a.item = i.id AND a.question = 'who' ORDER BY a.version DESC LIMIT 1), "
    "(SELECT messages FROM conversations k WHERE k.item = i.id) ";
constexpr const char* kRowJoins =
    "JOIN versions v ON v.item = i.id AND v.version = (SELECT max(version) FROM versions WHERE item = i.id) "
    "JOIN contents c ON c.id = v.content ";

ListedItem listed(const Statement& row) {
  ListedItem item;
  item.number = row.number<ItemNumber>(0);
  item.kind = parse_item_kind(row.text(1)).value_or(ItemKind::file);
  if (!row.is_null(2)) item.about = row.number<ItemNumber>(2);
  item.added_at = row.integer(3);
  item.versions = static_cast<int>(row.integer(4));
  item.size = static_cast<std::uint64_t>(row.integer(5));
  item.media = row.text(6);
  item.name = row.text(7);
  const bool is_text = item.kind == ItemKind::words || item.kind == ItemKind::note;
  if (is_text && !row.is_null(8)) item.beginning = whole_characters(std::string(as_text(row.blob(8))));
  item.when = row.text(9);
  item.tags = lines_of(row.text(10));
  item.who = row.text(11);
  item.messages = static_cast<std::uint64_t>(row.integer(12));
  return item;
}

// What a query asks of the search index.
struct Sought {
  std::vector<SearchTerm> terms;
  std::vector<std::string> filters;
  // What one row fulfils that has everything. Empty when nothing is asked of the index.
  std::string expression() const {
    std::string all;
    for (const SearchTerm& term : terms) all += (all.empty() ? "" : " AND ") + match_expression(term);
    if (!filters.empty()) all += (all.empty() ? "" : " AND ") + match_filters(filters);
    return all;
  }
};

Sought sought_by(const ListQuery& query) {
  Sought sought{parse_search(query.words), {}};
  if (query.kind) sought.filters.push_back(kind_term(to_text(*query.kind)));
  if (query.shown) sought.filters.push_back(kind_term(to_text(kind_of(*query.shown))));
  for (const std::string& tag : query.tags) sought.filters.push_back(tag_term(tag));
  return sought;
}

// Words without a letter, a figure or a symbol find nothing.
bool finds_nothing(const ListQuery& query, const Sought& sought) {
  return !query.words.empty() && sought.terms.empty();
}

// The items that have everything, latest first: at most `limit` with numbers below `before`. The filters are part of
// the index, and rows lie in it in the order of their numbers, so that a page needs no sorting of all hits.
Result<std::vector<ItemNumber>> find_items(Database& database, const Sought& sought, ItemNumber before,
                                           std::size_t limit) {
  TRY_ASSIGN(Statement rows, database.prepare("SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid < ? "
                                              "ORDER BY rowid DESC LIMIT ?"));
  rows.bind(sought.expression()).bind(before).bind(static_cast<std::int64_t>(limit));
  std::vector<ItemNumber> items;
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) break;
    items.push_back(rows.number<ItemNumber>(0));
  }
  if (sought.terms.empty()) return items;
  TRY_ASSIGN(std::vector<ItemNumber> in_parts, find_in_parts(database, sought.terms, sought.filters));
  std::erase_if(in_parts, [before](ItemNumber item) { return item >= before; });
  std::vector<ItemNumber> all;
  std::set_union(items.begin(), items.end(), in_parts.begin(), in_parts.end(), std::back_inserter(all),
                 std::greater<ItemNumber>());
  all.resize(std::min(all.size(), limit));
  return all;
}

}  // namespace

Result<Item> Record::item(ItemNumber number) { return load_item(database(), number); }

Result<std::vector<ListedItem>> Record::list(const ListQuery& query) {
  const Sought sought = sought_by(query);
  if (finds_nothing(query, sought)) return std::vector<ListedItem>();
  const ItemNumber before = query.before.value_or(ItemNumber{INT64_MAX});
  if (!sought.expression().empty()) {
    TRY_ASSIGN(const std::vector<ItemNumber> found, find_items(database(), sought, before, query.limit));
    return rows(found);
  }
  TRY_ASSIGN(Statement rows, database().prepare(std::string(kRowColumns) + "FROM items i " + kRowJoins +
                                                "WHERE i.removed = 0 AND i.id < ? ORDER BY i.id DESC LIMIT ?"));
  rows.bind(before).bind(static_cast<std::int64_t>(query.limit));
  std::vector<ListedItem> items;
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return items;
    items.push_back(listed(rows));
  }
}

Result<std::vector<ListedItem>> Record::rows(const std::vector<ItemNumber>& numbers) {
  std::vector<ListedItem> items;
  for (const ItemNumber number : numbers) {
    TRY_ASSIGN(Statement row, database().prepare(std::string(kRowColumns) + "FROM items i " + kRowJoins +
                                                 "WHERE i.removed = 0 AND i.id = ?"));
    row.bind(number);
    TRY_ASSIGN(const bool found, row.step());
    if (found) items.push_back(listed(row));
  }
  return items;
}

Result<std::vector<ItemKey>> Record::keys(const ListQuery& query) {
  const Sought sought = sought_by(query);
  std::vector<ItemKey> keys;
  if (finds_nothing(query, sought)) return keys;
  const bool asks_index = !sought.expression().empty();
  std::vector<ItemNumber> found;
  if (asks_index) {
    TRY_ASSIGN(found, find_items(database(), sought, ItemNumber{INT64_MAX}, SIZE_MAX >> 1));
  }
  std::string sql = "SELECT i.id, i.added_at FROM items i WHERE i.removed = 0";
  if (query.shown)
    sql += " AND EXISTS (SELECT 1 FROM versions v WHERE v.item = i.id AND " + media_condition(*query.shown, "v.media") +
           ")";
  TRY_ASSIGN(Statement rows, database().prepare(sql + " ORDER BY i.id DESC"));
  for (auto next = found.begin();;) {  // both are in one order, latest first
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) break;
    const auto number = rows.number<ItemNumber>(0);
    while (next != found.end() && *next > number) ++next;
    if (!asks_index || (next != found.end() && *next == number))
      keys.push_back({number, rows.integer(1), std::nullopt});
  }
  TRY(narrow(database(), query, keys));
  return keys;
}

Result<std::vector<ItemNumber>> Record::notes_about(ItemNumber item) {
  TRY_ASSIGN(Statement rows,
             database().prepare("SELECT id FROM items WHERE about = ? AND removed = 0 AND kind = 'note' ORDER BY id"));
  rows.bind(item);
  std::vector<ItemNumber> notes;
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return notes;
    notes.push_back(rows.number<ItemNumber>(0));
  }
}

Result<std::map<ItemNumber, std::vector<ItemNumber>>> Record::all_notes_beside() {
  TRY_ASSIGN(Statement rows,
             database().prepare("SELECT about, id FROM items WHERE about IS NOT NULL AND removed = 0 AND kind = 'note' "
                                "ORDER BY id"));
  std::map<ItemNumber, std::vector<ItemNumber>> notes;
  for (;;) {
    TRY_ASSIGN(const bool found, rows.step());
    if (!found) return notes;
    notes[rows.number<ItemNumber>(0)].push_back(rows.number<ItemNumber>(1));
  }
}

Result<std::uint64_t> Record::count() {
  TRY_ASSIGN(Statement row, database().prepare("SELECT count(*) FROM items WHERE removed = 0"));
  TRY(row.step());
  return static_cast<std::uint64_t>(row.integer(0));
}

Result<std::vector<std::string>> Record::all_tags() {
  TRY_ASSIGN(Statement rows,
             database().prepare("SELECT question, value FROM answers a WHERE question IN (?, ?) AND version = "
                                "(SELECT max(version) FROM answers b WHERE b.item = a.item AND b.question = "
                                "a.question)"));
  rows.bind(std::string_view(question::kTags)).bind(std::string_view(question::kMessageTags));
  std::set<std::string> tags;
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return std::vector<std::string>(tags.begin(), tags.end());
    const std::string value = rows.text(1);
    for (std::string& tag : rows.text(0) == question::kTags ? lines_of(value) : tags_in(value))
      tags.insert(std::move(tag));
  }
}

Result<std::unique_ptr<ByteSource>> Record::open_version(const ItemVersion& version) {
  return open_content(*m_vault, version.content.id);
}

Result<std::optional<std::string>> Record::opening(EntryNumber sequence) {
  TRY_ASSIGN(Statement row, database().prepare("SELECT line FROM openings WHERE sequence = ?"));
  row.bind(sequence);
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<std::string>();
  return std::optional(std::string(as_text(row.blob(0))));
}

Result<void> Record::note_views() {
  constexpr std::size_t kMostItems = 1000;  // of one entry, whose line must stay below kMostEntryBytes
  if (m_viewed.empty() || m_vault->is_read_only()) return {};
  TRY_ASSIGN(auto log, write());
  std::vector<ItemNumber> all(m_viewed.begin(), m_viewed.end());
  for (std::size_t begin = 0; begin < all.size(); begin += kMostItems) {
    const std::vector<ItemNumber> part(all.begin() + begin, all.begin() + std::min(begin + kMostItems, all.size()));
    TRY_ASSIGN(const EntryNumber sequence, log->append({entry_type::kViewed, part, std::nullopt, Json::object()}));
    for (const ItemNumber item : part) {
      TRY_ASSIGN(Statement history, database().prepare("INSERT INTO item_entries (item, sequence) VALUES (?, ?)"));
      TRY(history.bind(item).bind(sequence).run());
    }
  }
  TRY(log->commit());
  m_viewed.clear();
  return {};
}

Result<std::vector<ItemNumber>> Record::all_items() {
  std::vector<ItemNumber> items;
  TRY_ASSIGN(Statement rows, database().prepare("SELECT id FROM items ORDER BY id"));
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return items;
    items.push_back(rows.number<ItemNumber>(0));
  }
}

Result<std::vector<ItemNumber>> Record::items_with(const crypto::Sha256Digest& sha256) {
  std::vector<ItemNumber> items;
  TRY_ASSIGN(Statement rows, database().prepare("SELECT DISTINCT v.item FROM versions v JOIN contents c ON c.id = "
                                                "v.content WHERE c.sha256 = ? ORDER BY v.item"));
  rows.bind_blob(sha256);
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return items;
    items.push_back(rows.number<ItemNumber>(0));
  }
}

Result<std::vector<ItemNumber>> Record::items_in_objects(const std::set<std::string>& objects) {
  std::set<ItemNumber> items;
  for (const std::string& object : objects) {
    TRY_ASSIGN(Statement rows, database().prepare("SELECT DISTINCT v.item FROM versions v JOIN contents c ON c.id = "
                                                  "v.content WHERE c.object = ?"));
    rows.bind(object);
    for (;;) {
      TRY_ASSIGN(const bool row, rows.step());
      if (!row) break;
      items.insert(rows.number<ItemNumber>(0));
    }
  }
  return std::vector<ItemNumber>(items.begin(), items.end());
}

}  // namespace daybook::vault
