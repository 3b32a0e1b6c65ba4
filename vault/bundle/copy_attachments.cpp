#include "vault/bundle/copy_attachments.h"

#include "vault/intake/chat/chat_files.h"
#include "vault/record/messages_of_runs.h"

namespace daybook::vault {
namespace {

// The files of a copy that came out of the exports of a conversation.
class FilesOfExports {
 public:
  FilesOfExports(const ReadingHead& head, const std::vector<CopyItem>& items) : m_head(head) {
    std::map<crypto::Sha256Digest, std::vector<ZipEntry>> entries;
    for (const ReadingSource& source : head.sources) entries[source.sha256];
    for (const CopyItem& item : items) {
      const auto& out_of = item.newest().version.out_of;
      const auto its_export = out_of ? entries.find(out_of->sha256) : entries.end();
      if (its_export == entries.end()) continue;
      its_export->second.emplace_back().name = out_of->entry;
      m_numbers[out_of->sha256].push_back(item.item.number);
    }
    for (auto& [sha256, numbers] : m_numbers) m_files.emplace(sha256, entries[sha256]);
  }
  bool empty() const { return m_files.empty(); }

  // The file that a message names: out of its own export, or out of another where its own is a text without files.
  std::optional<ItemNumber> named_by(const ReadMessage& message) const {
    if (message.file.empty() || message.source >= m_head.sources.size()) return std::nullopt;
    const ReadingSource& own = m_head.sources[message.source];
    if (!own.entry.empty()) return in_export(own.sha256, message.file, own.entry);
    for (const ReadingSource& other : m_head.sources) {
      if (const auto found = in_export(other.sha256, message.file, other.entry)) return found;
    }
    return std::nullopt;
  }

 private:
  std::optional<ItemNumber> in_export(const crypto::Sha256Digest& sha256, const std::string& name,
                                      const std::string& entry) const {
    const auto files = m_files.find(sha256);
    if (files == m_files.end()) return std::nullopt;
    const ChatFiles::Found found = files->second.find(name, entry);
    if (found.match != ChatFiles::Match::one) return std::nullopt;
    return m_numbers.at(sha256)[found.place];
  }

  const ReadingHead& m_head;
  std::map<crypto::Sha256Digest, ChatFiles> m_files;
  std::map<crypto::Sha256Digest, std::vector<ItemNumber>> m_numbers;  // in the order of its files
};

}  // namespace

Result<void> add_attachments(Record& record, CopyItem& copy, const Conversation& conversation,
                             std::vector<CopyItem>& items) {
  const FilesOfExports files(conversation.head, items);
  if (files.empty()) return {};
  const std::vector<MessageRun> all{{1, conversation.outline.messages}};
  std::map<ItemNumber, std::vector<MessageRun>> naming;
  TRY(each_message_of(record, conversation, copy.part ? copy.part->runs : all,
                      [&](const ReadMessage& message) -> Result<bool> {
                        if (const auto file = files.named_by(message)) {
                          copy.attached[message.number] = *file;
                          naming[*file].push_back({message.number, message.number});
                        }
                        return true;
                      }));
  for (CopyItem& file : items) {
    const auto runs = naming.find(file.item.number);
    if (runs == naming.end()) continue;
    TRY_ASSIGN(file.sent, times_of(record, conversation, runs->second));
  }
  return {};
}

}  // namespace daybook::vault
