#include "vault/record/source_overlap.h"

#include <algorithm>
#include <map>

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

}  // namespace

std::vector<NotRepeated> not_repeated_of(const std::vector<NotRepeated>& all, std::uint64_t number) {
  std::vector<NotRepeated> found;
  const auto [first, end] = std::equal_range(all.begin(), all.end(), NotRepeated{number},
                                             [](const auto& a, const auto& b) { return a.number < b.number; });
  found.assign(first, end);
  std::copy_if(all.begin(), first, std::back_inserter(found), [&](const auto& one) { return one.other == number; });
  return found;
}

void OverlapCounter::add(const ReadMessage& message) {
  if (message.source >= kMostSources) return;
  ++source(message.source).overlap.own;
  if (m_is_open)
    m_passed.push_back({message.number, header_of(message), message.source});
  else
    ++m_forgotten;
}

void OverlapCounter::add(const ReadRange& range) {
  if (range.what != RangeKind::same || range.source >= kMostSources) return;
  Source& repeating = source(range.source);
  ++repeating.overlap.shared;
  m_is_open = true;
  if (repeating.since) close(range.source, false);
  repeating.since = m_forgotten + m_passed.size();
  forget();
}

Overlaps OverlapCounter::finish() {
  Overlaps overlaps;
  if (m_sources.size() < 2) return overlaps;
  for (std::size_t number = 0; number < m_sources.size(); ++number) {
    if (m_sources[number].since) close(number, true);
  }
  for (const Source& source : m_sources) overlaps.sources.push_back(source.overlap);
  overlaps.not_repeated = std::move(m_not_repeated);
  std::sort(overlaps.not_repeated.begin(), overlaps.not_repeated.end(),
            [](const auto& a, const auto& b) { return std::pair(a.number, a.source) < std::pair(b.number, b.source); });
  return overlaps;
}

// What lies between two messages that a source repeats, of which the second is the last message that passed, or behind
// the last one that it repeats: there, what it does not have is newer than it, or may be. The first of several messages
// with one time and sender is held against the first one of the source, and so on.
void OverlapCounter::close(std::size_t number, bool is_end) {
  Source& repeating = m_sources[number];
  const auto begin = m_passed.begin() + static_cast<std::ptrdiff_t>(*repeating.since - m_forgotten);
  const auto end = is_end ? m_passed.end() : std::max(begin, m_passed.end() - 1);
  std::map<std::uint64_t, std::deque<std::uint64_t>> own;  // messages of the source, by time and sender
  for (auto passed = begin; passed != end; ++passed) {
    if (passed->source == number) own[passed->header].push_back(passed->number);
  }
  for (auto passed = begin; passed != end; ++passed) {
    if (passed->source >= number) continue;
    NotRepeated one{passed->number, number};
    if (auto others = own.find(passed->header); others != own.end() && !others->second.empty()) {
      one.other = others->second.front();
      others->second.pop_front();
    }
    if (is_end && one.other == 0) continue;
    ++(one.other == 0 ? repeating.overlap.missing : repeating.overlap.differing);
    m_not_repeated.push_back(one);
  }
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
