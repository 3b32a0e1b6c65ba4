#include <catch2/catch_test_macros.hpp>

#include "tests/support/record_fixture.h"
#include "vault/backup/restore.h"
#include "vault/backup/salvage.h"
#include "vault/record/case_facts.h"
#include "vault/record/people.h"
#include "vault/store/schema.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// A record, and what became of its backup on another computer.
struct TwoContinuations : RecordFixture {
  TwoContinuations() {
    kept = add_words("kept before", {{"who", "Mark"}});
    note = add_note("first text", kept);
    removed = add_words("removed later");
    std::filesystem::create_directory(folder / "stick");
    const Path file = make_backup_file(record(), folder / "stick")->files[0];
    const auto backup = find_locked_files(operating_system_files(), file).value();
    REQUIRE(restore_backup(surroundings(), *backup, folder / "other", secret(kPassphrase)).ok());
    other = Record::open(surroundings(), folder / "other", secret(kPassphrase)).value();
  }
  ItemNumber add_to_other(std::string_view text, ItemKind kind = ItemKind::words,
                          std::optional<ItemNumber> about = std::nullopt) {
    Addition addition;
    addition.kind = kind;
    addition.about = about;
    return other->add_text(addition, text)->item;
  }
  std::string text(Record& of, ItemNumber number, std::size_t version) {
    auto source = of.open_version(of.item(number)->versions.at(version)).value();
    return std::string(as_text(read_all(*source)));
  }
  ItemNumber kept, note, removed;
  std::unique_ptr<Record> other;
};

}  // namespace

TEST_CASE("a file that came out of an export says so in every record that it is brought to") {
  TwoContinuations two;
  Addition addition;
  addition.media = "image/jpeg";
  addition.name = "1.jpg";
  addition.out_of = OutOfExport{crypto::Sha256::of(as_bytes("an export")), "Chat/1.jpg"};
  REQUIRE(two.other->add(addition, store_bytes(two.other->vault(), as_bytes("a picture")).value()).ok());
  CHECK(add_missing(two.record(), *two.other)->items_added == 1);
  const ItemNumber brought = two.record().all_items()->back();
  CHECK(two.record().item(brought)->newest().out_of == addition.out_of);
  require_clean(two.record());

  two.close();
  REQUIRE(Record::create(two.surroundings(), two.folder / "new", secret(kPassphrase)).ok());
  const auto into = Record::open(two.surroundings(), two.folder / "new", secret(kPassphrase)).value();
  REQUIRE(
      salvage_record(two.surroundings(), {two.path(), std::nullopt}, secret(kPassphrase), two.folder / "scratch", *into)
          .ok());
  CHECK(into->item(into->all_items()->back())->newest().out_of == addition.out_of);
  require_clean(*into);
}

TEST_CASE("what another continuation has is added, nothing is removed, and a second time adds nothing") {
  TwoContinuations two;
  const ItemNumber threat = two.add_to_other("a threat that came later");
  const ItemNumber beside = two.add_to_other("what I did then", ItemKind::note, threat);
  REQUIRE(two.other->rewrite_note(beside, "what I did then, in full").ok());
  REQUIRE(two.other->answer(threat, {{"when", "3 June"}}).ok());
  const ItemNumber mine = two.add_words("added here meanwhile");

  const MergeReport report = add_missing(two.record(), *two.other).value();
  CHECK(report.items_added == 2);
  CHECK(report.notes_added == 0);
  CHECK(report.unreadable.empty());
  CHECK(two.record().item(mine).ok());
  const ItemNumber brought = later(mine);
  CHECK(two.text(two.record(), brought, 0) == "a threat that came later");
  CHECK(two.record().item(brought)->current_answers().at("when") == "3 June");
  CHECK(two.record().item(later(brought))->about == brought);
  CHECK(two.text(two.record(), later(brought), 1) == "what I did then, in full");
  const Entry entry =
      parse_entry(two.record().log().entry_line(two.record().item(brought)->versions[0].sequence).value()).value();
  CHECK(entry.json["brought"]["origin"] == two.other->keys().log.origin);

  const MergeReport again = add_missing(two.record(), *two.other).value();
  CHECK(again.items_added + again.notes_added + again.answers_added == 0);
  CHECK(two.record().check()->findings.empty());

  // And back: what was brought over is not brought back, what was added here is.
  CHECK(add_missing(*two.other, two.record())->items_added == 1);
  CHECK(add_missing(*two.other, two.record())->items_added == 0);
  CHECK(two.other->check()->findings.empty());
}

TEST_CASE("what was removed here on purpose does not come back") {
  TwoContinuations two;
  REQUIRE(two.record().remove(two.removed).ok());
  CHECK(add_missing(two.record(), *two.other)->items_added == 0);
  CHECK(two.record().item(two.removed)->removed);
}

TEST_CASE("a note that was written on in both places keeps both texts, and answers are only filled in") {
  TwoContinuations two;
  REQUIRE(two.record().rewrite_note(two.note, "second text, here").ok());
  REQUIRE(two.other->rewrite_note(two.note, "second text, there").ok());
  REQUIRE(two.other->answer(two.kept, {{"who", "Mark B."}, {"when", "in June"}}).ok());
  const MergeReport report = add_missing(two.record(), *two.other).value();
  CHECK(report.notes_added == 1);
  CHECK(report.answers_added == 1);
  CHECK(report.answers_differ == std::vector<ItemNumber>{two.kept});
  CHECK(two.text(two.record(), two.note, 1) == "second text, here");
  const Item beside = two.record().item(later(two.removed)).value();
  CHECK(beside.about == two.note);
  CHECK(two.text(two.record(), beside.number, 0) == "second text, there");
  CHECK(two.record().item(two.kept)->current_answers() == Answers{{"who", "Mark"}, {"when", "in June"}});
  CHECK(add_missing(two.record(), *two.other)->notes_added == 0);
}

TEST_CASE("another record is not blended in") {
  RecordFixture first, second;
  CHECK(add_missing(first.record(), second.record()).error().code == ErrorCode::usage);
}

TEST_CASE("facts and people that are missing are added with every version and where they come from") {
  TwoContinuations two;
  REQUIRE(say_facts(*two.other, {{fact::kOfficer, "PC 123"}}).ok());
  REQUIRE(say_facts(*two.other, {{fact::kOfficer, "DC 77"}, {fact::kForce, "taken back"}}).ok());
  REQUIRE(say_facts(*two.other, {{fact::kForce, ""}}).ok());
  const PersonNumber there = describe_person(*two.other, {"Alex", "", ""}).value();
  REQUIRE(describe_person(*two.other, there, {"Alexander", "Lex", ""}).ok());
  REQUIRE(describe_person(two.record(), {"Kim", "", ""}).ok());  // has the number here that Alex has there

  const MergeReport report = add_missing(two.record(), *two.other).value();
  CHECK(report.facts_added == 1);
  CHECK(report.people_added == 1);
  CHECK(report.facts_differ.empty());
  CHECK(report.people_differ.empty());
  const auto facts = fact_versions(two.record()).value();
  REQUIRE(facts.size() == 2);
  CHECK(facts[0].value == "PC 123");
  CHECK(facts[1].value == "DC 77");
  const Entry entry = parse_entry(two.record().log().entry_line(*facts[0].sequence).value()).value();
  CHECK(entry.json["brought"]["origin"] == two.other->keys().log.origin);
  CHECK(entry.json["brought"]["seq"] == *fact_versions(*two.other)->front().sequence);
  const auto people = current_people(person_versions(two.record()).value());
  CHECK(people ==
        std::map<PersonNumber, Description>{{1_person, {"Kim", "", ""}}, {2_person, {"Alexander", "Lex", ""}}});
  require_clean(two.record());

  // A second time, and back, the same person is known under a number of her own on each side.
  REQUIRE(describe_person(*two.other, there, {"Alexander", "Lex", "my former partner"}).ok());
  const MergeReport again = add_missing(two.record(), *two.other).value();
  CHECK(again.facts_added + again.people_added == 0);
  CHECK(again.people_differ == std::vector<std::string>{"Alexander"});
  CHECK(add_missing(*two.other, two.record())->people_added == 1);
  CHECK(current_people(person_versions(*two.other).value()).size() == 2);
  require_clean(*two.other);
}

TEST_CASE("where facts and people differ, what stands here stays; what stood here once is no difference") {
  TwoContinuations two;
  REQUIRE(say_facts(two.record(), {{fact::kOfficer, "PC 123"}, {fact::kForce, "Northshire"}}).ok());
  REQUIRE(say_facts(*two.other, {{fact::kOfficer, "DC 77"}, {fact::kForce, "Northshire"}}).ok());
  REQUIRE(describe_person(two.record(), {"Sam", "", "our neighbour"}).ok());
  REQUIRE(describe_person(*two.other, {"Sam", "", "the neighbour"}).ok());
  const MergeReport report = add_missing(two.record(), *two.other).value();
  CHECK(report.facts_added + report.people_added == 0);
  CHECK(report.facts_differ == std::vector<std::string>{"officer"});
  CHECK(report.people_differ == std::vector<std::string>{"Sam"});
  CHECK(current_facts(fact_versions(two.record()).value()).at("officer") == "PC 123");

  REQUIRE(say_facts(two.record(), {{fact::kOfficer, "DC 77"}}).ok());
  REQUIRE(say_facts(two.record(), {{fact::kOfficer, "DI 5"}, {fact::kForce, ""}}).ok());
  const MergeReport again = add_missing(two.record(), *two.other).value();
  CHECK(again.facts_differ.empty());
  CHECK(again.facts_added == 0);  // what was taken back here does not come back
  require_clean(two.record());
}

TEST_CASE("a letter is named by its number here, and not at all when it did not come along") {
  TwoContinuations two;
  two.add_words("added here meanwhile");
  const ItemNumber letter = two.add_to_other("We have decided");
  REQUIRE(say_facts(*two.other, {{fact::kLetter, item_text(two.removed)}}).ok());
  REQUIRE(say_facts(*two.other, {{fact::kLetter, item_text(letter)}}).ok());
  REQUIRE(two.record().remove(two.removed).ok());
  REQUIRE(add_missing(two.record(), *two.other).ok());
  const auto facts = fact_versions(two.record()).value();
  REQUIRE(facts.size() == 1);
  const ItemNumber here = parse_item(facts[0].value).value();
  CHECK(here != letter);
  CHECK(two.text(two.record(), here, 0) == "We have decided");
}

TEST_CASE("the backup of a record that kept case and people in the settings brings them over") {
  TwoContinuations two;
  REQUIRE(set_setting(two.other->vault().database(), "case", R"({"officer":"PC 123"})").ok());
  REQUIRE(set_setting(two.other->vault().database(), "people", R"([{"also":"","name":"Alex","relation":""}])").ok());
  two.other.reset();
  const std::string head = two.record().log().head()->note;
  {
    const auto unsettled =
        Record::open_unsettled(two.surroundings(), two.folder / "other", secret(kPassphrase)).value();
    const std::string before = unsettled->log().head()->note;
    const MergeReport report = add_missing(two.record(), *unsettled).value();
    CHECK(report.facts_added == 1);
    CHECK(report.people_added == 1);
    CHECK(unsettled->log().head()->note == before);
  }
  const FactVersion said = fact_versions(two.record())->front();
  CHECK(said.value == "PC 123");
  CHECK(said.is_taken_over);
  CHECK_FALSE(parse_entry(two.record().log().entry_line(*said.sequence).value())->json.contains("brought"));
  require_clean(two.record());
}

TEST_CASE("a restored record begins its branch before it takes anything over") {
  TwoContinuations two;
  REQUIRE(set_setting(two.record().vault().database(), "case", R"({"officer":"PC 123"})").ok());
  std::filesystem::create_directory(two.folder / "second");
  const Path file = make_backup_file(two.record(), two.folder / "second")->files[0];
  const std::uint64_t size = two.record().log().head()->size;
  const auto backup = find_locked_files(operating_system_files(), file).value();
  REQUIRE(restore_backup(two.surroundings(), *backup, two.folder / "back", secret(kPassphrase)).ok());
  const auto back = Record::open(two.surroundings(), two.folder / "back", secret(kPassphrase)).value();
  CHECK(parse_entry(back->log().entry_line(EntryNumber{size}).value())->type == entry_type::kBranch);
  CHECK(parse_entry(back->log().entry_line(EntryNumber{size + 1}).value())->type == entry_type::kCase);
  CHECK(current_facts(fact_versions(*back).value()) == Facts{{"officer", "PC 123"}});
  require_clean(*back);
}
