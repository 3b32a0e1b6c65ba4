#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "vault/intake/chat/whatsapp_stamp.h"

namespace daybook::vault {

/// Which form the stamps of an export have, and in which order their dates stand. The first stamp has the form: the
/// telephone itself wrote it, and a stamp in another one was pasted. How many have a form says nothing, since one
/// message can hold more lines than the rest of a chat. The order is learnt from a first reading of all of it.
class WhatsappForms {
 public:
  /// Learns from the stamp of a line, its form, and what follows it.
  void count(const WhatsappStamp& stamp, std::uint32_t form, std::string_view rest);
  /// The first stamp, or null when there was none. It lives as long as this object.
  const WhatsappStamp* main_stamp() const;
  /// Whether dates of that form say days, in some order.
  bool says_days() const;
  /// The order of the dates. Where it is not clear in itself, the first of these decides: fewer days that no calendar
  /// has; days in the names of attachments; fewer jumps back; a full stop or a hyphen, which nobody writes between
  /// month and day in this order; a chat that takes less time. The last is assumed and not found, and so is day before
  /// month when nothing decides. A year of two figures stands first where dates that are none and jumps back are
  /// fewer then, or as many, which is assumed, and the chat takes less time.
  ChatSettings order() const { return order_of(main()); }
  /// Whether dates of the export would be none in that order, such as 13/03 where the month stands first.
  bool contradicts(DateOrder order) const;
  /// The order of the dates of another form that the export changes to once, or from once, because the telephone began
  /// to write years in another way. Nothing where the two change more often: then lines of the other form were pasted.
  std::optional<DateOrder> order_of_other_year() const;

 private:
  // What speaks for one of the two orders. Days count from 1970.
  struct Evidence {
    std::optional<std::int32_t> day = std::nullopt;  // of the date before
    std::uint64_t no_days = 0, agreeing = 0, jumps_back = 0;
    std::int32_t first = std::numeric_limits<std::int32_t>::max(), last = std::numeric_limits<std::int32_t>::min();
    std::int32_t before = std::numeric_limits<std::int32_t>::min();

    void count(bool has_hour, std::optional<std::int32_t> file_day);
    std::uint64_t faults() const { return no_days + jumps_back; }
    /// Days between the first and the last.
    std::uint32_t span() const { return static_cast<std::uint32_t>(last) - static_cast<std::uint32_t>(first); }
  };
  struct Form {
    std::uint32_t form;
    WhatsappStamp stamp;                // the first of them
    std::uint64_t lines = 0, runs = 0;  // a run is not broken by a stamp of another form
    std::optional<WhatsappStamp> before = std::nullopt;
    bool is_clear = false;  // the date of `before` says itself in which order it stands
    Evidence day_first = {}, month_first = {}, year_first = {};
  };
  Form* form_of(const WhatsappStamp& stamp, std::uint32_t form);
  const Form* main() const;
  static ChatSettings order_of(const Form* form);
  static ChatSettings order_with_year_last(const Form& form);

  std::vector<Form> m_forms;
  std::size_t m_last = 0;  // the form of the stamp before
};

}  // namespace daybook::vault
