#include "ui/words/languages.h"

#include <algorithm>

namespace daybook::ui {
namespace {

constexpr std::size_t kMostBytes = 8 << 20;
constexpr const char* kSuffix = ".mo";

// A code comes from a settings file that anybody may have written: it names a file in the folder, and no other.
bool is_code(const std::string& code) {
  return !code.empty() && std::all_of(code.begin(), code.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

}  // namespace

std::vector<Language> languages_in(vault::FileSystem& files, const vault::Path& folder) {
  std::vector<Language> languages{{kEnglish, "English"}};
  const auto names = files.list(folder);
  for (const vault::Path& name : names ? *names : std::vector<vault::Path>()) {
    const std::string code = vault::to_utf8(name.stem());
    if (name.extension() != kSuffix || !is_code(code) || code == kEnglish) continue;
    const auto catalogue = load_language(files, folder, code);
    if (catalogue && !(*catalogue)->language_name().empty()) languages.push_back({code, (*catalogue)->language_name()});
  }
  std::sort(languages.begin() + 1, languages.end(),
            [](const Language& a, const Language& b) { return a.code < b.code; });
  return languages;
}

Result<std::shared_ptr<const Catalogue>> load_language(vault::FileSystem& files, const vault::Path& folder,
                                                       const std::string& code) {
  if (code == kEnglish) return std::shared_ptr<const Catalogue>();
  if (!is_code(code)) return Error{ErrorCode::not_found, "language"};
  TRY_ASSIGN(const Bytes bytes, vault::read_whole_file(files, folder / vault::from_utf8(code + kSuffix), kMostBytes));
  return Catalogue::parse(std::string(as_text(bytes)));
}

}  // namespace daybook::ui
