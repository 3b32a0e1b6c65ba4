#include "vault/bundle/copy_attachments.h"

#include <algorithm>

#include "vault/intake/chat/message_media.h"
#include "vault/record/kept_attachments.h"
#include "vault/record/messages_of_runs.h"

namespace daybook::vault {
namespace {

// A file of a copy that came out of an export of the conversation.
struct FileOfExport {
  ItemNumber item{};
  OutOfExport out_of;
};

Result<std::vector<FileOfExport>> files_of_exports(Record& record, const ReadingHead& head,
                                                   const std::vector<ItemNumber>& items) {
  std::vector<FileOfExport> files;
  for (const ItemNumber number : items) {
    TRY_ASSIGN(const Item item, record.item(number));
    const auto& out_of = item.newest().out_of;
    const bool is_of_these = out_of && std::any_of(head.sources.begin(), head.sources.end(),
                                                   [&](const auto& source) { return source.sha256 == out_of->sha256; });
    if (is_of_these) files.push_back({number, *out_of});
  }
  return files;
}

ChatFiles names_of(const std::vector<FileOfExport>& files) {
  std::vector<ZipEntry> entries;
  for (const FileOfExport& file : files) entries.emplace_back().name = file.out_of.entry;
  return ChatFiles(entries);
}

NamedFile named_file(const ReadMessage& message, const ConversationMedia& media, const std::vector<FileOfExport>& files,
                     const ChatFiles& names) {
  const std::vector<ReadingSource>& sources = media.conversation().head.sources;
  const MessageAttachment attachment = media.attachment_of(message);
  // Two telephones number their pictures each for itself. So a file of another export may be another picture.
  const bool is_certain =
      attachment.state == AttachmentState::here && !attachment.is_of_other_export && attachment.why.empty();
  if (!is_certain) return {std::nullopt, names.find(message.file, "").match != ChatFiles::Match::none};
  const OutOfExport wanted{sources[attachment.source].sha256, attachment.entry->name};
  const auto file = std::find_if(files.begin(), files.end(), [&](const auto& one) { return one.out_of == wanted; });
  return file == files.end() ? NamedFile{} : NamedFile{file->item};
}

}  // namespace

Result<FilesNamed> files_named(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs,
                               const std::vector<ItemNumber>& items, const ArchiveReader& archives) {
  TRY_ASSIGN(const auto files, files_of_exports(record, conversation.head, items));
  std::optional<ConversationMedia> media;  // opened where there is something to find
  if (!files.empty()) {
    OwnRecord access(record);
    TRY_ASSIGN(media, ConversationMedia::open(access, conversation.number, archives));
  }
  const ChatFiles names = names_of(files);
  FilesNamed named;
  TRY(each_message_of(record, conversation, runs, [&](const ReadMessage& message) -> Result<bool> {
    if (!message.file.empty()) named[message.number] = media ? named_file(message, *media, files, names) : NamedFile{};
    return true;
  }));
  return named;
}

Result<FilesOfPart> files_of_part(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs,
                                  const std::set<ItemNumber>& chosen, const ArchiveReader& archives) {
  TRY_ASSIGN(const auto kept, items_out_of_exports(record));
  TRY_ASSIGN(const FilesNamed named, files_named(record, conversation, runs, kept, archives));
  FilesOfPart files;
  for (const auto& [message, file] : named) {
    const bool goes_along = file.item && chosen.contains(*file.item);
    if (!goes_along) ++files.messages_without;
    if (file.item) (goes_along ? files.along : files.kept).insert(*file.item);
  }
  return files;
}

Result<void> add_attachments(Record& record, CopyItem& copy, const Conversation& conversation,
                             std::vector<CopyItem>& items) {
  std::vector<ItemNumber> out_of_exports;
  for (const CopyItem& item : items) {
    if (item.newest().version.out_of) out_of_exports.push_back(item.item.number);
  }
  // With all of a conversation goes its export, and with that each file that it has.
  if (!copy.part && out_of_exports.empty()) return {};
  const std::vector<MessageRun> all{{1, conversation.outline.messages}};
  TRY_ASSIGN(copy.attached, files_named(record, conversation, copy.part ? copy.part->runs : all, out_of_exports));
  std::map<ItemNumber, std::vector<MessageRun>> naming;
  for (const auto& [message, file] : copy.attached) {
    if (file.item) naming[*file.item].push_back({message, message});
  }
  for (CopyItem& file : items) {
    const auto runs = naming.find(file.item.number);
    if (runs == naming.end()) continue;
    TRY_ASSIGN(file.sent, times_of(record, conversation, runs->second));
  }
  return {};
}

}  // namespace daybook::vault
