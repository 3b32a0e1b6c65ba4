#include "vault/bundle/copy_key.h"

#include <algorithm>

#include "crypto/age.h"
#include "crypto/typed_text.h"
#include "crypto/words.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {
namespace {

constexpr std::string_view kCopyBeginning = "copy-";
constexpr std::string_view kEnding = ".age";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether a text is what browsers and file managers put behind a name that is taken: ` (1)`, `(1)`, `-2`.
bool is_number_of_browser(std::string_view text) {
  if (text.starts_with(' ')) text.remove_prefix(1);
  if (text.starts_with('(') && text.ends_with(')') && text.size() > 2)
    text = text.substr(1, text.size() - 2);
  else if (text.starts_with('-'))
    text.remove_prefix(1);
  else
    return false;
  return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit);
}

// The stem `copy-3fa9c21e` of a name that begins with one, whatever a browser or a file manager put behind it. Nothing
// for a name that somebody gave the copy herself.
std::optional<std::string> stem_as_made(std::string_view name) {
  constexpr std::size_t kDigits = 8;
  if (!name.starts_with(kCopyBeginning)) return std::nullopt;
  const std::string_view rest = name.substr(kCopyBeginning.size());
  const std::string_view digits = rest.substr(0, kDigits), after = rest.substr(digits.size(), 1);
  if (digits.size() < kDigits || digits.find_first_not_of("0123456789abcdef") != std::string_view::npos)
    return std::nullopt;
  if (!after.empty() && std::string_view(" (.-").find(after[0]) == std::string_view::npos) return std::nullopt;
  return std::string(name.substr(0, kCopyBeginning.size() + kDigits));
}

// The stem of a copy's name. Where somebody gave the copy a name of her own, that is the name without its endings.
std::string stem_of(const Path& copy) {
  std::string name = to_utf8(copy.filename());
  if (auto stem = stem_as_made(name)) return *stem;
  const std::string part = is_part_name(copy) ? to_utf8(copy.extension()) : "";
  for (const std::string_view ending : {std::string_view(part), kEnding}) {
    if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    // Only a number in brackets is taken for a browser's: a dash and a number may be part of the name that she chose.
    const std::size_t bracket = name.rfind('(');
    if (bracket != std::string::npos && is_number_of_browser(std::string_view(name).substr(bracket)))
      name.resize(bracket > 0 && name[bracket - 1] == ' ' ? bracket - 1 : bracket);
  }
  return name;
}

bool is_renamed(std::string_view name, std::string_view wanted) {
  const std::string_view stem = wanted.substr(0, wanted.size() - kEnding.size());
  if (!name.starts_with(stem) || !name.ends_with(kEnding) || name.size() <= wanted.size()) return false;
  return is_number_of_browser(name.substr(stem.size(), name.size() - wanted.size()));
}

// A name without the number that a browser put behind it: `copy-3fa9c21e-key.age` for `copy-3fa9c21e-key (1).age`.
std::string without_number_of_browser(std::string name) {
  if (!name.ends_with(kEnding)) return name;
  const std::size_t end = name.size() - kEnding.size(), bracket = name.rfind('(');
  if (bracket == std::string::npos || !is_number_of_browser(std::string_view(name).substr(bracket, end - bracket)))
    return name;
  name.erase(bracket, end - bracket);
  if (bracket > 0 && name[bracket - 1] == ' ') name.erase(bracket - 1, 1);
  return name;
}

}  // namespace

std::string copy_key_name(std::string_view copy_stem) { return std::string(copy_stem) + "-key" + std::string(kEnding); }

Result<Path> find_copy_key(FileSystem& files, const Path& copy) {
  const Path folder = copy.parent_path();
  const std::string own = copy_key_name(stem_of(copy));
  std::vector<Path> names;
  if (auto listed = files.list(folder.empty() ? Path(".") : folder)) names = std::move(*listed);
  for (const std::string& wanted : {own, std::string(kOldCopyKeyName)}) {
    // Each name is also asked for directly, because some folders let their files be opened and not be listed.
    if (files.exists(folder / from_utf8(wanted))) return folder / from_utf8(wanted);
    for (const Path& name : names) {
      if (is_renamed(to_utf8(name), wanted)) return folder / name;
    }
  }
  return Error{ErrorCode::not_found, own};
}

bool is_copy_key(FileSystem& files, const Path& path) {
  const std::string name = without_number_of_browser(to_utf8(path.filename()));
  if (!name.ends_with(copy_key_name("")) && name != kOldCopyKeyName) return false;
  const auto facts = files.facts(path);
  return facts && facts->is_regular && facts->size <= kMostCopyKeyBytes;
}

Result<std::vector<crypto::AgeIdentity>> open_locked_key_file(ByteView file, crypto::SecretBuffer passphrase) {
  if (!crypto::is_age_file(file)) return Error{ErrorCode::malformed, "this is not a locked key file"};
  Bytes binary;
  if (!as_text(file).starts_with("age-encryption.org/")) {
    const crypto::SecretBuffer text = crypto::text_of_file(file);
    TRY_ASSIGN(binary, crypto::decode_age_armor(crypto::trim_blanks(text.expose_text())));
    file = binary;
  }
  crypto::AgeKeys by_passphrase;
  by_passphrase.passphrase = std::move(passphrase);
  MemorySource source(file);
  TRY_ASSIGN(auto reader, crypto::AgeReader::open(source, by_passphrase));
  if (reader.size() > kMostCopyKeyBytes) return Error{ErrorCode::malformed, "too long for a key file"};
  crypto::SecretBuffer text(static_cast<std::size_t>(reader.size()));
  TRY(reader.read_at(0, text.expose_mutable()));
  return crypto::parse_identity_file(text.expose_text());
}

Result<std::vector<crypto::AgeIdentity>> open_copy_key(ByteView file, crypto::SecretBuffer passphrase) {
  crypto::SecretBuffer normal = crypto::passphrase_in_normal_form(passphrase.expose_text());
  const bool has_another_form =
      !normal.empty() && !crypto::equal_in_constant_time(normal.expose(), passphrase.expose());
  auto identities = open_locked_key_file(file, std::move(passphrase));
  if (identities || identities.error().code != ErrorCode::no_matching_key || !has_another_form) return identities;
  return open_locked_key_file(file, std::move(normal));
}

}  // namespace daybook::vault
