#include "vault/backup/salvage.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "tests/support/corpora.h"
#include "tests/support/golden_record.h"
#include "tests/support/record_fixture.h"
#include "tests/support/seed.h"
#include "vault/record/case_facts.h"
#include "vault/record/copies_made.h"
#include "vault/record/people.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

struct Wreck : RecordFixture {
  Wreck() {
    for (int i = 0; i < 60; ++i)
      texts.push_back(std::string(static_cast<std::size_t>(200 + 40 * i), static_cast<char>('a' + i % 26)) +
                      std::to_string(i));
    for (const std::string& text : texts) add_words(text, {{"who", "Mark"}});
    film_bytes = random_bytes(900 * 1024);
    film = add_file("film.mp4", film_bytes);
    object = folder / "record" / "objects";
    const std::string name = record().vault().objects().list().value().objects.at(0);
    object = object / name.substr(0, 2) / name;
    old_head = record().log().head()->note;
    close();
    REQUIRE(Record::create(surroundings(), folder / "new", secret(kPassphrase)).ok());
    into = Record::open(surroundings(), folder / "new", secret(kPassphrase)).value();
  }
  Result<SalvageReport> salvage(std::optional<Path> header = std::nullopt) {
    return salvage_record(surroundings(), {path(), header}, secret(kPassphrase), folder / "scratch", *into);
  }
  std::string text(ItemNumber number) {
    auto source = into->open_version(into->item(number)->newest()).value();
    return std::string(as_text(read_all(*source)));
  }
  // Everything that is in the new record is exactly something that was kept.
  void require_true_contents(const SalvageReport& report) {
    const auto numbers = into->all_items().value();
    CHECK(numbers.size() == report.items + report.nameless);
    for (const ItemNumber number : numbers) {
      const Item item = into->item(number).value();
      if (item.kind == ItemKind::words) CHECK(std::find(texts.begin(), texts.end(), text(number)) != texts.end());
    }
    CHECK(into->check()->findings.empty());
    CHECK_FALSE(std::filesystem::exists(folder / "scratch"));
  }

  std::vector<std::string> texts;
  Bytes film_bytes;
  ItemNumber film;
  Path object;
  std::string old_head;
  std::unique_ptr<Record> into;
};

}  // namespace

TEST_CASE("a record that is whole is brought over whole, and its head is named") {
  Wreck wreck;
  const SalvageReport report = wreck.salvage().value();
  CHECK(report.items == 61);
  CHECK(report.in_part + report.nameless + report.lost.size() + report.lost_files.size() == 0);
  wreck.require_true_contents(report);
  CHECK(wreck.text(wreck.film) == as_text(wreck.film_bytes));
  CHECK(wreck.into->item(5_item)->current_answers().at("who") == "Mark");
  bool named = false;
  for (std::uint64_t i = 0; i < 4; ++i) {
    const Entry entry = parse_entry(wreck.into->log().entry_line(EntryNumber{i}).value()).value();
    named |= entry.type == entry_type::kBranch && entry.json["of"]["note"] == wreck.old_head;
  }
  CHECK(named);
}

TEST_CASE("without a database, the stored files come back without their names") {
  Wreck wreck;
  SECTION("gone") { std::filesystem::remove(wreck.path() / "records"); }
  SECTION("not a database") { write_file(wreck.path() / "records", std::string(100'000, 'x')); }
  SECTION("its first page is damaged") {
    std::string bytes = read_file(wreck.path() / "records");
    bytes[100] ^= 1;
    write_file(wreck.path() / "records", bytes);
  }
  const SalvageReport report = wreck.salvage().value();
  CHECK_FALSE(report.database_opened);
  CHECK(report.nameless == 1);
  CHECK(wreck.text(1_item) == as_text(wreck.film_bytes));
  wreck.require_true_contents(report);
}

TEST_CASE("without stored files, what the database holds comes back and the rest is named") {
  Wreck wreck;
  std::filesystem::remove_all(wreck.path() / "objects");
  const SalvageReport report = wreck.salvage().value();
  CHECK(report.items == 60);
  CHECK(report.lost == std::vector<ItemNumber>{wreck.film});
  wreck.require_true_contents(report);
}

TEST_CASE("a torn database gives what its good pages hold") {
  std::mt19937_64 random(seed());
  std::size_t total = 0, rounds = 0;
  for (int round = 0; round < 12; ++round) {
    Wreck wreck;
    std::string bytes = read_file(wreck.path() / "records");
    const std::size_t pages = bytes.size() / 4096;
    for (int torn = 0; torn <= round / 3; ++torn) {
      const std::size_t page = 1 + random() % (pages - 1);
      for (std::size_t i = 0; i < 1024; ++i) bytes[page * 4096 + 512 + i] = static_cast<char>(random());
    }
    write_file(wreck.path() / "records", bytes);
    INFO("round " << round);
    const SalvageReport report = wreck.salvage().value();
    wreck.require_true_contents(report);
    total += report.items + report.nameless;
    ++rounds;
  }
  std::printf("salvage of torn databases: %zu of %zu items came back\n", total, rounds * 61);
  CHECK(total > rounds * 61 / 2);
}

TEST_CASE("a damaged stored file comes back in part, and its holes are named") {
  Wreck wreck;
  std::string bytes = read_file(wreck.object);
  bytes[300'000] ^= 1;
  SECTION("in the middle") {}
  SECTION("and at its end") { bytes.resize(bytes.size() - 100'000); }
  write_file(wreck.object, bytes);
  const SalvageReport report = wreck.salvage().value();
  CHECK(report.items == 61);
  CHECK(report.in_part == 1);
  const Item item = wreck.into->item(wreck.film).value();
  CHECK(item.newest().name == "film.mp4 (part)");
  const std::string back = wreck.text(wreck.film);
  REQUIRE(back.size() == wreck.film_bytes.size());
  std::size_t differing = 0;
  for (std::size_t i = 0; i < back.size(); ++i) {
    if (static_cast<std::uint8_t>(back[i]) == wreck.film_bytes[i]) continue;
    REQUIRE(back[i] == 0);
    ++differing;
  }
  CHECK(differing > 60'000);
  CHECK(differing < 3 * 65536 + 100'000);
  const Entry entry = parse_entry(wreck.into->log().entry_line(item.versions[0].sequence).value()).value();
  CHECK(entry.json["brought"]["holes"].size() >= 1);
}

TEST_CASE("without its key files a record needs one from a backup, and the right passphrase") {
  Wreck wreck;
  std::filesystem::rename(wreck.path() / "header", wreck.folder / "kept header");
  std::filesystem::remove(wreck.path() / "header-2");
  CHECK(wreck.salvage().error().code == ErrorCode::not_found);
  CHECK(salvage_record(wreck.surroundings(), {wreck.path(), wreck.folder / "kept header"}, secret("wrong passphrase"),
                       wreck.folder / "scratch", *wreck.into)
            .error()
            .code == ErrorCode::wrong_passphrase);
  CHECK(wreck.salvage(wreck.folder / "kept header")->items == 61);
}

TEST_CASE("facts and people come back with every version, and an old letter by its new number") {
  Wreck wreck;
  {
    const auto record = Record::open(wreck.surroundings(), wreck.path(), secret(kPassphrase)).value();
    REQUIRE(record->remove(1_item).ok());
    REQUIRE(say_facts(*record, {{fact::kOfficer, "PC 123"}, {fact::kLetter, item_text(3_item)}}).ok());
    REQUIRE(say_facts(*record, {{fact::kOfficer, "DC 77"}}).ok());
    const PersonNumber alex = describe_person(*record, {"Alex", "", ""}).value();
    REQUIRE(describe_person(*record, alex, {"Alex", "Lex", ""}).ok());
  }
  const SalvageReport report = wreck.salvage().value();
  CHECK(report.facts == 2);
  CHECK(report.people == 1);
  CHECK_FALSE(report.lacks_statements);
  const auto facts = fact_versions(*wreck.into).value();
  REQUIRE(facts.size() == 3);
  CHECK(current_facts(facts) == Facts{{"letter", "000002"}, {"officer", "DC 77"}});
  CHECK(wreck.text(2_item) == wreck.texts[2]);
  const Entry entry = parse_entry(wreck.into->log().entry_line(*facts[0].sequence).value()).value();
  CHECK(entry.json["brought"]["origin"].get<std::string>().starts_with("record-"));
  CHECK(person_versions(*wreck.into)->size() == 2);
  CHECK(current_people(person_versions(*wreck.into).value()).at(1_person) == Description{"Alex", "Lex", ""});
  wreck.require_true_contents(report);
}

TEST_CASE("case and people come back from a record of version 2 that no newer program opened") {
  TemporaryFolder folder;
  FakeClock clock;
  const Surroundings surroundings{operating_system_files(), clock};
  const GoldenRecord older(2, "record-with-case");
  REQUIRE(Record::create(surroundings, folder / "new", secret(kPassphrase)).ok());
  const auto into = Record::open(surroundings, folder / "new", secret(kPassphrase)).value();
  const SalvageReport report =
      salvage_record(surroundings, {older.path(), std::nullopt}, secret(older.secret_text()), folder / "scratch", *into)
          .value();
  CHECK(report.facts == 7);
  CHECK(report.people == 3);
  CHECK_FALSE(report.lacks_statements);
  const auto facts = fact_versions(*into).value();
  CHECK(current_facts(facts).at("decision_told") == "They stopped it on 12 June 2025");
  for (const FactVersion& said : facts) CHECK(said.is_taken_over);
  CHECK(current_people(person_versions(*into).value()).at(1_person).relation == "my former partner");
  require_clean(*into);
}

TEST_CASE("what was known of copies comes along, with the new numbers of their items and those in the copies") {
  RecordFixture old;
  old.add_words("gone before");
  old.add_words("kept");
  Record& record = old.record();
  REQUIRE(record.remove(1_item).ok());
  const Json said{{"purpose", "my statement"},
                  {"to", "police"},
                  {"locked", true},
                  {"items", {"000002"}},
                  {"parts", {{"000001", {{1, 4}}}, {"000002", {{118, 131}, {200, 200}}}}}};
  const CopyTicket ticket = record.begin_copy("/media/stick", said).value();
  const FinishedCopy finished{crypto::Sha512::of(as_bytes("x")), {2_item}, {"copy.age"}, "1234", "eight words"};
  REQUIRE(record.finish_copy(ticket, finished).ok());
  REQUIRE(note_given(record, ticket.bundle, Given::yes).ok());
  const std::int64_t noted_at = old.clock.instant.utc_seconds;
  const CopyTicket begun = record.begin_copy("/media/stick", said).value();
  old.close();  // and never finished
  old.clock.advance(1000);
  REQUIRE(Record::create(old.surroundings(), old.folder / "new", secret(kPassphrase)).ok());
  const auto into = Record::open(old.surroundings(), old.folder / "new", secret(kPassphrase)).value();
  const SalvageReport report =
      salvage_record(old.surroundings(), {old.path(), std::nullopt}, secret(kPassphrase), old.folder / "scratch", *into)
          .value();
  CHECK(report.copies == 2);
  CHECK_FALSE(report.lacks_copies);
  const auto copies = copies_made(*into).value();
  REQUIRE(copies.size() == 2);
  CHECK(copies[0].bundle == begun.bundle);
  CHECK(copies[0].state == CopyMade::State::unfinished);
  CHECK(copies[1].state == CopyMade::State::finished);
  CHECK(copies[1].items == std::vector{1_item});
  CHECK(copies[1].items_in_copy == std::vector{2_item});
  CHECK(copies[1].parts == std::map<ItemNumber, std::vector<MessageRun>>{{1_item, {{118, 131}, {200, 200}}}});
  CHECK(copies[1].recipient == "police");
  CHECK(copies[1].files == std::vector<std::string>{"copy.age"});
  CHECK(copies[1].receipt == "1234");
  CHECK(copies[1].key_words == "eight words");
  CHECK(copies[1].given == Given::yes);
  CHECK(copies[1].given_noted_at == noted_at);
  CHECK(into->check()->findings.empty());
  // The next copy cites no head of a log that is not its own.
  const CopyTicket next = into->begin_copy("x", Json::object()).value();
  CHECK(next.number == 3);
  CHECK_FALSE(next.previous_checkpoint);
}
