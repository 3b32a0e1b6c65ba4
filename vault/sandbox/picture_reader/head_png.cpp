#include <zlib.h>

#include <algorithm>
#include <utility>

#include "vault/sandbox/picture_reader/head.h"

namespace daybook::sandbox {
namespace {

// A text profile of this size unpacked has EXIF data of half of it. Cameras write some 64 KiB.
constexpr std::size_t kMostProfile = 16 << 20;

std::uint32_t number_at(Input input, std::size_t at) {
  return std::uint32_t{input[at]} << 24 | std::uint32_t{input[at + 1]} << 16 | std::uint32_t{input[at + 2]} << 8 |
         input[at + 3];
}

std::string_view as_text(Input input) { return {reinterpret_cast<const char*>(input.data()), input.size()}; }

// The bytes that zlib packed, up to kMostProfile and as far as they can be unpacked.
std::string unpacked(std::string_view packed) {
  std::string text;
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return text;
  // zlib only reads the input, though its type does not say so.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), kMostProfile));
  char block[16 << 10];
  for (int state = Z_OK; state == Z_OK && text.size() < kMostProfile;) {
    stream.next_out = reinterpret_cast<Bytef*>(block);
    stream.avail_out = sizeof block;
    state = inflate(&stream, Z_NO_FLUSH);
    text.append(block, sizeof block - stream.avail_out);
  }
  inflateEnd(&stream);
  return text;
}

// The text up to a zero, which is taken from the front together with the zero.
std::string_view take_text(std::string_view& from) {
  const std::string_view text = from.substr(0, from.find('\0'));
  from.remove_prefix(std::min(text.size() + 1, from.size()));
  return text;
}

// The text of a chunk with the keyword of a profile, in any of the three kinds of text chunks (PNG 1.2, 4.2.3).
std::string profile_text(std::string_view type, std::string_view content) {
  const std::string_view keyword = take_text(content);
  if (keyword != "Raw profile type exif" && keyword != "Raw profile type APP1") return "";
  if (type == "tEXt") return std::string(content);
  if (type == "zTXt") return content.empty() ? "" : unpacked(content.substr(1));
  if (content.size() < 2) return "";
  const bool is_packed = content[0] == 1;
  content.remove_prefix(2);
  (void)take_text(content);  // the language, and the keyword in it
  (void)take_text(content);
  return is_packed ? unpacked(content) : std::string(content);
}

// The bytes of a profile, which stands there as its name, the number of its bytes, and those in hexadecimal figures.
std::vector<std::uint8_t> profile_bytes(std::string_view text) {
  constexpr std::string_view kBlank = " \r\n\t";
  for (int word = 0; word < 2; ++word) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    text.remove_prefix(std::min(text.find_first_of(kBlank), text.size()));
  }
  std::vector<std::uint8_t> bytes;
  int figures = 0, value = 0;
  for (const char c : text) {
    if (kBlank.find(c) != std::string_view::npos) continue;
    const int lower = c | 0x20;
    const int figure = c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    if (figure < 0) break;
    value = value << 4 | figure;
    if (++figures % 2 == 0) bytes.push_back(static_cast<std::uint8_t>(std::exchange(value, 0)));
  }
  return bytes;
}

void take_profile(std::string_view type, Input content, Head& head) {
  std::vector<std::uint8_t> bytes = profile_bytes(profile_text(type, as_text(content)));
  if (!holds_exif(without_prefix(bytes))) return;
  head.room = std::move(bytes);
  head.exif = without_prefix(head.room);
}

}  // namespace

// EXIF data have a chunk of their own, which may stand anywhere. Older programs wrote them as text.
Head read_png_head(Input input) {
  Head head;
  head.has_decoder = true;
  if (input.size() >= 24 && stands_at(input, 12, "IHDR")) {
    head.width = number_at(input, 16);
    head.height = number_at(input, 20);
  }
  for (std::size_t at = 8; at + 8 <= input.size();) {
    const std::size_t size = number_at(input, at), left = input.size() - at - 8;
    const std::string_view type = as_text(input.subspan(at + 4, 4));
    const Input content = input.subspan(at + 8, std::min(size, left));
    if (type == "eXIf" && holds_exif(without_prefix(content))) {
      head.exif = without_prefix(content);
      break;
    }
    if (head.exif.empty() && (type == "tEXt" || type == "zTXt" || type == "iTXt")) take_profile(type, content, head);
    if (size >= left) break;
    at += 8 + size + 4;
  }
  return head;
}

}  // namespace daybook::sandbox
