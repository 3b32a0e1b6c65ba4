#pragma once

#include "vault/record/record_access.h"

namespace daybook::vault {

// What comes from outside becomes an item in this folder: files (file.h), words (words.h), and what pictures say and
// show (picture.h). Bytes are kept as they are. The content tells their type, and what a stranger's file says of itself
// is read by a process without keys (vault/sandbox).

struct KeptFile {
  AddOutcome outcome;
  std::uint64_t size = 0;           // bytes that were kept
  std::string media;                // as media_type_of() has it
  FileStamp stamp{};                // of the file when it had been read
  bool changed_while_read = false;  // somebody wrote to the file: what was read is kept, and the person is told
};

/// Keeps a file byte for byte, of any size in constant memory, with its name, size, times and type. The file itself is
/// not touched. When the same content is kept already, nothing is added unless `keep_twice`. Reading and writing happen
/// on the caller's thread. The record is visited twice, briefly, so that a large file does not keep others from it.
/// `unsupported` for a folder, for all else that is no ordinary file, and for a file of the record itself, `cancelled`
/// when `progress` answers false.
Result<KeptFile> keep_file(RecordAccess& access, FileSystem& files, const Path& path, const Answers& answers,
                           bool keep_twice, const Progress& progress = {});
/// Keeps a file in a record that the caller's thread has to itself.
Result<KeptFile> keep_file(Record& record, FileSystem& files, const Path& path, const Answers& answers, bool keep_twice,
                           const Progress& progress = {});

/// Keeps bytes that were never a file, such as a picture from the clipboard, under a name that says where they come
/// from. When the same content is kept already, nothing is added.
Result<KeptFile> keep_bytes(Record& record, ByteView bytes, const std::string& name, const Answers& answers);

/// A file name as it is shown.
struct ShownName {
  std::string text;            // UTF-8, with U+FFFD for every byte of the name that is no UTF-8
  std::optional<Bytes> bytes;  // the name itself, where it is no UTF-8 and `text` lost something
};
ShownName shown_name(const Path& file_name);

}  // namespace daybook::vault
