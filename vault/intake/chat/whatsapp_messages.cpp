#include "vault/intake/chat/whatsapp_messages.h"

#include <algorithm>
#include <utility>

#include "vault/intake/chat/whatsapp_body.h"
#include "vault/intake/chat/whatsapp_dates.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostOfMessage = ChatLines::kMostOfLine;  // bytes; the program takes 65,536 characters

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
}

}  // namespace

Result<void> WhatsappMessages::line(const ChatLine& line, const WhatsappHeaders::Header& header) {
  if (header.is_one) {
    const SenderAndBody parts = m_all.senders.split(line.text.substr(header.stamp->size));
    if (!is_pasted(header, parts.sender)) {
      TRY(end(line.begin));
      begin(line, header, parts);
      return cut_off(line);
    }
  }
  if (!m_is_open) return add_range(line);
  m_message.flags.looks_forged |= header.is_like_one();
  if (m_body_size + line.text.size() > kMostOfMessage) {
    TRY(close_too_long(line.begin));
    return add_range(line);
  }
  add(line);
  return cut_off(line);
}

Result<void> WhatsappMessages::finish(std::uint64_t size) {
  TRY(end(size));
  return end_range();
}

// A line that was pasted looks like the message of a stranger, and is older than what it stands in.
bool WhatsappMessages::is_pasted(const WhatsappHeaders::Header& header, std::string_view sender) const {
  if (m_all.is_parted_by_returns || !m_has_last || sender.empty()) return false;
  return header.time.seconds < m_last - WhatsappSenders::kBack && !m_all.senders.is_known(sender);
}

void WhatsappMessages::begin(const ChatLine& line, const WhatsappHeaders::Header& header, const SenderAndBody& parts) {
  const WhatsappStamp& stamp = *header.stamp;
  m_lines.keep_from(line.begin);
  m_is_open = true;
  m_message = {};
  m_message.begin = line.begin;
  m_at = {line.begin + stamp.at_begin, line.begin + stamp.at_end};
  m_from = {line.begin + stamp.size, line.begin + stamp.size + parts.sender.size()};
  m_message.time = header.time;
  const bool is_assumed = m_all.settings.order_by == OrderBy::assumed;
  const bool may_be_year_first =
      may_have_year_first(stamp) && (is_assumed || m_all.settings.order == DateOrder::year_month_day);
  if (!is_order_clear(stamp) || may_be_year_first) m_message.read = is_assumed ? TimeRead::ambiguous : TimeRead::order;
  m_message.flags.is_out_of_order = m_has_last && header.time.seconds < m_last;
  m_message.flags.is_in_same_time_run = m_time_runs.has(line.begin);
  m_last = header.time.seconds;
  m_has_last = true;
  m_body.begin = line.begin + line.text.size() - parts.body.size();
  add(line);
}

void WhatsappMessages::add(const ChatLine& line) {
  m_body.end = line.begin + line.text.size();
  // Where messages end by LF alone, a CR before it was written or pasted by a person.
  if (!m_all.is_parted_by_returns && line.is_whole && line.has_return) ++m_body.end;
  m_body_size = line.end - m_body.begin;
}

// The rest of a line that is longer than any message.
Result<void> WhatsappMessages::cut_off(const ChatLine& line) {
  if (line.is_whole) return {};
  ChatLine rest = line;
  rest.begin = line.begin + line.text.size();
  TRY(close_too_long(rest.begin));
  return add_range(rest);
}

Result<void> WhatsappMessages::close_too_long(std::uint64_t at) {
  m_message.flags.is_not_understood = true;
  return end(at);
}

Result<void> WhatsappMessages::end(std::uint64_t at) {
  TRY(end_range());
  if (!m_is_open) return {};
  m_is_open = false;
  const std::string_view all = m_lines.kept(m_message.begin, m_body.end);
  const auto part = [&](const Part& of) {
    return all.substr(static_cast<std::size_t>(of.begin - m_message.begin),
                      static_cast<std::size_t>(of.end - of.begin));
  };
  m_lines.keep_nothing();
  m_message.end = at;
  m_message.from = part(m_from);
  m_message.at = part(m_at);
  const WhatsappBody body = read_whatsapp_body(part(m_body), !m_message.from.empty(), m_all.marks());
  m_message.kind = body.kind;
  m_message.text = body.text;
  m_message.file = body.file;
  return m_reader.message(m_message);
}

Result<void> WhatsappMessages::add_range(const ChatLine& line) {
  const RangeKind what = is_blank(line.text) ? RangeKind::blank : RangeKind::not_understood;
  if (m_range.end > m_range.begin && m_range.what != what) TRY(end_range());
  if (m_range.end == m_range.begin) m_range = {line.begin, line.begin, what};
  m_range.end = line.end;
  return {};
}

Result<void> WhatsappMessages::end_range() {
  if (m_range.end == m_range.begin) return {};
  const ChatRange range = std::exchange(m_range, {});
  return m_reader.range(range);
}

}  // namespace daybook::vault
