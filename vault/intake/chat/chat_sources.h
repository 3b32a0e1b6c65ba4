#pragma once

#include "vault/intake/archive.h"
#include "vault/record/reading.h"
#include "vault/record/record.h"

namespace daybook::vault {

/// The bytes that a reading was made of, as the record has them.
class ChatSources {
 public:
  /// Opens every source of a reading by the digest of its export, because salvage and restore give exports other
  /// numbers. `not_found` where an export was removed from the record, `damaged` where a ZIP does not have the entry
  /// any more; else the errors of the record and of `archives`. The record must outlive the result, which other threads
  /// may read.
  static Result<ChatSources> open(Record& record, const ReadingHead& head,
                                  const ArchiveReader& archives = ArchiveReader::beside_this_program());

  /// In the order of the head.
  std::vector<ByteSource*> all() const;

 private:
  std::vector<std::unique_ptr<ByteSource>> m_exports;
  std::vector<std::unique_ptr<ByteSource>> m_entries;  // null where the export is the text itself
};

/// A reading that was opened, with its sources.
struct OpenedReading {
  std::unique_ptr<ByteSource> reading;
  ReadingHead head;
  ReadingId id{};
  ChatSources sources;
};
/// Opens the reading that a version of a conversation is. Errors as ChatSources::open(), and `damaged` where it is
/// none.
Result<OpenedReading> open_reading(Record& record, const ItemVersion& version);

}  // namespace daybook::vault
