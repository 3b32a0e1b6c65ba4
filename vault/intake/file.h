#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

struct KeptFile {
  AddOutcome outcome;
  std::uint64_t size = 0;
  std::string media;
  bool changed_while_read = false;  // somebody wrote to it: what was read is kept, and the person is told
};

/// Keeps a file byte for byte, with its name, size, times and type. The file itself is not touched. When the same
/// content is kept already, nothing is added unless `keep_twice`. Any size; constant memory.
Result<KeptFile> keep_file(Record& record, FileSystem& files, const Path& path, const Answers& answers, bool keep_twice,
                           const Progress& progress = {});

/// The same in three parts, so that a large file does not keep the database from short work: reserve_object() on the
/// thread of the database, this on any, keep_stored() on that of the database again.
struct StoredFile {
  StoredContent content;
  Addition addition;
  KeptFile facts;  // without its outcome
};
Result<StoredFile> store_file(Vault& vault, const ReservedObject& reserved, FileSystem& files, const Path& path,
                              const Progress& progress = {});
Result<KeptFile> keep_stored(Record& record, StoredFile file, const Answers& answers, bool keep_twice);

/// Keeps bytes that were never a file, such as a picture from the clipboard, under a name that says where they come
/// from. The type is told by the content.
Result<KeptFile> keep_bytes(Record& record, ByteView bytes, const std::string& name, const Answers& answers);

/// How a file name is shown (UTF-8; what is not becomes U+FFFD), and its bytes where that loses something.
struct ShownName {
  std::string text;
  std::optional<Bytes> bytes;
};
ShownName shown_name(const Path& file_name);

}  // namespace daybook::vault
