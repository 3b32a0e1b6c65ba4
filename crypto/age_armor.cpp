#include "crypto/age.h"
#include "crypto/encoding.h"

namespace daybook::crypto {
namespace {

constexpr std::string_view kBegin = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view kEnd = "-----END AGE ENCRYPTED FILE-----";
constexpr std::string_view kBlanks = " \t\r\n";

Error malformed(const char* what) { return {ErrorCode::malformed, std::string("age armor: ") + what}; }

}  // namespace

Result<Bytes> decode_age_armor(std::string_view text) {
  // Blanks may stand around the armor, because mail and notes leave them there. Within the armor the form is strict.
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return malformed("empty");
  text = text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
  Bytes bytes;
  bool began = false, short_line_seen = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!began) {
      if (line != kBegin) return malformed("first line");
      began = true;
    } else if (line == kEnd) {
      if (!text.empty()) return malformed("text after the last line");
      return bytes;
    } else {
      const auto decoded = from_base64(line);
      if (line.empty() || line.size() > 64 || short_line_seen || !decoded)
        return malformed("line is not canonical base64");
      short_line_seen = line.size() < 64 || line.ends_with('=');
      append(bytes, *decoded);
    }
  }
  return malformed("no last line");
}

}  // namespace daybook::crypto
