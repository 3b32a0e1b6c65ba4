#include "vault/intake/chat/whatsapp_export.h"

#include <limits>
#include <utility>

#include "vault/intake/chat/whatsapp_forms.h"
#include "vault/intake/chat/whatsapp_markers.h"

namespace daybook::vault {
namespace {

using Close = WhatsappStamp::Close;

// How much of an export is read for a first guess of what holds for all of it, in bytes.
constexpr std::uint64_t kBeginning = 64 << 10;

// The stamp that may begin a message, or null. Where only a blank closes it, a sender has to follow.
const WhatsappStamp* stamp_of(const ChatLine& line, WhatsappStampReader& stamps) {
  const WhatsappStamp* stamp = stamps.read(line.text);
  const bool has_sender =
      stamp == nullptr || stamp->close != Close::blank || line.text.find(": ", stamp->size) != std::string_view::npos;
  return has_sender ? stamp : nullptr;
}

// What a pass over the lines tells of all of them.
class Learning {
 public:
  void count(const ChatLine& line, const WhatsappHeaders::Header& header) {
    m_ends_with_return = line.has_return;
    if (header.stamp == nullptr) return;
    m_forms.count(*header.stamp, header.form, line.text.substr(header.stamp->size));
    count_attachment(line.text.substr(header.stamp->size));
    if (std::exchange(m_is_first, false)) return;
    if (m_behind_return + m_behind_feed == 0) m_begins_with_return = header.is_behind_return;
    ++(header.is_behind_return ? m_behind_return : m_behind_feed);
  }
  void count_attachment(std::string_view rest) {
    constexpr std::string_view kBehindSender = ": ";
    if (!rest.ends_with(')')) return;
    const std::size_t end = rest.find(kBehindSender);
    if (end == std::string_view::npos) return;
    const std::string_view body = rest.substr(end + kBehindSender.size());
    if (!android_attachment(body).empty()) ++(mark_size(body) > 0 ? m_marked : m_unmarked);
  }
  bool is_empty() const { return !m_forms.says_days(); }
  bool contradicts(DateOrder order) const { return m_forms.contradicts(order); }
  WhatsappExport learnt(std::optional<DateOrder> asked) const {
    WhatsappExport all;
    all.example = *m_forms.main_stamp();
    all.settings = m_forms.order();
    all.other_year = m_forms.order_of_other_year();
    all.marks_attachments = m_marked > 0 && m_marked >= m_unmarked;
    if (asked && all.example.year_at != 0) all.settings = {*asked, OrderBy::asked};
    // Whatever somebody pasted: the telephone itself wrote the last end of a line.
    const bool are_most = m_begins_with_return && m_behind_return >= 4 * m_behind_feed;
    all.is_parted_by_returns = m_behind_return > 0 && (m_ends_with_return || are_most);
    return all;
  }

 private:
  WhatsappForms m_forms;
  std::uint64_t m_behind_return = 0, m_behind_feed = 0;
  std::uint64_t m_marked = 0, m_unmarked = 0;  // lines that name a file
  bool m_is_first = true;
  bool m_begins_with_return = false;  // the second line with a stamp stands behind CR LF
  bool m_ends_with_return = false;    // and the last line of the file ends so
};

// Learns from the lines up to a place what holds for them, and from those that begin a message by `guess`, who writes.
Result<void> learn(ChatLines& lines, std::uint64_t end, WhatsappExport& guess, Learning& learning) {
  WhatsappHeaders headers(guess);
  lines.restart();
  for (ChatLine line; lines.next(line) && line.begin < end;) {
    const WhatsappHeaders::Header header = headers.next(line);
    learning.count(line, header);
    if (!header.is_one) continue;
    const std::string_view sender = guess.senders.count(line.text.substr(header.stamp->size), header.time.seconds);
    guess.time_runs.count(line.begin, header.time, sender);
  }
  guess.senders.settle();
  guess.time_runs.settle();
  return lines.error();
}

}  // namespace

// What the beginning says holds for nearly every export. So all of it is read by that, and again only where the end
// says otherwise.
Result<void> learn_whatsapp(ChatLines& lines, std::optional<DateOrder> asked, WhatsappExport& all) {
  Learning of_beginning;
  TRY(learn(lines, kBeginning, all, of_beginning));
  all = of_beginning.is_empty() ? WhatsappExport() : of_beginning.learnt(asked);
  for (;;) {
    Learning learning;
    TRY(learn(lines, std::numeric_limits<std::uint64_t>::max(), all, learning));
    if (learning.is_empty()) return Error{ErrorCode::unsupported, "no export of a chat"};
    // A line whose date is none would begin no message, and be swallowed by the one before.
    if (asked && learning.contradicts(*asked))
      return Error{ErrorCode::usage, "dates of this export are none in that order: a month would be over 12"};
    WhatsappExport learnt = learning.learnt(asked);
    const bool is_confirmed = learnt.has_headers_of(all);
    if (is_confirmed) {
      learnt.senders = std::move(all.senders);
      learnt.time_runs = std::move(all.time_runs);
    }
    all = std::move(learnt);
    if (is_confirmed) return {};
  }
}

WhatsappHeaders::WhatsappHeaders(const WhatsappExport& all)
    : m_all(all),
      m_form(all.example.form()),
      m_times(all.settings.order),
      m_times_of_other_year(all.other_year.value_or(all.settings.order)) {}

WhatsappHeaders::Header WhatsappHeaders::next(const ChatLine& line) {
  Header header;
  header.is_behind_return = std::exchange(m_is_behind_return, line.has_return);
  header.stamp = stamp_of(line, m_stamps);
  if (header.stamp == nullptr) return header;
  header.form = m_stamps.form();
  const bool has_other_form = header.form != m_form;
  if (has_other_form && !(m_all.other_year && header.stamp->differs_only_in_year(m_all.example))) return header;
  if (m_all.is_parted_by_returns && !header.is_behind_return && line.begin > 0) return header;
  const auto time = (has_other_form ? m_times_of_other_year : m_times).of(*header.stamp);
  header.is_one = time.has_value();
  if (time) header.time = *time;
  return header;
}

}  // namespace daybook::vault
