#include "vault/sandbox/archive_reader/archive_protocol.h"

namespace daybook::sandbox {

void pack(Packer& members, const vault::ZipEntry& entry) {
  members.text(entry.name).number(entry.method).number(entry.crc32).number(entry.packed_size).number(entry.size);
  members.number(entry.header_offset).number(entry.data_offset).text(entry.unreadable);
}

vault::ZipEntry unpack_entry(Unpacker& members) {
  vault::ZipEntry entry;
  entry.name = members.text(kMostArchiveName);
  entry.method = static_cast<std::uint16_t>(members.number(0xffff));
  entry.crc32 = static_cast<std::uint32_t>(members.number(0xffffffff));
  entry.packed_size = members.number();
  entry.size = members.number();
  entry.header_offset = members.number();
  entry.data_offset = members.number();
  entry.unreadable = members.text(kMostArchiveName);
  return entry;
}

}  // namespace daybook::sandbox
