#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daybook::vault {

/// What a path inside the bag is, by its spelling alone (format.md section 2, "Paths").
enum class PathKind {
  fixed,       // one of the names that every copy may have
  list,        // one of the two payload lists
  seal,        // the tag list or its signature
  log,         // log/entries, log/proofs, log/openings, log/messages
  connection,  // log/consistency
  payload,     // data/
  report,      // report/, pages and pictures for people
  unknown,     // safe, and of no meaning here: a newer program may know it
  unsafe,      // could be unpacked outside of a folder, or not at all
};
PathKind kind_of_path(std::string_view path);

/// Whether a path inside the bag is one that a file of a report may have (format.md section 2, "Paths").
bool is_report_path(std::string_view path);

/// The paths that the tag list must name. Without one of these files there is no copy.
constexpr const char* kRequiredFiles[] = {"bagit.txt",          "keys/root.pub",  "keys/keys.json", "meta/seal.json",
                                          "meta/manifest.json", "log/checkpoint", "log/vkey.txt"};

/// The text for whoever gets the copy. The same bytes stand outside of `bag/` too, where they are seen first.
constexpr const char* kStartHere = "START-HERE.txt";
/// SHA-256 of every file but the other lists, for a reader with no program but certutil or sha256sum.
constexpr const char* kFingerprints = "fingerprints-sha256.txt";

/// Where a name ends up on a disk when some program unpacks it (format.md 3.6): one place, or more where programs
/// differ about `..` and about bytes that are not ASCII. Of two names with a place in common, one file is written over
/// the other. Of a name that is not UTF-8 or is over 1,024 bytes one place is the name byte for byte.
std::vector<std::string> places_of(std::string_view name);

/// Whether a name can only be that of a folder: its last part is empty, `.` or `..`, where no program can put a file.
bool is_name_of_folder(std::string_view name);

/// Whether a name is one like `.DS_Store`, which a system leaves in a folder by itself.
bool is_named_like_litter(std::string_view name);

/// Whether a path can be unpacked on every system without leaving its folder: see "Safe" in format.md section 2.
bool is_safe_path(std::string_view path);

}  // namespace daybook::vault
