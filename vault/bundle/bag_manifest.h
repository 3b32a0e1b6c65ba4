#pragma once

#include <map>
#include <string>
#include <string_view>

#include "crypto/bytes.h"

namespace daybook::vault {

/// A manifest as read: file names with their digests.
struct Manifest {
  std::map<std::string, std::string> digests;  // path -> hexadecimal
  bool is_well_formed = true;
};

/// RFC 8493 section 2.1.3, as sha256sum and its like write them. Lines that are none are left out, and make the
/// manifest ill-formed; so does a path listed twice. `folder` (`bag/`, say) is put before every path.
Manifest parse_manifest(std::string_view text, std::string_view folder);

/// One line: hexadecimal digest, two blanks, path.
std::string manifest_line(ByteView digest, std::string_view path);

}  // namespace daybook::vault
