#include "vault/intake/chat/reading_lines.h"

#include <utf8proc.h>

#include "vault/log/canonical_json.h"

namespace daybook::vault {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

// How many bytes at the beginning of a text are a character of UTF-8, or 0.
std::size_t character_size(std::string_view text) {
  utf8proc_int32_t point = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &point);
  return size > 0 ? static_cast<std::size_t>(size) : 0;
}

void append_escaped(unsigned char c, std::string& line) {
  constexpr std::string_view kFigures = "0123456789abcdef";
  switch (c) {
    case '"':
      line += "\\\"";
      return;
    case '\\':
      line += "\\\\";
      return;
    case '\b':
      line += "\\b";
      return;
    case '\t':
      line += "\\t";
      return;
    case '\n':
      line += "\\n";
      return;
    case '\f':
      line += "\\f";
      return;
    case '\r':
      line += "\\r";
      return;
    default:
      line += "\\u00";
      line += kFigures[c >> 4];
      line += kFigures[c & 15];
  }
}

// A text as canonical JSON has it (RFC 8785, 3.2.2.2), written here because a reading has a million lines.
void append_text(std::string_view text, std::string& line) {
  line += '"';
  std::size_t begin = 0, at = 0;
  const auto flush = [&] { line.append(text, begin, at - begin); };
  while (at < text.size()) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x80) {
      if (const std::size_t size = character_size(text.substr(at))) {
        at += size;
        continue;
      }
      flush();
      line += kReplacement;
    } else if (c < 0x20 || c == '"' || c == '\\') {
      flush();
      append_escaped(c, line);
    } else {
      ++at;
      continue;
    }
    begin = ++at;
  }
  flush();
  line += '"';
}

// Adds members in the order in which they are given, which has to be that of their names.
class Line {
 public:
  explicit Line(std::string& line) : m_line(line) { m_line += '{'; }
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    begin(name);
    append_text(value, m_line);
  }
  void number(std::string_view name, std::uint64_t value) {
    begin(name);
    m_line += std::to_string(value);
  }
  void flags(const ChatMessage& message) {
    if (!message.looks_forged && !message.is_not_understood && !message.is_out_of_order) return;
    begin("flags");
    std::string_view before = "[";
    for (const auto& [is_set, name] :
         {std::pair(message.looks_forged, "looks-forged"), std::pair(message.is_not_understood, "not-understood"),
          std::pair(message.is_out_of_order, "out-of-order")}) {
      if (!is_set) continue;
      m_line += before;
      append_text(name, m_line);
      before = ",";
    }
    m_line += ']';
  }
  void end() { m_line += "}\n"; }

 private:
  void begin(std::string_view name) {
    if (m_line.back() != '{') m_line += ',';
    m_line += '"';
    m_line += name;
    m_line += "\":";
  }
  std::string& m_line;
};

}  // namespace

std::string head_line(const ReadingHead& head) {
  Json settings{{"order", to_text(head.settings.order)}, {"order_by", to_text(head.settings.order_by)}};
  Json source{{"sha256", head.sha256}, {"size", head.size}};
  if (!head.entry.empty()) source["entry"] = head.entry;
  Json line{{"reader", head.reader},
            {"settings", std::move(settings)},
            {"sources", Json::array({std::move(source)})},
            {"type", "reading"},
            {"v", 1}};
  if (!head.title.empty()) line["title"] = head.title;
  return to_canonical(line);
}

void append_message_line(const ChatMessage& message, std::uint64_t number, std::string& lines) {
  Line line(lines);
  line.text("at", message.at);
  line.number("b", message.begin);
  line.number("e", message.end);
  line.text("file", message.file);
  line.flags(message);
  line.text("from", message.from);
  line.text("how", to_text(message.read));
  line.text("kind", to_text(message.kind));
  line.number("n", number);
  line.number("src", 0);
  line.text("text", message.text);
  if (message.time) line.text("time", to_text(*message.time));
  line.end();
}

void append_range_line(const ChatRange& range, std::string& lines) {
  Line line(lines);
  line.number("b", range.begin);
  line.number("e", range.end);
  line.number("src", 0);
  line.text("what", to_text(range.what));
  line.end();
}

}  // namespace daybook::vault
