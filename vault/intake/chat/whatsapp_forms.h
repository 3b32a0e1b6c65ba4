#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "vault/intake/chat/whatsapp_stamp.h"

namespace daybook::vault {

/// Which form the stamps of an export have, and in which order their dates stand. Learnt from a first reading of all of
/// it: a stamp in another form than that of the most was pasted.
class WhatsappForms {
 public:
  /// Learns from the stamp of a line and what follows it.
  void count(const WhatsappStamp& stamp, std::string_view rest);
  /// The first stamp in the form that most lines have, or null when there was none. It lives as long as this object.
  const WhatsappStamp* main_stamp() const;
  /// The order of the dates. Where it is not clear in itself, the first of these decides: fewer days that no calendar
  /// has; days in the names of attachments; fewer jumps back; a full stop or a hyphen, which nobody writes between
  /// month and day in this order; a chat that takes less time. The last is assumed and not found, and so is day before
  /// month when nothing decides.
  ChatSettings order() const { return order_of(main()); }
  /// The order of the dates of another form that the export changes to once, or from once, because the telephone began
  /// to write years in another way. Nothing where the two change more often: then lines of the other form were pasted.
  std::optional<DateOrder> order_of_other_year() const;

 private:
  // What speaks for one of the two orders.
  struct Evidence {
    std::uint64_t no_days = 0, agreeing = 0, jumps_back = 0;
    std::int64_t first = std::numeric_limits<std::int64_t>::max(), last = std::numeric_limits<std::int64_t>::min();
    std::int64_t before = std::numeric_limits<std::int64_t>::min();
  };
  struct Form {
    std::uint32_t form;
    WhatsappStamp stamp;                // the first of them
    std::uint64_t lines = 0, runs = 0;  // a run is not broken by a stamp of another form
    Evidence day_first, month_first;
  };
  static void add(const WhatsappStamp& stamp, DateOrder order, std::string_view file_day, Evidence& evidence);
  const Form* main() const;
  static ChatSettings order_of(const Form* form);

  std::vector<Form> m_forms;
  std::uint32_t m_last_form = 0;
};

}  // namespace daybook::vault
