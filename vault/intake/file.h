#pragma once

#include "vault/record/record_access.h"

namespace daybook::vault {

// What comes from outside becomes an item here: files (this header), pictures (picture.h), words (words.h). Bytes are
// kept as they are; what they are is told by the content, and what a stranger's file says of itself is read by a process
// without keys (vault/sandbox).

struct KeptFile {
  AddOutcome outcome;
  std::uint64_t size = 0;
  std::string media;
  bool changed_while_read = false;  // somebody wrote to it: what was read is kept, and the person is told
};

/// Keeps a file byte for byte, with its name, size, times and type. The file itself is not touched. When the same
/// content is kept already, nothing is added unless `keep_twice`. Any size; constant memory. Reading and writing happen
/// on the caller's thread; the record is visited twice, briefly, so that a large file keeps nothing short from it.
Result<KeptFile> keep_file(RecordAccess& access, FileSystem& files, const Path& path, const Answers& answers,
                           bool keep_twice, const Progress& progress = {});
Result<KeptFile> keep_file(Record& record, FileSystem& files, const Path& path, const Answers& answers, bool keep_twice,
                           const Progress& progress = {});

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
