#include "ui/words/languages.h"

#include <algorithm>

#include "ui/words/foreign_text.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostBytes = 8 << 20;
constexpr const char* kSuffix = ".mo";
constexpr std::size_t kMostLanguages = 50, kMostNameBytes = 60;

// A name is shown to everybody who opens the window, whoever wrote the catalogue.
bool is_name(const std::string& name) {
  return !name.empty() && name.size() <= kMostNameBytes && foreign_line(name) == name;
}

// A code comes from a settings file that anybody may have written: it names a file in the folder, and no other.
bool is_code(const std::string& code) {
  return !code.empty() && std::all_of(code.begin(), code.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

}  // namespace

std::vector<Language> languages_in(vault::FileSystem& files, const vault::Path& folder) {
  std::vector<Language> languages{{kEnglish, "English"}};
  if (folder.empty()) return languages;
  const auto names = files.list(folder);
  for (const vault::Path& name : names ? *names : std::vector<vault::Path>()) {
    const std::string code = vault::to_utf8(name.stem());
    if (languages.size() == kMostLanguages) break;
    if (name.extension() != kSuffix || !is_code(code) || code == kEnglish) continue;
    const auto catalogue = load_language(files, folder, code);
    if (catalogue && is_name((*catalogue)->language_name())) languages.push_back({code, (*catalogue)->language_name()});
  }
  std::sort(languages.begin() + 1, languages.end(),
            [](const Language& a, const Language& b) { return a.code < b.code; });
  // Two of one name are told apart by their codes.
  const std::vector<Language> as_named = languages;
  for (Language& language : languages) {
    const auto is_namesake = [&](const Language& other) { return other.name == language.name; };
    if (std::count_if(as_named.begin(), as_named.end(), is_namesake) > 1) language.name += " (" + language.code + ")";
  }
  return languages;
}

Result<std::shared_ptr<const Catalogue>> load_language(vault::FileSystem& files, const vault::Path& folder,
                                                       const std::string& code) {
  if (code == kEnglish) return std::shared_ptr<const Catalogue>();
  if (folder.empty() || !is_code(code)) return Error{ErrorCode::not_found, "language"};
  TRY_ASSIGN(const Bytes bytes, vault::read_whole_file(files, folder / vault::from_utf8(code + kSuffix), kMostBytes));
  return Catalogue::parse(std::string(as_text(bytes)));
}

}  // namespace daybook::ui
