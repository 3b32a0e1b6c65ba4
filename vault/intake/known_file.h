#pragma once

#include "vault/intake/media_facts.h"
#include "vault/intake/picture.h"
#include "vault/record/record_access.h"

namespace daybook::vault {

/// The programs without keys that take strangers' files apart.
struct FileReaders {
  std::optional<PictureReader> pictures;
  std::optional<MediaReader> media;
  /// Those of this build, which lie beside the running program.
  static FileReaders beside_this_program();
};

/// Whether files of this media type may say of themselves when and where they were made: pictures, and films and sounds
/// in the boxes that telephones write.
bool says_of_itself(std::string_view media);

/// What the record is to keep of a file and, of a picture that was drawn, its pixels.
struct NewFile {
  KnownFile known;
  std::optional<ReducedPicture> pixels;
};
/// Reads a file of such a type that was never looked at. No record is touched, so that any thread may wait for the
/// outcome. A picture that cannot be drawn, and a file that says nothing, are outcomes too. Errors are those of the
/// source, `not_found` when the program is missing, and `cancelled` when it took too long. After an error nothing is
/// known, and the file should be read another time.
Result<NewFile> read_new_file(const FileReaders& readers, std::string_view media, ByteSource& source);

/// What is known of a file already that needs no second look.
Result<std::optional<KnownFile>> known_for_good(Record& record, const ContentRef& content);

/// What is known of the file in this version, or nothing when files of its type say nothing of themselves. A file that
/// was never looked at is read, and what is learnt is kept in the record where that can be written. Errors as
/// read_new_file(). After an error the next call reads the file again.
Result<std::optional<KnownFile>> look_at_file(Record& record, const FileReaders& readers, const ItemVersion& version);

/// Reads the files in the newest version of each of these items that were never looked at, and keeps what is learnt. A
/// file that fails is left for another time. The record is not held while a file is read.
void look_at_files(RecordAccess& access, const FileReaders& readers, const std::vector<ItemNumber>& items);

}  // namespace daybook::vault
