#include "tests/support/record_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/random.h"

namespace daybook::test {

using namespace daybook::vault;

RecordFixture::RecordFixture() {
  const auto code = Record::create(surroundings(), path(), secret(kPassphrase));
  REQUIRE(code.ok());
  recovery_code = std::string(code->expose_text());
  reopen();
}

void RecordFixture::reopen() {
  m_record.reset();
  auto opened = Record::open(surroundings(), path(), secret(kPassphrase));
  if (!opened) FAIL("cannot open: " << opened.error().detail);
  m_record = std::move(*opened);
}

ItemNumber RecordFixture::add_words(std::string_view text, Answers answers) {
  Addition addition;
  addition.kind = ItemKind::words;
  addition.answers = std::move(answers);
  const auto outcome = m_record->add_text(addition, text);
  if (!outcome) FAIL(outcome.error().detail);
  return outcome->item;
}

ItemNumber RecordFixture::add_note(std::string_view text, std::optional<ItemNumber> about) {
  Addition addition;
  addition.kind = ItemKind::note;
  addition.about = about;
  const auto outcome = m_record->add_text(addition, text);
  if (!outcome) FAIL(outcome.error().detail);
  return outcome->item;
}

ItemNumber RecordFixture::add_file(std::string_view name, ByteView bytes, bool keep_twice) {
  Addition addition;
  addition.name = std::string(name);
  addition.media = "application/octet-stream";
  addition.keep_twice = keep_twice;
  auto content = store_bytes(m_record->vault(), bytes);
  REQUIRE(content.ok());
  const auto outcome = m_record->add(addition, std::move(*content));
  if (!outcome) FAIL(outcome.error().detail);
  return outcome->item;
}

Bytes read_all(ByteSource& source) {
  Bytes bytes(static_cast<std::size_t>(source.size()));
  REQUIRE(source.read_at(0, bytes).ok());
  return bytes;
}

Bytes random_bytes(std::size_t size) {
  Bytes bytes(size);
  crypto::fill_random(bytes);
  return bytes;
}

void require_clean(Record& record) {
  const auto report = record.check();
  REQUIRE(report.ok());
  for (const CheckFinding& finding : report->findings) UNSCOPED_INFO(finding.what);
  REQUIRE(report->findings.empty());
  REQUIRE(report->unknown_objects.empty());
}

std::string text_of(Record& record, ItemNumber number, std::size_t version) {
  const Item item = record.item(number).value();
  auto source = record.open_version(version == 0 ? item.newest() : item.versions.at(version - 1)).value();
  return std::string(as_text(read_all(*source)));
}

std::vector<ItemNumber> found(Record& record, const ListQuery& query) {
  std::vector<ItemNumber> numbers;
  const auto listed = record.list(query);
  if (!listed) FAIL(listed.error().detail);
  for (const ListedItem& item : *listed) numbers.push_back(item.number);
  return numbers;
}

std::vector<ItemNumber> found(Record& record, const std::string& words) {
  return found(record, ListQuery{words, {}, {}, {}, 50});
}

}  // namespace daybook::test
