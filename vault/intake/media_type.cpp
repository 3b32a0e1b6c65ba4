#include "vault/intake/media_type.h"

#include <algorithm>
#include <optional>

#include "vault/intake/text_encoding.h"

namespace daybook::vault {
namespace {

struct Mark {
  std::size_t offset;
  std::string_view bytes;
  const char* media_type;
};

using namespace std::string_view_literals;

// Marks at fixed places of a file's beginning. The first that fits counts, so a special one stands before a general
// one.
constexpr Mark kMarks[] = {
    {0, "\xff\xd8\xff"sv, "image/jpeg"},
    {0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    {0, "GIF87a"sv, "image/gif"},
    {0, "GIF89a"sv, "image/gif"},
    {8, "WEBP"sv, "image/webp"},
    {8, "WAVE"sv, "audio/wav"},
    {8, "AVI "sv, "video/x-msvideo"},
    {4, "ftypM4A "sv, "audio/mp4"},
    {4, "ftypM4B "sv, "audio/mp4"},
    {4, "ftypqt  "sv, "video/quicktime"},
    {4, "ftyp3gp"sv, "video/3gpp"},
    {4, "ftyp"sv, "video/mp4"},
    {0, "II*\0"sv, "image/tiff"},
    {0, "MM\0*"sv, "image/tiff"},
    {0, "BM"sv, "image/bmp"},
    {0, "%PDF-"sv, "application/pdf"},
    {0, "ID3"sv, "audio/mpeg"},
    {0, "\xff\xfb"sv, "audio/mpeg"},
    {0, "\xff\xf3"sv, "audio/mpeg"},
    {0, "\xff\xf1"sv, "audio/aac"},
    {0, "#!AMR"sv, "audio/amr"},
    {0, "fLaC"sv, "audio/flac"},
    {28, "OpusHead"sv, "audio/opus"},
    {0, "OggS"sv, "audio/ogg"},
    {0, "\x1a\x45\xdf\xa3"sv, "video/webm"},
    {0, "PK\x03\x04"sv, "application/zip"},
    {0, "PK\x05\x06"sv, "application/zip"},
    {0, "\x1f\x8b"sv, "application/gzip"},
    {0, "7z\xbc\xaf\x27\x1c"sv, "application/x-7z-compressed"},
    {0, "Rar!\x1a\x07"sv, "application/vnd.rar"},
    {0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "application/x-ole-storage"},
    {0, "{\\rtf"sv, "application/rtf"},
    {0, "SQLite format 3\0"sv, "application/vnd.sqlite3"},
    {0, "age-encryption.org/"sv, "application/age"},
};

struct Ending {
  std::string_view media_type;
  const char* ending;
};

constexpr Ending kEndings[] = {
    {"image/jpeg", "jpg"},      {"image/png", "png"},
    {"image/gif", "gif"},       {"image/webp", "webp"},
    {"image/heic", "heic"},     {"image/heif", "heif"},
    {"image/avif", "avif"},     {"image/tiff", "tif"},
    {"image/bmp", "bmp"},       {"audio/wav", "wav"},
    {"audio/mp4", "m4a"},       {"audio/mpeg", "mp3"},
    {"audio/aac", "aac"},       {"audio/amr", "amr"},
    {"audio/flac", "flac"},     {"audio/opus", "opus"},
    {"audio/ogg", "ogg"},       {"video/mp4", "mp4"},
    {"video/quicktime", "mov"}, {"video/3gpp", "3gp"},
    {"video/webm", "webm"},     {"video/x-msvideo", "avi"},
    {"application/pdf", "pdf"}, {"application/zip", "zip"},
    {"application/gzip", "gz"}, {"application/rtf", "rtf"},
    {"application/age", "age"}, {"text/plain; charset=utf-8", "txt"},
};

// Endings that files with the content of a media type also have. None of them is one of a program, a script or a page
// that can hold one.
struct Fitting {
  std::string_view media_type;
  const char* ending;
};

constexpr Fitting kFitting[] = {
    {"text/plain; charset=utf-8", "eml"},
    {"text/plain; charset=utf-8", "csv"},
    {"text/plain; charset=utf-8", "tsv"},
    {"text/plain; charset=utf-8", "vcf"},
    {"text/plain; charset=utf-8", "ics"},
    {"text/plain; charset=utf-8", "log"},
    {"text/plain; charset=utf-8", "md"},
    {"text/plain; charset=utf-8", "json"},
    {"text/plain; charset=utf-8", "srt"},
    {"application/zip", "docx"},
    {"application/zip", "xlsx"},
    {"application/zip", "pptx"},
    {"application/zip", "odt"},
    {"application/zip", "ods"},
    {"application/zip", "odp"},
    {"application/zip", "epub"},
    {"application/x-ole-storage", "doc"},
    {"application/x-ole-storage", "xls"},
    {"application/x-ole-storage", "ppt"},
    {"application/x-ole-storage", "msg"},
    {"video/mp4", "m4a"},
    {"video/mp4", "m4v"},
    {"video/webm", "mkv"},
    {"audio/ogg", "opus"},
    {"audio/ogg", "oga"},
    {"audio/opus", "ogg"},
};

// Whether the beginning of a file is UTF-8 text without control characters. A beginning of kMediaTypeBytes may end
// inside a character, because the file goes on.
bool looks_like_text(ByteView bytes) {
  if (bytes.empty()) return false;
  for (const std::uint8_t byte : bytes) {
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') return false;
  }
  return begins_as_utf8(bytes, /*is_all=*/bytes.size() != kMediaTypeBytes);
}

// The brands of ISO/IEC 23008-12 and of AV1 image files. A file may name another brand first, and one of these among
// those with which it is compatible (ISO/IEC 14496-12, 4.3).
std::optional<std::string> heif_type(ByteView beginning) {
  constexpr std::string_view kHeic[] = {"heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"};
  constexpr std::string_view kHeif[] = {"mif1", "msf1", "mif2", "mif3", "miaf", "MiHE", "MiHA"};
  constexpr std::string_view kAvif[] = {"avif", "avis", "MA1A", "MA1B"};
  constexpr std::string_view kFilm[] = {"isom", "iso2", "mp41", "mp42", "avc1", "qt  ", "M4V ", "M4A "};
  if (beginning.size() < 12 || as_text(beginning.subspan(4, 4)) != "ftyp") return std::nullopt;
  const std::size_t size =
      std::size_t{beginning[0]} << 24 | std::size_t{beginning[1]} << 16 | std::size_t{beginning[2]} << 8 | beginning[3];
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

}  // namespace

std::string media_type_of(ByteView beginning) {
  if (const auto heif = heif_type(beginning)) return *heif;
  for (const Mark& mark : kMarks) {
    if (beginning.size() >= mark.offset + mark.bytes.size() &&
        equal_bytes(beginning.subspan(mark.offset, mark.bytes.size()), as_bytes(mark.bytes))) {
      return mark.media_type;
    }
  }
  return looks_like_text(beginning) ? "text/plain; charset=utf-8" : "application/octet-stream";
}

bool is_text(std::string_view media_type) { return media_type.starts_with("text/plain"); }

std::string ending_for(std::string_view media_type) {
  for (const Ending& ending : kEndings) {
    if (ending.media_type == media_type) return ending.ending;
  }
  return "bin";
}

std::string handed_over_ending(std::string_view media_type, std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos) {
    std::string ending(name.substr(dot + 1));
    for (char& c : ending) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    for (const Fitting& fitting : kFitting) {
      if (fitting.media_type == media_type && fitting.ending == ending) return ending;
    }
  }
  return ending_for(media_type);
}

}  // namespace daybook::vault
