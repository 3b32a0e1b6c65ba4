#include "vault/bundle/record_originals.h"

#include "vault/intake/media_type.h"
#include "vault/intake/small_picture.h"
#include "vault/intake/text_pieces.h"
#include "vault/store/copy_stream.h"

namespace daybook::vault {
namespace {

constexpr int kMoreTries = 3;

// Whether an error of a reader is about the one file, and costs its place in the report and not the copy.
bool is_of_file(const Error& error) {
  return error.code == ErrorCode::unsupported || error.code == ErrorCode::too_large ||
         error.code == ErrorCode::cancelled;  // it took too long
}

// The row of a content that was removed can be taken by another. So the item is asked first whether it is still there.
Result<void> require_present(Record& record, const CopyVersion& version) {
  TRY_ASSIGN(const Item item, record.item(version.item));
  if (item.removed) return Error{ErrorCode::not_found, "item " + item_text(version.item) + " was removed"};
  return {};
}

}  // namespace

Result<std::unique_ptr<ByteSource>> RecordOriginals::open(const CopyVersion& version) {
  return m_access.ask([&](Record& record) -> Result<std::unique_ptr<ByteSource>> {
    TRY(require_present(record, version));
    return record.open_version(version.version);
  });
}

Result<ReportOriginals::Text> RecordOriginals::text(const CopyVersion& version, std::size_t most) {
  TRY_ASSIGN(const auto source, open(version));
  Text text;
  if (!is_utf8_text(version.version.media)) {
    TRY_ASSIGN(TextBeginning beginning, read_beginning(*source, most));
    return Text{std::move(beginning.text), beginning.is_cut, beginning.is_guessed};
  }
  TRY_ASSIGN(text.text, read_text(*source, most, text.is_cut));
  return text;
}

// A picture that was shown in the first run and cannot be read in the second is tried again: that computer was slow for
// a moment, and the copy should not fail for it.
Result<Bytes> RecordOriginals::picture(const CopyVersion& version) {
  const EntryNumber entry = version.version.sequence;
  const auto known = m_is_read.find(entry);
  if (!m_readers.pictures || (known != m_is_read.end() && !known->second)) return small_picture(version);
  TRY_ASSIGN(const auto source, open(version));
  auto picture = m_readers.pictures->read(*source, kReportPictureSide);
  for (int again = 0; known != m_is_read.end() && !picture && is_of_file(picture.error()) && again < kMoreTries;
       ++again)
    picture = m_readers.pictures->read(*source, kReportPictureSide);
  if (!picture && !is_of_file(picture.error())) return picture.error();
  Bytes shown = picture ? encode_report_picture(*picture) : Bytes();
  m_is_read.emplace(entry, !shown.empty());
  return shown.empty() ? small_picture(version) : Result<Bytes>(std::move(shown));
}

// The picture of 480 pixels that the record has kept since it was first looked at, in the form that browsers show too.
Result<Bytes> RecordOriginals::small_picture(const CopyVersion& version) {
  return m_access.ask([&](Record& record) -> Result<Bytes> {
    TRY(require_present(record, version));
    TRY_ASSIGN(auto kept, record.known_file(version.version.content));
    return kept ? std::move(kept->small) : Bytes();
  });
}

Result<void> RecordOriginals::messages(const CopyItem& conversation, const UseMessage& use) {
  const ItemVersion& reading = conversation.part ? conversation.part->reading : conversation.newest().version;
  TRY_ASSIGN(const OpenedReading opened, m_access.ask([&](Record& record) -> Result<OpenedReading> {
    TRY(require_present(record, conversation.newest()));
    return open_reading(record, reading);
  }));
  const std::vector<MessageRun> all;
  return each_message(*opened.reading, opened.sources.all(), conversation.part ? conversation.part->runs : all, use);
}

Result<MediaFacts> RecordOriginals::media(const CopyVersion& version) {
  const EntryNumber entry = version.version.sequence;
  if (!m_readers.media) return MediaFacts();
  if (const auto known = m_media.find(entry); known != m_media.end()) return known->second;
  TRY_ASSIGN(const auto source, open(version));
  const auto facts = m_readers.media->read(*source);
  if (!facts && !is_of_file(facts.error())) return facts.error();
  return m_media[entry] = facts ? *facts : MediaFacts();
}

}  // namespace daybook::vault
