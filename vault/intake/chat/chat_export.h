#pragma once

#include <memory>
#include <string>
#include <vector>

#include "crypto/hash.h"
#include "vault/intake/archive.h"

namespace daybook::vault {

/// A text in which a conversation stands.
struct ChatText {
  std::string entry;       // its name in the ZIP, in UTF-8; empty where the export is the text itself
  std::uint64_t size = 0;  // bytes
  crypto::Sha256Digest sha256{};
  /// Its bytes, which read_whatsapp() may read as often as it wants.
  std::unique_ptr<ByteSource> source;
};

/// The export of a chat of WhatsApp: its text, or a ZIP of the text and what was attached. In a ZIP every name in .txt
/// is looked into, whatever the language of the name is. Each that begins as an export does is a conversation, unless
/// another entry has its name: a reading names its text by that alone, and nobody could say which is meant.
class ChatExport {
 public:
  /// Where nothing in a ZIP is the text of a chat: `unsupported`, or why what could be one cannot be read. Else the
  /// errors of ArchiveReader, also where more than ten names in .txt cannot be read, and `too_large` over 1,000 of
  /// them. A plain text is not judged here, except that `unsupported` is said of one in UTF-16: a reading counts the
  /// bytes of its source, and in UTF-8 they would be others. `source` must outlive the export.
  static Result<ChatExport> open(ByteSource& source, ArchiveReader reader);

  bool is_zip() const { return m_is_zip; }
  std::size_t text_count() const { return m_texts.size(); }
  const std::string& entry_of(std::size_t text) const { return m_texts[text].name; }
  /// One of the texts, which is read once for its digest. Fails as reading does, so that what comes then is whole.
  Result<ChatText> text(std::size_t index);

  /// The other files in the ZIP, in the order in which they lie in it. Those with a reason in `unreadable` cannot be
  /// opened.
  const std::vector<ZipEntry>& files() const { return m_files; }
  /// The content of one of them, read forward (archive.h).
  std::unique_ptr<ByteSource> open_file(std::size_t index) { return m_reader.open(m_source, m_files[index]); }

  /// What could be the text of a chat and cannot be read. The name is the entry.
  struct Unread {
    std::string entry;
    Error why;
  };
  const std::vector<Unread>& unread() const { return m_unread; }
  /// What is wrong with the ZIP beside that, the first of `fault_count`. What it names is in no list here, or may be
  /// another thing to another program.
  const std::vector<ZipFault>& faults() const { return m_faults; }
  std::uint64_t fault_count() const { return m_fault_count; }

  /// The most bytes of a text that is read.
  static constexpr std::uint64_t kMostOfText = std::uint64_t{2} << 30;

 private:
  ChatExport(ByteSource& source, ArchiveReader reader) : m_source(source), m_reader(std::move(reader)) {}
  Result<void> look_into_zip();
  Result<void> look_into(ZipEntry entry, bool is_doubled);

  ByteSource& m_source;
  ArchiveReader m_reader;
  bool m_is_zip = false;
  std::vector<ZipEntry> m_texts, m_files;
  std::vector<Unread> m_unread;
  std::vector<ZipFault> m_faults;
  std::uint64_t m_fault_count = 0;
};

}  // namespace daybook::vault
