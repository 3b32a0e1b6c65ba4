#include "vault/intake/chat/keep_attachment.h"

#include "vault/intake/media_type.h"
#include "vault/record/kept_attachments.h"

namespace daybook::vault {
namespace {

std::string name_of_file(const std::string& entry) { return entry.substr(entry.rfind('/') + 1); }

// Hands out a source from its beginning to its end, and looks at the beginning on the way.
class Reading {
 public:
  explicit Reading(ByteSource& source) : m_source(source) {}
  Result<std::size_t> next(MutableByteView target) {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(target.size(), m_source.size() - m_at));
    TRY(m_source.read_at(m_at, target.first(count)));
    if (m_at == 0) m_media = media_type_of(target.first(std::min(count, kMediaTypeBytes)));
    m_at += count;
    return count;
  }
  const std::string& media() const { return m_media; }

 private:
  ByteSource& m_source;
  std::uint64_t m_at = 0;
  std::string m_media;
};

Result<KeptAttachment> kept_before(Record& record, ItemNumber number) {
  TRY_ASSIGN(const Item item, record.item(number));
  const ItemVersion& version = item.newest();
  return KeptAttachment{{number, false, number}, version.name, version.content.facts.size, version.media};
}

Error no_file(const MessageAttachment& attachment, const std::string& named) {
  switch (attachment.state) {
    case AttachmentState::unclear:
      return Error{ErrorCode::unsupported, "several files in the export are called " + named};
    case AttachmentState::unreadable:
      return Error{ErrorCode::unsupported, named + ": " + attachment.why};
    case AttachmentState::text_alone:
      return Error{ErrorCode::not_found, named + ": the export is the text alone"};
    case AttachmentState::no_export:
      return Error{ErrorCode::not_found, named + ": the export is not there, or cannot be read"};
    case AttachmentState::not_there:
    case AttachmentState::here:
      break;
  }
  return Error{ErrorCode::not_found, named + ": no such file in the export"};
}

OutOfExport out_of(const ConversationMedia& media, const MessageAttachment& attachment) {
  return {media.conversation().head.sources[attachment.source].sha256, attachment.entry->name};
}

}  // namespace

Result<std::optional<ItemNumber>> item_of(Record& record, const ConversationMedia& media,
                                          const MessageAttachment& attachment) {
  return item_out_of(record, out_of(media, attachment), attachment.entry->size, attachment.entry->crc32);
}

Result<MessageAttachment> attachment_to_open(const ConversationMedia& media, const ReadMessage& message) {
  if (message.file.empty())
    return Error{ErrorCode::usage, "message " + std::to_string(message.number) + " names no file"};
  MessageAttachment attachment = media.attachment_of(message);
  if (attachment.state != AttachmentState::here) return no_file(attachment, message.file);
  return attachment;
}

Result<KeptAttachment> keep_attachment(RecordAccess& access, const ConversationMedia& media, const ReadMessage& message,
                                       const Answers& answers, const Progress& progress) {
  TRY_ASSIGN(const MessageAttachment attachment, attachment_to_open(media, message));
  const auto find = [&](Record& record) { return item_of(record, media, attachment); };
  TRY_ASSIGN(const auto before, access.ask(find));
  if (before) return access.ask([&](Record& record) { return kept_before(record, *before); });

  struct Place {
    Vault* vault;
    ReservedObject object;
  };
  TRY_ASSIGN(const Place place, access.ask([](Record& record) -> Result<Place> {
    TRY_ASSIGN(ReservedObject object, reserve_object(record.vault()));
    return Place{&record.vault(), std::move(object)};
  }));
  TRY_ASSIGN(const auto bytes, media.open_attachment(access, attachment));
  Reading reading(*bytes);
  TRY_ASSIGN(StoredContent stored,
             store_content(
                 *place.vault, place.object, [&](MutableByteView target) { return reading.next(target); }, progress));
  Addition addition;
  addition.kind = ItemKind::file;
  addition.media = reading.media();
  addition.name = name_of_file(attachment.entry->name);
  addition.out_of = out_of(media, attachment);
  addition.answers = answers;
  return access.ask([&](Record& record) -> Result<KeptAttachment> {
    StoredContent content = std::move(stored);  // destroyed on the thread of the database, added or not
    // Somebody else may have kept it while it was unpacked.
    TRY_ASSIGN(const auto meanwhile, find(record));
    if (meanwhile) return kept_before(record, *meanwhile);
    KeptAttachment kept{{}, addition.name, content.facts().size, addition.media};
    TRY_ASSIGN(kept.outcome, record.add(addition, std::move(content)));
    return kept;
  });
}

}  // namespace daybook::vault
