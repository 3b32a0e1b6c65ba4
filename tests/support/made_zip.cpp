#include "tests/support/made_zip.h"

#include <zlib.h>

#include "crypto/hash.h"
#include "vault/store/zip_format.h"

namespace daybook::test {

using namespace vault::zip;

namespace {

std::string number(std::uint64_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i);
  return bytes;
}

// What both headers of an entry have, from the flags to the size of the extra field.
struct Fields {
  Fields(const MadeEntry& entry, bool in_directory) {
    packed = entry.packed.value_or(entry.is_deflated ? deflated(entry.content) : entry.content);
    const std::uint64_t size = entry.said_size.value_or(entry.content.size());
    const std::uint32_t crc = entry.said_crc32.value_or(crypto::crc32_update(0, as_bytes(entry.content)));
    if (entry.is_64) extra = number(kExtra64, 2) + number(16, 2) + number(size, 8) + number(packed.size(), 8);
    const bool is_behind = entry.has_descriptor && !in_directory;
    if (is_behind) extra.clear();
    sizes = number(crc, 4) + number(packed.size(), 4) + number(size, 4);
    const bool is_in_extra = entry.is_64 && !is_behind;
    common = number((entry.is_encrypted ? kEncrypted : 0) | (entry.has_descriptor ? 8 : 0), 2) +
             number(entry.is_deflated ? kDeflated : kStored, 2) + number(0, 4) +
             (is_behind     ? std::string(8, '\0') + number(entry.tells_size ? size : 0, 4)
              : is_in_extra ? number(crc, 4) + number(~std::uint64_t{0}, 8)
                            : sizes) +
             number(entry.name.size(), 2) + number(extra.size(), 2);
  }
  std::string packed, extra, sizes, common;
};

}  // namespace

std::string deflated(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  std::string input = text;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string made_zip(const std::vector<MadeEntry>& entries) {
  std::string zip, directory;
  for (const MadeEntry& entry : entries) {
    const Fields in_front(entry, false), listed(entry, true);
    directory += number(kCentralHeader, 4) + number(0x033f, 2) + number(45, 2) + listed.common + number(0, 6) +
                 number(std::uint64_t{0100600} << 16, 4) + number(zip.size(), 4) + entry.name + listed.extra;
    zip += number(kLocalHeader, 4) + number(45, 2) + in_front.common + entry.name + in_front.extra + in_front.packed;
    if (entry.has_descriptor) zip += "PK\x07\x08" + in_front.sizes;
  }
  const std::size_t offset = zip.size();
  return zip + directory + number(kEnd, 4) + number(0, 4) + number(entries.size(), 2) + number(entries.size(), 2) +
         number(directory.size(), 4) + number(offset, 4) + number(0, 2);
}

std::string made_chat(const std::string& name, const std::vector<std::string>& files) {
  std::string text = "[13/01/2024, 10:00:00] " + name + ": hello\r\n[13/01/2024, 10:01:00] S: leave me\nalone\r\n";
  for (const std::string& file : files)
    text += "\xe2\x80\x8e[14/01/2024, 10:00:00] " + name + ": \xe2\x80\x8e<attached: " + file + ">\r\n";
  return text;
}

}  // namespace daybook::test
