#include "vault/bundle/copy_attachments.h"

#include <algorithm>

#include "vault/intake/chat/chat_files.h"
#include "vault/record/messages_of_runs.h"

namespace daybook::vault {
namespace {

std::string_view folder_of(std::string_view entry) { return entry.substr(0, entry.rfind('/') + 1); }

// The files of a copy that came out of the exports of a conversation. What else lay in the ZIPs is not known here.
class FilesOfExports {
 public:
  explicit FilesOfExports(const ReadingHead& head) : m_head(head) {
    for (const ReadingSource& source : head.sources) {
      if (!source.entry.empty()) m_zips[source.sha256] = &source;
    }
  }
  void add(const Item& item) {
    const auto& out_of = item.newest().out_of;
    if (out_of && m_zips.contains(out_of->sha256)) m_files[out_of->sha256].push_back({item.number, out_of->entry});
  }
  // To be called once all were added.
  void list_names() {
    for (const auto& [sha256, files] : m_files) {
      std::vector<ZipEntry> entries;
      for (const File& file : files) entries.emplace_back().name = file.entry;
      m_names.emplace(sha256, entries);
    }
  }

  // Adds what is certain of the file that a message names.
  void look_up(const ReadMessage& message, FilesNamed& named) const {
    const ReadingSource* source = zip_of(message);
    if (source == nullptr) {
      // Whichever of the exports has the file: where nothing came out of any of them, it is not in the copy.
      if (m_files.empty()) named[message.number];
      return;
    }
    const auto files = m_files.find(source->sha256);
    if (files == m_files.end()) {
      named[message.number];
      return;
    }
    const auto same = std::find_if(files->second.begin(), files->second.end(), [&](const File& file) {
      return file.entry == std::string(folder_of(source->entry)) + message.file;
    });
    if (same != files->second.end())
      named[message.number] = same->item;
    else if (m_names.at(source->sha256).find(message.file, source->entry).match == ChatFiles::Match::none)
      named[message.number];
  }

 private:
  struct File {
    ItemNumber item{};
    std::string entry;
  };

  // The source in whose ZIP the file of a message is looked for: its own, or the only one there is where its own is a
  // text without files. Null where that is not certain.
  const ReadingSource* zip_of(const ReadMessage& message) const {
    if (message.source >= m_head.sources.size()) return nullptr;
    const ReadingSource& own = m_head.sources[message.source];
    if (!own.entry.empty()) return &own;
    return m_zips.size() == 1 ? m_zips.begin()->second : nullptr;
  }

  const ReadingHead& m_head;
  std::map<crypto::Sha256Digest, const ReadingSource*> m_zips;
  std::map<crypto::Sha256Digest, std::vector<File>> m_files;
  std::map<crypto::Sha256Digest, ChatFiles> m_names;  // of m_files
};

}  // namespace

Result<FilesNamed> files_named(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs,
                               const std::vector<ItemNumber>& items) {
  FilesOfExports files(conversation.head);
  for (const ItemNumber number : items) {
    TRY_ASSIGN(const Item item, record.item(number));
    files.add(item);
  }
  files.list_names();
  FilesNamed named;
  TRY(each_message_of(record, conversation, runs, [&](const ReadMessage& message) -> Result<bool> {
    if (!message.file.empty()) files.look_up(message, named);
    return true;
  }));
  return named;
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
    if (file) naming[*file].push_back({message, message});
  }
  for (CopyItem& file : items) {
    const auto runs = naming.find(file.item.number);
    if (runs == naming.end()) continue;
    TRY_ASSIGN(file.sent, times_of(record, conversation, runs->second));
  }
  return {};
}

}  // namespace daybook::vault
