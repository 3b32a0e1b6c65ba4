#include "vault/intake/chat/count_attachments.h"

#include <algorithm>
#include <map>

namespace daybook::vault {
namespace {

// A reading that is gone through.
struct OpenReading {
  std::unique_ptr<ByteSource> reading;
  std::vector<ReadingSource> sources;
};

Result<OpenReading> open_reading_of(Record& record, const Conversation& conversation) {
  TRY_ASSIGN(auto reading, record.open_version(conversation.version));
  return OpenReading{std::move(reading), conversation.head.sources};
}

bool share_an_export(const ReadingHead& one, const ReadingHead& other) {
  return std::any_of(one.sources.begin(), one.sources.end(), [&](const ReadingSource& a) {
    return std::any_of(other.sources.begin(), other.sources.end(),
                       [&](const ReadingSource& b) { return a.sha256 == b.sha256; });
  });
}

// The newest readings of the other conversations that rest on the same exports.
Result<std::vector<OpenReading>> open_others(Record& record, const Conversation& one) {
  std::vector<OpenReading> others;
  TRY_ASSIGN(const auto conversations, all_conversations(record));
  for (const ItemNumber number : conversations) {
    if (number == one.number) continue;
    TRY_ASSIGN(const Conversation conversation, open_conversation(record, number));
    if (!share_an_export(conversation.head, one.head)) continue;
    TRY_ASSIGN(OpenReading other, open_reading_of(record, conversation));
    others.push_back(std::move(other));
  }
  return others;
}

class Count {
 public:
  Count(const ConversationMedia& media, const Progress& progress) : m_media(media), m_progress(progress) {
    const auto& sources = media.conversation().head.sources;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (const ChatFiles* files = media.files_of(i)) m_files.try_emplace(sources[i].sha256, *files);
    }
  }

  Result<void> conversation(OpenReading& open) {
    return go_through(open, [&](const ReadMessage& message) {
      if (message.kind == MessageKind::media && message.file.empty()) ++m_counts.left_out;
      if (message.file.empty()) return;
      ++m_counts.named;
      const MessageAttachment attachment = m_media.attachment_of(message);
      // A message may stand in several exports, each with its file.
      for (std::size_t source = 0; source < open.sources.size(); ++source) name(source, open.sources, message);
      if (std::uint64_t* count = count_of(attachment.state)) ++*count;
    });
  }

  // Another conversation, of which only the files matter that it names.
  Result<void> other(OpenReading& open) {
    return go_through(open, [&](const ReadMessage& message) {
      if (!message.file.empty()) name(message.source, open.sources, message);
    });
  }

  AttachmentCounts finish() const {
    AttachmentCounts counts = m_counts;
    for (const auto& [sha256, files] : m_files) counts.unnamed += files.unnamed();
    return counts;
  }

 private:
  template <class Use>
  Result<void> go_through(OpenReading& open, const Use& use) {
    constexpr std::uint64_t kMessagesAtOnce = 1024;
    for (const ReadingSource& source : open.sources) {
      const auto files = m_files.find(source.sha256);
      if (files != m_files.end()) files->second.set_aside(source.entry);
    }
    ReadingLines lines(*open.reading);
    TRY(lines.head());
    for (std::uint64_t messages = 0;; ++messages) {
      if (messages % kMessagesAtOnce == 0 && !goes_on(m_progress, m_done + lines.offset()))
        return Error{ErrorCode::cancelled, ""};
      TRY_ASSIGN(const auto line, lines.next());
      if (!line) break;
      if (const auto* message = std::get_if<ReadMessage>(&*line)) use(*message);
    }
    m_done += open.reading->size();
    return {};
  }

  void name(std::size_t source, const std::vector<ReadingSource>& sources, const ReadMessage& message) {
    if (source >= sources.size()) return;
    const auto files = m_files.find(sources[source].sha256);
    if (files != m_files.end()) files->second.name(message.file, sources[source].entry);
  }

  std::uint64_t* count_of(AttachmentState state) {
    switch (state) {
      case AttachmentState::here:
        return nullptr;
      case AttachmentState::text_alone:
        return &m_counts.of_text_alone;
      case AttachmentState::not_there:
        return &m_counts.not_there;
      case AttachmentState::unclear:
        return &m_counts.unclear;
      case AttachmentState::unreadable:
        return &m_counts.unreadable;
      case AttachmentState::no_export:
        break;
    }
    return &m_counts.without_export;
  }

  const ConversationMedia& m_media;
  const Progress& m_progress;
  std::map<crypto::Sha256Digest, NamedFiles> m_files;  // by the digest of the export
  AttachmentCounts m_counts;
  std::uint64_t m_done = 0;
};

// From message `first` on. 0: there is none.
Result<std::uint64_t> first_without_file(RecordAccess& access, const ConversationMedia& media, std::uint64_t first) {
  constexpr std::size_t kMessagesAtOnce = 256;
  for (;;) {
    TRY_ASSIGN(const auto naming, access.ask([&](Record& record) {
      return marked_messages(record, media.conversation(), MessageMark::attachment, first, kMessagesAtOnce);
    }));
    for (const MarkedMessage& one : naming) {
      if (media.attachment_of(one.message).state != AttachmentState::here) return one.message.number;
    }
    if (naming.size() < kMessagesAtOnce) return std::uint64_t{0};
    first = naming.back().message.number + 1;
  }
}

}  // namespace

Result<AttachmentCounts> count_attachments(RecordAccess& access, const ConversationMedia& media,
                                           const Progress& progress) {
  const Conversation& conversation = media.conversation();
  TRY_ASSIGN(OpenReading own, access.ask([&](Record& record) { return open_reading_of(record, conversation); }));
  TRY_ASSIGN(auto others, access.ask([&](Record& record) { return open_others(record, conversation); }));
  Count count(media, progress);
  TRY(count.conversation(own));
  for (OpenReading& other : others) TRY(count.other(other));
  return count.finish();
}

Result<std::uint64_t> next_without_file(RecordAccess& access, const ConversationMedia& media, std::uint64_t number) {
  TRY_ASSIGN(const std::uint64_t behind, first_without_file(access, media, number + 1));
  return behind > 0 || number == 0 ? Result<std::uint64_t>(behind) : first_without_file(access, media, 1);
}

}  // namespace daybook::vault
