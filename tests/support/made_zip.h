#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace daybook::test {

/// A file in a ZIP, in the ways in which other programs write it. What is set below `content` may be a lie.
struct MadeEntry {
  std::string name{}, content{};
  bool is_deflated = true;
  bool has_descriptor = false;  // sizes and CRC-32 stand behind the content (APPNOTE 4.3.9)
  bool tells_size = false;      // of the three, the size stands in front as well
  bool is_64 = false;           // sizes stand in the ZIP64 extra field, however small they are
  bool is_encrypted = false;
  std::optional<std::uint64_t> said_size{};
  std::optional<std::uint32_t> said_crc32{};
  std::optional<std::string> packed{};  // in place of the content
};

/// A ZIP of these.
std::string made_zip(const std::vector<MadeEntry>& entries);

/// A text packed by deflate.
std::string deflated(const std::string& text);

/// The text of a chat, as an iPhone exports it. Its messages name these files.
std::string made_chat(const std::string& name, const std::vector<std::string>& files = {});

}  // namespace daybook::test
