#include "vault/store/schema.h"

#include "crypto/aead.h"

namespace daybook::vault {
namespace {

// SQLite's application id, which says that a database is one of a record. It may name the program, because it stands
// inside the encrypted file.
constexpr std::int64_t kApplicationId = 0x44424b31;

// The tables of version 1, but for a search index that version 4 drops. A new database gets these and then all steps(),
// as an old one does, so that both end up with the same tables.
constexpr const char* kFirstSchema = R"sql(
PRAGMA application_id = 0x44424b31;
PRAGMA user_version = 1;

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE signing_keys (name TEXT PRIMARY KEY, secret BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- The custody log. A leaf is SHA-256(00 || line); tree holds every complete subtree (RFC 6962).
CREATE TABLE entries (sequence INTEGER PRIMARY KEY, line BLOB NOT NULL) STRICT;
CREATE TABLE tree (level INTEGER, position INTEGER, hash BLOB NOT NULL, PRIMARY KEY (level, position)) STRICT, WITHOUT ROWID;
CREATE TABLE head (only INTEGER PRIMARY KEY CHECK (only = 1), size INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries never change'); END;
CREATE TRIGGER entries_never_go BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries never change'); END;
CREATE TRIGGER tree_never_changes BEFORE UPDATE ON tree BEGIN SELECT RAISE(ABORT, 'entries never change'); END;
CREATE TRIGGER tree_never_goes BEFORE DELETE ON tree BEGIN SELECT RAISE(ABORT, 'entries never change'); END;

-- Contents: small ones here, large ones as an object file. The same content twice is one row.
CREATE TABLE contents (
  id INTEGER PRIMARY KEY, size INTEGER NOT NULL, sha256 BLOB NOT NULL UNIQUE, sha512 BLOB NOT NULL, crc32 INTEGER NOT NULL,
  bytes BLOB, object TEXT UNIQUE, CHECK ((bytes IS NULL) <> (object IS NULL))) STRICT;
-- Object files that are being written or are to be removed. Only what stands here is ever deleted from the folder.
CREATE TABLE pending_objects (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE items (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, about INTEGER REFERENCES items (id), added_at INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0) STRICT;
-- One row for a file or words; one for each version of a note. `sequence` is its entry in the log.
CREATE TABLE versions (
  item INTEGER NOT NULL REFERENCES items (id), version INTEGER NOT NULL, sequence INTEGER NOT NULL UNIQUE REFERENCES entries (sequence),
  content INTEGER NOT NULL REFERENCES contents (id), media TEXT NOT NULL, name TEXT NOT NULL, name_bytes BLOB, modified INTEGER, created INTEGER,
  PRIMARY KEY (item, version)) STRICT, WITHOUT ROWID;
CREATE INDEX versions_by_content ON versions (content);
CREATE TABLE answers (
  item INTEGER NOT NULL REFERENCES items (id), question TEXT NOT NULL, version INTEGER NOT NULL,
  sequence INTEGER NOT NULL UNIQUE REFERENCES entries (sequence), value TEXT NOT NULL, PRIMARY KEY (item, question, version)) STRICT, WITHOUT ROWID;
-- What an entry's subject is the hash of. Deleted with the item; the entry stays. No item: a hand-over.
CREATE TABLE openings (sequence INTEGER PRIMARY KEY REFERENCES entries (sequence), item INTEGER REFERENCES items (id), line BLOB NOT NULL) STRICT;
CREATE INDEX openings_by_item ON openings (item);
-- Which entries are about which items, for the history of an item.
CREATE TABLE item_entries (item INTEGER NOT NULL REFERENCES items (id), sequence INTEGER NOT NULL REFERENCES entries (sequence), PRIMARY KEY (item, sequence)) STRICT, WITHOUT ROWID;

CREATE TABLE exports (
  bundle TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'unfinished')), target TEXT NOT NULL, started_at INTEGER NOT NULL,
  number INTEGER, log_size INTEGER, checkpoint TEXT, description TEXT NOT NULL, tagmanifest_sha512 BLOB) STRICT, WITHOUT ROWID;
)sql";

// What CREATE makes. In a database that cannot be written to, it is made in memory, in the schema "temp".
struct Made {
  const char *kind, *name;
  std::string rest;
  std::string statement(const char* schema) const {
    return std::string("CREATE ") + kind + " " + schema + "." + name + " " + rest;
  }
};

// One step to the next version. The first one in steps() leads from version 1 to version 2.
struct Step {
  std::vector<Made> made;
  std::vector<const char*> then = {};  // further statements, for the database in the file only
};

const std::vector<Step>& steps() {
  static const std::vector<Step> all{
      // Version 2 had what picture files say of themselves, which version 4 drops.
      {},
      // Version 3 has every version of what is said of the case and of people. A row says the same as the opening of
      // its entry.
      {{{"TABLE", "facts",
         "(case_number INTEGER NOT NULL, fact TEXT NOT NULL, version INTEGER NOT NULL, sequence INTEGER NOT NULL "
         "UNIQUE REFERENCES entries (sequence), value TEXT NOT NULL, taken_over INTEGER NOT NULL, PRIMARY KEY "
         "(case_number, fact, version)) STRICT, WITHOUT ROWID"},
        {"TABLE", "people",
         "(person INTEGER NOT NULL, version INTEGER NOT NULL, sequence INTEGER NOT NULL UNIQUE REFERENCES entries "
         "(sequence), name TEXT NOT NULL, also TEXT NOT NULL, relation TEXT NOT NULL, taken_over INTEGER NOT NULL, "
         "PRIMARY KEY (person, version)) STRICT, WITHOUT ROWID"}}},
      // Version 4 has the secret keys wrapped, so that none lies open in SQLite's memory while the record is open. Rows
      // of `signing_keys` are moved there. It has the search index anew: the words in it are those of
      // vault/record/search_text.h, which have blanks between them and nothing else that parts, so that the words of
      // every script and every symbol are found. A row has the number of its item. `search_texts` has every long text,
      // whose parts have an index of their own: `next` is the part that is to be put there next, and nothing when all
      // of it is there. vault/record/search_index.cpp fills them.
      // What files say of themselves, films too, takes the place of `pictures`, so that each is looked at anew. A row
      // with an empty `drawn` is of a file out of which nothing could be read.
      {{{"TABLE", "secrets", "(name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID"},
        {"TABLE", "file_facts",
         "(content INTEGER PRIMARY KEY, width INTEGER, height INTEGER, taken TEXT, is_of_file INTEGER NOT NULL, "
         "has_unread_zone INTEGER NOT NULL, holds_place INTEGER NOT NULL, latitude INTEGER, longitude INTEGER, drawn "
         "TEXT NOT NULL, small BLOB) STRICT"},
        {"VIRTUAL TABLE", "search_index",
         std::string("USING fts5 (folded, filters, tokenize = \"") + kSearchTokens + "\")"},
        {"TABLE", "search_texts", "(item INTEGER PRIMARY KEY, content INTEGER NOT NULL, next INTEGER) STRICT"}},
       {"DROP TABLE IF EXISTS main.search", "DROP TABLE IF EXISTS main.pictures",
        "INSERT INTO main.search_index (search_index, rank) VALUES ('secure-delete', 1)"}},
      // Version 5 has what is derived from the newest reading of each conversation (vault/record/outline.h).
      {{{"TABLE", "conversations",
         "(item INTEGER PRIMARY KEY, messages INTEGER NOT NULL, earliest INTEGER, latest INTEGER, facts TEXT NOT NULL) "
         "STRICT"},
        {"TABLE", "message_blocks",
         "(item INTEGER NOT NULL, first INTEGER NOT NULL, line_at INTEGER NOT NULL, earliest INTEGER, latest INTEGER, "
         "marks INTEGER NOT NULL, PRIMARY KEY (item, first)) STRICT, WITHOUT ROWID"}}}};
  return all;
}

std::int64_t newest_version() { return static_cast<std::int64_t>(steps().size()) + 1; }

const Step& step_from(std::int64_t version) { return steps()[static_cast<std::size_t>(version - 1)]; }

constexpr std::int64_t kVersionOfOpenSecrets = 3;

Bytes wrap(const Database& database, std::string_view name, ByteView secret) {
  return crypto::encrypt_with_random_nonce(database.secrets_key(), secret, as_bytes("secret " + std::string(name)));
}

Result<crypto::SecretBuffer> unwrap(const Database& database, std::string_view name, ByteView wrapped) {
  auto secret = crypto::open_with_nonce(database.secrets_key(), wrapped, as_bytes("secret " + std::string(name)));
  if (!secret) return Error{ErrorCode::damaged, "records: a key"};
  return std::move(*secret);
}

Result<void> wrap_secrets(Database& database) {
  TRY_ASSIGN(Statement open, database.prepare("SELECT name, secret FROM main.signing_keys"));
  for (;;) {
    TRY_ASSIGN(const bool row, open.step());
    if (!row) break;
    const std::string name = open.text(0);
    TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO main.secrets (name, wrapped) VALUES (?, ?)"));
    TRY(insert.bind(name).bind_blob(wrap(database, name, open.blob(1))).run());
  }
  open.reset();
  return database.execute("DELETE FROM main.signing_keys");
}

Result<void> take_step(Database& database, std::int64_t version) {
  const Step& step = step_from(version);
  for (const Made& made : step.made) TRY(database.execute(made.statement("main")));
  for (const char* statement : step.then) TRY(database.execute(statement));
  if (version == kVersionOfOpenSecrets) TRY(wrap_secrets(database));
  return database.execute("PRAGMA user_version = " + std::to_string(version + 1));
}

Result<void> climb(Database& database, std::int64_t version) {
  for (; version < newest_version(); ++version) {
    TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
    TRY(take_step(database, version));
    TRY(transaction.commit());
  }
  return {};
}

}  // namespace

Result<void> create_schema(Database& database) {
  TRY(database.execute_script(kFirstSchema));
  for (std::int64_t version = 1; version < newest_version(); ++version) TRY(take_step(database, version));
  return {};
}

Result<std::int64_t> check_schema(Database& database) {
  TRY_ASSIGN(Statement id, database.prepare("PRAGMA application_id"));
  TRY_ASSIGN(const bool has_id, id.step());
  if (!has_id || id.integer(0) != kApplicationId) return Error{ErrorCode::damaged, "records: not a record"};
  TRY_ASSIGN(Statement version, database.prepare("PRAGMA user_version"));
  TRY_ASSIGN(const bool has_version, version.step());
  if (!has_version || version.integer(0) < 1) return Error{ErrorCode::damaged, "records: no version"};
  if (version.integer(0) > newest_version()) return Error{ErrorCode::newer_format, ""};
  return version.integer(0);
}

Result<void> update_schema(Database& database, bool can_write) {
  TRY_ASSIGN(std::int64_t version, check_schema(database));
  if (version == newest_version() || (can_write && climb(database, version))) return {};
  // A full disk must not keep a record from opening, so what is missing is held in memory while the record is open. The
  // version is asked again, because some steps may have been taken before one failed.
  TRY_ASSIGN(version, check_schema(database));
  for (; version < newest_version(); ++version) {
    for (const Made& made : step_from(version).made) TRY(database.execute(made.statement("temp")));
  }
  return {};
}

Result<void> complete_schema(Database& database) {
  TRY_ASSIGN(const std::int64_t version, check_schema(database));
  TRY(climb(database, version));
  // SQLite takes a table in memory for one of the same name in the file, so those in memory have to go. A virtual table
  // goes first and takes those with it that it consists of.
  TRY_ASSIGN(Statement tables, database.prepare("SELECT name FROM sqlite_temp_master WHERE type = 'table' "
                                                "ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"));
  std::vector<std::string> names;
  for (;;) {
    TRY_ASSIGN(const bool row, tables.step());
    if (!row) break;
    names.push_back(tables.text(0));
  }
  tables.reset();
  for (const std::string& name : names) TRY(database.execute("DROP TABLE IF EXISTS temp." + name));
  return {};
}

Result<std::optional<std::string>> get_setting(Database& database, std::string_view name) {
  TRY_ASSIGN(Statement statement, database.prepare("SELECT value FROM settings WHERE name = ?"));
  statement.bind(name);
  TRY_ASSIGN(const bool found, statement.step());
  if (!found) return std::optional<std::string>();
  return std::optional<std::string>(statement.text(0));
}

Result<void> set_setting(Database& database, std::string_view name, std::string_view value) {
  TRY_ASSIGN(
      Statement statement,
      database.prepare(
          "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
  statement.bind(name).bind(value);
  return statement.run();
}

Result<void> remove_setting(Database& database, std::string_view name) {
  TRY_ASSIGN(Statement statement, database.prepare("DELETE FROM settings WHERE name = ?"));
  statement.bind(name);
  return statement.run();
}

Result<void> store_secret(Database& database, std::string_view name, ByteView secret) {
  TRY_ASSIGN(Statement statement,
             database.prepare("INSERT INTO main.secrets (name, wrapped) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET "
                              "wrapped = excluded.wrapped"));
  return statement.bind(name).bind_blob(wrap(database, name, secret)).run();
}

Result<std::optional<crypto::SecretBuffer>> load_secret(Database& database, std::string_view name) {
  // A record of an older version that cannot be written to, or that salvage reads as it is, has no wrapped secrets.
  if (auto statement = database.prepare("SELECT wrapped FROM secrets WHERE name = ?")) {
    statement->bind(name);
    TRY_ASSIGN(const bool found, statement->step());
    if (found) {
      TRY_ASSIGN(auto secret, unwrap(database, name, statement->blob(0)));
      return std::optional(std::move(secret));
    }
  }
  TRY_ASSIGN(Statement statement, database.prepare("SELECT secret FROM signing_keys WHERE name = ?"));
  statement.bind(name);
  TRY_ASSIGN(const bool found, statement.step());
  if (!found) return std::optional<crypto::SecretBuffer>();
  return std::optional(crypto::SecretBuffer::copy_of(statement.blob(0)));
}

Result<void> remove_secret(Database& database, std::string_view name) {
  TRY_ASSIGN(Statement statement, database.prepare("DELETE FROM main.secrets WHERE name = ?"));
  return statement.bind(name).run();
}

Result<void> rewrap_secrets(Database& from, Database& to) {
  TRY_ASSIGN(Statement names, from.prepare("SELECT name FROM secrets"));
  for (;;) {
    TRY_ASSIGN(const bool row, names.step());
    if (!row) return {};
    const std::string name = names.text(0);
    TRY_ASSIGN(const auto secret, load_secret(from, name));
    if (secret) TRY(store_secret(to, name, secret->expose()));
  }
}

}  // namespace daybook::vault
