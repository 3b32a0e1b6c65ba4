#include <catch2/catch_test_macros.hpp>
#include <cstdio>

#include "tests/support/corpora.h"
#include "tests/support/peak_memory.h"
#include "tests/support/report_files.h"
#include "vault/bundle/record_originals.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

// The files of a report on their way into a copy: what they may be called, what they weigh, what pictures they get.

TEST_CASE("a report has no file whose name could do harm on another computer") {
  for (const char* name : {"",
                           ".html",
                           "report",
                           "report.",
                           "report.exe",
                           "report.pdf.exe",
                           "report.html/",
                           "/report.html",
                           "../report.html",
                           "a/../report.html",
                           "./report.html",
                           "a//report.html",
                           "a/b/report.html",
                           "Report.html",
                           "report.HTML",
                           "report .html",
                           "report.html ",
                           "a\\report.html",
                           "C:report.html",
                           "report.html:x",
                           "con.html",
                           "aux/page.html",
                           "com1.pdf",
                           "desktop.ini",
                           "r\xc3\xa9port.html",
                           "report\n.html",
                           "page_1.html",
                           "report.htm",
                           "bag/../../x.html",
                           "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.html"}) {
    INFO(name);
    ReportFiles sink;
    const auto refused = sink.file(name, as_text_file("words"));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::usage);
    CHECK(sink.texts.empty());
  }
  ReportFiles sink;
  for (const char* name : {"report.html", "report.pdf", "page-2.html", "pictures/000012.jpg", "pictures/000012.png",
                           "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.html"})
    CHECK(sink.file(name, as_text_file("words")).ok());
  CHECK(sink.texts.size() == 6);
  CHECK(sink.texts.contains("bag/report/pictures/000012.jpg"));
}

TEST_CASE("no file of a report is written twice, or within another, and what failed once stays failed") {
  ReportFiles twice;
  REQUIRE(twice.file("report.html", as_text_file("the first")).ok());
  CHECK(twice.file("report.html", as_text_file("the second")).error().code == ErrorCode::already_exists);
  CHECK(twice.texts.at("bag/report/report.html") == "the first");
  CHECK(twice.file("report.pdf", as_text_file("goes on regardless")).error().code == ErrorCode::already_exists);
  CHECK(twice.outcome().error().code == ErrorCode::already_exists);

  ReportFiles nested;
  const auto outer = nested.file("report.html", [&](ByteSink& file) {
    (void)nested.file("report.pdf", as_text_file("within"));
    return file.write(as_bytes("around it"));
  });
  CHECK(outer.error().code == ErrorCode::usage);
  CHECK_FALSE(nested.texts.contains("bag/report/report.pdf"));
}

TEST_CASE("a report of several files is in the copy, under the seal, in the order in which it was written") {
  CopyFixture fixture;
  const auto identity = crypto::AgeIdentity::generate();
  for (const bool is_locked : {false, true}) {
    CopyRequest request = report_request(fixture, {fixture.words});
    if (is_locked) request.recipients = {identity.recipient()};
    const auto copy = seal_copy(fixture.record(), operating_system_files(), request, several_files);
    REQUIRE(copy.ok());
    CheckOptions options;
    if (is_locked)
      options.keys.identities.push_back(crypto::AgeIdentity::parse(identity.to_secret_text().expose_text()).value());
    CHECK(fixture.check(copy->file(), options).matches());
    if (is_locked) continue;
    const auto files = unzip(copy->file());
    CHECK(files.at("bag/report/report.html") == "<p>" + copy->key_words);
    CHECK(files.at("bag/report/report.pdf") == "%PDF-1.7");
    CHECK(files.at("bag/report/pictures/000003.jpg") == "picture");
    CHECK(files.at("bag/report/pictures/000001.png").empty());
    const std::string& list = files.at(copy_path::kTagManifest);
    for (const char* path : {"report.html", "report.pdf", "pictures/000003.jpg", "pictures/000001.png"})
      CHECK(list.find("  report/" + std::string(path) + "\n") != std::string::npos);
    // One byte of a picture of the report is a byte of what was sealed.
    auto changed = files;
    changed.at("bag/report/pictures/000003.jpg")[0] ^= 1;
    zip(changed, fixture.folder / "changed.zip");
    CHECK(has(fixture.check(fixture.folder / "changed.zip"), Finding::file_changed, "report/pictures/000003.jpg"));
  }
}

TEST_CASE("a report of many megabytes takes no more memory than a short one, and two checkers find it good") {
  CopyFixture fixture;
  const CopyRequest request = report_request(fixture, {fixture.words});
  const auto peak_of = [&](int pictures, int size) {
    const auto render = [&](const ReportFacts&, ReportOriginals&, ReportSink& sink) -> Result<void> {
      TRY(sink.file("report.html", as_text_file("<p>")));
      for (int i = 1; i <= pictures; ++i)
        TRY(sink.file("pictures/" + item_text(ItemNumber{i}) + ".jpg", megabytes(size, 2 * i + 1)));
      return sink.file("report.pdf", megabytes(size, 1));
    };
    reset_peak();
    const long before = peak_kib();
    const auto copy = seal_copy(fixture.record(), operating_system_files(), request, render);
    const long grown = peak_kib() - before;
    REQUIRE(copy.ok());
    CHECK(copy->size > static_cast<std::uint64_t>((pictures + 1) * size) << 20);
    CHECK(fixture.check(copy->file()).matches());
    std::string answer;
    const std::string checker = (test_data() / ".." / "interop" / "verify_copy.py").string();
    CHECK(run_command("/usr/bin/python3 -B '" + checker + "' '" + copy->file().string() + "'", &answer) == 0);
    CHECK(answer.find("\"files_all_there\"") != std::string::npos);
    return grown;
  };
  const long small = peak_of(1, 2), large = peak_of(8, 8);
  std::printf("memory for sealing a report of 4 MiB: %ld KiB, of 72 MiB: %ld KiB\n", small, large);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // whose own memory grows with everything
  CHECK(large < small + 8 * 1024);
#endif
}

TEST_CASE("a renderer gets texts, pictures and lengths one at a time, and the same in both runs") {
  CopyFixture fixture;
  const auto add_as = [&](const char* media, const std::string& bytes) {
    Addition addition;
    addition.media = media;
    auto content = store_bytes(fixture.record().vault(), as_bytes(bytes));
    REQUIRE(content.ok());
    return fixture.record().add(addition, std::move(*content)).value().item;
  };
  const ItemNumber picture = add_as("image/webp", read_file(test_data() / "pictures" / "item_dark.webp"));
  const ItemNumber broken = add_as("image/jpeg", "\xff\xd8\xff\xe0 as it was");
  const ItemNumber text = add_as("text/plain; charset=utf-8", "first line\nsecond line");

  CopyRequest request = report_request(fixture, {fixture.words, fixture.film, picture, broken, text});
  std::vector<std::map<ItemNumber, std::string>> runs;  // what each item gave
  const auto render = [&](const ReportFacts& facts, ReportOriginals& originals, ReportSink& sink) -> Result<void> {
    auto& given = runs.emplace_back();
    for (const CopyItem& item : facts.snapshot.items) {
      TRY_ASSIGN(const Bytes shown, originals.picture(item.newest()));
      TRY_ASSIGN(const auto words, originals.text(item.newest(), 10));
      TRY_ASSIGN(const MediaFacts media, originals.media(item.newest()));
      given[item.item.number] = std::string(as_text(shown)) + "|" + words.text + (words.is_cut ? "..." : "");
      CHECK_FALSE(media.pages.has_value());
    }
    return sink.file("report.html", as_text_file("x"));
  };
  REQUIRE(seal_copy(fixture.record(), operating_system_files(), request, render).ok());
  REQUIRE(runs.size() == 2);
  CHECK(runs[0] == runs[1]);
  CHECK(runs[0][text] == "|first line...");
  CHECK(runs[0][picture].starts_with("|"));  // without a reader there are no pictures

  runs.clear();
  request.readers = {PictureReader(DAYBOOK_PICTURE_READER), MediaReader(DAYBOOK_MEDIA_READER)};
  const auto copy = seal_copy(fixture.record(), operating_system_files(), request, render);
  REQUIRE(copy.ok());
  REQUIRE(runs.size() == 2);
  CHECK(runs[0] == runs[1]);
  CHECK(runs[0][picture].starts_with("RIFF"));
  CHECK(runs[0][broken].starts_with("|"));
  CHECK(fixture.check(copy->file()).matches());

  // What was removed is shown no more, not even by a run that had begun.
  const CopySnapshot snapshot = preview_snapshot(fixture.record(), request.contents).value();
  REQUIRE(fixture.record().remove(text).ok());
  OwnRecord access(fixture.record());
  RecordOriginals originals(access, {});
  CHECK(originals.text(snapshot.items.back().newest(), 10).error().code == ErrorCode::not_found);
}
