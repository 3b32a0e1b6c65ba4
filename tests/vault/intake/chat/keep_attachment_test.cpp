#include "vault/intake/chat/keep_attachment.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/encoding.h"
#include "tests/support/corpora.h"
#include "tests/support/kept_zip.h"
#include "vault/intake/chat/check_attachments.h"
#include "vault/record/kept_attachments.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

ArchiveReader archives() { return ArchiveReader(DAYBOOK_ARCHIVE_READER); }

// A conversation of which message 3 names a picture, message 4 a long film, and message 5 a file that is damaged.
struct Kept {
  Kept()
      : film(1'500'000, 'f'),
        kept(fixture,
             made_zip({{"_chat.txt", made_chat("Mark", {"1.jpg", "2.mp4", "3.jpg", "gone.jpg"})},
                       {"Chat/1.jpg", "\xff\xd8\xff\xe0 no real picture"},
                       {"2.mp4", film},
                       {.name = "3.jpg", .content = "y", .said_crc32 = 7}}),
             archives()) {}

  Result<KeptAttachment> keep(std::uint64_t number, const Progress& progress = {}) {
    TRY_ASSIGN(const auto media, ConversationMedia::open(kept.access, kept.conversation, archives()));
    return keep_attachment(kept.access, media, message_of(fixture, kept.conversation, number), {}, progress);
  }
  Record& record() { return fixture.record(); }
  AttachmentsChecked checked(std::vector<std::string>* findings = nullptr) {
    CheckReport report = record().check().value();
    AttachmentsChecked outcome = check_attachments(record(), report, {}, archives()).value();
    for (const CheckFinding& finding : report.findings) {
      UNSCOPED_INFO(finding.what);
      if (findings != nullptr) findings->push_back(finding.what);
    }
    CHECK((findings != nullptr || report.findings.empty()));
    return outcome;
  }

  RecordFixture fixture;
  std::string film;
  KeptZip kept;
};

}  // namespace

TEST_CASE("an attachment becomes a file whose opening names the export and the entry, and nothing else of the chat") {
  Kept kept;
  const auto picture = kept.keep(3).value();
  CHECK(picture.outcome.added);
  CHECK(picture.name == "1.jpg");
  CHECK(picture.media == "image/jpeg");
  const Item item = kept.record().item(picture.outcome.item).value();
  CHECK(item.kind == ItemKind::file);
  CHECK(text_of(kept.record(), item.number) == "\xff\xd8\xff\xe0 no real picture");
  const Item exported = kept.record().item(kept.kept.exported).value();
  CHECK(item.newest().out_of == OutOfExport{exported.newest().content.facts.sha256, "Chat/1.jpg"});
  const Json opening = parse_json(kept.record().opening(item.newest().sequence).value().value()).value();
  CHECK(opening["out_of"] ==
        Json{{"entry", "Chat/1.jpg"}, {"sha256", crypto::to_hex(exported.newest().content.facts.sha256)}});
  CHECK_FALSE(opening.contains("about"));
  CHECK(items_out_of_exports(kept.record()).value() == std::vector{item.number});
  CHECK(kept.checked().attachments == 1);
}

TEST_CASE("an attachment that is kept twice is one item, also when the record was closed between") {
  Kept kept;
  const auto film = kept.keep(4).value();
  CHECK(film.size == kept.film.size());
  const auto again = kept.keep(4).value();
  CHECK_FALSE(again.outcome.added);
  CHECK(again.outcome.item == film.outcome.item);
  CHECK(again.name == "2.mp4");
  CHECK(kept.record().count().value() == 3);
  REQUIRE(kept.record().remove(film.outcome.item).ok());
  const auto anew = kept.keep(4).value();
  CHECK(anew.outcome.added);
  CHECK(anew.outcome.item != film.outcome.item);
}

TEST_CASE("the same bytes that were kept as a file of hers before are an item of their own all the same") {
  Kept kept;
  const ItemNumber hers = kept.fixture.add_file("photo.jpg", as_bytes("\xff\xd8\xff\xe0 no real picture"));
  const auto picture = kept.keep(3).value();
  CHECK(picture.outcome.added);
  CHECK(picture.outcome.same_content == hers);
  CHECK_FALSE(kept.record().item(hers)->newest().out_of.has_value());
  CHECK(kept.checked().attachments == 1);
}

TEST_CASE("what is damaged, missing, stopped or no attachment leaves nothing behind") {
  Kept kept;
  const auto before = kept.record().count().value();
  CHECK(kept.keep(5).error().code == ErrorCode::malformed);
  CHECK(kept.keep(6).error().code == ErrorCode::not_found);
  CHECK(kept.keep(1).error().code == ErrorCode::usage);
  CHECK(kept.keep(4, [](std::uint64_t) { return false; }).error().code == ErrorCode::cancelled);
  CHECK(kept.record().count().value() == before);
  kept.fixture.reopen();
  CHECK(kept.record().check()->unknown_objects.empty());
  CHECK(kept.record().vault().objects().list()->objects.empty());
}

TEST_CASE("a check tells of a file that is not what its entry unpacks to") {
  Kept kept;
  const auto digest = kept.record().item(kept.kept.exported)->newest().content.facts.sha256;
  const auto lie = [&](const std::string& entry, const char* bytes) {
    Addition addition;
    addition.media = "image/jpeg";
    addition.name = "1.jpg";
    addition.out_of = OutOfExport{digest, entry};
    return kept.record().add(addition, store_bytes(kept.record().vault(), as_bytes(bytes)).value()).value().item;
  };
  const std::string first = item_text(lie("Chat/1.jpg", "another picture"));
  const std::string second = item_text(lie("Chat/2.jpg", "no such entry"));
  const std::string third = item_text(lie("3.jpg", "y"));
  std::vector<std::string> findings;
  CHECK(kept.checked(&findings).attachments == 0);
  CHECK(findings ==
        std::vector<std::string>{"item " + first + " does not have the bytes of the entry that it came out of",
                                 "item " + second + " came out of an entry that its export does not have, or has twice",
                                 "item " + third + " cannot be compared with the entry that it came out of"});
}

TEST_CASE("where the export is damaged, the check says so of it and accuses no file that came out of it") {
  RecordFixture fixture;
  const std::string film(500'000, 'f');
  KeptZip kept(fixture,
               made_zip({{"_chat.txt", made_chat("Mark", {"1.jpg", "2.mp4"})}, {"1.jpg", "x"}, {"2.mp4", film, false}}),
               archives());
  const std::vector<std::string> stored = fixture.record().vault().objects().list()->objects;
  REQUIRE(stored.size() == 1);
  const auto media = ConversationMedia::open(kept.access, kept.conversation, archives()).value();
  REQUIRE(keep_attachment(kept.access, media, message_of(fixture, kept.conversation, 3), {}).ok());
  const Path path = fixture.path() / "objects" / stored[0].substr(0, 2) / stored[0];
  std::string bytes = read_file(path);
  bytes.back() ^= 1;
  write_file(path, bytes);
  CheckReport report = fixture.record().check().value();
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].item == kept.exported);
  CHECK(check_attachments(fixture.record(), report, {}, archives())->attachments == 0);
  CHECK(report.findings.size() == 1);
}

TEST_CASE("a file whose export was removed stays, and the check says that it cannot be held against it") {
  Kept kept;
  const ItemNumber picture = kept.keep(3).value().outcome.item;
  REQUIRE(kept.record().remove(kept.kept.exported).ok());
  CHECK(kept.checked().without_export == std::vector{picture});
  CHECK(text_of(kept.record(), picture) == "\xff\xd8\xff\xe0 no real picture");
}

TEST_CASE("what an opening says that came from no program of ours is not taken for an origin") {
  const std::string digest(64, 'a');
  CHECK(parse_out_of_export(Json{{"entry", "1.jpg"}, {"sha256", digest}}).has_value());
  CHECK_FALSE(parse_out_of_export(Json{{"entry", ""}, {"sha256", digest}}).has_value());
  CHECK_FALSE(parse_out_of_export(Json{{"entry", "1.jpg"}, {"sha256", digest.substr(1)}}).has_value());
  CHECK_FALSE(parse_out_of_export(Json{{"entry", 1}, {"sha256", digest}}).has_value());
  CHECK_FALSE(parse_out_of_export(Json::array()).has_value());
}
