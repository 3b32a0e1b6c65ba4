#include "vault/intake/chat/whatsapp.h"

#include <algorithm>
#include <utility>

#include "vault/intake/chat/chat_lines.h"
#include "vault/intake/chat/whatsapp_body.h"
#include "vault/intake/chat/whatsapp_forms.h"
#include "vault/intake/chat/whatsapp_senders.h"

namespace daybook::vault {
namespace {

using Close = WhatsappStamp::Close;

constexpr std::size_t kMostOfMessage = 1 << 20;  // bytes; the program takes 65,536 characters

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
}

// Hands on every line of an export, from its beginning. An error of `use` ends it.
template <class Use>
Result<void> for_each_line(ByteSource& source, const Use& use) {
  ChatLines lines(source);
  for (;;) {
    TRY_ASSIGN(const auto line, lines.next());
    if (!line) return {};
    TRY(use(*line));
  }
}

// What is known of an export before its messages are told apart.
struct Export {
  WhatsappStamp example;  // a stamp in the form that most have
  ChatSettings settings;
  // The order of dates whose year has another number of figures, where the export changed to those once.
  std::optional<DateOrder> other_year;
  // An iPhone ends a message by CR LF, and the lines in it by LF alone. So a line behind an LF begins no message,
  // whatever it looks like.
  bool is_parted_by_returns = false;
  WhatsappSenders senders;

  bool is_iphone() const { return example.close == Close::bracket && (!example.is_time_first || example.has_seconds); }
};

// A stamp that may begin a message of this export. Where only a blank closes it, a sender has to follow.
std::optional<WhatsappStamp> stamp_of(const ChatLine& line) {
  auto stamp = read_whatsapp_stamp(line.text);
  if (stamp && stamp->close == Close::blank && line.text.find(": ", stamp->size) == std::string_view::npos)
    stamp.reset();
  return stamp;
}

Result<void> learn_form(ByteSource& source, std::optional<DateOrder> asked, Export& all) {
  WhatsappForms forms;
  std::uint64_t behind_return = 0, behind_feed = 0;
  bool is_behind_return = true;
  TRY(for_each_line(source, [&](const ChatLine& line) -> Result<void> {
    if (const auto stamp = stamp_of(line)) {
      forms.count(*stamp, line.text.substr(stamp->size));
      if (line.begin > 0) ++(is_behind_return ? behind_return : behind_feed);
    }
    is_behind_return = line.has_return;
    return {};
  }));
  if (forms.main_stamp() == nullptr) return Error{ErrorCode::unsupported, "no export of a chat"};
  all.example = *forms.main_stamp();
  all.settings = forms.order();
  all.other_year = forms.order_of_other_year();
  if (asked && all.example.year_at != 0) all.settings = {*asked, OrderBy::asked};
  all.is_parted_by_returns = behind_return >= 4 * behind_feed && behind_return > 0;
  return {};
}

// The stamps that begin a message as far as one line tells.
class Headers {
 public:
  explicit Headers(const Export& all) : m_all(all) {}
  struct Header {
    WhatsappStamp stamp;
    LocalTime time;
  };
  // Sets `is_like_one` where the line only looks like a header.
  std::optional<Header> next(const ChatLine& line, bool& is_like_one) {
    const bool is_behind_return = std::exchange(m_is_behind_return, line.has_return);
    const auto stamp = stamp_of(line);
    is_like_one = stamp && stamp->close != Close::blank;
    if (!stamp) return std::nullopt;
    const bool has_other_year = m_all.other_year && stamp->differs_only_in_year(m_all.example);
    if (stamp->form() != m_all.example.form() && !has_other_year) return std::nullopt;
    if (m_all.is_parted_by_returns && !is_behind_return && line.begin > 0) return std::nullopt;
    const auto time = time_of(*stamp, has_other_year ? *m_all.other_year : m_all.settings.order);
    if (!time) return std::nullopt;
    return Header{*stamp, *time};
  }

 private:
  const Export& m_all;
  bool m_is_behind_return = true;
};

Result<void> learn_senders(ByteSource& source, Export& all) {
  Headers headers(all);
  bool is_like_one = false;
  TRY(for_each_line(source, [&](const ChatLine& line) -> Result<void> {
    if (const auto header = headers.next(line, is_like_one))
      all.senders.count(line.text.substr(header->stamp.size), header->time.seconds);
    return {};
  }));
  all.senders.settle();
  return {};
}

// Tells messages and ranges apart, and hands them on.
class Messages {
 public:
  Messages(const Export& all, ChatReader& reader) : m_all(all), m_reader(reader) {}

  Result<void> line(const ChatLine& line, const std::optional<Headers::Header>& header, bool is_like_header) {
    if (header) {
      const SenderAndBody parts = m_all.senders.split(line.text.substr(header->stamp.size));
      if (!is_pasted(*header, parts.sender)) {
        TRY(end(line.begin));
        begin(line, *header, parts);
        return cut_off(line);
      }
    }
    if (!m_is_open) return add_range(line);
    m_message.looks_forged |= header.has_value() || is_like_header;
    if (m_body.size() + line.text.size() > kMostOfMessage) {
      TRY(close_too_long(line.begin));
      return add_range(line);
    }
    add(line.text, line);
    return cut_off(line);
  }

  Result<void> finish(std::uint64_t size) {
    TRY(end(size));
    return end_range();
  }

 private:
  // A line that was pasted looks like the message of a stranger, and is older than what it stands in.
  bool is_pasted(const Headers::Header& header, std::string_view sender) const {
    if (m_all.is_parted_by_returns || !m_has_last || sender.empty()) return false;
    return !m_all.senders.is_known(sender) && header.time.seconds < m_last - WhatsappSenders::kBack;
  }

  void begin(const ChatLine& line, const Headers::Header& header, const SenderAndBody& parts) {
    m_is_open = true;
    m_message = {};
    m_message.begin = line.begin;
    m_from.assign(parts.sender);
    m_at.assign(line.text.substr(header.stamp.at_begin, header.stamp.at_end - header.stamp.at_begin));
    m_message.time = header.time;
    if (!is_order_clear(header.stamp))
      m_message.read = m_all.settings.order_by == OrderBy::assumed ? TimeRead::ambiguous : TimeRead::order;
    m_message.is_out_of_order = m_has_last && header.time.seconds < m_last;
    m_last = header.time.seconds;
    m_has_last = true;
    m_body.clear();
    add(parts.body, line);
  }

  void add(std::string_view text, const ChatLine& line) {
    m_body += text;
    m_end_size = m_body.size();
    if (line.is_whole) m_body += line.has_return ? "\r\n" : "\n";
    // Where messages end by LF alone, a CR before it was written or pasted by a person.
    if (!m_all.is_parted_by_returns && line.has_return) ++m_end_size;
  }

  // The rest of a line that is longer than any message.
  Result<void> cut_off(const ChatLine& line) {
    if (line.is_whole) return {};
    const std::uint64_t end = line.begin + line.text.size();
    TRY(close_too_long(end));
    ChatLine rest = line;
    rest.begin = end;
    return add_range(rest);
  }

  Result<void> close_too_long(std::uint64_t at) {
    m_message.is_not_understood = true;
    return end(at);
  }

  Result<void> end(std::uint64_t at) {
    TRY(end_range());
    if (!m_is_open) return {};
    m_is_open = false;
    const WhatsappBody body =
        read_whatsapp_body(std::string_view(m_body).substr(0, m_end_size), !m_from.empty(), m_all.is_iphone());
    m_message.end = at;
    m_message.from = m_from;
    m_message.at = m_at;
    m_message.kind = body.kind;
    m_message.text = body.text;
    m_message.file = body.file;
    return m_reader.message(m_message);
  }

  Result<void> add_range(const ChatLine& line) {
    const RangeKind what = is_blank(line.text) ? RangeKind::blank : RangeKind::not_understood;
    if (m_range.end > m_range.begin && m_range.what != what) TRY(end_range());
    if (m_range.end == m_range.begin) m_range = {line.begin, line.begin, what};
    m_range.end = line.end;
    return {};
  }

  Result<void> end_range() {
    if (m_range.end == m_range.begin) return {};
    const ChatRange range = std::exchange(m_range, {});
    return m_reader.range(range);
  }

  const Export& m_all;
  ChatReader& m_reader;
  bool m_is_open = false;  // a message has begun
  ChatMessage m_message;
  std::string m_from, m_at, m_body;
  std::size_t m_end_size = 0;  // of the body without the end of its last line
  ChatRange m_range;
  std::int64_t m_last = 0;
  bool m_has_last = false;
};

}  // namespace

bool is_whatsapp(std::string_view beginning) {
  std::size_t stamps = 0;
  while (!beginning.empty() && stamps < 2) {
    const std::size_t end = std::min(beginning.find('\n'), beginning.size());
    const auto stamp = read_whatsapp_stamp(beginning.substr(0, end));
    stamps += stamp && stamp->close != Close::blank ? 1 : 0;
    beginning.remove_prefix(std::min(end + 1, beginning.size()));
  }
  return stamps == 2;
}

Result<void> read_whatsapp(ByteSource& source, std::optional<DateOrder> asked, ChatReader& reader) {
  Export all;
  TRY(learn_form(source, asked, all));
  TRY(learn_senders(source, all));
  TRY(reader.begin(all.settings));
  Headers headers(all);
  Messages messages(all, reader);
  TRY(for_each_line(source, [&](const ChatLine& line) {
    bool is_like_one = false;
    const auto header = headers.next(line, is_like_one);
    return messages.line(line, header, is_like_one);
  }));
  return messages.finish(source.size());
}

}  // namespace daybook::vault
