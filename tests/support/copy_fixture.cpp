#include "tests/support/copy_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/hash.h"
#include "tests/support/corpora.h"
#include "ui/report/html_report.h"
#include "vault/bundle/copy_questions.h"
#include "vault/store/zip_reader.h"
#include "vault/store/zip_writer.h"

namespace daybook::test {

using namespace daybook::vault;

std::map<std::string, std::string> unzip(const Path& path) {
  const std::string bytes = read_file(path);
  MemorySource source(as_bytes(bytes));
  const ZipDirectory directory = read_zip_directory(source).value();
  REQUIRE(directory.faults.empty());
  std::map<std::string, std::string> files;
  for (const ZipEntry& entry : directory.entries) {
    ZipEntryStream stream(source, entry);
    std::string& text = files[entry.name];
    text.resize(static_cast<std::size_t>(entry.size));
    if (!text.empty())
      REQUIRE(stream.read({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}).value() == text.size());
  }
  files.erase(kPaddingName);
  return files;
}

void zip(const std::map<std::string, std::string>& files, const Path& path) {
  std::vector<ZipPlan> plans;
  for (const auto& [name, text] : files) {
    plans.push_back({name, text.size(), crypto::crc32_update(0, as_bytes(text)),
                     [&text = text](ByteSink& sink) { return sink.write(as_bytes(text)); }});
  }
  plans.push_back(padding_for(plans));
  MemorySink sink;
  REQUIRE(write_zip(plans, sink).ok());
  write_file(path, as_text(sink.bytes));
}

CopyFixture::CopyFixture() {
  words = add_words("I am sorry for what I did", {{"who", "Mark"}, {"tags", "Privatetag"}});
  note = add_note("He came back at eight", words);
  REQUIRE(record().rewrite_note(note, "He came back at nine").ok());
  photo = add_file("photo <1>.jpg", as_bytes("\xff\xd8\xff\xe0 not really"));
  film = add_file("film.mp4", random_bytes(300 * 1024));
  REQUIRE(record().answer(words, {{"when", "2 June"}, {"who", "Mark B."}}).ok());
  record().viewed(words);
  REQUIRE(record().note_views().ok());
}

SnapshotRequest CopyFixture::contents(std::vector<ItemNumber> items) {
  SnapshotRequest contents;
  contents.items = items.empty() ? std::vector<ItemNumber>{words, note, photo, film} : std::move(items);
  const CopyQuestions open = copy_questions(record(), contents).value();
  contents.places_accepted.insert(open.places.begin(), open.places.end());
  for (const auto& beside : open.notes)
    contents.notes_left_out.insert(beside.note);
  return contents;
}

SealedCopy CopyFixture::seal(std::vector<ItemNumber> items, std::vector<crypto::AgeRecipient> recipients,
                             bool with_passphrase) {
  CopyRequest request;
  request.contents = contents(std::move(items));
  request.contents.purpose = "for a test";
  request.recipients = std::move(recipients);
  request.recipient_names = "Jane at the centre";
  request.with_passphrase = with_passphrase;
  request.folder = folder / "copies";
  std::filesystem::create_directories(request.folder);
  auto copy = seal_copy(record(), operating_system_files(), request, ui::render_html_report);
  if (!copy) FAIL("cannot seal: " << copy.error().detail);
  return std::move(*copy);
}

CopyVerdict CopyFixture::check(const Path& copy, const CheckOptions& options) {
  auto verdict = check_own_copy(operating_system_files(), {copy}, options);
  if (!verdict) FAIL("cannot check: " << verdict.error().detail);
  return std::move(*verdict);
}

bool has(const CopyVerdict& verdict, Finding finding, const std::string& subject_part) {
  for (const VerdictLine& line : verdict.lines) {
    if (line.finding == finding && line.subject.find(subject_part) != std::string::npos) return true;
  }
  return false;
}

}  // namespace daybook::test
