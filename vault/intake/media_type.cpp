#include "vault/intake/media_type.h"

#include <algorithm>
#include <optional>

#include "crypto/big_endian.h"
#include "vault/intake/text_encoding.h"
#include "vault/record/item.h"

namespace daybook::vault {
namespace {

struct Mark {
  std::size_t offset;
  std::string_view bytes;
  const char* media_type;
};

using namespace std::string_view_literals;

// Formats that are text throughout. Any other text that begins with a mark, such as "BMW outside again", is a text.
constexpr Mark kMarksOfTexts[] = {
    {0, "%PDF-1."sv, "application/pdf"},
    {0, "%PDF-2."sv, "application/pdf"},
    {0, "{\\rtf1"sv, "application/rtf"},
    {0, "age-encryption.org/v1\n"sv, "application/age"},
};

// Marks at fixed places of a file's beginning. The first that fits counts, so a special one stands before a general
// one.
constexpr Mark kMarks[] = {
    {0, "\xff\xd8\xff"sv, "image/jpeg"},
    {0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    {0, "GIF87a"sv, "image/gif"},
    {0, "GIF89a"sv, "image/gif"},
    {0, "II*\0"sv, "image/tiff"},
    {0, "MM\0*"sv, "image/tiff"},
    {0, "%PDF-"sv, "application/pdf"},
    {0, "#!AMR"sv, "audio/amr"},
    {0, "fLaC"sv, "audio/flac"},
    {28, "OpusHead"sv, "audio/opus"},
    {0, "OggS"sv, "audio/ogg"},
    {0, "FLV\x01"sv, "video/x-flv"},
    {0, "\0\0\x01\xba"sv, "video/mpeg"},
    {0, "\0\0\x01\xb3"sv, "video/mpeg"},
    {0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"sv, "video/x-ms-asf"},
    {0, "\x1f\x8b"sv, "application/gzip"},
    {0, "7z\xbc\xaf\x27\x1c"sv, "application/x-7z-compressed"},
    {0, "Rar!\x1a\x07"sv, "application/vnd.rar"},
    {0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "application/x-ole-storage"},
    {0, "{\\rtf"sv, "application/rtf"},
    {0, "SQLite format 3\0"sv, "application/vnd.sqlite3"},
    {0, "age-encryption.org/"sv, "application/age"},
};

constexpr const char* kUtf16Text = "text/plain; charset=utf-16";
// What a charset is called of which nothing more is known (RFC 1428, section 4).
constexpr const char* kTextOfUnknownLetters = "text/plain; charset=unknown-8bit";
constexpr const char* kWordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr const char* kSpreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr const char* kPresentation = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

bool has(ByteView beginning, const Mark& mark) {
  return beginning.size() >= mark.offset + mark.bytes.size() &&
         equal_bytes(beginning.subspan(mark.offset, mark.bytes.size()), as_bytes(mark.bytes));
}

template <std::size_t Count>
std::optional<std::string> type_by(const Mark (&marks)[Count], ByteView beginning) {
  for (const Mark& mark : marks) {
    if (has(beginning, mark)) return mark.media_type;
  }
  return std::nullopt;
}

// A RIFF file names its form after the size (RIFF, and RFC 9649 for WebP).
std::optional<std::string> riff_type(ByteView beginning) {
  if (!has(beginning, {0, "RIFF", ""})) return std::nullopt;
  constexpr Mark kForms[] = {{8, "WEBP", "image/webp"}, {8, "WAVE", "audio/wav"}, {8, "AVI ", "video/x-msvideo"}};
  return type_by(kForms, beginning);
}

// A bitmap has one of the few sizes of header that there ever were, and four bytes of zeros before.
std::optional<std::string> bitmap_type(ByteView beginning) {
  constexpr std::uint64_t kHeaderSizes[] = {12, 16, 40, 52, 56, 64, 108, 124};
  if (!has(beginning, {0, "BM", ""}) || beginning.size() < 18 || big_endian(beginning, 6, 4) != 0) return std::nullopt;
  const std::uint64_t size = load_little_endian<4>(beginning.subspan(14));
  const bool is_known = std::find(std::begin(kHeaderSizes), std::end(kHeaderSizes), size) != std::end(kHeaderSizes);
  return is_known ? std::optional<std::string>("image/bmp") : std::nullopt;
}

// Sound in frames, after a tag (ID3v2, 3.1) or at once: MPEG audio (ISO/IEC 11172-3, 2.4.1.3) or ADTS (ISO/IEC 13818-7,
// 6.2).
std::optional<std::string> sound_type(ByteView beginning) {
  if (beginning.size() >= 10 && has(beginning, {0, "ID3", ""})) {
    const bool is_tag = beginning[3] < 0xff && beginning[4] < 0xff && (big_endian(beginning, 6, 4) & 0x80808080) == 0;
    return is_tag ? std::optional<std::string>("audio/mpeg") : std::nullopt;
  }
  if (beginning.size() < 4 || beginning[0] != 0xff) return std::nullopt;
  const std::uint8_t second = beginning[1], third = beginning[2];
  if ((second & 0xf6) == 0xf0 && (third >> 2 & 0x0f) < 13) return "audio/aac";
  const bool is_mpeg = (second & 0xe0) == 0xe0 && (second >> 3 & 3) != 1 && (second >> 1 & 3) != 0 &&
                       (third >> 4) != 15 && (third >> 4) != 0 && (third >> 2 & 3) != 3;
  return is_mpeg ? std::optional<std::string>("audio/mpeg") : std::nullopt;
}

// An EBML file says in its head which of the two it is (RFC 9559, 5.1; WebM is the narrower one).
std::optional<std::string> matroska_type(ByteView beginning) {
  constexpr std::size_t kHead = 64;
  if (!has(beginning, {0, "\x1a\x45\xdf\xa3", ""})) return std::nullopt;
  const std::string_view head = as_text(beginning.first(std::min(kHead, beginning.size())));
  return head.find("matroska") != std::string_view::npos ? "video/x-matroska" : "video/webm";
}

// A film in boxes (ISO/IEC 14496-12, 4.2): the first box has a size and a name, and the oldest ones do not say what
// they are but begin with what they hold.
std::optional<std::string> film_type(ByteView beginning) {
  constexpr std::uint64_t kMostOfFirstBox = 4096;
  if (beginning.size() < 8) return std::nullopt;
  const std::uint64_t size = big_endian(beginning, 0, 4);
  const bool is_sane = size >= 8 && size <= kMostOfFirstBox && size % 4 == 0;
  if (has(beginning, {4, "ftyp", ""}) && is_sane) {
    constexpr Mark kBrands[] = {{8, "M4A ", "audio/mp4"},
                                {8, "M4B ", "audio/mp4"},
                                {8, "qt  ", "video/quicktime"},
                                {8, "3g2", "video/3gpp2"},
                                {8, "3gp", "video/3gpp"}};
    return type_by(kBrands, beginning).value_or("video/mp4");
  }
  constexpr Mark kOldBoxes[] = {{4, "moov", "video/quicktime"}, {4, "mdat", "video/quicktime"},
                                {4, "wide", "video/quicktime"}, {4, "pnot", "video/quicktime"},
                                {4, "skip", "video/quicktime"}, {4, "free", "video/quicktime"}};
  return size >= 8 || size <= 1 ? type_by(kOldBoxes, beginning) : std::nullopt;
}

// Office documents are archives. Those of ODF and EPUB begin with their type (OpenDocument 1.3, part 2, 3.3); of those
// of Office the folder tells in which their text lies.
std::optional<std::string> archive_type(ByteView beginning) {
  if (!has(beginning, {0, "PK\x03\x04", ""}) && !has(beginning, {0, "PK\x05\x06", ""})) return std::nullopt;
  const std::string_view text = as_text(beginning);
  constexpr std::size_t kName = 30;
  if (text.substr(std::min(kName, text.size())).starts_with("mimetype")) {
    for (const char* type :
         {"application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation", "application/epub+zip"}) {
      const std::string with_next = std::string(type) + "PK";
      if (text.substr(0, 256).find(with_next) != std::string_view::npos) return type;
    }
  }
  if (text.find("[Content_Types].xml") != std::string_view::npos) {
    for (const auto& [folder, type] :
         {std::pair("word/", kWordDocument), std::pair("xl/", kSpreadsheet), std::pair("ppt/", kPresentation)})
      if (text.find(folder) != std::string_view::npos) return type;
  }
  return "application/zip";
}

// The brands of ISO/IEC 23008-12 and of AV1 image files. A file may name another brand first, and one of these among
// those with which it is compatible (ISO/IEC 14496-12, 4.3).
std::optional<std::string> heif_type(ByteView beginning) {
  constexpr std::string_view kHeic[] = {"heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"};
  constexpr std::string_view kHeif[] = {"mif1", "msf1", "mif2", "mif3", "miaf", "MiHE", "MiHA"};
  constexpr std::string_view kAvif[] = {"avif", "avis", "MA1A", "MA1B"};
  constexpr std::string_view kFilm[] = {"isom", "iso2", "mp41", "mp42", "avc1", "qt  ", "M4V ", "M4A "};
  if (beginning.size() < 12 || as_text(beginning.subspan(4, 4)) != "ftyp") return std::nullopt;
  const auto size = static_cast<std::size_t>(big_endian(beginning, 0, 4));
  const auto is_among = [](std::string_view brand, auto& brands) {
    return std::find(std::begin(brands), std::end(brands), brand) != std::end(brands);
  };
  const std::string_view first = as_text(beginning.subspan(8, 4));
  if (is_among(first, kHeic)) return "image/heic";
  if (is_among(first, kAvif)) return "image/avif";
  if (is_among(first, kHeif)) return "image/heif";
  bool is_heif = false;
  for (std::size_t at = 16; at + 4 <= std::min(size, beginning.size()); at += 4) {
    const std::string_view brand = as_text(beginning.subspan(at, 4));
    if (is_among(brand, kFilm)) return std::nullopt;
    is_heif |= is_among(brand, kHeic) || is_among(brand, kAvif) || is_among(brand, kHeif);
  }
  return is_heif && !is_among(first, kFilm) ? std::optional<std::string>("image/heif") : std::nullopt;
}

// Whether bytes of which only some are ASCII read like words: most are letters, blanks and signs of ASCII, as in every
// language that is written with Latin letters, or the others stand together in words, as those of Greek and Cyrillic
// do.
bool is_mostly_words(ByteView bytes) {
  std::size_t ascii = 0, high_beside_high = 0, high = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] < 0x80) {
      ++ascii;
      continue;
    }
    if (bytes[i] < 0xa0 && bytes[i] != 0x80 && (bytes[i] < 0x82 || bytes[i] > 0x9c)) return false;
    ++high;
    high_beside_high += i > 0 && bytes[i - 1] >= 0xc0 ? 1 : 0;
  }
  return bytes.size() >= 4 &&
         (ascii * 10 >= bytes.size() * 7 || (ascii * 10 >= bytes.size() && high_beside_high * 2 >= high));
}

constexpr const char* kUnknownType = "application/octet-stream";

}  // namespace

// A text is looked for first: words such as "BM", "ID3" and "GIF89a" begin messages too. What could be a text of a code
// page, which nearly any bytes are, is looked for last.
std::string media_type_of(ByteView beginning) {
  if (beginning.empty()) return kUnknownType;
  const auto encoding = find_encoding(beginning, /*is_all=*/beginning.size() != kMediaTypeBytes);
  const bool has_letters = encoding && (encoding->encoding == TextEncoding::utf8 || encoding->mark_bytes > 0);
  if (has_letters && encoding->encoding == TextEncoding::utf8)
    return type_by(kMarksOfTexts, beginning).value_or(kUtf8Text);
  if (has_letters) return kUtf16Text;
  if (const auto heif = heif_type(beginning)) return *heif;
  for (const auto type_of : {riff_type, bitmap_type, matroska_type, archive_type, film_type}) {
    if (const auto type = type_of(beginning)) return *type;
  }
  if (const auto type = type_by(kMarks, beginning)) return *type;
  if (const auto type = sound_type(beginning)) return *type;
  if (!encoding) return kUnknownType;
  if (encoding->encoding != TextEncoding::western) return kUtf16Text;
  return is_mostly_words(beginning) ? kTextOfUnknownLetters : kUnknownType;
}

bool is_text(std::string_view media_type) { return media_type.starts_with("text/plain"); }

bool is_utf8_text(std::string_view media_type) { return media_type == kUtf8Text; }

}  // namespace daybook::vault
