#include "vault/intake/chat/whatsapp_forms.h"

#include <algorithm>

#include "vault/log/clock.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostForms = 32;
constexpr std::int64_t kDay = 24 * 60 * 60;

bool is_figures(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The day in the name of an attachment that the program named: `IMG-20230101-WA0014.jpg`,
// `00000007-PHOTO-2023-01-01-10-39-32.jpg`. As `20230101`; empty where there is none.
std::string day_in_name(std::string_view text) {
  text = text.substr(0, 300);
  if (text.find('-') == std::string_view::npos) return "";
  if (const std::size_t at = text.find("-WA"); at != std::string_view::npos && at >= 9) {
    const std::string_view day = text.substr(at - 8, 8);
    if (is_figures(day) && text[at - 9] == '-') return std::string(day);
  }
  for (std::size_t at = text.find("-20"); at != std::string_view::npos; at = text.find("-20", at + 1)) {
    const std::string_view day = text.substr(at + 1, 11);
    if (day.size() == 11 && day[4] == '-' && day[7] == '-' && day[10] == '-' && is_figures(day.substr(0, 4)) &&
        is_figures(day.substr(5, 2)) && is_figures(day.substr(8, 2)))
      return std::string(day.substr(0, 4)) + std::string(day.substr(5, 2)) + std::string(day.substr(8, 2));
  }
  return "";
}

}  // namespace

void WhatsappForms::add(const WhatsappStamp& stamp, std::string_view file_day, Evidence& evidence) {
  const auto time = evidence.times.of(stamp);
  if (!time) {
    ++evidence.no_days;
    return;
  }
  const std::int64_t day = time->seconds - (time->seconds % kDay + kDay) % kDay;
  if (!file_day.empty()) {
    const std::string text = format_utc(time->seconds);
    evidence.agreeing += text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2) == file_day ? 1 : 0;
  }
  evidence.jumps_back += day < evidence.before ? 1 : 0;
  evidence.before = day;
  evidence.first = std::min(evidence.first, day);
  evidence.last = std::max(evidence.last, day);
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
  const std::string file_day = is_order_clear(stamp) ? "" : day_in_name(rest);
  add(stamp, file_day, found->day_first);
  add(stamp, file_day, found->month_first);
}

const WhatsappForms::Form* WhatsappForms::main() const {
  const auto most =
      std::max_element(m_forms.begin(), m_forms.end(), [](const Form& a, const Form& b) { return a.lines < b.lines; });
  return most == m_forms.end() ? nullptr : &*most;
}

const WhatsappStamp* WhatsappForms::main_stamp() const { return main() == nullptr ? nullptr : &main()->stamp; }

std::optional<DateOrder> WhatsappForms::order_of_other_year() const {
  const Form* most = main();
  for (const Form& other : m_forms) {
    if (most->runs == 1 && other.runs == 1 && other.stamp.differs_only_in_year(most->stamp))
      return order_of(&other).order;
  }
  return std::nullopt;
}

ChatSettings WhatsappForms::order_of(const Form* form) {
  constexpr auto kDayFirst = DateOrder::day_month_year, kMonthFirst = DateOrder::month_day_year;
  if (form == nullptr) return {};
  if (form->stamp.year_at == 0) return {DateOrder::year_month_day, OrderBy::found};
  const Evidence &day = form->day_first, &month = form->month_first;
  const auto fewer = [](std::uint64_t of_day, std::uint64_t of_month) {
    return of_day < of_month ? kDayFirst : kMonthFirst;
  };
  if (day.no_days != month.no_days) return {fewer(day.no_days, month.no_days), OrderBy::found};
  if (day.agreeing != month.agreeing) return {fewer(month.agreeing, day.agreeing), OrderBy::found};
  if (day.jumps_back != month.jumps_back) return {fewer(day.jumps_back, month.jumps_back), OrderBy::found};
  if (form->stamp.separator != '/') return {kDayFirst, OrderBy::found};
  const auto span = [](const Evidence& of) {
    return static_cast<std::uint64_t>(of.last) - static_cast<std::uint64_t>(of.first);
  };
  return {span(day) <= span(month) ? kDayFirst : kMonthFirst, OrderBy::assumed};
}

}  // namespace daybook::vault
