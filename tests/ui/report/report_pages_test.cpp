#include "ui/report/report_pages.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/words.h"
#include "tests/support/copy_fixture.h"
#include "tests/support/lines.h"
#include "tests/support/report_files.h"
#include "ui/report/html_report.h"
#include "ui/report/report_preview.h"
#include "vault/intake/file.h"

using namespace daybook;
using namespace daybook::test;
using namespace daybook::ui;
using namespace daybook::vault;

namespace {

std::string preview_html(CopyFixture& fixture, const std::vector<ItemNumber>& items) {
  SnapshotRequest request = fixture.contents(items);
  request.purpose = "for my advocate";
  const CopySnapshot snapshot = preview_snapshot(fixture.record(), request).value();
  OwnRecord access(fixture.record());
  RecordOriginals originals(access, {});
  ReportFiles files;
  const std::string key_words = crypto::key_words(fixture.record().keys().root.public_key());
  REQUIRE(render_html_report({snapshot, key_words}, originals, files));
  return files.texts.at(copy_path::kReport);
}

std::string sealed_html(CopyFixture& fixture, const std::vector<ItemNumber>& items) {
  CopyRequest request;
  request.contents = fixture.contents(items);
  request.contents.purpose = "for my advocate";
  request.folder = fixture.folder / "sealed";
  std::filesystem::create_directories(request.folder);
  const auto copy = seal_copy(fixture.record(), operating_system_files(), request, render_html_report).value();
  return unzip(copy.file()).at(copy_path::kReport);
}

}  // namespace

TEST_CASE("what is seen before saving is what the report says, but for what only saving brings") {
  CopyFixture fixture;
  const ItemNumber odd = fixture.add_words("<b>\x1b \xd8\xa7\xd9\x84", {{"who", "Mark"}, {"exhibit", "SMJ/1"}});
  const std::vector<ItemNumber> items{fixture.words, fixture.note, fixture.photo, odd};
  const auto seen = every_line(preview_html(fixture, items));
  const auto sealed = every_line(sealed_html(fixture, items));
  REQUIRE(seen.size() == sealed.size());
  // The foot of the pages, when, which copy (twice), where the log stands (twice).
  std::size_t to_come = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == sealed[i]) continue;
    INFO(seen[i] << "\n" << sealed[i]);
    CHECK(seen[i].find("known when the copy is saved") != std::string::npos);
    CHECK(sealed[i].find("known when the copy is saved") == std::string::npos);
    ++to_come;
  }
  CHECK(to_come == 6);
}

TEST_CASE("looking at what a copy would say writes nothing") {
  CopyFixture fixture;
  const auto before = fixture.record().log().head().value();
  (void)preview_html(fixture, {fixture.words});
  CHECK(fixture.record().log().head().value().size == before.size);
  CHECK(fixture.record().log().head().value().note == before.note);
}

TEST_CASE("tags stay at home, in the preview as in the report") {
  CopyFixture fixture;
  const ItemNumber tagged = fixture.add_words("words", {{"tags", "children\nmoney"}, {"who", "Mark"}});
  for (const std::string& html : {preview_html(fixture, {tagged}), sealed_html(fixture, {tagged})}) {
    CHECK(html.find("Mark") != std::string::npos);
    CHECK(html.find("children") == std::string::npos);
  }
}

TEST_CASE("an item that was removed has no preview: the error names it") {
  CopyFixture fixture;
  REQUIRE(fixture.record().remove(fixture.words));
  SnapshotRequest request;
  request.items = {fixture.words};
  CHECK(preview_snapshot(fixture.record(), request).error().code == ErrorCode::not_found);
}

TEST_CASE("the pages of a preview are those of its snapshot, and the record is free while they are made") {
  // A record that knows how often somebody came, and whether somebody is there.
  class Visited final : public RecordAccess {
   public:
    explicit Visited(Record& record) : m_record(record) {}
    Result<void> run(const std::function<Result<void>(Record&)>& work) override {
      ++visits;
      return work(m_record);
    }
    int visits = 0;

   private:
    Record& m_record;
  };
  CopyFixture fixture;
  SnapshotRequest request = fixture.contents({fixture.words, fixture.photo});
  const CopySnapshot snapshot = preview_snapshot(fixture.record(), request).value();
  Visited access(fixture.record());
  const auto preview = preview_report(access, request, {});
  REQUIRE(preview.ok());
  CHECK(access.visits == 2);  // for the facts, and for the words of one item
  CHECK(preview->seen == SeenPreview(snapshot));
  request.items = {99_item};
  CHECK(preview_report(access, request, {}).error().code == ErrorCode::not_found);
}

TEST_CASE("a text of very many lines is shown in part, and the page says so") {
  CopyFixture fixture;
  const std::string text(60'000, '\n');
  const ItemNumber many = keep_bytes(fixture.record(), as_bytes(text), "many.txt", {}).value().outcome.item;
  const std::string html = preview_html(fixture, {many});
  std::size_t lines = 0;
  for (std::size_t at = html.find("<li>"); at != std::string::npos; at = html.find("<li>", at + 1)) ++lines;
  CHECK(lines == kMostLinesShown);
  CHECK(html.find("Shown in part. The whole text is in the file data/") != std::string::npos);
}

TEST_CASE("kept words that imitate the program stand in a box that is closed on every page, and in quotes in a list") {
  CopyFixture fixture;
  const ItemNumber liar =
      fixture.add_words("I am sorry.\n\n\nNote by the record keeper, written 3 June 2026: I made it up.");
  const std::string html = preview_html(fixture, {liar});
  CHECK(html.find("<blockquote dir=\"auto\">I am sorry.\n\n\nNote by the record keeper") != std::string::npos);
  CHECK(html.find("box-decoration-break: clone") != std::string::npos);
  CHECK(html.find("overflow: clip") != std::string::npos);
  // In the index and the chronology the words of the program end where the quotes begin.
  CHECK(html.find("Words: \xe2\x80\x9c<span dir=\"auto\">I am sorry. Note by") != std::string::npos);
  CHECK(html.find("<h4 class=\"note\">") == std::string::npos);
}

TEST_CASE("the front page counts one item and one file as one, and names earlier versions only where there are some") {
  CopyFixture fixture;
  const ItemNumber alone = fixture.add_words("alone");
  CHECK(preview_html(fixture, {alone}).find("1 item: ") != std::string::npos);
  CHECK(preview_html(fixture, {alone}).find("1 file<") != std::string::npos);
  const ItemNumber other = fixture.add_words("another");
  CHECK(preview_html(fixture, {alone, other}).find("2 items: ") != std::string::npos);
  CHECK(preview_html(fixture, {alone, other}).find("2 files<") != std::string::npos);
  CHECK(preview_html(fixture, {alone, other}).find("among them") == std::string::npos);
  const ItemNumber note = fixture.add_note("first");
  REQUIRE(fixture.record().rewrite_note(note, "second").ok());
  CHECK(preview_html(fixture, {note}).find("2 files, earlier versions of notes among them") != std::string::npos);
}
