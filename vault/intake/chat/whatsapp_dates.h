#pragma once

#include "vault/intake/chat/whatsapp_stamp.h"

namespace daybook::vault {

/// Whether the year of two figures may be the first of them: `25. 2. 13.` in Korean, `25/2/13` in Basque.
bool may_have_year_first(const WhatsappStamp& stamp);
/// The day of a stamp when its date is read in this order, counted from 1970; nothing where the calendar has no such
/// day.
std::optional<std::int32_t> day_of(const WhatsappStamp& stamp, DateOrder order);
/// The time that a stamp says when its date is read in this order, or nothing where the calendar has no such day.
std::optional<LocalTime> time_of(const WhatsappStamp& stamp, DateOrder order);
/// The same for one stamp after the other, in one order: those that follow each other are mostly of one day, which is
/// then reckoned once.
class WhatsappTimes {
 public:
  explicit WhatsappTimes(DateOrder order) : m_order(order) {}
  std::optional<LocalTime> of(const WhatsappStamp& stamp) {
    if (!m_date || !m_date->is_of_date(stamp)) reckon(stamp);
    const unsigned hour = stamp.hour_of_day();
    if (!m_day || hour > 23) return std::nullopt;
    return LocalTime{((std::int64_t{*m_day} * 24 + hour) * 60 + stamp.minute) * 60 + stamp.second, stamp.has_seconds};
  }

 private:
  void reckon(const WhatsappStamp& stamp);

  DateOrder m_order;
  std::optional<WhatsappStamp> m_date;  // the last one whose day was reckoned
  std::optional<std::int32_t> m_day;
};
/// Whether the date itself says in which order it stands: the year comes first, or one of day and month is over 12.
bool is_order_clear(const WhatsappStamp& stamp);

}  // namespace daybook::vault
