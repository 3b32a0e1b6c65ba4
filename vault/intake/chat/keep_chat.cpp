#include "vault/intake/chat/keep_chat.h"

#include "vault/intake/chat/chat_to_join.h"

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

// What to call the chat of one of the texts of an export, which has a name itself. An iPhone calls every text
// _chat.txt, and the folder or the ZIP says whose chat it is.
std::string title_of(const ChatExport& chat, std::size_t text, const std::string& export_name) {
  const std::string& entry = chat.entry_of(text);
  const std::string name = title_from(entry);
  if (name == "_chat") {
    const std::size_t end = entry.rfind('/');
    const std::string folder = end == std::string::npos ? "" : entry.substr(0, end);
    return folder.empty() ? title_from(export_name) : folder.substr(folder.rfind('/') + 1);
  }
  const bool is_alone = chat.text_count() == 1 && chat.unread().empty();
  return is_alone ? title_from(export_name) : name;
}

Result<crypto::TreeHash> leaf_of(Record& record, const ItemVersion& version) {
  TRY_ASSIGN(const std::string entry, record.log().entry_line(version.sequence));
  return crypto::leaf_hash(as_bytes(entry));
}

Result<Opened> open_export(Record& record, ItemNumber exported) {
  TRY_ASSIGN(const Item item, record.item(exported));
  if (item.removed) return Error{ErrorCode::not_found, "item " + item_text(exported) + " was removed"};
  if (item.kind != ItemKind::file) return Error{ErrorCode::usage, "item " + item_text(exported) + " is no file"};
  const ItemVersion& version = item.newest();
  TRY_ASSIGN(auto bytes, record.open_version(version));
  TRY_ASSIGN(const crypto::TreeHash leaf, leaf_of(record, version));
  return Opened{&record.vault(),
                std::move(bytes),
                version.name,
                {exported, leaf, "", version.content.facts.size, version.content.facts.sha256}};
}

// The numbers of exports that a reading had before may be those of another record: restore and salvage give new ones.
Result<void> number_anew(Record& record, ReadingSource& source) {
  TRY_ASSIGN(const auto items, record.items_with(source.sha256));
  if (items.empty()) return {};
  TRY_ASSIGN(const Item item, record.item(items.front()));
  for (const ItemVersion& version : item.versions) {
    if (version.content.facts.sha256 != source.sha256) continue;
    source.item = item.number;
    TRY_ASSIGN(source.leaf, leaf_of(record, version));
  }
  return {};
}

// The conversation that rests on these bytes, among others or, where that is asked for, alone.
Result<std::optional<Conversation>> conversation_on(Record& record, const ReadingSource& source, bool is_alone) {
  TRY_ASSIGN(const auto conversations, all_conversations(record));
  for (const ItemNumber number : conversations) {
    TRY_ASSIGN(Conversation conversation, open_conversation(record, number));
    const bool is_on = place_of(conversation.head, source).has_value();
    if (is_on && (!is_alone || conversation.head.sources.size() == 1)) return std::optional(std::move(conversation));
  }
  return std::optional<Conversation>();
}

// Whether a reading would say again what the newest one says: of the same exports, by the same program, and with the
// same order of dates.
bool would_say_the_same(const Conversation& there, const TextToRead& text) {
  if (!place_of(there.head, text.source) || there.head.reader != text.format->reader) return false;
  return !text.order || there.head.order == *text.order;
}

KeptConversation as_it_is(const Conversation& there, const ReadingSource& source) {
  KeptConversation kept;
  kept.conversation = there.number;
  kept.version = there.version.number;
  kept.is_new = false;
  kept.outline = there.outline;
  kept.order_by = there.head.order_by;
  kept.source = place_of(there.head, source).value_or(0);
  return kept;
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
  TextReading(RecordAccess& access, Vault& vault, const SaidOfChat& said, const Progress& progress,
              const ArchiveReader& archives)
      : m_access(access), m_vault(vault), m_said(said), m_progress(progress), m_archives(archives) {}

  Result<KeptConversation> keep(const TextToRead& text) {
    TRY_ASSIGN(auto there, m_access.ask([&](Record& record) { return asked_for(record, text.source); }));
    if (there && would_say_the_same(*there, text)) return as_it_is(*there, text.source);
    ChatFound found;
    if (there) {
      TRY_ASSIGN(found.conversation, open_with(m_access, std::move(*there), text, m_progress, m_archives));
      const bool is_joined = found.conversation->place == found.conversation->conversation.head.sources.size();
      if (is_joined && found.conversation->exports.likeness().shared == 0)
        return Error{ErrorCode::does_not_match, "no message is the same, byte for byte, in both"};
    } else if (!m_said.is_apart) {
      TRY_ASSIGN(found, find_chat(m_access, text, m_progress, m_archives));
      if (m_said.is_excerpt && found.conversation) {
        found.alike = found.conversation->conversation.number;
        found.conversation.reset();
      }
    }
    if (found.conversation) return read_into(*found.conversation, text);
    TRY_ASSIGN(JoinedExports alone, JoinedExports::open(*text.format, {text.text}, text.order));
    ReadingHead head;
    head.reader = text.format->reader;
    head.title = text.title;
    head.sources.push_back(text.source);
    TRY_ASSIGN(KeptConversation kept, write(alone, std::move(head), {text.text}, nullptr));
    kept.alike = found.alike;
    return kept;
  }

 private:
  // The conversation that the keeper names, or the one that rests on this text already.
  Result<std::optional<Conversation>> asked_for(Record& record, const ReadingSource& source) {
    if (!m_said.join) return conversation_on(record, source, m_said.is_apart);
    TRY_ASSIGN(Conversation named, open_conversation(record, *m_said.join));
    return std::optional(std::move(named));
  }

  Result<KeptConversation> read_into(OpenedConversation& opened, const TextToRead& text) {
    ReadingHead head = std::move(opened.conversation.head);
    const DateOrder order_before = head.order;
    head.key.reset();
    head.reader = text.format->reader;
    if (!m_said.title.empty()) head.title = m_said.title;
    const auto numbered = m_access.run([&](Record& record) -> Result<void> {
      for (ReadingSource& source : head.sources) TRY(number_anew(record, source));
      return {};
    });
    if (!numbered) return numbered.error();
    std::vector<ByteSource*> texts = opened.kept.all();
    const bool is_joined = opened.place == head.sources.size();
    if (is_joined) {
      head.sources.push_back(text.source);
      texts.push_back(text.text);
    }
    TRY_ASSIGN(KeptConversation kept, write(opened.exports, std::move(head), texts, &opened.conversation));
    kept.is_joined = is_joined;
    kept.moves_days = opened.exports.settings().order != order_before;
    kept.source = opened.place;
    return kept;
  }

  // Writes a reading, as a version of the conversation that is there, or as a new one.
  Result<KeptConversation> write(JoinedExports& exports, ReadingHead head, const std::vector<ByteSource*>& texts,
                                 const Conversation* there) {
    TRY_ASSIGN(const ReservedObject reserved,
               m_access.ask([](Record& record) { return reserve_object(record.vault()); }));
    ContentWriter sink(m_vault, reserved, m_progress);
    ReadingWriter writer(std::move(head), texts, sink);
    TRY(exports.read(writer));
    TRY_ASSIGN(WrittenReading written, writer.finish());
    TRY_ASSIGN(StoredContent content, sink.finish());
    KeptConversation kept;
    kept.order_by = writer.head().order_by;
    TRY(add(there, addition_of(writer.head(), written), std::move(content), kept));
    kept.outline = std::move(written.outline);
    kept.outline.blocks.clear();
    return kept;
  }

  Result<void> add(const Conversation* there, const Addition& addition, StoredContent content, KeptConversation& kept) {
    return m_access.run([&](Record& record) -> Result<void> {
      StoredContent reading = std::move(content);  // destroyed on the thread of the database, added or not
      if (there == nullptr) {
        TRY_ASSIGN(const AddOutcome outcome, record.add(addition, std::move(reading)));
        kept.conversation = outcome.item;
        kept.version = 1;
        return {};
      }
      // A reading that was added meanwhile may rest on an export that this one does not have.
      TRY_ASSIGN(const Item now, record.item(there->number));
      if (now.removed || now.newest().number != there->version.number)
        return Error{ErrorCode::not_as_seen, "conversation " + item_text(there->number)};
      TRY_ASSIGN(kept.version, record.add_reading(there->number, addition, std::move(reading)));
      kept.conversation = there->number;
      return {};
    });
  }

  RecordAccess& m_access;
  Vault& m_vault;
  const SaidOfChat& m_said;
  const Progress& m_progress;
  const ArchiveReader& m_archives;
};

}  // namespace

Result<KeptChats> read_kept_chat(RecordAccess& access, ItemNumber exported, const SaidOfChat& said,
                                 const Progress& progress, const ArchiveReader& archives) {
  if (said.join && said.is_apart) return Error{ErrorCode::usage, "a chat is read on its own, or joined to another"};
  TRY_ASSIGN(Opened opened, access.ask([&](Record& record) { return open_export(record, exported); }));
  TRY_ASSIGN(ChatExport chat, ChatExport::open(*opened.bytes, archives));
  if (said.join && chat.text_count() > 1)
    return Error{ErrorCode::usage, "several chats are in the ZIP, and one conversation is named"};
  TextReading reading(access, *opened.vault, said, progress, archives);
  KeptChats kept;
  kept.unread = chat.unread();
  for (std::size_t i = 0; i < chat.text_count(); ++i) {
    TRY_ASSIGN(const ChatText text, chat.text(i));
    TextToRead to_read;
    TRY_ASSIGN(to_read.format, chat_format_of(*text.source));
    to_read.text = text.source.get();
    to_read.source = opened.source;
    to_read.source.entry = text.entry;
    to_read.title = said.title.empty() ? title_of(chat, i, opened.name) : said.title;
    to_read.order = said.order;
    TRY_ASSIGN(KeptConversation one, reading.keep(to_read));
    kept.conversations.push_back(std::move(one));
  }
  return kept;
}

}  // namespace daybook::vault
