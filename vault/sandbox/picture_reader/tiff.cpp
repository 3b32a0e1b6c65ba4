#include "vault/sandbox/picture_reader/tiff.h"

#include <algorithm>
#include <cstring>

namespace daybook::sandbox {
namespace {

constexpr std::size_t kEntrySize = 12;
constexpr std::size_t kMostText = 64;  // bytes of a text; no time and no letter is longer

}  // namespace

Tiff::Tiff(Input bytes) : m_bytes(bytes) {
  if (bytes.size() < 8) return;
  m_is_big = std::memcmp(bytes.data(), "MM\0*", 4) == 0;
  m_is_good = m_is_big || std::memcmp(bytes.data(), "II*\0", 4) == 0;
}

std::uint32_t Tiff::first_offset() const { return m_is_good ? number(m_bytes.subspan(4, 4)) : 0; }

Directory Tiff::directory(std::uint64_t offset, Steps& steps) const {
  Directory read(*this);
  if (!m_is_good || offset < 8 || offset + 2 > m_bytes.size()) return read;
  const std::size_t at = static_cast<std::size_t>(offset) + 2, said = number(m_bytes.subspan(at - 2, 2));
  const std::size_t there = std::min(said, (m_bytes.size() - at) / kEntrySize), count = steps.take(there);
  read.m_is_whole = count == said;
  for (std::size_t i = 0; i < count; ++i)
    read.m_entries.push_back(entry(m_bytes.subspan(at + i * kEntrySize, kEntrySize)));
  const std::size_t end = at + count * kEntrySize;
  if (read.m_is_whole && end + 4 <= m_bytes.size()) read.m_next = number(m_bytes.subspan(end, 4));
  return read;
}

std::uint32_t Tiff::number(Input bytes) const {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) value = value << 8 | bytes[m_is_big ? i : bytes.size() - 1 - i];
  return value;
}

Entry Tiff::entry(Input bytes) const {
  Entry entry;
  entry.tag = static_cast<std::uint16_t>(number(bytes.first(2)));
  entry.type = static_cast<std::uint16_t>(number(bytes.subspan(2, 2)));
  entry.count = number(bytes.subspan(4, 4));
  constexpr std::size_t kSizes[] = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
  const std::size_t one = entry.type < std::size(kSizes) ? kSizes[entry.type] : 0;
  const std::uint64_t size = std::uint64_t{one} * entry.count;
  entry.value = bytes.subspan(8, static_cast<std::size_t>(std::min<std::uint64_t>(size, 4)));
  if (size <= 4) return entry;
  const std::uint64_t offset = number(bytes.subspan(8, 4));
  entry.value = {};
  if (offset < m_bytes.size())
    entry.value = m_bytes.subspan(static_cast<std::size_t>(offset),
                                  static_cast<std::size_t>(std::min<std::uint64_t>(size, m_bytes.size() - offset)));
  return entry;
}

const Entry* Directory::find(std::uint16_t tag) const {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.tag == tag; });
  return found == m_entries.end() ? nullptr : &*found;
}

std::uint32_t Directory::number(std::uint16_t tag) const {
  const Entry* entry = find(tag);
  if (entry == nullptr || (entry->type != kShort && entry->type != kLong)) return 0;
  const std::size_t size = entry->type == kShort ? 2 : 4;
  return entry->value.size() < size ? 0 : m_tiff->number(entry->value.first(size));
}

std::string Directory::text(std::uint16_t tag) const {
  const Entry* entry = find(tag);
  if (entry == nullptr || (entry->type != kAscii && entry->type != kUndefined && entry->type != kByte)) return "";
  const Input bytes = entry->value.first(std::min(entry->value.size(), kMostText));
  return {bytes.begin(), std::find(bytes.begin(), bytes.end(), std::uint8_t{0})};
}

std::optional<double> Directory::angle(std::uint16_t tag) const {
  const Entry* entry = find(tag);
  if (entry == nullptr || (entry->type != kRational && entry->type != kSignedRational)) return std::nullopt;
  if (entry->count < 1 || entry->count > 3 || entry->value.size() < entry->count * 8) return std::nullopt;
  double degrees = 0, unit = 1;
  for (std::size_t i = 0; i < entry->count; ++i, unit /= 60) {
    const std::uint32_t numerator = m_tiff->number(entry->value.subspan(i * 8, 4)),
                        denominator = m_tiff->number(entry->value.subspan(i * 8 + 4, 4));
    if (i == 2 && numerator == 0 && denominator == 0) continue;
    if (denominator == 0) return std::nullopt;
    if (entry->type == kSignedRational && ((numerator | denominator) >> 31) != 0) return std::nullopt;
    const double part = static_cast<double>(numerator) / denominator;
    if (i > 0 && part > 60) return std::nullopt;  // sixty is what a rounded number of seconds may come to
    degrees += unit * part;
  }
  return degrees;
}

}  // namespace daybook::sandbox
