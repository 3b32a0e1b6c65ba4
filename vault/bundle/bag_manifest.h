#pragma once

#include <map>
#include <string>
#include <string_view>

namespace daybook::vault {

/// A BagIt manifest as read: file names as they stand in the ZIP, with their digests.
struct Manifest {
  std::map<std::string, std::string> digests;  // path -> hexadecimal
  bool is_well_formed = true;
};

/// RFC 8493 section 2.1.3. Lines that are none are left out, and make the manifest ill-formed; so does a path listed
/// twice.
Manifest parse_manifest(std::string_view text);

}  // namespace daybook::vault
