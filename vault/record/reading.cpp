#include "vault/record/reading.h"

#include <algorithm>

namespace daybook::vault {
namespace {

constexpr std::size_t kBlockBytes = 64 * 1024;

std::optional<std::uint64_t> count_member(const Json& json, const char* name) {
  const auto number = integer_member(json, name);
  return number && *number >= 0 ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

// The text of a member, taken out of it; empty where there is none.
std::string take_text(Json& json, const char* name) {
  const auto member = json.find(name);
  const bool is_text = member != json.end() && member->is_string();
  return is_text ? std::move(member->get_ref<std::string&>()) : std::string();
}

std::optional<MessageFlags> flags_of(const Json& json) {
  MessageFlags flags;
  const auto member = json.find("flags");
  if (member == json.end()) return flags;
  if (!member->is_array()) return std::nullopt;
  for (const Json& flag : *member) {
    if (!flag.is_string() || !set_flag(flags, flag.get_ref<const std::string&>())) return std::nullopt;
  }
  return flags;
}

std::optional<ReadMessage> parse_message(Json json, std::uint64_t number) {
  ReadMessage message;
  message.number = number;
  const auto how = parse_time_read(take_text(json, "how"));
  const auto kind = parse_message_kind(take_text(json, "kind"));
  const auto flags = flags_of(json);
  if (!how || !kind || !flags) return std::nullopt;
  if (const auto time = text_member(json, "time")) {
    message.time = parse_local_time(*time);
    if (!message.time) return std::nullopt;
  }
  message.how = *how;
  message.kind = *kind;
  message.flags = *flags;
  message.from = take_text(json, "from");
  message.at = take_text(json, "at");
  message.text = take_text(json, "text");
  message.file = take_text(json, "file");
  return message;
}

}  // namespace

// The spelling of a line is not looked at again: the digest of the whole reading holds it.
Result<ReadingLine> parse_reading_line(std::string_view line) {
  const Error bad{ErrorCode::malformed, "reading"};
  TRY_ASSIGN(Json json, parse_json(line));
  if (!json.is_object()) return bad;
  const auto source = count_member(json, "src"), begin = count_member(json, "b"), end = count_member(json, "e");
  if (!source || !begin || !end || *begin >= *end) return bad;
  const auto number = count_member(json, "n");
  if (number == 0u) return bad;
  if (json.contains("what")) {
    const auto what = parse_range_kind(text_member(json, "what").value_or(""));
    if (!what || (*what == RangeKind::same) != number.has_value()) return bad;
    return ReadingLine(ReadRange{static_cast<std::size_t>(*source), *begin, *end, *what, number.value_or(0)});
  }
  auto message = number ? parse_message(std::move(json), *number) : std::nullopt;
  if (!message) return bad;
  message->source = static_cast<std::size_t>(*source);
  message->begin = *begin;
  message->end = *end;
  return ReadingLine(std::move(*message));
}

ReadingLines::ReadingLines(ByteSource& reading) : ReadingLines(reading, 0) {}
ReadingLines::ReadingLines(ByteSource& reading, std::uint64_t offset) : m_reading(reading), m_offset(offset) {}

Result<ReadingHead> ReadingLines::head() {
  DAYBOOK_ASSERT(m_offset == 0);
  TRY_ASSIGN(const auto line, next_line());
  if (!line) return Error{ErrorCode::malformed, "reading"};
  m_id = reading_id_of(*line);
  return parse_head_line(*line);
}

Result<std::optional<ReadingLine>> ReadingLines::next() {
  TRY_ASSIGN(const auto line, next_line());
  if (!line) return std::optional<ReadingLine>();
  TRY_ASSIGN(ReadingLine read, parse_reading_line(*line));
  return std::optional(std::move(read));
}

Result<std::optional<std::string_view>> ReadingLines::next_line() {
  if (m_offset == m_reading.size()) return std::optional<std::string_view>();
  for (std::size_t wanted = kBlockBytes;; wanted = std::min(4 * wanted, kMostLineBytes)) {
    const std::size_t before = static_cast<std::size_t>(m_offset - m_block_at);
    if (m_offset >= m_block_at && before < m_block_size) {
      const std::string_view left = as_text(m_block.first(m_block_size)).substr(before);
      if (const std::size_t end = left.find('\n'); end != std::string_view::npos) {
        m_offset += end + 1;
        return std::optional(left.substr(0, end));
      }
      if (left.size() >= kMostLineBytes || m_block_at + m_block_size == m_reading.size()) break;
      wanted = std::max(wanted, std::min(4 * left.size(), kMostLineBytes));
    }
    m_block_size = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, m_reading.size() - m_offset));
    if (m_block.size() < m_block_size) m_block = crypto::ContentBuffer(m_block_size);
    m_block_at = m_offset;
    TRY(m_reading.read_at(m_block_at, m_block.first(m_block_size)));
  }
  return Error{ErrorCode::malformed, "reading"};
}

}  // namespace daybook::vault
