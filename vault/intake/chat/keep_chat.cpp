#include "vault/intake/chat/keep_chat.h"

#include "vault/intake/chat/chat_export.h"
#include "vault/intake/chat/formats.h"
#include "vault/record/conversation.h"

namespace daybook::vault {
namespace {

// A kept export that was opened for reading.
struct Opened {
  Vault* vault = nullptr;
  std::unique_ptr<ByteSource> bytes;
  std::string name;
  ReadingSource source;  // without an entry
};

// "WhatsApp Chat with M.txt" without its ending and its folders.
std::string title_from(std::string name) {
  name.erase(0, name.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

Result<Opened> open_export(Record& record, ItemNumber exported) {
  TRY_ASSIGN(const Item item, record.item(exported));
  if (item.removed) return Error{ErrorCode::not_found, "item " + item_text(exported) + " was removed"};
  if (item.kind != ItemKind::file) return Error{ErrorCode::usage, "item " + item_text(exported) + " is no file"};
  const ItemVersion& version = item.newest();
  TRY_ASSIGN(auto bytes, record.open_version(version));
  TRY_ASSIGN(const std::string entry, record.log().entry_line(version.sequence));
  return Opened{
      &record.vault(),
      std::move(bytes),
      version.name,
      {exported, crypto::leaf_hash(as_bytes(entry)), "", version.content.facts.size, version.content.facts.sha256}};
}

// A conversation that rests on the same bytes as its only source.
Result<std::optional<Conversation>> conversation_on(Record& record, const ReadingSource& source) {
  TRY_ASSIGN(const auto conversations, all_conversations(record));
  for (const ItemNumber number : conversations) {
    TRY_ASSIGN(Conversation conversation, open_conversation(record, number));
    const auto& sources = conversation.head.sources;
    if (sources.size() == 1 && sources[0].sha256 == source.sha256 && sources[0].entry == source.entry)
      return std::optional(std::move(conversation));
  }
  return std::optional<Conversation>();
}

// Whether a reading would say again what the newest one says: the same program, and the same order of dates.
bool would_say_the_same(const Conversation& there, const ReadingHead& head, const SaidOfChat& said) {
  if (there.head.reader != head.reader) return false;
  return !said.order || there.head.order == *said.order;
}

Addition addition_of(const ReadingHead& head, const WrittenReading& written) {
  Addition addition;
  addition.kind = ItemKind::conversation;
  addition.media = kReadingMedia;
  addition.name = head.title;
  addition.messages = written.messages;
  addition.outline = &written.outline;
  return addition;
}

// Reads one text of an export into a conversation.
class TextReading {
 public:
  TextReading(RecordAccess& access, Vault& vault, const SaidOfChat& said, const Progress& progress)
      : m_access(access), m_vault(vault), m_said(said), m_progress(progress) {}

  Result<KeptConversation> keep(ByteSource& text, ReadingHead head) {
    TRY_ASSIGN(const ChatFormat* const format, chat_format_of(text));
    head.reader = format->reader;
    TRY_ASSIGN(const auto there,
               m_access.ask([&](Record& record) { return conversation_on(record, head.sources[0]); }));
    if (there && would_say_the_same(*there, head, m_said))
      return KeptConversation{there->number, there->version.number, false, there->outline, there->head.order_by};
    TRY_ASSIGN(const ReservedObject reserved,
               m_access.ask([](Record& record) { return reserve_object(record.vault()); }));
    ContentWriter sink(m_vault, reserved, m_progress);
    ReadingWriter writer(std::move(head), text, sink);
    TRY(format->read(text, m_said.order, writer));
    TRY_ASSIGN(WrittenReading written, writer.finish());
    TRY_ASSIGN(StoredContent content, sink.finish());
    KeptConversation kept;
    kept.order_by = writer.head().order_by;
    TRY(add(there, addition_of(writer.head(), written), std::move(content), kept));
    kept.outline = std::move(written.outline);
    kept.outline.blocks.clear();
    return kept;
  }

 private:
  Result<void> add(const std::optional<Conversation>& there, const Addition& addition, StoredContent content,
                   KeptConversation& kept) {
    return m_access.run([&](Record& record) -> Result<void> {
      StoredContent reading = std::move(content);  // destroyed on the thread of the database, added or not
      if (there) {
        TRY_ASSIGN(kept.version, record.add_reading(there->number, addition, std::move(reading)));
        kept.conversation = there->number;
        return {};
      }
      TRY_ASSIGN(const AddOutcome outcome, record.add(addition, std::move(reading)));
      kept.conversation = outcome.item;
      kept.version = 1;
      return {};
    });
  }

  RecordAccess& m_access;
  Vault& m_vault;
  const SaidOfChat& m_said;
  const Progress& m_progress;
};

}  // namespace

Result<std::vector<KeptConversation>> read_kept_chat(RecordAccess& access, ItemNumber exported, const SaidOfChat& said,
                                                     const Progress& progress, const ArchiveReader& archives) {
  TRY_ASSIGN(Opened opened, access.ask([&](Record& record) { return open_export(record, exported); }));
  TRY_ASSIGN(ChatExport chat, ChatExport::open(*opened.bytes, archives));
  TextReading reading(access, *opened.vault, said, progress);
  std::vector<KeptConversation> kept;
  for (std::size_t i = 0; i < chat.text_count(); ++i) {
    TRY_ASSIGN(const ChatText text, chat.text(i));
    ReadingHead head;
    head.title = said.title.empty() ? title_from(chat.text_count() == 1 ? opened.name : text.entry) : said.title;
    head.sources.push_back(opened.source);
    head.sources[0].entry = text.entry;
    TRY_ASSIGN(KeptConversation one, reading.keep(*text.source, std::move(head)));
    kept.push_back(std::move(one));
  }
  return kept;
}

}  // namespace daybook::vault
