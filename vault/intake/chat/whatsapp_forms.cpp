#include "vault/intake/chat/whatsapp_forms.h"

#include <algorithm>

#include "vault/intake/chat/whatsapp_dates.h"
#include "vault/record/calendar.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostForms = 32;

bool is_figures(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int32_t> day_of_figures(std::string_view year, std::string_view month, std::string_view day) {
  const auto value = [](std::string_view figures) {
    unsigned all = 0;
    for (const char c : figures) all = all * 10 + static_cast<unsigned>(c - '0');
    return all;
  };
  return day_number({static_cast<int>(value(year)), value(month), value(day)});
}

// The day in the name of an attachment that the program named: `IMG-20230101-WA0014.jpg`,
// `00000007-PHOTO-2023-01-01-10-39-32.jpg`. Nothing where there is none.
std::optional<std::int32_t> day_in_name(std::string_view text) {
  text = text.substr(0, 300);
  if (text.find('-') == std::string_view::npos) return std::nullopt;
  if (const std::size_t at = text.find("-WA"); at != std::string_view::npos && at >= 9) {
    const std::string_view day = text.substr(at - 8, 8);
    if (is_figures(day) && text[at - 9] == '-')
      return day_of_figures(day.substr(0, 4), day.substr(4, 2), day.substr(6));
  }
  for (std::size_t at = text.find("-20"); at != std::string_view::npos; at = text.find("-20", at + 1)) {
    const std::string_view day = text.substr(at + 1, 11);
    if (day.size() < 11 || day[4] != '-' || day[7] != '-' || day[10] != '-') continue;
    if (is_figures(day.substr(0, 4)) && is_figures(day.substr(5, 2)) && is_figures(day.substr(8, 2)))
      return day_of_figures(day.substr(0, 4), day.substr(5, 2), day.substr(8, 2));
  }
  return std::nullopt;
}

}  // namespace

void WhatsappForms::Evidence::count(bool has_hour, std::optional<std::int32_t> file_day) {
  if (!day || !has_hour) {
    ++no_days;
    return;
  }
  agreeing += file_day == day ? 1 : 0;
  jumps_back += *day < before ? 1 : 0;
  before = *day;
  first = std::min(first, *day);
  last = std::max(last, *day);
}

// Null where there are too many.
WhatsappForms::Form* WhatsappForms::form_of(const WhatsappStamp& stamp, std::uint32_t form) {
  if (m_last < m_forms.size() && m_forms[m_last].form == form) return &m_forms[m_last];
  auto found = std::find_if(m_forms.begin(), m_forms.end(), [&](const Form& one) { return one.form == form; });
  if (found == m_forms.end()) {
    if (m_forms.size() == kMostForms) return nullptr;
    m_forms.push_back({form, stamp});
    found = m_forms.end() - 1;
  }
  ++found->runs;
  m_last = static_cast<std::size_t>(found - m_forms.begin());
  return &*found;
}

void WhatsappForms::count(const WhatsappStamp& stamp, std::uint32_t form, std::string_view rest) {
  Form* found = form_of(stamp, form);
  if (found == nullptr) return;
  ++found->lines;
  if (stamp.year_at == 0) return;
  if (!found->before || !found->before->is_of_date(stamp)) {
    found->before = stamp;
    found->is_clear = is_order_clear(stamp);
    found->day_first.day = day_of(stamp, DateOrder::day_month_year);
    found->month_first.day = day_of(stamp, DateOrder::month_day_year);
    if (may_have_year_first(stamp)) found->year_first.day = day_of(stamp, DateOrder::year_month_day);
  }
  const auto file_day = found->is_clear ? std::nullopt : day_in_name(rest);
  const bool has_hour = stamp.hour_of_day() < 24;
  found->day_first.count(has_hour, file_day);
  found->month_first.count(has_hour, file_day);
  found->year_first.count(has_hour, file_day);
}

const WhatsappForms::Form* WhatsappForms::main() const { return m_forms.empty() ? nullptr : &m_forms.front(); }

const WhatsappStamp* WhatsappForms::main_stamp() const { return main() == nullptr ? nullptr : &main()->stamp; }

bool WhatsappForms::says_days() const {
  const Form* form = main();
  if (form == nullptr) return false;
  if (form->stamp.year_at == 0) return day_of(form->stamp, DateOrder::year_month_day).has_value();
  return std::min({form->day_first.no_days, form->month_first.no_days, form->year_first.no_days}) < form->lines;
}

bool WhatsappForms::contradicts(DateOrder order) const {
  const Form* form = main();
  if (form == nullptr || form->stamp.year_at == 0) return false;
  const std::uint64_t of_day = form->day_first.no_days, of_month = form->month_first.no_days;
  if (order == DateOrder::year_month_day)
    return !may_have_year_first(form->stamp) || form->year_first.no_days > std::min(of_day, of_month);
  return order == DateOrder::month_day_year ? of_month > of_day : of_day > of_month;
}

std::optional<DateOrder> WhatsappForms::order_of_other_year() const {
  const Form* first = main();
  for (const Form& other : m_forms) {
    if (first->runs == 1 && other.runs == 1 && other.stamp.differs_only_in_year(first->stamp))
      return order_of(&other).order;
  }
  return std::nullopt;
}

ChatSettings WhatsappForms::order_of(const Form* form) {
  constexpr auto kMonthFirst = DateOrder::month_day_year;
  if (form == nullptr) return {};
  if (form->stamp.year_at == 0) return {DateOrder::year_month_day, OrderBy::found};
  const ChatSettings last = order_with_year_last(*form);
  if (!may_have_year_first(form->stamp)) return last;
  const Evidence& with_last = last.order == kMonthFirst ? form->month_first : form->day_first;
  const Evidence& year = form->year_first;
  if (year.faults() != with_last.faults())
    return year.faults() < with_last.faults() ? ChatSettings{DateOrder::year_month_day, OrderBy::found} : last;
  if (year.span() < with_last.span()) return {DateOrder::year_month_day, OrderBy::assumed};
  const bool are_alike = year.span() == with_last.span() && year.span() > 0;
  return are_alike ? ChatSettings{last.order, OrderBy::assumed} : last;
}

ChatSettings WhatsappForms::order_with_year_last(const Form& form) {
  constexpr auto kDayFirst = DateOrder::day_month_year, kMonthFirst = DateOrder::month_day_year;
  const Evidence &day = form.day_first, &month = form.month_first;
  const auto fewer = [](std::uint64_t of_day, std::uint64_t of_month) {
    return of_day < of_month ? kDayFirst : kMonthFirst;
  };
  if (day.no_days != month.no_days) return {fewer(day.no_days, month.no_days), OrderBy::found};
  if (day.agreeing != month.agreeing) return {fewer(month.agreeing, day.agreeing), OrderBy::found};
  if (day.jumps_back != month.jumps_back) return {fewer(day.jumps_back, month.jumps_back), OrderBy::found};
  if (form.stamp.separator != '/') return {kDayFirst, OrderBy::found};
  return {day.span() <= month.span() ? kDayFirst : kMonthFirst, OrderBy::assumed};
}

}  // namespace daybook::vault
