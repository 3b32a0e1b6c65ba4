#include <catch2/catch_test_macros.hpp>

#include "tests/support/record_fixture.h"
#include "vault/backup/restore.h"

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
  const ItemNumber brought = mine + 1;
  CHECK(two.text(two.record(), brought, 0) == "a threat that came later");
  CHECK(two.record().item(brought)->current_answers().at("when") == "3 June");
  CHECK(two.record().item(brought + 1)->about == brought);
  CHECK(two.text(two.record(), brought + 1, 1) == "what I did then, in full");
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
  const Item beside = two.record().item(two.removed + 1).value();
  CHECK(beside.about == two.note);
  CHECK(two.text(two.record(), beside.number, 0) == "second text, there");
  CHECK(two.record().item(two.kept)->current_answers() == Answers{{"who", "Mark"}, {"when", "in June"}});
  CHECK(add_missing(two.record(), *two.other)->notes_added == 0);
}

TEST_CASE("another record is not blended in") {
  RecordFixture first, second;
  CHECK(add_missing(first.record(), second.record()).error().code == ErrorCode::usage);
}
