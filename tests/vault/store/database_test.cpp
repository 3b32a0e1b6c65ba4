#include "vault/store/database.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/random.h"
#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// A database with one table, in a folder that is removed at the end.
struct Fixture {
  Fixture() { crypto::fill_random(key.expose_mutable()); }
  Path path() const { return folder / "records"; }
  Result<Database> open(bool create = false) {
    DatabaseOptions options;
    options.create = create;
    return Database::open(path(), key, options);
  }
  TemporaryFolder folder;
  crypto::SecretBuffer key{48};
};

void insert(Database& database, std::int64_t value) {
  auto transaction = Transaction::begin(database).value();
  REQUIRE(database.prepare("INSERT INTO numbers VALUES (?)")->bind(value).run().ok());
  REQUIRE(transaction.commit().ok());
}

void append_number(std::string& bytes, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xff);
}

// A journal without any page, which names a super-journal (SQLite's file format, 4).
std::string journal_that_names(const std::string& victim) {
  const std::string magic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
  std::string journal = magic;
  for (const std::uint32_t number : {0u, 0u, 40u, 512u, 4096u}) append_number(journal, number);
  journal.resize(512);
  std::uint32_t sum = 0;
  for (const char c : victim) sum += static_cast<std::uint32_t>(static_cast<signed char>(c));
  append_number(journal, 0x40000000u / 4096 + 1);
  journal += victim;
  append_number(journal, static_cast<std::uint32_t>(victim.size()));
  append_number(journal, sum);
  return journal + magic;
}

}  // namespace

TEST_CASE("a journal that names another file as one to delete deletes nothing") {
  Fixture fixture;
  {
    auto database = fixture.open(/*create=*/true).value();
    REQUIRE(database.execute_script("CREATE TABLE numbers (value INTEGER) STRICT").ok());
    insert(database, 7);
  }
  for (const char* name : {"photo.jpg", "photo-journal", "photo-wal"}) {
    INFO(name);
    const Path victim = fixture.folder / name;
    write_file(victim, "mine");
    write_file(fixture.folder / "records-journal", journal_that_names(victim.string()));
    {
      auto database = fixture.open();
      if (database.ok()) insert(*database, 8);
    }
    CHECK(read_file(victim) == "mine");
    std::filesystem::remove(fixture.folder / "records-journal");
  }
  auto database = fixture.open().value();
  auto count = database.prepare("SELECT count(*) FROM numbers WHERE value = 7").value();
  REQUIRE(count.step().value());
  CHECK(count.integer(0) == 1);
}

TEST_CASE("a database that is written over while it is open takes no more changes") {
  Fixture fixture;
  auto database = fixture.open(/*create=*/true).value();
  REQUIRE(database.execute_script("CREATE TABLE numbers (value INTEGER) STRICT").ok());
  insert(database, 1);
  const std::string older = read_file(fixture.path());
  insert(database, 2);
  for (int i = 3; i < 6; ++i) insert(database, i);
  write_file(fixture.path(), older);
  const auto refused = Transaction::begin(database);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == ErrorCode::damaged);
  CHECK(refused.error().detail == "records: changed by another program");
}

TEST_CASE("changes of one's own are none of another program, in whatever way they are made") {
  Fixture fixture;
  auto database = fixture.open(/*create=*/true).value();
  REQUIRE(database.execute_script("CREATE TABLE numbers (value INTEGER) STRICT").ok());
  for (int round = 0; round < 3; ++round) {
    insert(database, round);
    REQUIRE(database.prepare("INSERT INTO numbers VALUES (?)")->bind(std::int64_t{9}).run().ok());
    insert(database, round);
    REQUIRE(database.execute("PRAGMA user_version = 5").ok());
    insert(database, round);
    { const auto given_up = Transaction::begin(database).value(); }
    REQUIRE(database.execute("CREATE TABLE IF NOT EXISTS more (value INTEGER) STRICT").ok());
    insert(database, round);
    REQUIRE(database.execute("DROP TABLE more").ok());
  }
  insert(database, 4);
}
