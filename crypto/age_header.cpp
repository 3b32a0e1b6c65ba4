#include "crypto/age_header.h"

#include "crypto/encoding.h"

namespace daybook::crypto {
namespace {

constexpr std::string_view kVersionLine = "age-encryption.org/v1";
constexpr std::size_t kColumns = 64;

Error malformed(const char* what) { return {ErrorCode::malformed, std::string("age header: ") + what}; }

// The lines of a header, one after the other. They end in LF alone and hold printable ASCII only.
class Lines {
 public:
  explicit Lines(std::string_view text) : m_text(text) {}

  Result<std::string_view> next() {
    const std::size_t end = m_text.find('\n', m_position);
    if (end == std::string_view::npos) return malformed("ends early or is too long");
    m_line_start = m_position;
    const std::string_view line = m_text.substr(m_position, end - m_position);
    for (const char c : line) {
      if (c < 0x20 || c > 0x7e) return malformed("character that is not printable ASCII");
    }
    m_position = end + 1;
    return line;
  }
  std::size_t line_start() const { return m_line_start; }
  std::size_t position() const { return m_position; }

 private:
  std::string_view m_text;
  std::size_t m_position = 0;
  std::size_t m_line_start = 0;
};

Result<std::vector<std::string>> parse_arguments(std::string_view line) {
  std::vector<std::string> arguments;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (end == begin) return malformed("empty argument");
    arguments.emplace_back(line.substr(begin, end - begin));
    if (end == line.size()) return arguments;
    begin = end + 1;
  }
}

// The body of a stanza: full lines of 64 columns, then one line that is shorter and may be empty.
Result<Bytes> parse_body(Lines& lines) {
  Bytes body;
  for (;;) {
    TRY_ASSIGN(const std::string_view line, lines.next());
    if (line.size() > kColumns) return malformed("body line too long");
    const auto bytes = from_base64_unpadded(line);
    if (!bytes) return malformed("body is not canonical base64");
    append(body, *bytes);
    if (line.size() < kColumns) return body;
  }
}

}  // namespace

Result<AgeHeader> parse_age_header(ByteSource& source) {
  std::string text(static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), kMostAgeHeaderBytes)), '\0');
  TRY(source.read_at(0, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
  Lines lines(text);
  TRY_ASSIGN(const std::string_view version, lines.next());
  if (version != kVersionLine) return malformed("not an age v1 file");
  AgeHeader header{};
  for (;;) {
    TRY_ASSIGN(const std::string_view line, lines.next());
    if (line.starts_with("---")) {
      const auto mac = line.starts_with("--- ") ? exactly<32>(from_base64_unpadded(line.substr(4))) : std::nullopt;
      if (!mac || header.stanzas.empty()) return malformed("closing line");
      header.mac = *mac;
      header.authenticated_text = text.substr(0, lines.line_start() + 3);
      header.size = lines.position();
      return header;
    }
    if (!line.starts_with("-> ")) return malformed("stanza start");
    TRY_ASSIGN(auto arguments, parse_arguments(line.substr(3)));
    TRY_ASSIGN(auto body, parse_body(lines));
    header.stanzas.push_back({std::move(arguments), std::move(body)});
  }
}

std::string serialize_age_stanzas(const std::vector<AgeStanza>& stanzas) {
  std::string text = std::string(kVersionLine) + "\n";
  for (const AgeStanza& stanza : stanzas) {
    text += "->";
    for (const std::string& argument : stanza.arguments) text += " " + argument;
    text += "\n";
    const std::string body = to_base64_unpadded(stanza.body);
    for (std::size_t begin = 0; begin <= body.size(); begin += kColumns) text += body.substr(begin, kColumns) + "\n";
  }
  return text + "---";
}

std::string serialize_age_header(const std::vector<AgeStanza>& stanzas, ByteView mac) {
  return serialize_age_stanzas(stanzas) + " " + to_base64_unpadded(mac) + "\n";
}

}  // namespace daybook::crypto
