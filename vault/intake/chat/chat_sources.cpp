#include "vault/intake/chat/chat_sources.h"

namespace daybook::vault {
namespace {

Result<std::unique_ptr<ByteSource>> open_entry(ByteSource& archive, const std::string& name,
                                               const ArchiveReader& archives) {
  TRY_ASSIGN(const ArchiveList list, archives.list(archive));
  for (const ZipEntry& entry : list.entries) {
    if (entry.name == name) return archives.open(archive, entry);
  }
  return Error{ErrorCode::damaged, "the export of a conversation"};
}

}  // namespace

Result<ChatSources> ChatSources::open(Record& record, const ReadingHead& head, const ArchiveReader& archives) {
  ChatSources sources;
  for (const ReadingSource& source : head.sources) {
    TRY_ASSIGN(const auto content, find_content(record.vault(), source.sha256));
    if (!content)
      return Error{ErrorCode::not_found, "the export that the conversation was read from; keep the same file again"};
    TRY_ASSIGN(auto bytes, open_content(record.vault(), *content));
    std::unique_ptr<ByteSource> text;
    if (!source.entry.empty()) {
      TRY_ASSIGN(text, open_entry(*bytes, source.entry, archives));
    }
    sources.m_exports.push_back(std::move(bytes));
    sources.m_entries.push_back(std::move(text));
  }
  return sources;
}

Result<OpenedReading> open_reading(Record& record, const ItemVersion& version) {
  OpenedReading opened;
  TRY_ASSIGN(opened.reading, record.open_version(version));
  ReadingLines lines(*opened.reading);
  auto head = lines.head();
  if (!head) return Error{ErrorCode::damaged, "reading"};
  opened.head = std::move(*head);
  opened.id = lines.id();
  TRY_ASSIGN(opened.sources, ChatSources::open(record, opened.head));
  return opened;
}

std::vector<ByteSource*> ChatSources::all() const {
  std::vector<ByteSource*> all;
  for (std::size_t i = 0; i < m_exports.size(); ++i)
    all.push_back(m_entries[i] != nullptr ? m_entries[i].get() : m_exports[i].get());
  return all;
}

}  // namespace daybook::vault
