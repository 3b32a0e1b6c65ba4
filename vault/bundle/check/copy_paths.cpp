#include "vault/bundle/check/copy_paths.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostPathBytes = 1024;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_small_letter(c) || (c >= 'A' && c <= 'Z'); }

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// A number of an entry in a path: six digits, or more without a leading zero.
bool is_entry_number(std::string_view text) {
  return all_digits(text) && (text.size() == 6 || (text.size() > 6 && text.size() <= 16 && text[0] != '0'));
}

bool is_size(std::string_view text) { return !text.empty() && text.size() <= 16 && all_digits(text) && text[0] != '0'; }

// Takes `begin` off the front of a text; false when the text does not begin so.
bool take(std::string_view& text, std::string_view begin) {
  if (!text.starts_with(begin)) return false;
  text.remove_prefix(begin.size());
  return true;
}

bool is_numbered(std::string_view path, std::string_view folder, std::string_view ending) {
  return take(path, folder) && path.ends_with(ending) && path.size() > ending.size() &&
         is_entry_number(path.substr(0, path.size() - ending.size()));
}

// Whether a path is that of an original, data/NNNNNN.<ending> or data/NNNNNN-v<version>.<ending>, or of a part of a
// conversation, data/NNNNNN-part.jsonl or data/NNNNNN-part.bin.
bool is_payload(std::string_view path) {
  if (!take(path, "data/") || path.size() < 8 || !all_digits(path.substr(0, 6))) return false;
  path.remove_prefix(6);
  if (path == "-part.jsonl" || path == "-part.bin") return true;
  if (take(path, "-v")) {
    const std::size_t dot = path.find('.');
    const std::string_view version = path.substr(0, dot);
    if (dot == std::string_view::npos || version.empty() || version.size() > 6 || !all_digits(version) ||
        version[0] == '0')
      return false;
    path.remove_prefix(dot);
  }
  if (!take(path, ".") || path.empty() || path.size() > 16) return false;
  return std::all_of(path.begin(), path.end(), [](char c) { return is_digit(c) || is_small_letter(c); });
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

bool is_device(std::string_view part) {
  const std::string stem = lower(part.substr(0, part.find('.')));
  if (stem == "con" || stem == "prn" || stem == "aux" || stem == "nul") return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && is_digit(stem[3]);
}

// A name in the report has no dot, so that a folder cannot look like a file.
bool is_report_name(std::string_view text) {
  constexpr std::size_t kMostReportName = 40;
  return !text.empty() && text.size() <= kMostReportName && !is_device(text) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_small_letter(c) || c == '-'; });
}

bool is_safe_part(std::string_view part) {
  if (part.empty() || part.front() == '.' || part.back() == '.' || is_device(part)) return false;
  return std::all_of(part.begin(), part.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-'; });
}

std::string folded(const std::string& text) {
  utf8proc_uint8_t* changed = utf8proc_NFKC_Casefold(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()));
  std::string result = changed != nullptr ? reinterpret_cast<const char*>(changed) : text;
  std::free(changed);
  return result;
}

// Whether `..` leads to the folder above or is left out. Programs that unpack do the one or the other.
enum class DotDot { takes_parent, goes };

// A part of a name as it ends up on a disk. Some system or program drops each of these: control characters, a stream
// after `:` (NTFS), a version `;1` (ISO 9660), dots and blanks at the end (Windows).
std::string part_on_disk(std::string_view part) {
  std::string kept;
  for (const char c : part.substr(0, part.find(':'))) {
    if (!(c >= 0 && c < 0x20) && c != 0x7f) kept += c;
  }
  if (const std::size_t semicolon = kept.rfind(';');
      semicolon != std::string::npos && all_digits(std::string_view(kept).substr(semicolon + 1)))
    kept.resize(semicolon);
  while (!kept.empty() && (kept.back() == '.' || kept.back() == ' ')) kept.pop_back();
  return kept;
}

std::string place_of(std::string_view name, DotDot dot_dot) {
  std::string text(name.substr(0, name.find('\0')));  // programs in C read a name only up to a NUL
  std::replace(text.begin(), text.end(), '\\', '/');
  if (text.size() >= 2 && is_letter(text[0]) && text[1] == ':') text.erase(0, 2);
  std::vector<std::string> parts;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    if (part == ".." && dot_dot == DotDot::takes_parent && !parts.empty()) parts.pop_back();
    if (part == ".." || part == "." || part.empty()) continue;
    parts.push_back(part_on_disk(part));
  }
  std::string place;
  for (std::size_t i = 0; i < parts.size(); ++i) place += (i == 0 ? "" : "/") + parts[i];
  // Normalising takes time by the square of the number of marks over one letter. Long names are left alone, because no
  // sealed file has one.
  return place.size() <= kMostPathBytes && crypto::is_utf8(place) ? folded(place) : place;
}

}  // namespace

bool is_safe_path(std::string_view path) {
  if (path.empty() || path.size() > kMostPathBytes) return false;
  for (;;) {
    const std::size_t slash = path.find('/');
    if (!is_safe_part(path.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

// A path in the report is report/<name>.<ending> or report/<folder>/<name>.<ending>. The ending is one of a page or a
// picture, and there is only one, so that no program can go by a name such as page.pdf.exe.
bool is_report_path(std::string_view path) {
  if (!take(path, "report/")) return false;
  if (const std::size_t slash = path.find('/'); slash != std::string_view::npos) {
    if (!is_report_name(path.substr(0, slash))) return false;
    path.remove_prefix(slash + 1);
  }
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos || !is_report_name(path.substr(0, dot))) return false;
  const std::string_view ending = path.substr(dot + 1);
  return ending == "html" || ending == "pdf" || ending == "jpg" || ending == "png";
}

PathKind kind_of_path(std::string_view path) {
  if (path == "manifest-sha256.txt" || path == "manifest-sha512.txt") return PathKind::list;
  if (path == "tagmanifest-sha512.txt" || path == "tagmanifest-sha512.txt.minisig") return PathKind::seal;
  if (path == "bag-info.txt" || path == kStartHere || path == kFingerprints) return PathKind::fixed;
  if (std::find(std::begin(kRequiredFiles), std::end(kRequiredFiles), path) != std::end(kRequiredFiles))
    return PathKind::fixed;
  if (is_numbered(path, "log/entries/", ".json") || is_numbered(path, "log/openings/", ".json") ||
      is_numbered(path, "log/proofs/", ".tlog-proof"))
    return PathKind::log;
  if (std::string_view rest = path;
      take(rest, "log/messages/") && rest.size() == 11 && rest.ends_with(".json") && all_digits(rest.substr(0, 6)))
    return PathKind::log;
  if (std::string_view rest = path; take(rest, "log/consistency/") && is_size(rest)) return PathKind::connection;
  if (is_payload(path)) return PathKind::payload;
  if (is_report_path(path)) return PathKind::report;
  return is_safe_path(path) ? PathKind::unknown : PathKind::unsafe;
}

// Programs that take a name for text in another code page may drop any byte of it that is not ASCII. The names of
// sealed files have none.
std::vector<std::string> places_of(std::string_view name) {
  std::string ascii;
  std::copy_if(name.begin(), name.end(), std::back_inserter(ascii), [](char c) { return c >= 0; });
  std::vector<std::string> places;
  for (const std::string_view spelled : {name, std::string_view(ascii)}) {
    for (const DotDot dot_dot : {DotDot::takes_parent, DotDot::goes}) {
      std::string place = place_of(spelled, dot_dot);
      const bool is_known = std::find(places.begin(), places.end(), place) != places.end();
      if (!is_known && !(place.empty() && !places.empty())) places.push_back(std::move(place));
    }
  }
  return places;
}

bool is_name_of_folder(std::string_view name) {
  name = name.substr(0, name.find('\0'));
  const std::size_t end = name.find_last_of("/\\");
  const std::string_view last = end == std::string_view::npos ? name : name.substr(end + 1);
  return last.empty() || last == "." || last == "..";
}

bool is_named_like_litter(std::string_view name) {
  while (name.ends_with('/')) name.remove_suffix(1);
  const std::string_view last = name.substr(name.rfind('/') + 1);
  return last == ".DS_Store" || last == "Thumbs.db" || last == "desktop.ini" || last.starts_with("._") ||
         name == "__MACOSX" || name.starts_with("__MACOSX/");
}

}  // namespace daybook::vault
