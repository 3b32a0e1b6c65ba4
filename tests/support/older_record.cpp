#include "tests/support/older_record.h"

#include "vault/store/schema.h"

namespace daybook::test {

using namespace daybook::vault;

Result<void> make_older(Database& database, int version) {
  std::vector<std::string> names;
  TRY_ASSIGN(Statement stored, database.prepare("SELECT name FROM secrets"));
  for (;;) {
    TRY_ASSIGN(const bool row, stored.step());
    if (!row) break;
    names.push_back(stored.text(0));
  }
  stored.reset();
  for (const std::string& name : names) {
    TRY_ASSIGN(const auto secret, load_secret(database, name));
    TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO signing_keys (name, secret) VALUES (?, ?)"));
    TRY(insert.bind(name).bind_blob(secret->expose()).run());
  }
  TRY(database.execute("CREATE VIRTUAL TABLE search USING fts5 (folded, filters, tokenize = 'unicode61')"));
  TRY(remove_setting(database, "search index is whole"));
  std::vector<std::string> tables{"secrets",      "file_facts",    "search_index",
                                  "search_texts", "conversations", "message_blocks"};
  if (version < 3) tables.insert(tables.end(), {"facts", "people"});
  if (version >= 2)
    TRY(database.execute(
        "CREATE TABLE pictures (content INTEGER PRIMARY KEY, width INTEGER, height INTEGER, taken TEXT, "
        "latitude INTEGER, longitude INTEGER, small BLOB) STRICT"));
  for (const std::string& table : tables) TRY(database.execute("DROP TABLE " + table));
  return database.execute("PRAGMA user_version = " + std::to_string(version));
}

}  // namespace daybook::test
