#include "crypto/encoding.h"
#include "vault/bundle/zip_reader.h"

namespace daybook::vault {
namespace {

bool is_device_name(std::string_view part) {
  std::string stem(part.substr(0, part.find('.')));
  for (char& c : stem) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  for (const char* device : {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}) {
    if (stem == device) return true;
  }
  return stem.size() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")) && stem[3] >= '0' && stem[3] <= '9';
}

bool is_safe_part(std::string_view part) {
  if (part.empty() || part == "." || part == ".." || is_device_name(part)) return false;
  if (part.back() == '.' || part.back() == ' ' || part.front() == ' ') return false;
  for (const char c : part) {
    if ((c >= 0 && c < 0x20) || c == 0x7f || std::string_view("\\:*?\"<>|").find(c) != std::string_view::npos)
      return false;
  }
  return true;
}

}  // namespace

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.size() > 1024 || !crypto::is_utf8(name)) return false;
  for (;;) {
    const std::size_t slash = name.find('/');
    if (!is_safe_part(name.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

}  // namespace daybook::vault
