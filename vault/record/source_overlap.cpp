#include "vault/record/source_overlap.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "crypto/hash.h"

namespace daybook::vault {
namespace {

// A hash, so that a long stretch without a repeat takes little memory.
std::uint64_t header_of(const ReadMessage& message) {
  crypto::Sha256 hash;
  hash.update(as_bytes(message.at));
  hash.update(as_bytes(std::string_view("\n", 1)));
  hash.update(as_bytes(message.from));
  const crypto::Sha256Digest digest = hash.finish();
  return load_little_endian<8>(ByteView(digest).first(8));
}

// How many values two lists have in common, each as often as it stands in both.
std::uint64_t in_common(std::vector<std::uint64_t> a, std::vector<std::uint64_t> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<std::uint64_t> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common.size();
}

}  // namespace

void OverlapCounter::add(const ReadMessage& message) {
  if (message.source >= kMostSources) return;
  ++source(message.source).overlap.own;
  if (m_is_open)
    m_passed.push_back({header_of(message), message.source});
  else
    ++m_forgotten;
}

void OverlapCounter::add(const ReadRange& range) {
  if (range.what != RangeKind::same || range.source >= kMostSources) return;
  Source& repeating = source(range.source);
  ++repeating.overlap.shared;
  m_is_open = true;
  if (repeating.since) close(range.source);
  repeating.since = m_forgotten + m_passed.size();
  forget();
}

std::vector<SourceOverlap> OverlapCounter::finish() const {
  std::vector<SourceOverlap> overlaps;
  if (m_sources.size() < 2) return overlaps;
  for (const Source& source : m_sources) overlaps.push_back(source.overlap);
  return overlaps;
}

// What lies between two messages that a source repeats, of which the second is the last message that passed.
void OverlapCounter::close(std::size_t number) {
  Source& repeating = m_sources[number];
  std::vector<std::uint64_t> before, own;
  const auto begin = m_passed.begin() + static_cast<std::ptrdiff_t>(*repeating.since - m_forgotten);
  for (auto passed = begin; passed != m_passed.end() && passed + 1 != m_passed.end(); ++passed) {
    if (passed->source < number) before.push_back(passed->header);
    if (passed->source == number) own.push_back(passed->header);
  }
  const std::uint64_t missing = before.size(), differing = in_common(std::move(before), std::move(own));
  repeating.overlap.missing += missing - differing;
  repeating.overlap.differing += differing;
}

// Lets go of what lies before every message that a source repeated last.
void OverlapCounter::forget() {
  std::uint64_t needed = m_forgotten + m_passed.size();
  for (const Source& source : m_sources) needed = std::min(needed, source.since.value_or(needed));
  for (; m_forgotten < needed; ++m_forgotten) m_passed.pop_front();
}

OverlapCounter::Source& OverlapCounter::source(std::size_t number) {
  if (number >= m_sources.size()) m_sources.resize(number + 1);
  return m_sources[number];
}

}  // namespace daybook::vault
