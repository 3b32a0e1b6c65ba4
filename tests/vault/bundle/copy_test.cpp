#include <catch2/catch_test_macros.hpp>

#include "crypto/words.h"
#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "ui/report/html_report.h"
#include "vault/bundle/items_json.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

crypto::AgeIdentity duplicate(const crypto::AgeIdentity& identity) {
  return crypto::AgeIdentity::parse(identity.to_secret_text().expose_text()).value();
}

CheckOptions options_for(const crypto::AgeIdentity& identity) {
  CheckOptions options;
  options.keys.identities.push_back(duplicate(identity));
  return options;
}

const CopyDoor& door() {
  static const CopyDoor door(DAYBOOK_COPY_READER);
  return door;
}

std::vector<std::string> names_in(const Path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  return names;
}

}  // namespace

TEST_CASE("a copy opens for its recipients, says so, and is confirmed by the words or the key") {
  CopyFixture fixture;
  const auto advocate = crypto::AgeIdentity::generate(), police = crypto::AgeIdentity::generate(),
             stranger = crypto::AgeIdentity::generate();
  const SealedCopy copy = fixture.seal({}, {advocate.recipient(), police.recipient()});
  for (const auto* identity : {&advocate, &police}) {
    const CopyVerdict verdict = fixture.check(copy.file(), options_for(*identity));
    CHECK(verdict.matches());
    CHECK_FALSE(verdict.is_confirmed());
    CHECK(has(verdict, Finding::recipient_is_you));
    CHECK(verdict.items.size() == 5);  // one of the four has two versions
  }
  CheckOptions options = options_for(advocate);
  options.brings.confirmed_words = copy.key_words;
  CHECK(fixture.check(copy.file(), options).is_confirmed());
  options.brings.confirmed_words = crypto::key_words(crypto::SigningKey::generate().public_key());
  const CopyVerdict of_another = fixture.check(copy.file(), options);
  CHECK(of_another.answer == Answer::could_not_be_checked);
  CHECK(has(of_another, Finding::key_other));
  CHECK(of_another.items.empty());
  const CopyVerdict refused = fixture.check(copy.file(), options_for(stranger));
  CHECK(refused.answer == Answer::could_not_be_checked);
  CHECK(has(refused, Finding::lock_other_key));
  CHECK(refused.lines.size() == 11);  // every step has its line, reached or not
}

TEST_CASE("a forwarded copy is told from one made for the reader") {
  CopyFixture fixture;
  const auto advocate = crypto::AgeIdentity::generate(), other = crypto::AgeIdentity::generate();
  const SealedCopy copy = fixture.seal({}, {advocate.recipient()});
  const std::string bytes = read_file(copy.file());
  MemorySource source(as_bytes(bytes));
  MemorySink opened, again;
  crypto::AgeKeys keys;
  keys.identities.push_back(duplicate(advocate));
  REQUIRE(crypto::decrypt_age_in_order(source, keys, opened).ok());
  const crypto::AgeRecipient recipient = other.recipient();
  auto writer = crypto::AgeWriter::for_recipients(again, {&recipient, 1}).value();
  REQUIRE(writer.write(opened.bytes).ok());
  REQUIRE(writer.finish().ok());
  write_file(fixture.folder / "forwarded.age", as_text(again.bytes));
  const CopyVerdict verdict = fixture.check(fixture.folder / "forwarded.age", options_for(other));
  CHECK(verdict.matches());
  CHECK(has(verdict, Finding::recipient_forwarded));
  write_file(fixture.folder / "unlocked.zip", as_text(opened.bytes));
  CHECK(has(fixture.check(fixture.folder / "unlocked.zip"), Finding::recipient_forwarded));
}

TEST_CASE("a locked copy that was cut or changed anywhere is found") {
  CopyFixture fixture;
  const auto advocate = crypto::AgeIdentity::generate();
  const SealedCopy copy = fixture.seal({}, {advocate.recipient()});
  const std::string good = read_file(copy.file());
  const Path bad = fixture.folder / "bad.age";
  const auto verdict_of = [&](const std::string& bytes) {
    write_file(bad, bytes);
    return fixture.check(bad, options_for(advocate));
  };
  for (const std::size_t size :
       {good.size() - 1, good.size() - 70000, good.size() / 2, std::size_t{300}, std::size_t{60}}) {
    const CopyVerdict verdict = verdict_of(good.substr(0, size));
    CHECK_FALSE(verdict.matches());
    CHECK(verdict.items.empty());
  }
  int still_good = 0;
  for (std::size_t at = 0; at < good.size(); at += 4999) {
    std::string changed = good;
    changed[at] ^= 1;
    const CopyVerdict verdict = verdict_of(changed);
    CHECK_FALSE(verdict.matches());
    for (const ItemVerdict& item : verdict.items) still_good += item.finding == Finding::item_matches;
  }
  CHECK(still_good > 0);  // damage in one place does not take the other items with it
}

TEST_CASE("an older copy, a newer one, and two continuations of one record") {
  CopyFixture fixture;
  const std::string first = unzip(fixture.seal().file()).at(copy_path::kCheckpoint);
  const SealedCopy second_copy = fixture.seal();
  const std::string second = unzip(second_copy.file()).at(copy_path::kCheckpoint);
  const SealedCopy third_copy = fixture.seal();
  const auto with_earlier = [&](const Path& file, const std::string& note) {
    CheckOptions options;
    options.brings.earlier_checkpoints = {note};
    return fixture.check(file, options);
  };
  CHECK(has(with_earlier(second_copy.file(), first), Finding::earlier_continues));
  CHECK(has(with_earlier(second_copy.file(), second), Finding::earlier_same));
  // Copies carry the path from the copy before only: a third one does not connect with the first.
  CHECK(with_earlier(third_copy.file(), first).connection == Connection::not_connected);
  const std::string third = unzip(third_copy.file()).at(copy_path::kCheckpoint);
  // Nothing leads from this copy to a larger head: it may be older, or another log altogether.
  CHECK(with_earlier(second_copy.file(), third).connection == Connection::not_connected);
  CHECK(with_earlier(second_copy.file(), third).matches());

  const LogIdentity& log = fixture.record().keys().log;
  const crypto::Checkpoint other{log.origin, crypto::open_checkpoint(first, log.verifier())->size,
                                 crypto::empty_root()};
  const CopyVerdict split = with_earlier(second_copy.file(), crypto::sign_note(other.to_text(), log.origin, log.key));
  CHECK(split.connection == Connection::two_continuations);
  CHECK(split.matches());  // what is held from before changes nothing in what is said of the seal
  CopyFixture stranger;
  CHECK(with_earlier(second_copy.file(), stranger.record().log().head()->note).connection == Connection::not_connected);
}

TEST_CASE("a copy holds nothing of what was not chosen") {
  CopyFixture fixture;
  fixture.add_words("secretword of another matter", {{"who", "Solicitor"}});
  fixture.seal();
  const auto files = unzip(fixture.seal({fixture.words}).file());
  for (const auto& [path, text] : files) {
    INFO(path);
    for (const char* absent :
         {"secretword", "Solicitor", "He came back", "film.mp4", "Jane at", "Privatetag", "\"tags\"", "\"export\""})
      CHECK(text.find(absent) == std::string::npos);
  }
  CHECK(files.contains("bag/data/000001.txt"));
  CHECK_FALSE(files.contains("bag/data/000002.txt"));
  // The first answer to "who" was changed, and both are handed over.
  std::size_t entries = 0, openings = 0;
  for (const auto& [path, text] : files) {
    entries += path.starts_with("bag/log/entries/");
    openings += path.starts_with("bag/log/openings/");
  }
  CHECK(files.at(copy_path::kItems).find("\"answer\":\"Mark\"") != std::string::npos);
  CHECK(files.at(copy_path::kItems).find("\"answer\":\"Mark B.\"") != std::string::npos);
  CHECK(openings == 4);
  CHECK(entries == 5);
}

TEST_CASE("every version of a note goes out under its own date, and one that stays home is counted and nothing else") {
  CopyFixture fixture;
  CopyRequest request;
  request.contents = fixture.contents({fixture.note});
  request.folder = fixture.folder / "copies";
  std::filesystem::create_directories(request.folder);
  const auto whole = seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report).value();
  auto files = unzip(whole.file());
  CHECK(files.at("bag/data/000002-v1.txt") == "He came back at eight");
  CHECK(files.at("bag/data/000002.txt") == "He came back at nine");
  CHECK(fixture.check(whole.file()).matches());

  const EntryNumber first = fixture.record().item(fixture.note)->versions.front().sequence;
  request.contents.stays_home = {first};
  const auto newest = seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report).value();
  files = unzip(newest.file());
  CHECK_FALSE(files.contains("bag/data/000002-v1.txt"));
  CHECK_FALSE(files.contains(copy_path::entry(first)));
  CHECK(files.at(copy_path::kItems).find("\"versions_kept\":2") != std::string::npos);
  CHECK(files.at(copy_path::kReport).find("1 of 2 versions is not in this copy") != std::string::npos);
  for (const auto& [path, text] : files) CHECK(text.find("at eight") == std::string::npos);
  CHECK(fixture.check(newest.file()).matches());
}

TEST_CASE("sizes and positions tell little") {
  CopyFixture fixture;
  for (int i = 0; i < 3; ++i) {
    const SealedCopy copy = fixture.seal();
    CHECK(copy.log.size % 64 == 0);
    CHECK(std::filesystem::file_size(copy.file()) == copy.size);
  }
}

TEST_CASE("the same snapshot, bundle and clock give the same ZIP") {
  CopyFixture fixture;
  const auto ticket = fixture.record().begin_copy("x", Json::object()).value();
  SnapshotRequest request = fixture.contents({fixture.words, fixture.film});
  request.purpose = "p";
  const CopySnapshot a = take_snapshot(fixture.record(), request, ticket, {}).value(),
                     b = take_snapshot(fixture.record(), request, ticket, {}).value();
  CHECK(items_json(a) == items_json(b));
  CHECK(a.log_files == b.log_files);
  CHECK(a.seal.to_json() == b.seal.to_json());
}

TEST_CASE("a failure or a stop at any point leaves no copy behind and the record says so") {
  int failed = 0;
  for (int fail_at = 0;; ++fail_at) {
    CopyFixture fixture;
    const Path target = fixture.folder / "copies";
    std::filesystem::create_directory(target);
    FaultyFiles files;
    files.fail_at = fail_at;
    files.and_all_after = false;
    files.failure = ErrorCode::disk_full;
    CopyRequest request;
    request.contents = fixture.contents({fixture.words, fixture.film});
    request.folder = target;
    const auto copy = seal_copy(fixture.record(), files, request, ui::render_html_report);
    INFO("operation " << fail_at);
    if (copy) {
      CHECK(names_in(target).size() == 3);
      break;
    }
    ++failed;
    for (const std::string& name : names_in(target)) CHECK(name == "HOW-TO-CHECK.txt");
    const auto report = fixture.record().check();
    CHECK(report->findings.empty());
    const CustodyLog::Head head = fixture.record().log().head().value();
    CHECK(parse_entry(fixture.record().log().entry_line(EntryNumber{head.size - 1}).value())->type ==
          entry_type::kExportUnfinished);
  }
  std::printf("file failures during sealing that left nothing: %d\n", failed);
  CHECK(failed > 5);

  CopyFixture fixture;
  std::filesystem::create_directory(fixture.folder / "copies");
  CopyRequest request;
  request.contents = fixture.contents({fixture.film});
  request.folder = fixture.folder / "copies";
  for (const SealStage stop_at : {SealStage::writing, SealStage::reading_back}) {
    const auto stopped = seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report,
                                   [&](SealStage stage, std::uint64_t, std::uint64_t) { return stage != stop_at; });
    CHECK(stopped.error().code == ErrorCode::cancelled);
    CHECK(names_in(request.folder).empty());
  }
}

TEST_CASE("a copy that would not be read back as written is not called saved") {
  CopyFixture fixture;
  REQUIRE(fixture.record()
              .vault()
              .database()
              .execute("UPDATE contents SET bytes = CAST('I am sorry for what I DID' AS BLOB) WHERE id = 1")
              .ok());
  CopyRequest request;
  request.contents = fixture.contents({fixture.words});
  request.folder = fixture.folder.path();
  CHECK(seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report).error().code ==
        ErrorCode::copy_not_intact);
  for (const std::string& name : names_in(fixture.folder.path())) CHECK_FALSE(name.starts_with("copy-"));
}

TEST_CASE("an export that was cut off by a crash is in the log after the next opening") {
  CopyFixture fixture;
  REQUIRE(fixture.record().begin_copy("a stick", Json::object()).ok());
  const std::uint64_t before = fixture.record().log().head()->size;
  fixture.reopen();
  const std::uint64_t after = fixture.record().log().head()->size;
  CHECK(after == before + 1);
  CHECK(parse_entry(fixture.record().log().entry_line(EntryNumber{after - 1}).value())->type ==
        entry_type::kExportUnfinished);
}

TEST_CASE("nothing is sealed when nothing is chosen, or what is chosen is gone") {
  CopyFixture fixture;
  CopyRequest request;
  request.folder = fixture.folder.path();
  CHECK(seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report).error().code ==
        ErrorCode::usage);
  REQUIRE(fixture.record().remove(fixture.photo).ok());
  request.contents.items = {fixture.words, fixture.photo};
  CHECK(seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report).error().code ==
        ErrorCode::not_found);
}

TEST_CASE("what she approved is what goes out, or nothing does") {
  // A record to which somebody comes just before the sealing does.
  class SomebodyFirst final : public RecordAccess {
   public:
    SomebodyFirst(Record& record, std::function<void(Record&)> act) : m_record(record), m_act(std::move(act)) {}
    Result<void> run(const std::function<Result<void>(Record&)>& work) override {
      if (m_act) std::exchange(m_act, nullptr)(m_record);
      return work(m_record);
    }

   private:
    Record& m_record;
    std::function<void(Record&)> m_act;
  };
  CopyFixture fixture;
  const auto seal_after = [&](std::vector<ItemNumber> items, std::function<void(Record&)> act) {
    CopyRequest request;
    request.contents = fixture.contents(std::move(items));
    request.folder = fixture.folder.path() / "out";
    std::filesystem::create_directories(request.folder);
    request.seen = SeenPreview(preview_snapshot(fixture.record(), request.contents).value());
    SomebodyFirst access(fixture.record(), std::move(act));
    return seal_copy(access, operating_system_files(), request, ui::render_html_report);
  };
  const auto entries = [&] { return fixture.record().log().head().value().size; };
  const auto is_refused = [&](std::function<void(Record&)> act) {
    const auto refused = seal_after({fixture.words, fixture.note}, act);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::not_as_seen);
    CHECK(names_in(fixture.folder / "out").empty());
  };
  is_refused([&](Record& record) { CHECK(record.answer(fixture.words, {{"who", "somebody else"}}).ok()); });
  is_refused([&](Record& record) { CHECK(record.answer(fixture.words, {{"who", ""}}).ok()); });
  is_refused([&](Record& record) { CHECK(record.rewrite_note(fixture.note, "it was on Tuesday").ok()); });
  const std::uint64_t before = entries();
  is_refused([&](Record& record) { CHECK(record.answer(fixture.note, {{"title", "Tuesday"}}).ok()); });
  CHECK(entries() == before + 1);  // the answer alone: of the copy there is no trace
  // What is not in the copy, or is never shown in one, changes nothing.
  CHECK(seal_after({fixture.words}, [&](Record& record) {
          CHECK(record.answer(fixture.words, {{"tags", "June"}}).ok());
          CHECK(record.answer(fixture.photo, {{"who", "somebody"}}).ok());
        }).ok());
  CHECK(seal_after({fixture.words, fixture.note}, nullptr).ok());
}

TEST_CASE("a copy in parts is checked from its first part and opens when the parts are joined by others") {
  CopyFixture fixture;
  const auto identity = crypto::AgeIdentity::generate();
  for (const bool locked : {false, true}) {
    CopyRequest request;
    request.contents = fixture.contents({fixture.words, fixture.film});
    if (locked) request.recipients = {identity.recipient()};
    request.folder = fixture.folder / (locked ? "locked" : "open");
    std::filesystem::create_directories(request.folder);
    request.parts.most_bytes_in_a_file = 100'000;
    request.parts.part_size = 100'000;
    const SealedCopy copy =
        seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report).value();
    REQUIRE(copy.parts.size() > 2);
    CHECK(copy.file().extension() == ".001");
    CheckOptions options = locked ? options_for(identity) : CheckOptions();
    CHECK(
        door().check(operating_system_files(), find_parts(operating_system_files(), copy.file()), options)->matches());
    auto fewer = copy.parts;
    fewer.erase(fewer.begin() + 1);
    CHECK_FALSE(door().check(operating_system_files(), fewer, options)->matches());
    std::swap(fewer[0], fewer[1]);
    CHECK_FALSE(door().check(operating_system_files(), fewer, options)->matches());
    const std::string joined = (request.folder / "joined").string();
    CHECK(run_command("cat '" + request.folder.string() + "'/copy-*.0* > '" + joined + "'") == 0);
    if (!locked) CHECK(run_command("unzip -tq '" + joined + "' >/dev/null") == 0);
    CHECK(door().check(operating_system_files(), {joined}, options)->matches());
  }
}
