#include "vault/record/copies_made.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/encoding.h"
#include "tests/support/record_fixture.h"
#include "vault/record/opened_entry.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

constexpr const char* kWords = "abandon ability able about above absent absorb abstract";

Json description_of(const char* purpose, const std::vector<ItemNumber>& items) {
  Json said{{"purpose", purpose}, {"to", "police"}, {"locked", true}, {"items", Json::array()}};
  for (const ItemNumber item : items) said["items"].push_back(item_text(item));
  return said;
}

// A copy that was made, without its files: what seal_copy() notes of one.
std::string make_copy(Record& record, const char* purpose, const std::vector<ItemNumber>& items) {
  const CopyTicket ticket = record.begin_copy("/media/stick", description_of(purpose, items)).value();
  const std::string receipt(64, 'a');
  REQUIRE(record
              .finish_copy(
                  ticket,
                  {crypto::Sha512::of(as_bytes(purpose)), items, {copy_stem(ticket.bundle) + ".age"}, receipt, kWords})
              .ok());
  return ticket.bundle;
}

std::size_t findings(Record& record) { return record.check()->findings.size(); }

}  // namespace

TEST_CASE("every copy is listed, newest first, with all that was noted of it") {
  RecordFixture fixture;
  Record& record = fixture.record();
  fixture.add_words("one");
  fixture.add_words("two");
  const std::string first = make_copy(record, "my statement", {1_item, 2_item});
  fixture.clock.advance(3600);
  const CopyTicket begun = record.begin_copy("/media/other", description_of("again", {2_item})).value();
  CHECK(copies_made(record)->front().state == CopyMade::State::being_made);
  REQUIRE(record.abandon_copy(begun.bundle).ok());
  fixture.reopen();
  const auto copies = copies_made(fixture.record()).value();
  REQUIRE(copies.size() == 2);
  CHECK(copies[0].state == CopyMade::State::unfinished);
  CHECK(copies[0].folder == "/media/other");
  CHECK(copies[0].items == std::vector{2_item});
  CHECK(copies[0].receipt.empty());
  const CopyMade& copy = copies[1];
  CHECK(copy.bundle == first);
  CHECK(copy.state == CopyMade::State::finished);
  CHECK(copy.started_at == fixture.clock.instant.utc_seconds - 3600);
  CHECK(copy.purpose == "my statement");
  CHECK(copy.recipient == "police");
  CHECK(copy.is_locked == true);
  CHECK(copy.items == std::vector{1_item, 2_item});
  CHECK(copy.files == std::vector{copy_stem(first) + ".age"});
  CHECK(copy.receipt == std::string(64, 'a'));
  CHECK(copy.key_words == kWords);
  CHECK(copy.has(1_item));
  CHECK_FALSE(copies[0].has(1_item));
  require_clean(fixture.record());
}

TEST_CASE("which messages of a conversation went into a copy is noted, and what is no list of them is passed over") {
  const std::map<ItemNumber, std::vector<MessageRun>> parts{{2_item, {{118, 131}, {200, 200}}}, {7_item, {{1, 1}}}};
  CopyMade copy;
  take_description(copy, to_canonical(Json{{"parts", parts_json(parts)}}));
  CHECK(copy.parts == parts);
  for (const char* wrong : {R"({"parts":[]})", R"({"parts":{"x":[[1,2]]}})", R"({"parts":{"000002":[[1,-2]]}})",
                            R"({"parts":{"000002":[[1]]}})", R"({"parts":{"000002":{"a":1}}})", R"({})"}) {
    take_description(copy, wrong);
    CHECK(copy.parts.empty());
  }
}

TEST_CASE("what a program of before did not note of a copy is not made up") {
  RecordFixture fixture;
  Record& record = fixture.record();
  fixture.add_words("one");
  const CopyTicket ticket =
      record.begin_copy("/media/stick", {{"purpose", "p"}, {"to", "me"}, {"locked", false}}).value();
  {
    auto log = record.write().value();
    EntryDraft draft{entry_type::kExport, {}, std::nullopt, Json::object()};
    draft.more["bundle"] = ticket.bundle;
    draft.more["tagmanifest_sha512"] = crypto::to_hex(crypto::Sha512::of(as_bytes("x")));
    const Json members{{"bundle", ticket.bundle},
                       {"description", R"({"locked":false,"purpose":"p","to":"me"})"},
                       {"items", {"000001"}}};
    Database& database = record.vault().database();
    REQUIRE(append_opened(database, *log, draft, members).ok());
    Statement done = database.prepare("UPDATE exports SET state = 'done', tagmanifest_sha512 = ?").value();
    REQUIRE(done.bind_blob(crypto::Sha512::of(as_bytes("x"))).run().ok());
    REQUIRE(log->commit().ok());
  }
  const CopyMade copy = copies_made(record)->front();
  CHECK(copy.state == CopyMade::State::finished);
  CHECK(copy.items == std::vector{1_item});
  CHECK(copy.is_locked == false);
  CHECK(copy.files.empty());
  CHECK(copy.receipt.empty());
  CHECK(copy.key_words.empty());
  require_clean(record);
}

TEST_CASE("nothing of a copy but its UUID and a digest stands in the clear entries of the log") {
  RecordFixture fixture;
  Record& record = fixture.record();
  fixture.add_words("one");
  const std::string bundle = make_copy(record, "my statement", {1_item});
  REQUIRE(note_given(record, bundle, Given::yes).ok());
  for (std::uint64_t i = 0; i < record.log().head()->size; ++i) {
    const std::string line = record.log().entry_line(EntryNumber{i}).value();
    // Salts are random letters, in which a short word can stand by chance.
    for (const char* word : {"statement", "police", "abandon", "media/stick", "\"yes\"", "receipt"})
      CHECK(line.find(word) == std::string::npos);
  }
}

TEST_CASE("whether a copy was given is said, changed and taken back, and every answer stays in the log") {
  RecordFixture fixture;
  Record& record = fixture.record();
  fixture.add_words("one");
  const std::string bundle = make_copy(record, "p", {1_item});
  const auto size = [&] { return record.log().head()->size; };
  const std::uint64_t before = size();
  REQUIRE(note_given(record, bundle, Given::not_said).ok());
  CHECK(size() == before);  // it stands already
  REQUIRE(note_given(record, bundle, Given::no).ok());
  fixture.clock.advance(60);
  REQUIRE(note_given(record, bundle, Given::yes).ok());
  CHECK(size() == before + 2);
  const CopyMade copy = copy_made(record, bundle).value();
  CHECK(copy.given == Given::yes);
  CHECK(copy.given_noted_at == fixture.clock.instant.utc_seconds);
  REQUIRE(note_given(record, bundle, Given::not_said).ok());
  CHECK(copy_made(record, bundle)->given == Given::not_said);
  CHECK(note_given(record, "nothing", Given::yes).error().code == ErrorCode::not_found);
  const CopyTicket begun = record.begin_copy("x", Json::object()).value();
  CHECK(note_given(record, begun.bundle, Given::yes).error().code == ErrorCode::usage);
  REQUIRE(record.abandon_copy(begun.bundle).ok());
  require_clean(record);
}

TEST_CASE("a copy is found by the digits in the name of its file") {
  RecordFixture fixture;
  Record& record = fixture.record();
  fixture.add_words("one");
  const std::string bundle = make_copy(record, "p", {1_item});
  CHECK(copy_made(record, bundle.substr(0, 8))->bundle == bundle);
  CHECK(copy_made(record, copy_stem(bundle))->bundle == bundle);
  CHECK(copy_made(record, bundle.substr(0, 7)).error().code == ErrorCode::usage);
  CHECK(copy_made(record, "").error().code == ErrorCode::usage);
  CHECK(copy_made(record, "zzzzzzzz").error().code == ErrorCode::not_found);
}

TEST_CASE("a row of a copy that was changed, added or taken away is found") {
  RecordFixture fixture;
  Record& record = fixture.record();
  fixture.add_words("one");
  const std::string bundle = make_copy(record, "my statement", {1_item});
  REQUIRE(note_given(record, bundle, Given::yes).ok());
  REQUIRE(findings(record) == 0);
  Database& database = record.vault().database();
  for (const char* sql : {"UPDATE exports SET description = replace(description, 'police', 'nobody')",
                          "DELETE FROM exports", "UPDATE exports SET state = 'unfinished'",
                          "UPDATE exports SET tagmanifest_sha512 = x'00'", "UPDATE exports SET state = 'something'",
                          "INSERT INTO exports (bundle, state, target, started_at, number, description) VALUES ('b', "
                          "'done', '', 0, 9, '{}')",
                          "DELETE FROM openings WHERE sequence = (SELECT max(sequence) FROM openings)",
                          "DELETE FROM openings WHERE item IS NULL"}) {
    INFO(sql);
    Transaction transaction = Transaction::begin(database).value();
    if (!database.execute(sql)) continue;  // the table itself refuses it
    CHECK(findings(record) > 0);
  }
  CHECK(findings(record) == 0);  // each change was rolled back
}
