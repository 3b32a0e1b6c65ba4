#include "vault/bundle/check/part_lines.h"

#include <algorithm>

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

// The text of a message has at most 1 MiB, of which every byte may take six.
constexpr std::size_t kMostLineBytes = 8 << 20;

constexpr std::string_view kKinds[] = {"text",   "media",    "call",    "deleted", "edited",
                                       "system", "location", "contact", "poll",    "unknown"};
constexpr std::string_view kHows[] = {"order", "ambiguous", "zone", "inherited"};

template <std::size_t N>
bool is_one_of(const std::string_view (&all)[N], std::string_view text) {
  return std::find(std::begin(all), std::end(all), text) != std::end(all);
}

crypto::Sha256Digest digest(MemberReader& reader, const char* name) {
  const auto bytes = crypto::exactly<32>(crypto::from_hex(reader.hex(name, 32)));
  if (!bytes) reader.malformed();
  return bytes.value_or(crypto::Sha256Digest{});
}

class LineReader {
 public:
  // False when no line after this one is of interest.
  bool feed(std::string_view block) {
    while (!block.empty()) {
      const std::size_t end = block.find('\n');
      if (end == std::string_view::npos) {
        m_line += block;
        return m_line.size() <= kMostLineBytes || fail(m_read.is_malformed);
      }
      m_line += block.substr(0, end);
      block.remove_prefix(end + 1);
      if (m_line.size() > kMostLineBytes || !take()) return fail(m_read.is_malformed);
      if (m_read.lines.size() > kMostPartMessages) return fail(m_read.is_over_limit);
      m_line.clear();
    }
    return true;
  }
  PartLines finish() {
    if (!m_line.empty()) m_read.is_malformed |= !m_read.is_over_limit;
    return std::move(m_read);
  }

 private:
  static bool fail(bool& fault) {
    fault = true;
    return false;
  }

  bool take() {
    bool is_over_limit = false;
    const auto json = parse_bounded(m_line, is_over_limit);
    if (!json || !json->is_object()) return false;
    GrammarNotes notes;
    MemberReader reader(*json, notes);
    PartLine line;
    line.number = reader.count("n", 1);
    line.size = reader.count("size", 1);
    line.salt = digest(reader, "s");
    line.pieces = digest(reader, "pieces");
    if (!is_one_of(kKinds, reader.text("kind"))) notes.note_newer("kind");
    if (const auto how = reader.text_if_there("how"); how && !is_one_of(kHows, *how)) notes.note_newer("how");
    for (const char* name : {"at", "file", "from", "text", "time"}) (void)reader.text_if_there(name);
    if (reader.value_if_there("flags") != nullptr) {
      for (const Json& flag : reader.array("flags")) notes.is_malformed |= !flag.is_string();
    }
    reader.finish();
    m_read.is_newer |= !notes.newer.empty();
    m_read.lines.push_back(line);
    return notes.is_good();
  }

  std::string m_line;
  PartLines m_read;
};

}  // namespace

Result<std::optional<PartLines>> read_part_lines(const Listed& listed, std::string_view path) {
  LineReader reader;
  bool goes_on = true;
  TRY_ASSIGN(const bool is_same, listed.read(path, [&](ByteView block) -> Result<void> {
    goes_on = goes_on && reader.feed(as_text(block));
    return {};
  }));
  if (!is_same) return std::optional<PartLines>();
  return std::optional(reader.finish());
}

}  // namespace daybook::vault
