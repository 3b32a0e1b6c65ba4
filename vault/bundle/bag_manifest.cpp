#include "vault/bundle/bag_manifest.h"

#include "crypto/encoding.h"

namespace daybook::vault {

// The percent-encoding of RFC 8493 is not undone: the paths that this program writes have no character that needs it.
Manifest parse_manifest(std::string_view text, std::string_view folder) {
  Manifest manifest;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t gap = line.find(' ');
    const std::size_t path = line.find_first_not_of(" \t*", gap == std::string_view::npos ? line.size() : gap);
    if (path == std::string_view::npos) {
      manifest.is_well_formed = false;
      continue;
    }
    manifest.is_well_formed &=
        manifest.digests.emplace(std::string(folder) + std::string(line.substr(path)), std::string(line.substr(0, gap)))
            .second;
  }
  return manifest;
}

std::string manifest_line(ByteView digest, std::string_view path) {
  return crypto::to_hex(digest) + "  " + std::string(path) + "\n";
}

}  // namespace daybook::vault
