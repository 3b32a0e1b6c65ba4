#include <zlib.h>

#include <algorithm>
#include <utility>

#include "crypto/big_endian.h"
#include "vault/sandbox/picture_reader/head.h"

namespace daybook::sandbox {
namespace {

std::string_view as_text(Input input) { return {reinterpret_cast<const char*>(input.data()), input.size()}; }

// What may still be unpacked of one file. A few bytes can be packed that unpack to gigabytes, and a file may have many
// such chunks: unpacked one after the other, they would take up the time that the reader has.
class Inflater {
 public:
  // What is not packed counts too, because the profile in it takes memory.
  std::string plain(std::string_view text) {
    const std::size_t size = std::min(text.size(), m_left);
    m_left -= size;
    return std::string(text.substr(0, size));
  }

  // The bytes that zlib packed, as far as they can be unpacked.
  std::string unpacked(std::string_view packed) {
    std::string text;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return text;
    // zlib only reads the input, though its type does not say so.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), kMostUnpacked));
    char block[16 << 10];
    for (int state = Z_OK; state == Z_OK && m_left > 0;) {
      stream.next_out = reinterpret_cast<Bytef*>(block);
      stream.avail_out = static_cast<uInt>(std::min(m_left, sizeof block));
      state = inflate(&stream, Z_NO_FLUSH);
      const auto size = static_cast<std::size_t>(reinterpret_cast<char*>(stream.next_out) - block);
      text.append(block, size);
      m_left -= size;
    }
    inflateEnd(&stream);
    return text;
  }

  bool is_empty() const { return m_left == 0; }

 private:
  std::size_t m_left = kMostUnpacked;
};

// The text up to a zero, which is taken from the front together with the zero.
std::string_view take_text(std::string_view& from) {
  const std::string_view text = from.substr(0, from.find('\0'));
  from.remove_prefix(std::min(text.size() + 1, from.size()));
  return text;
}

// Whether a keyword, whose letters may have any size, is that of a profile of EXIF.
bool is_profile(std::string_view keyword) {
  std::string small(keyword);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return small == "raw profile type exif" || small == "raw profile type app1";
}

// The text of a chunk with such a keyword, in any of the three kinds of text chunks (PNG 1.2, 4.2.3).
std::string profile_text(std::string_view type, std::string_view content, Inflater& inflater) {
  (void)take_text(content);  // the keyword
  if (type == "tEXt") return inflater.plain(content);
  if (type == "zTXt") return content.empty() ? "" : inflater.unpacked(content.substr(1));
  if (content.size() < 2) return "";
  const bool is_packed = content[0] == 1;
  content.remove_prefix(2);
  (void)take_text(content);  // the language, and the keyword in it
  (void)take_text(content);
  return is_packed ? inflater.unpacked(content) : inflater.plain(content);
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

// EXIF data that are packed: a chunk that programs wrote before there was that of EXIF, with the number of its bytes in
// front, or a profile.
void take_packed(std::string_view type, std::string_view content, Inflater& inflater, Head& head) {
  constexpr std::size_t kFront = 5;
  const bool is_text = type == "tEXt" || type == "zTXt" || type == "iTXt";
  if (type != "zxIf" && !(is_text && is_profile(content.substr(0, content.find('\0'))))) return;
  if (inflater.is_empty()) {
    head.has_unread_exif = true;
    return;
  }
  if (is_text) {
    add_exif(profile_bytes(profile_text(type, content, inflater)), head);
  } else if (content.size() > kFront) {
    const std::string bytes = inflater.unpacked(content.substr(kFront));
    add_exif(std::vector<std::uint8_t>(bytes.begin(), bytes.end()), head);
  }
  head.has_unread_exif |= inflater.is_empty();
}

// Tells every chunk as its type and its content.
template <typename Use>
void for_each_chunk(Input input, const Use& use) {
  for (std::size_t at = 8; at + 8 <= input.size();) {
    const std::size_t size = big_endian(input, at, 4), left = input.size() - at - 8;
    use(as_text(input.subspan(at + 4, 4)), input.subspan(at + 8, std::min(size, left)));
    if (size >= left) break;
    at += 8 + size + 4;
  }
}

}  // namespace

// EXIF data have a chunk of their own, which may stand anywhere, and all of them are read before anything is unpacked.
// Older programs wrote them as text.
Head read_png_head(Input input) {
  Head head;
  head.has_decoder = true;
  if (input.size() >= 24 && stands_at(input, 12, "IHDR")) {
    head.width = static_cast<std::uint32_t>(big_endian(input, 16, 4));
    head.height = static_cast<std::uint32_t>(big_endian(input, 20, 4));
  }
  for_each_chunk(input, [&](std::string_view type, Input content) {
    if (type == "eXIf") add_exif(content, head);
  });
  Inflater inflater;
  for_each_chunk(input,
                 [&](std::string_view type, Input content) { take_packed(type, as_text(content), inflater, head); });
  return head;
}

}  // namespace daybook::sandbox
