#include "ui/words/catalogue.h"

#include <optional>
#include <set>

#include "crypto/bytes.h"

namespace daybook::ui {
namespace {

// How many values a sentence takes in its places `{}` or `{0}`. It is well formed when fmt can read it and each value
// is used.
struct Places {
  std::size_t values;
  bool is_well_formed;
};

Places places_in(std::string_view text) {
  std::set<std::size_t> used;
  std::size_t next = 0;
  bool counts = false, names = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '{' && text[at] != '}') continue;
    if (text.substr(at, 2) == "{{" || text.substr(at, 2) == "}}") {
      ++at;
      continue;
    }
    const bool is_counted = text.substr(at, 2) == "{}";
    const bool is_numbered = !is_counted && text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}' &&
                             text[at + 1] >= '0' && text[at + 1] <= '9';
    if (!is_counted && !is_numbered) return {0, false};
    used.insert(is_counted ? next++ : static_cast<std::size_t>(text[at + 1] - '0'));
    counts |= is_counted;
    names |= is_numbered;
    at += is_counted ? 1 : 2;
  }
  const bool is_whole = used.empty() || *used.rbegin() + 1 == used.size();
  return {used.size(), is_whole && !(counts && names)};
}

bool has_same_places(std::string_view original, std::string_view translation) {
  const Places wanted = places_in(original), given = places_in(translation);
  return wanted.is_well_formed ? given.is_well_formed && given.values == wanted.values : original == translation;
}

// The value of a line `Name: value` in the header, which is the translation of the empty sentence.
std::string header_value(std::string_view header, std::string_view name) {
  const std::string begin = std::string(name) + ": ";
  while (!header.empty()) {
    const std::string_view line = header.substr(0, header.find('\n'));
    if (line.starts_with(begin)) return std::string(line.substr(begin.size()));
    header.remove_prefix(std::min(header.size(), line.size() + 1));
  }
  return "";
}

}  // namespace

Result<std::shared_ptr<const Catalogue>> Catalogue::parse(std::string bytes) {
  std::shared_ptr<Catalogue> catalogue(new Catalogue(std::move(bytes)));
  if (!catalogue->read()) return Error{ErrorCode::malformed, "catalogue"};
  return std::shared_ptr<const Catalogue>(std::move(catalogue));
}

// Follows "The Format of GNU MO Files" of the GNU gettext manual: magic, revision, number of sentences, and the offsets
// of two tables of length and offset.
bool Catalogue::read() {
  constexpr std::uint64_t kMagic = 0x950412de;
  constexpr std::size_t kHeader = 20, kRow = 8;
  const std::string_view bytes = m_bytes;
  const auto number = [&](std::uint64_t at) {
    return load_little_endian<4>(as_bytes(bytes).subspan(static_cast<std::size_t>(at)));
  };
  if (bytes.size() < kHeader || number(0) != kMagic) return false;
  const std::uint64_t count = number(8), originals = number(12), translations = number(16);
  if (count > bytes.size() / kRow || originals + count * kRow > bytes.size() ||
      translations + count * kRow > bytes.size())
    return false;
  const auto sentence = [&](std::uint64_t table, std::uint64_t i) -> std::optional<std::string_view> {
    const std::uint64_t length = number(table + i * kRow), offset = number(table + i * kRow + 4);
    if (offset + length >= bytes.size() || bytes[static_cast<std::size_t>(offset + length)] != '\0')
      return std::nullopt;
    return bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
  };
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto original = sentence(originals, i), translation = sentence(translations, i);
    if (!original || !translation) return false;
    if (original->empty()) m_language_name = header_value(*translation, "X-Language-Name");
    if (original->empty() || translation->empty()) continue;
    if (has_same_places(*original, *translation))
      m_sentences[*original] = translation->data();
    else
      ++m_left_out;
  }
  return true;
}

const char* Catalogue::find(std::string_view english) const {
  const auto found = m_sentences.find(english);
  return found == m_sentences.end() ? nullptr : found->second;
}

}  // namespace daybook::ui
