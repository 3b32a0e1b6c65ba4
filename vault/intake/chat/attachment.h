#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vault/store/zip_reader.h"

namespace daybook::vault {

/// What became of a file that a message names.
enum class AttachmentState {
  here,        // it is in the ZIP of an export
  text_alone,  // the export is the text alone, which holds no file
  not_there,   // the ZIP has no such file
  unclear,     // the ZIP has several of that name, and nothing says which is meant
  unreadable,  // it is there, encrypted, damaged, or packed in an unknown way
  no_export,   // the export was removed from the record, or is a ZIP that cannot be listed
};
/// The name of each in --json: `not-there`.
std::string_view to_text(AttachmentState state);

/// What a file is, as far as the ending of its name tells. Names can lie, and what is opened is told by its content.
enum class MediaKind { picture, film, sound, document, contact, other };
std::string_view to_text(MediaKind kind);
MediaKind media_kind_of(std::string_view name);

/// The file that a message names.
struct MessageAttachment {
  AttachmentState state = AttachmentState::no_export;
  MediaKind kind = MediaKind::other;
  std::size_t source = 0;  // which of the reading's sources has it
  // Another export of the same conversation has a file of this name, and that of the message is the text alone, or is
  // not there any more.
  bool is_of_other_export = false;
  std::optional<ZipEntry> entry;  // in the ZIP; where it is `here` or `unreadable`
  std::string why;                // it is unreadable
};

}  // namespace daybook::vault
