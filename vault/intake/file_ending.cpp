#include "vault/intake/file_ending.h"

namespace daybook::vault {
namespace {

struct Ending {
  std::string_view media_type;
  const char* ending;
};

constexpr Ending kEndings[] = {
    {"image/jpeg", "jpg"},
    {"image/png", "png"},
    {"image/gif", "gif"},
    {"image/webp", "webp"},
    {"image/heic", "heic"},
    {"image/heif", "heif"},
    {"image/avif", "avif"},
    {"image/tiff", "tif"},
    {"image/bmp", "bmp"},
    {"audio/wav", "wav"},
    {"audio/mp4", "m4a"},
    {"audio/mpeg", "mp3"},
    {"audio/aac", "aac"},
    {"audio/amr", "amr"},
    {"audio/flac", "flac"},
    {"audio/opus", "opus"},
    {"audio/ogg", "ogg"},
    {"video/mp4", "mp4"},
    {"video/quicktime", "mov"},
    {"video/3gpp", "3gp"},
    {"video/webm", "webm"},
    {"video/x-msvideo", "avi"},
    {"application/pdf", "pdf"},
    {"application/zip", "zip"},
    {"application/gzip", "gz"},
    {"application/rtf", "rtf"},
    {"application/age", "age"},
    {"application/jsonl", "jsonl"},
    {"text/plain; charset=utf-8", "txt"},
    {"text/plain; charset=utf-16", "txt"},
    {"text/plain; charset=unknown-8bit", "txt"},
    {"video/mpeg", "mpg"},
    {"video/x-matroska", "mkv"},
    {"video/x-flv", "flv"},
    {"video/x-ms-asf", "wmv"},
    {"video/3gpp2", "3g2"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"},
    {"application/vnd.oasis.opendocument.text", "odt"},
    {"application/vnd.oasis.opendocument.spreadsheet", "ods"},
    {"application/vnd.oasis.opendocument.presentation", "odp"},
    {"application/epub+zip", "epub"},
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
    {"video/x-ms-asf", "wma"},
    {"video/x-ms-asf", "asf"},
    {"video/mpeg", "mpeg"},
    {"video/3gpp", "3g2"},
    {"audio/ogg", "opus"},
    {"audio/ogg", "oga"},
    {"audio/opus", "ogg"},
};

// What stands behind the last dot of a name, in small letters. Empty where there is no dot.
std::string small_ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  std::string ending(dot == std::string_view::npos ? "" : name.substr(dot + 1));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

}  // namespace

bool has_ending(std::string_view name, std::string_view ending) { return small_ending_of(name) == ending; }

std::string ending_for(std::string_view media_type) {
  for (const Ending& ending : kEndings) {
    if (ending.media_type == media_type) return ending.ending;
  }
  return "bin";
}

std::string handed_over_ending(std::string_view media_type, std::string_view name) {
  const std::string ending = small_ending_of(name);
  // A document that can hold programs opens under no other ending than its own, which is not taken over.
  for (const char* with_programs : {"docm", "xlsm", "pptm"})
    if (ending == with_programs) return "zip";
  for (const Fitting& fitting : kFitting) {
    if (fitting.media_type == media_type && fitting.ending == ending) return ending;
  }
  return ending_for(media_type);
}

}  // namespace daybook::vault
