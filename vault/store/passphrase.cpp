#include "vault/store/passphrase.h"

#include <utf8proc.h>

namespace daybook::vault {
namespace {

constexpr auto kOptions =
    static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);

bool is_blank(std::int32_t point) {
  const utf8proc_category_t category = utf8proc_category(point);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP ||
         (point >= 9 && point <= 13);
}

// Drops blanks at the ends, and makes every run of blanks in between one space. Returns how many code points are left.
std::size_t collapse_blanks(std::span<std::int32_t> points) {
  std::size_t count = 0;
  for (const std::int32_t point : points) {
    if (!is_blank(point))
      points[count++] = point;
    else if (count > 0 && points[count - 1] != ' ')
      points[count++] = ' ';
  }
  return count > 0 && points[count - 1] == ' ' ? count - 1 : count;
}

}  // namespace

Result<crypto::SecretBuffer> normalize_passphrase(ByteView passphrase) {
  const Error malformed{ErrorCode::malformed, "passphrase is not readable text"};
  if (passphrase.empty()) return Error{ErrorCode::usage, "the passphrase is empty"};
  // utf8proc_map() and its like would put the passphrase into memory that is not wiped. utf8proc_decompose() and
  // utf8proc_reencode() work in the buffer that they are given.
  const auto* text = passphrase.data();
  const auto length = static_cast<utf8proc_ssize_t>(passphrase.size());
  const utf8proc_ssize_t needed = utf8proc_decompose(text, length, nullptr, 0, kOptions);
  if (needed < 0) return malformed;
  // utf8proc_reencode() writes UTF-8 over the code points and a zero byte after it, for which there must be room.
  crypto::SecretBuffer points((static_cast<std::size_t>(needed) + 2) * sizeof(std::int32_t));
  auto* buffer = reinterpret_cast<std::int32_t*>(points.expose_mutable().data());
  if (utf8proc_decompose(text, length, buffer, needed, kOptions) != needed) return malformed;
  const std::size_t count = collapse_blanks({buffer, static_cast<std::size_t>(needed)});
  const utf8proc_ssize_t size = utf8proc_reencode(buffer, static_cast<utf8proc_ssize_t>(count), kOptions);
  if (size <= 0) return Error{ErrorCode::usage, "the passphrase is empty"};
  return crypto::SecretBuffer::copy_of(points.expose().first(static_cast<std::size_t>(size)));
}

Result<void> check_new_passphrase(ByteView passphrase) {
  TRY_ASSIGN(const auto normal, normalize_passphrase(passphrase));
  std::size_t characters = 0;
  for (const std::uint8_t byte : normal.expose()) characters += (byte & 0xC0) != 0x80;
  if (characters < kLeastPassphraseCharacters)
    return Error{ErrorCode::usage, "the passphrase needs at least 12 characters"};
  return {};
}

}  // namespace daybook::vault
