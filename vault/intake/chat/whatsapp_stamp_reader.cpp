#include "vault/intake/chat/whatsapp_stamp_reader.h"

#include <algorithm>
#include <cstring>

namespace daybook::vault {
namespace {

// An export has a pattern for each half of the day, and for a mark that stands before some lines. Others were pasted.
constexpr std::size_t kMostPatterns = 8;

// From 0 to 9, or more where it is none.
unsigned figure_of(char c) { return static_cast<unsigned char>(c - '0'); }
bool is_figure(char c) { return figure_of(c) <= 9; }

std::array<unsigned, 6> values_of(const WhatsappStamp& stamp) {
  return {stamp.fields[0], stamp.fields[1], stamp.fields[2], stamp.hour, stamp.minute, stamp.second};
}

}  // namespace

// Where the grammar decides, it looks at what is no figure, at how many figures a number has, and at whether there is
// such an hour, minute and second. So a line which is like the example in all three is read as the example was.
bool WhatsappStampReader::Pattern::read(std::string_view line) {
  if (line.size() < longest) return false;
  const char *at = line.data(), *expected = text.data();
  std::array<unsigned, kMostNumbers> values{stamp.fields[0], stamp.fields[1], stamp.fields[2], 0, 0, 0};
  const auto take_text = [&](std::size_t size) {
    for (; size > 0 && *at == *expected; --size) ++at, ++expected;
    return size == 0;
  };
  const bool is_same_date = !date.empty() && std::memcmp(at, date.data(), date.size()) == 0;
  if (is_same_date) {
    at += date.size();
    expected += text_of_date;
  }
  const char* hour_at = at;
  for (std::size_t i = is_same_date ? 3 : 0; i < count; ++i) {
    const Number& number = numbers[i];
    if (!(is_same_date && i == 3) && !take_text(number.text_before)) return false;
    if (i == 3) hour_at = at;
    unsigned value = figure_of(*at), next = figure_of(at[1]);
    if (value > 9 || (next > 9 && number.fewest > 1)) return false;
    ++at;
    for (unsigned figures = 1; next <= 9 && figures < number.most; ++figures) {
      value = value * 10 + next;
      next = figure_of(*++at);
      if (next > 9 && figures + 1 < number.fewest) return false;
    }
    values[number.place] = value;
  }
  if (!take_text(static_cast<std::size_t>(text.data() + text.size() - expected))) return false;
  if (values[3] > 24 || values[4] > 59 || values[5] > 60) return false;
  if (!is_same_date && !stamp.is_time_first) date.assign(line.data(), hour_at);
  stamp.fields = {values[0], values[1], values[2]};
  stamp.hour = values[3];
  stamp.minute = values[4];
  stamp.second = values[5];
  stamp.size = static_cast<std::size_t>(at - line.data());
  stamp.at_end = stamp.size - behind;
  return true;
}

// Nothing for the stamps of which more than that counts: one that ends with its line, or that a blank closes, where
// what follows may be a word for a half of the day; a time with full stops before a date with full stops, where either
// may be the other; and figures of other scripts.
std::optional<WhatsappStampReader::Pattern> WhatsappStampReader::pattern_of(const WhatsappStamp& stamp,
                                                                            std::string_view line) {
  if (stamp.close == WhatsappStamp::Close::blank || stamp.size == line.size() ||
      (stamp.is_time_first && stamp.separator == '.'))
    return std::nullopt;
  Pattern pattern;
  const std::size_t expected = stamp.has_seconds ? 6 : 5, of_time = expected - 3;
  const std::array<unsigned, 6> values = values_of(stamp);
  std::uint32_t before = 0;
  for (std::size_t at = 0; at < stamp.size;) {
    if (!is_figure(line[at])) {
      pattern.text += line[at++];
      ++before;
      continue;
    }
    if (pattern.count == expected) return std::nullopt;
    unsigned value = 0, figures = 0;
    for (; at < stamp.size && is_figure(line[at]); ++at, ++figures)
      value = value * 10 + static_cast<unsigned>(line[at] - '0');
    Pattern::Number& number = pattern.numbers[pattern.count];
    number.text_before = before;
    before = 0;
    const std::size_t i = pattern.count++;
    number.place = static_cast<std::uint8_t>(!stamp.is_time_first ? i : i < of_time ? i + 3 : i - of_time);
    if (value != values[number.place] || figures > 4) return std::nullopt;
    number.fewest = number.place > 3 ? 2 : figures > 2 ? 3 : 1;
    number.most = figures > 2 ? 4 : 2;
    pattern.longest += number.most;
  }
  if (pattern.count != expected) return std::nullopt;
  pattern.longest += pattern.text.size();
  for (std::size_t i = 0; i <= 3; ++i) pattern.text_of_date += pattern.numbers[i].text_before;
  pattern.form = stamp.form();
  pattern.behind = stamp.size - stamp.at_end;
  pattern.stamp = stamp;
  return pattern;
}

const WhatsappStamp* WhatsappStampReader::read(std::string_view line) {
  if (m_last >= m_patterns.size() || !m_patterns[m_last].read(line)) return read_otherwise(line);
  m_form = m_patterns[m_last].form;
  return &m_patterns[m_last].stamp;
}

const WhatsappStamp* WhatsappStampReader::read_otherwise(std::string_view line) {
  const auto found = std::find_if(m_patterns.begin(), m_patterns.end(), [&](Pattern& one) { return one.read(line); });
  if (found != m_patterns.end()) {
    m_last = static_cast<std::size_t>(found - m_patterns.begin());
    m_form = found->form;
    return &found->stamp;
  }
  const auto stamp = read_whatsapp_stamp(line);
  if (!stamp) return nullptr;
  m_form = stamp->form();
  m_other = *stamp;
  if (m_patterns.size() < kMostPatterns) {
    if (auto pattern = pattern_of(*stamp, line)) m_patterns.push_back(std::move(*pattern));
  }
  return &m_other;
}

}  // namespace daybook::vault
