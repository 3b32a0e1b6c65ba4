#pragma once

#include "vault/intake/chat/chat_lines.h"
#include "vault/intake/chat/whatsapp_body.h"
#include "vault/intake/chat/whatsapp_dates.h"
#include "vault/intake/chat/whatsapp_senders.h"
#include "vault/intake/chat/whatsapp_stamp_reader.h"
#include "vault/intake/chat/whatsapp_time_runs.h"

namespace daybook::vault {

/// What is known of an export of WhatsApp before its messages are told apart.
struct WhatsappExport {
  WhatsappStamp example;  // a stamp in the form of the export
  ChatSettings settings;
  /// The order of dates whose year has another number of figures, where the export changed to those once.
  std::optional<DateOrder> other_year;
  /// An iPhone ends a message by CR LF, and the lines in it by LF alone. So a line behind an LF begins no message,
  /// whatever it looks like.
  bool is_parted_by_returns = false;
  bool marks_attachments = false;  // most lines that name a file begin with a mark of direction
  WhatsappSenders senders;
  WhatsappTimeRuns time_runs;

  /// Whether the same lines begin messages in both, at the same times.
  bool has_headers_of(const WhatsappExport& other) const {
    return example.form() == other.example.form() && settings.order == other.settings.order &&
           other_year == other.other_year && is_parted_by_returns == other.is_parted_by_returns;
  }
  WhatsappMarks marks() const {
    const bool is_bracket = example.close == WhatsappStamp::Close::bracket;
    if (is_bracket && (!example.is_time_first || example.has_seconds)) return WhatsappMarks::all;
    return marks_attachments ? WhatsappMarks::attachments : WhatsappMarks::nothing;
  }
};

/// Learns it in one pass over all lines, or in two where they turn out other than they begin. Errors are those of their
/// source, `unsupported` where no line has a stamp, and `usage` where dates would be none in the order that was asked
/// for.
Result<void> learn_whatsapp(ChatLines& lines, std::optional<DateOrder> asked, WhatsappExport& all);

/// The stamps that begin a message as far as one line tells.
class WhatsappHeaders {
 public:
  /// `all` must outlive this object.
  explicit WhatsappHeaders(const WhatsappExport& all);
  /// A line as a beginning of a message.
  struct Header {
    const WhatsappStamp* stamp = nullptr;  // good until the next line; null where none stands there
    std::uint32_t form = 0;                // of the stamp
    bool is_behind_return = true;          // the line before ends by CR LF, or there is none
    bool is_one = false;                   // it begins a message
    LocalTime time;                        // of that
    bool is_like_one() const { return is_one || (stamp != nullptr && stamp->close != WhatsappStamp::Close::blank); }
  };
  /// What this line is, which must be the one behind that of the last call.
  Header next(const ChatLine& line);

 private:
  const WhatsappExport& m_all;
  std::uint32_t m_form;
  WhatsappStampReader m_stamps;
  WhatsappTimes m_times, m_times_of_other_year;
  bool m_is_behind_return = true;
};

}  // namespace daybook::vault
