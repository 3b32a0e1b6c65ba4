#pragma once

#include <cstddef>
#include <cstdint>

namespace daybook::vault::zip {

// Signatures and fixed sizes of ZIP records (PKWARE APPNOTE 6.3). All numbers in a ZIP are little-endian.
constexpr std::uint32_t kLocalHeader = 0x04034b50;
constexpr std::uint32_t kCentralHeader = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::uint32_t kEnd64 = 0x06064b50;
constexpr std::uint32_t kEnd64Locator = 0x07064b50;
constexpr std::size_t kLocalHeaderSize = 30;
constexpr std::size_t kCentralHeaderSize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEnd64Size = 56;
constexpr std::size_t kEnd64LocatorSize = 20;
constexpr std::uint16_t kExtra64 = 0x0001;
constexpr std::uint16_t kExtraUnicodePath = 0x7075;  // APPNOTE 4.6.9
constexpr std::uint32_t kInExtra = 0xffffffff;       // in place of a size or offset that the ZIP64 extra field has
constexpr std::uint16_t kCountInEnd64 = 0xffff;      // in place of a count that the ZIP64 end record has
constexpr std::uint64_t kEncrypted = 1 << 0;         // general purpose flags, APPNOTE 4.4.4
constexpr std::uint64_t kStronglyEncrypted = 1 << 6;
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;

}  // namespace daybook::vault::zip
