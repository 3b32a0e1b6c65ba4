#include "vault/intake/picture.h"

#include <cstring>

#include "vault/intake/small_picture.h"
#include "vault/log/clock.h"
#include "vault/sandbox/one_answer.h"
#include "vault/sandbox/picture_reader/picture_protocol.h"

namespace daybook::vault {
namespace {

constexpr std::chrono::seconds kMostSeconds{10};
static_assert(kReportPictureSide <= sandbox::kMostSide && kSmallPictureSide <= sandbox::kMostThumbnailSide);

// The time that EXIF writes as "2024:06:03 20:15:00", as "2024-06-03T20:15:00", with the offset from UTC behind it
// where there is one. Nothing when it is no time of the calendar.
std::optional<std::string> taken_text(const sandbox::PictureAnswer& answer) {
  std::string text(answer.taken.data(), strnlen(answer.taken.data(), answer.taken.size()));
  if (text.size() != 19 || text[4] != ':' || text[7] != ':' || text[10] != ' ') return std::nullopt;
  text[4] = text[7] = '-';
  text[10] = 'T';
  if (!parse_utc(text + "Z")) return std::nullopt;
  const std::string offset(answer.taken_offset.data(), strnlen(answer.taken_offset.data(), answer.taken_offset.size()));
  const bool is_offset = offset.size() == 6 && (offset[0] == '+' || offset[0] == '-') && offset[3] == ':' &&
                         offset.find_first_not_of("0123456789", 1) == 3 &&
                         offset.find_first_not_of("0123456789", 4) == std::string::npos;
  return is_offset ? text + offset : text;
}

}  // namespace

PictureReader PictureReader::beside_this_program() {
  return PictureReader(sandbox::program_beside_this_one("picture-reader"));
}

Result<ReducedPicture> PictureReader::read(ByteSource& source, std::uint32_t most_side) const {
  DAYBOOK_ASSERT(most_side >= 1 && most_side <= sandbox::kMostSide);
  const Error not_shown{ErrorCode::unsupported, "it cannot be shown"};
  if (source.size() > sandbox::kMostPictureBytes) return Error{ErrorCode::too_large, "picture"};
  if (source.size() == 0) return not_shown;
  const std::size_t most_bytes = sandbox::kPixelsOffset + std::size_t{4} * most_side * most_side;
  TRY_ASSIGN(const Bytes output,
             sandbox::ask_once(m_program, source, {kMostSeconds, most_bytes}, {std::to_string(most_side)}));
  if (output.size() < sandbox::kPixelsOffset) return not_shown;
  sandbox::PictureAnswer answer;
  std::memcpy(&answer, output.data(), sizeof answer);
  // The picture may have taken over the picture-reader, so no number from there may do harm.
  const bool is_sane =
      answer.magic == sandbox::kAnswerMagic && answer.shown_width >= 1 && answer.shown_height >= 1 &&
      answer.shown_width <= most_side && answer.shown_height <= most_side && answer.width >= 1 && answer.height >= 1 &&
      std::uint64_t{answer.width} * answer.height <= sandbox::kMostPixels &&
      output.size() == sandbox::kPixelsOffset + std::size_t{4} * answer.shown_width * answer.shown_height;
  if (!is_sane) return not_shown;
  ReducedPicture picture;
  picture.facts = {answer.width, answer.height, taken_text(answer), std::nullopt};
  const bool is_place = answer.has_place == 1 && std::abs(std::int64_t{answer.latitude}) <= 900'000'000 &&
                        std::abs(std::int64_t{answer.longitude}) <= 1'800'000'000;
  if (is_place) picture.facts.place = PictureFacts::Place{answer.latitude / 1e7, answer.longitude / 1e7};
  picture.width = answer.shown_width;
  picture.height = answer.shown_height;
  const auto begin = output.begin() + static_cast<std::ptrdiff_t>(sandbox::kPixelsOffset);
  picture.rgba.assign(begin, begin + static_cast<std::ptrdiff_t>(std::size_t{picture.width} * picture.height * 4));
  return picture;
}

Result<NewPicture> read_new_picture(const PictureReader& reader, ByteSource& source) {
  NewPicture read;
  auto picture = reader.read(source);
  if (picture) {
    read.known.facts = picture->facts;
    read.known.small = encode_small_picture(*picture);
    read.pixels = std::move(*picture);
  } else if (picture.error().code != ErrorCode::unsupported && picture.error().code != ErrorCode::too_large) {
    return picture.error();
  }
  return read;
}

namespace {

// A picture to look at. `known` is there when it was looked at before, and `source` when it was not.
struct Unread {
  std::optional<KnownPicture> known;
  ContentRef content;
  std::unique_ptr<ByteSource> source;
};

Result<Unread> find_picture(Record& record, const ItemVersion& version) {
  Unread found;
  found.content = version.content;
  if (shown_as(ItemKind::file, version.media) != ShownAs::picture) return found;
  TRY_ASSIGN(found.known, record.picture(version.content));
  if (found.known) return found;
  TRY_ASSIGN(found.source, record.open_version(version));
  return found;
}

Result<std::optional<KnownPicture>> read_and_keep(RecordAccess& access, const PictureReader& reader, Unread found) {
  if (found.source == nullptr) return std::move(found.known);
  TRY_ASSIGN(NewPicture read, read_new_picture(reader, *found.source));
  // An error of the record is passed over, because a picture can be looked at with a full disk too.
  (void)access.run([&](Record& record) { return record.keep_picture(found.content, read.known); });
  return std::optional(std::move(read.known));
}

}  // namespace

Result<std::optional<KnownPicture>> look_at_picture(Record& record, const PictureReader& reader,
                                                    const ItemVersion& version) {
  TRY_ASSIGN(Unread found, find_picture(record, version));
  OwnRecord access(record);
  return read_and_keep(access, reader, std::move(found));
}

void look_at_pictures(RecordAccess& access, const PictureReader& reader, const std::vector<ItemNumber>& items) {
  for (const ItemNumber number : items) {
    auto found = access.ask([number](Record& record) -> Result<Unread> {
      TRY_ASSIGN(const Item item, record.item(number));
      if (item.removed) return Unread();
      return find_picture(record, item.newest());
    });
    if (found) (void)read_and_keep(access, reader, std::move(*found));
  }
}

}  // namespace daybook::vault
