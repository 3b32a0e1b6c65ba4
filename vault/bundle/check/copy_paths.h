#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daybook::vault {

/// What a path inside the bag is, by its spelling alone (format.md section 2, "Paths").
enum class PathKind {
  fixed,    // one of the names that every copy may have
  list,     // one of the two payload lists
  seal,     // the tag list or its signature
  log,      // log/entries, log/proofs, log/openings
  connection,  // log/consistency
  payload,  // data/
  report,   // report/, pages and pictures for people
  unknown,  // safe, and of no meaning here: a newer program may know it
  unsafe,
};
PathKind kind_of_path(std::string_view path);

/// What a file of a report may be called (format.md section 2, "Paths").
bool is_report_path(std::string_view path);

/// Paths without which there is no copy, as far as the tag list has to name them.
constexpr const char* kRequiredFiles[] = {"bagit.txt",          "keys/root.pub",  "keys/keys.json", "meta/seal.json",
                                          "meta/manifest.json", "log/checkpoint", "log/vkey.txt"};

/// Where a name ends up when some program unpacks it (format.md 3.6): one place, or two where programs differ about `..`.
/// Two names that have one in common can be written over each other. Of a name that is no UTF-8 the bytes count.
std::vector<std::string> places_of(std::string_view name);

/// Whether a name leads to a folder, whatever lies there: nobody can put a file where its last part is empty, `.` or `..`.
bool is_name_of_folder(std::string_view name);

/// `.DS_Store` and its kind, which a computer may leave in a folder by itself.
bool is_named_like_litter(std::string_view name);

/// Whether `path`, or a file below it, can be unpacked anywhere: see "Safe" in format.md.
bool is_safe_path(std::string_view path);

}  // namespace daybook::vault
