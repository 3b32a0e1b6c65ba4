#pragma once

#include <vector>

#include "ui/words/catalogue.h"
#include "vault/store/file_system.h"

namespace daybook::ui {

/// A language in which the window can be read.
struct Language {
  std::string code;  // that of its catalogue, `pl` for pl.mo; `en` for English, which has none
  std::string name;  // what the language calls itself, so that who reads no other finds it
  bool operator==(const Language&) const = default;
};

constexpr const char* kEnglish = "en";

/// English, and after it the languages of the catalogues (.mo) in `folder`, at most 50 in all, ordered by code. A file
/// that is no catalogue, or does not name its language in a plain line of at most 60 bytes, is passed over. Languages
/// of one name get their codes behind it. Reads the disk.
std::vector<Language> languages_in(vault::FileSystem& files, const vault::Path& folder);

/// The catalogue of a language for speak(), null for English. `not_found` when `folder` has none, `malformed` when it
/// is none. Reads the disk.
Result<std::shared_ptr<const Catalogue>> load_language(vault::FileSystem& files, const vault::Path& folder,
                                                       const std::string& code);

}  // namespace daybook::ui
