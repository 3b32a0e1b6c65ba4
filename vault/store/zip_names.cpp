#include "crypto/encoding.h"
#include "vault/store/zip_reader.h"

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

bool has_any_of(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != std::string_view::npos;
}

bool is_inner_part(std::string_view part) {
  if (part.empty() || part == "." || part == "..") return false;
  for (const char c : part) {
    if ((c >= 0 && c < 0x20) || c == 0x7f || c == '\\') return false;
  }
  return true;
}

bool is_safe_part(std::string_view part) {
  return is_inner_part(part) && !is_device_name(part) && part.back() != '.' && part.back() != ' ' &&
         part.front() != ' ' && !has_any_of(part, ":*?\"<>|");
}

using IsPart = bool (*)(std::string_view);
bool is_relative_name(std::string_view name, IsPart is_part) {
  if (name.empty() || name.size() > 1024 || !crypto::is_utf8(name)) return false;
  for (;;) {
    const std::size_t slash = name.find('/');
    if (!is_part(name.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

// The upper half of code page 437, in which names are where an entry does not say UTF-8 (APPNOTE appendix D).
constexpr char32_t kCp437[128] = {
    0x00c7, 0x00fc, 0x00e9, 0x00e2, 0x00e4, 0x00e0, 0x00e5, 0x00e7, 0x00ea, 0x00eb, 0x00e8, 0x00ef, 0x00ee,
    0x00ec, 0x00c4, 0x00c5, 0x00c9, 0x00e6, 0x00c6, 0x00f4, 0x00f6, 0x00f2, 0x00fb, 0x00f9, 0x00ff, 0x00d6,
    0x00dc, 0x00a2, 0x00a3, 0x00a5, 0x20a7, 0x0192, 0x00e1, 0x00ed, 0x00f3, 0x00fa, 0x00f1, 0x00d1, 0x00aa,
    0x00ba, 0x00bf, 0x2310, 0x00ac, 0x00bd, 0x00bc, 0x00a1, 0x00ab, 0x00bb, 0x2591, 0x2592, 0x2593, 0x2502,
    0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557, 0x255d, 0x255c, 0x255b, 0x2510, 0x2514,
    0x2534, 0x252c, 0x251c, 0x2500, 0x253c, 0x255e, 0x255f, 0x255a, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550,
    0x256c, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559, 0x2558, 0x2552, 0x2553, 0x256b, 0x256a, 0x2518, 0x250c,
    0x2588, 0x2584, 0x258c, 0x2590, 0x2580, 0x03b1, 0x00df, 0x0393, 0x03c0, 0x03a3, 0x03c3, 0x00b5, 0x03c4,
    0x03a6, 0x0398, 0x03a9, 0x03b4, 0x221e, 0x03c6, 0x03b5, 0x2229, 0x2261, 0x00b1, 0x2265, 0x2264, 0x2320,
    0x2321, 0x00f7, 0x2248, 0x00b0, 0x2219, 0x00b7, 0x221a, 0x207f, 0x00b2, 0x25a0, 0x00a0,
};

void append_utf8(std::string& text, char32_t c) {
  if (c < 0x800) {
    text += static_cast<char>(0xc0 | c >> 6);
  } else {
    text += static_cast<char>(0xe0 | c >> 12);
    text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
  }
  text += static_cast<char>(0x80 | (c & 0x3f));
}

}  // namespace

std::string found_name(std::string_view bytes) {
  const bool is_utf8 = crypto::is_utf8(bytes);
  std::string name;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    if (value >= 0x80 && !is_utf8)
      append_utf8(name, kCp437[value - 0x80]);
    else
      name += byte == '\\' ? '/' : byte;
  }
  return name;
}

bool is_safe_name(std::string_view name) { return is_relative_name(name, is_safe_part); }

bool is_inner_name(std::string_view name) { return is_relative_name(name, is_inner_part); }

}  // namespace daybook::vault
