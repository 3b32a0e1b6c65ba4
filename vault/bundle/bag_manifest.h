#pragma once

#include <map>
#include <string>
#include <string_view>

#include "crypto/bytes.h"

namespace daybook::vault {

/// A manifest as read: paths with their digests.
struct Manifest {
  std::map<std::string, std::string> digests;  // by path; hexadecimal, as the line has it
  bool is_well_formed = true;
};

/// Parses a manifest of RFC 8493 section 2.1.3, as sha256sum writes it too. A line without a path is left out and makes
/// the manifest ill-formed, and so does a path that stands there twice. Whether a digest is one is not looked at: it
/// has to equal another. `folder` (`bag/`, say) is put before every path.
Manifest parse_manifest(std::string_view text, std::string_view folder);

/// One line of a manifest: digest in hexadecimal, two blanks, path, LF.
std::string manifest_line(ByteView digest, std::string_view path);

}  // namespace daybook::vault
