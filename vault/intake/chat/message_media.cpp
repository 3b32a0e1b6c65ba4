#include "vault/intake/chat/message_media.h"

#include <algorithm>
#include <map>
#include <set>

namespace daybook::vault {
namespace {

bool concerns_one_zip(ErrorCode code) {
  return code == ErrorCode::malformed || code == ErrorCode::damaged || code == ErrorCode::unsupported ||
         code == ErrorCode::too_large;
}

Error not_as_said(const ZipEntry& entry) {
  return Error{ErrorCode::malformed, "a file in the ZIP is not what the ZIP says: " + entry.name};
}

// Remembers whether what is stored failed, and not what somebody packed.
class StoredArchive final : public ByteSource {
 public:
  explicit StoredArchive(std::unique_ptr<ByteSource> stored) : m_stored(std::move(stored)) {}
  std::uint64_t size() const override { return m_stored->size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    auto read = m_stored->read_at(offset, target);
    m_has_failed |= !read.ok();
    return read;
  }
  bool has_failed() const { return m_has_failed; }

 private:
  std::unique_ptr<ByteSource> m_stored;
  bool m_has_failed = false;
};

// The bytes of an entry, with those of the ZIP that they are unpacked from.
class AttachmentSource final : public ByteSource {
 public:
  AttachmentSource(std::unique_ptr<ByteSource> archive, const ArchiveReader& archives, ZipEntry entry,
                   std::function<bool()> goes_on)
      : m_archive(std::move(archive)),
        m_entry(std::move(entry)),
        m_content(archives.open(m_archive, m_entry, std::move(goes_on))) {}
  std::uint64_t size() const override { return m_content->size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    auto read = m_content->read_at(offset, target);
    const bool is_lie = !read && read.error().code == ErrorCode::damaged && !m_archive.has_failed();
    return is_lie ? Result<void>(not_as_said(m_entry)) : std::move(read);
  }

 private:
  StoredArchive m_archive;
  ZipEntry m_entry;
  std::unique_ptr<ByteSource> m_content;
};

Result<std::unique_ptr<ByteSource>> open_export(Record& record, const ReadingSource& source) {
  TRY_ASSIGN(const auto content, find_content(record.vault(), source.sha256));
  if (!content)
    return Error{ErrorCode::not_found, "the export that the conversation was read from; keep the same file again"};
  return open_content(record.vault(), *content);
}

// The texts in a ZIP that are read as conversations.
Result<std::set<std::string>> texts_of_chats(Record& record, const crypto::Sha256Digest& zip) {
  TRY_ASSIGN(const auto conversations, conversations_on(record, zip));
  std::set<std::string> texts;
  for (const ItemNumber number : conversations) {
    TRY_ASSIGN(const Conversation conversation, open_conversation(record, number));
    for (const ReadingSource& source : conversation.head.sources) {
      if (source.sha256 == zip) texts.insert(source.entry);
    }
  }
  return texts;
}

// What lies in a ZIP. Files that a fault leaves out of the list are there too, and are not read: to another program
// they may be another thing.
std::vector<ZipEntry> all_entries(ArchiveList list) {
  std::vector<ZipEntry> entries = std::move(list.entries);
  for (ZipFault& fault : list.faults) {
    if (fault.name.empty() || fault.what == kTwoOfOneName) continue;
    ZipEntry& left_out = entries.emplace_back();
    left_out.name = std::move(fault.name);
    left_out.unreadable = std::move(fault.what);
  }
  return entries;
}

}  // namespace

Result<ConversationMedia> ConversationMedia::open(RecordAccess& access, ItemNumber number, ArchiveReader archives) {
  TRY_ASSIGN(Conversation conversation,
             access.ask([number](Record& record) { return open_conversation(record, number); }));
  ConversationMedia media(std::move(conversation), std::move(archives));
  std::map<crypto::Sha256Digest, std::shared_ptr<const Export>> listed;
  for (const ReadingSource& source : media.m_conversation.head.sources) {
    auto& one = listed[source.sha256];
    if (one == nullptr) {
      TRY_ASSIGN(Export list, media.list_export(access, source));
      TRY_ASSIGN(list.texts, access.ask([&](Record& record) { return texts_of_chats(record, source.sha256); }));
      one = std::make_shared<const Export>(std::move(list));
    }
    media.m_exports.push_back(one);
  }
  return media;
}

Result<ConversationMedia::Export> ConversationMedia::list_export(RecordAccess& access,
                                                                 const ReadingSource& source) const {
  Export listed;
  if (source.entry.empty()) {
    listed.state_of_all = AttachmentState::text_alone;
    return listed;
  }
  listed.state_of_all = AttachmentState::no_export;
  const auto archive = access.ask([&](Record& record) { return open_export(record, source); });
  if (!archive) {
    const ErrorCode code = archive.error().code;
    return code == ErrorCode::not_found || code == ErrorCode::damaged ? Result<Export>(std::move(listed))
                                                                      : archive.error();
  }
  auto list = m_archives.list(**archive);
  if (!list) return concerns_one_zip(list.error().code) ? Result<Export>(std::move(listed)) : list.error();
  listed.state_of_all = AttachmentState::here;
  listed.has_untold_faults = list->fault_count > list->faults.size();
  listed.entries = all_entries(std::move(*list));
  listed.files = std::make_unique<const ChatFiles>(listed.entries);
  return listed;
}

MessageAttachment ConversationMedia::in_export(std::size_t source, const ReadMessage& message) const {
  MessageAttachment attachment;
  attachment.kind = media_kind_of(message.file);
  attachment.source = source;
  if (source >= m_exports.size()) return attachment;
  const Export& listed = *m_exports[source];
  attachment.state = listed.state_of_all;
  if (!listed.files) return attachment;
  const ChatFiles::Found found = listed.files->find(message.file, m_conversation.head.sources[source].entry);
  switch (found.match) {
    case ChatFiles::Match::none:
      attachment.state = listed.has_untold_faults ? AttachmentState::unreadable : AttachmentState::not_there;
      if (listed.has_untold_faults) attachment.why = "the ZIP has more faults than can be told";
      return attachment;
    case ChatFiles::Match::several:
      attachment.state = AttachmentState::unclear;
      return attachment;
    case ChatFiles::Match::one:
      break;
  }
  // Somebody may type the name of the text of a chat as if it had been sent: who shared that would share all of it.
  const std::string& name = listed.entries[found.place].name;
  if (listed.texts.contains(name) || name == m_conversation.head.sources[source].entry) {
    attachment.state = AttachmentState::not_there;
    return attachment;
  }
  attachment.entry = listed.entries[found.place];
  attachment.why = attachment.entry->unreadable;
  attachment.state = attachment.why.empty() ? AttachmentState::here : AttachmentState::unreadable;
  return attachment;
}

MessageAttachment ConversationMedia::attachment_of(const ReadMessage& message) const {
  MessageAttachment own = in_export(message.source, message);
  // The message may stand in another export too, and nothing says whose file is the one that was sent.
  const auto has_another = [&](std::size_t source) {
    const MessageAttachment other = in_export(source, message);
    const bool is_same = other.entry && other.entry->size == own.entry->size && other.entry->crc32 == own.entry->crc32;
    return other.state == AttachmentState::here && !is_same;
  };
  for (std::size_t source = 0; own.state == AttachmentState::here && source < m_exports.size(); ++source) {
    if (source != own.source && has_another(source))
      own.why = "another export of this conversation has another file of this name";
  }
  if (own.state != AttachmentState::text_alone && own.state != AttachmentState::no_export) return own;
  std::optional<MessageAttachment> other;
  for (std::size_t source = 0; source < m_exports.size(); ++source) {
    MessageAttachment found = in_export(source, message);
    if (found.state != AttachmentState::here && found.state != AttachmentState::unclear) continue;
    const bool is_same = other && other->entry && found.entry && other->entry->size == found.entry->size &&
                         other->entry->crc32 == found.entry->crc32;
    if (is_same) continue;
    if (other) found.state = AttachmentState::unclear;
    if (found.state == AttachmentState::unclear) found.entry.reset();
    found.is_of_other_export = true;
    other = std::move(found);
  }
  return other ? *other : own;
}

Result<std::unique_ptr<ByteSource>> ConversationMedia::open_attachment(RecordAccess& access,
                                                                       const MessageAttachment& attachment,
                                                                       std::function<bool()> goes_on) const {
  DAYBOOK_ASSERT(attachment.state == AttachmentState::here && attachment.entry);
  const ZipEntry& entry = *attachment.entry;
  // Of nothing, nothing is read, and so nothing would be held against its CRC-32.
  if (entry.size == 0 && entry.crc32 != 0) return not_as_said(entry);
  TRY_ASSIGN(auto archive, access.ask([&](Record& record) {
    return open_export(record, m_conversation.head.sources[attachment.source]);
  }));
  return std::unique_ptr<ByteSource>(
      std::make_unique<AttachmentSource>(std::move(archive), m_archives, entry, std::move(goes_on)));
}

const ChatFiles* ConversationMedia::files_of(std::size_t source) const {
  return source < m_exports.size() ? m_exports[source]->files.get() : nullptr;
}

}  // namespace daybook::vault
