#include "vault/intake/known_file.h"

#include "vault/intake/small_picture.h"

namespace daybook::vault {
namespace {

bool is_picture(std::string_view media) { return shown_as(ItemKind::file, media) == ShownAs::picture; }

// Asks for the facts of a picture that was not drawn. Where drawing took too long it may go well another time, which is
// kept in mind: what the picture holds must not wait for that.
Result<NewFile> read_undrawn(const PictureReader& reader, ByteSource& source, bool took_too_long) {
  NewFile read;
  auto facts = reader.facts(source);
  const bool is_outcome = facts || (facts.error().code == ErrorCode::unsupported && !took_too_long);
  if (!is_outcome) return facts.error();
  if (facts) {
    if (took_too_long && facts->drawn == Drawn::damaged) facts->drawn = Drawn::not_yet;
    read.known.facts = std::move(*facts);
  }
  return read;
}

Result<NewFile> read_picture(const PictureReader& reader, ByteSource& source) {
  NewFile read;
  auto picture = reader.read(source);
  if (!picture) {
    const ErrorCode code = picture.error().code;
    if (code == ErrorCode::too_large) return read;
    if (code != ErrorCode::unsupported && code != ErrorCode::cancelled) return picture.error();
    return read_undrawn(reader, source, code == ErrorCode::cancelled);
  }
  read.known.facts = picture->facts;
  read.known.small = encode_small_picture(*picture);
  read.pixels = std::move(*picture);
  return read;
}

Result<NewFile> read_film(const MediaReader& reader, ByteSource& source) {
  NewFile read;
  auto facts = reader.read(source);
  if (facts)
    read.known.facts = std::move(facts->says);
  else if (facts.error().code != ErrorCode::unsupported && facts.error().code != ErrorCode::too_large)
    return facts.error();
  return read;
}

// A file to look at. `known` is there when it was looked at before, and `source` when it was not.
struct Unread {
  std::optional<KnownFile> known;
  ContentRef content;
  std::string media;
  std::unique_ptr<ByteSource> source;
};

Result<Unread> find_file(Record& record, const ItemVersion& version) {
  Unread found;
  found.content = version.content;
  found.media = version.media;
  if (!says_of_itself(version.media)) return found;
  TRY_ASSIGN(found.known, known_for_good(record, version.content));
  if (found.known) return found;
  TRY_ASSIGN(found.source, record.open_version(version));
  return found;
}

Result<std::optional<KnownFile>> read_and_keep(RecordAccess& access, const FileReaders& readers, Unread found) {
  if (found.source == nullptr) return std::move(found.known);
  TRY_ASSIGN(NewFile read, read_new_file(readers, found.media, *found.source));
  // An error of the record is passed over, because a file can be looked at with a full disk too.
  (void)access.run([&](Record& record) { return record.keep_known_file(found.content, read.known); });
  return std::optional(std::move(read.known));
}

}  // namespace

FileReaders FileReaders::beside_this_program() {
  return {PictureReader::beside_this_program(), MediaReader::beside_this_program()};
}

bool says_of_itself(std::string_view media) {
  return is_picture(media) || media.starts_with("video/") || media == "audio/mp4" || media == "audio/x-m4a" ||
         media == "audio/3gpp";
}

Result<NewFile> read_new_file(const FileReaders& readers, std::string_view media, ByteSource& source) {
  const Error missing{ErrorCode::not_found, "a program that reads files"};
  if (is_picture(media)) return readers.pictures ? read_picture(*readers.pictures, source) : missing;
  return readers.media ? read_film(*readers.media, source) : missing;
}

Result<std::optional<KnownFile>> known_for_good(Record& record, const ContentRef& content) {
  TRY_ASSIGN(auto known, record.known_file(content));
  if (known && known->facts && known->facts->drawn == Drawn::not_yet) return std::optional<KnownFile>();
  return known;
}

Result<std::optional<KnownFile>> look_at_file(Record& record, const FileReaders& readers, const ItemVersion& version) {
  TRY_ASSIGN(Unread found, find_file(record, version));
  OwnRecord access(record);
  return read_and_keep(access, readers, std::move(found));
}

void look_at_files(RecordAccess& access, const FileReaders& readers, const std::vector<ItemNumber>& items) {
  for (const ItemNumber number : items) {
    auto found = access.ask([number](Record& record) -> Result<Unread> {
      TRY_ASSIGN(const Item item, record.item(number));
      if (item.removed) return Unread();
      return find_file(record, item.newest());
    });
    if (found) (void)read_and_keep(access, readers, std::move(*found));
  }
}

}  // namespace daybook::vault
