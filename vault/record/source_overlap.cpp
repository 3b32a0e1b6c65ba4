#include "vault/record/source_overlap.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

using Instead = NotRepeated::Instead;

}  // namespace

std::string_view to_text(Instead instead) {
  switch (instead) {
    case Instead::nothing:
      return "nothing";
    case Instead::fewer:
      return "fewer";
    case Instead::moved:
      return "moved";
    case Instead::renamed:
      return "renamed";
    case Instead::other:
      break;
  }
  return "other";
}

std::vector<NotRepeated> not_repeated_of(const std::vector<NotRepeated>& all, std::uint64_t number) {
  std::vector<NotRepeated> found;
  const auto [first, end] = std::equal_range(all.begin(), all.end(), NotRepeated{number},
                                             [](const auto& a, const auto& b) { return a.number < b.number; });
  found.assign(first, end);
  // Where several exports have it in the place of one message, that is said once.
  for (const NotRepeated& one : all) {
    const bool is_new = found.empty() || found.back().number != one.number || found.back().other != number;
    if (one.other == number && is_new) found.push_back(one);
  }
  return found;
}

std::uint64_t OverlapFinder::hash_of(std::initializer_list<std::string_view> parts) {
  constexpr char kEndOfPart = 0;
  m_hashed.clear();
  for (const std::string_view part : parts) (m_hashed += part) += kEndOfPart;
  const crypto::Sha256Digest digest = m_hashes.of(as_bytes(m_hashed), {});
  return load_little_endian<8>(ByteView(digest).first(8));
}

void OverlapFinder::add(const ReadMessage& message) {
  if (m_sources < 2 || message.source >= m_sources) return;
  Seen seen;
  seen.number = message.number;
  const std::string_view kind = to_text(message.kind);
  seen.from = hash_of({message.from});
  seen.at = hash_of({message.at});
  seen.sent = hash_of({message.at, message.from});
  seen.said = hash_of({message.at, kind, message.text, message.file});
  seen.all = hash_of({message.at, kind, message.text, message.file, message.from});
  if (message.time) seen.time = message.time->seconds;
  seen.source = static_cast<std::uint8_t>(message.source);
  seen.has_sender = !message.from.empty();
  seen.in = Exports{1} << message.source;
  m_seen.push_back(seen);
}

void OverlapFinder::add(const ReadRange& range) {
  if (range.what != RangeKind::same || range.source >= m_sources || m_seen.empty()) return;
  m_seen.back().in |= Exports{1} << range.source;
}

// What an export has in the place of messages that it does not have.
class OverlapFinder::InPlace {
 public:
  InPlace(const std::vector<Seen>& all, const std::vector<const Seen*>& lacking, std::size_t source)
      : m_lacking(lacking), m_source(source) {
    std::unordered_set<std::uint64_t> times;
    for (const Seen* one : lacking) times.insert(one->at);
    for (const Seen& one : all) {
      if (!has(one, source)) continue;
      m_senders.insert(one.from);
      if (!times.contains(one.at)) continue;
      for (const std::uint64_t hash : {one.all, one.said, one.sent}) m_held[hash].push_back(&one);
    }
  }

  std::vector<NotRepeated> find() const {
    std::vector<NotRepeated> found;
    std::unordered_map<std::uint64_t, std::size_t> claims;  // for how many messages one can stand
    for (const Seen* one : m_lacking) {
      found.push_back(of(*one));
      if (found.back().other != 0) ++claims[found.back().other];
    }
    for (NotRepeated& one : found) {
      if (one.other != 0 && claims[one.other] > 1) one.other = 0;
    }
    return found;
  }

 private:
  // Those of a hash that the export has beside what the message's own export has: none of these is the message in
  // another form. More than two are not told apart from two.
  std::vector<const Seen*> others(std::uint64_t hash, const Seen& message) const {
    constexpr std::size_t kMostLookedAt = 1000;  // of one time: beyond that, it is a moment of copying
    std::vector<const Seen*> found;
    const auto held = m_held.find(hash);
    if (held == m_held.end()) return found;
    for (std::size_t i = 0; i < std::min(held->second.size(), kMostLookedAt) && found.size() < 2; ++i) {
      if (!has(*held->second[i], message.source)) found.push_back(held->second[i]);
    }
    return found;
  }

  NotRepeated of(const Seen& message) const {
    NotRepeated one{message.number, m_source};
    const auto take = [&](Instead instead, const std::vector<const Seen*>& others) {
      if (others.empty()) return false;
      one.instead = instead;
      one.other = others.size() == 1 ? others[0]->number : 0;
      return true;
    };
    if (take(Instead::moved, others(message.all, message))) return one;
    if (m_held.contains(message.all)) {
      one.instead = Instead::fewer;
      return one;
    }
    // The same words of one minute can be from two people: only who is not in the export at all can have another name.
    const bool can_be_renamed = message.has_sender && !m_senders.contains(message.from);
    if (can_be_renamed && take(Instead::renamed, others(message.said, message))) return one;
    if (message.has_sender) take(Instead::other, others(message.sent, message));
    return one;
  }

  const std::vector<const Seen*>& m_lacking;
  std::size_t m_source;
  std::unordered_set<std::uint64_t> m_senders;
  std::unordered_map<std::uint64_t, std::vector<const Seen*>> m_held;
};

// The messages of exports before it that an export covers and does not have.
std::vector<const OverlapFinder::Seen*> OverlapFinder::not_repeated_by(std::size_t source) const {
  const auto repeats = [&](const Seen& one) { return one.source < source && has(one, source); };
  const auto first = std::find_if(m_seen.begin(), m_seen.end(), repeats);
  const auto last = std::find_if(m_seen.rbegin(), m_seen.rend(), repeats).base();  // behind the last one
  std::optional<std::int64_t> latest;                                              // of what the export has behind that
  for (auto one = last; one != m_seen.end(); ++one) {
    if (has(*one, source) && one->time) latest = std::max(latest.value_or(*one->time), *one->time);
  }
  std::vector<const Seen*> lacking;
  for (auto one = first; one != m_seen.end(); ++one) {
    const bool is_covered = one < last || (one->time && latest && *one->time < *latest);
    if (is_covered && one->source < source && !has(*one, source)) lacking.push_back(&*one);
  }
  return lacking;
}

Overlaps OverlapFinder::finish() const {
  Overlaps overlaps;
  if (m_sources < 2) return overlaps;
  overlaps.sources.resize(m_sources);
  for (const Seen& one : m_seen) {
    ++overlaps.sources[one.source].own;
    for (std::size_t source = one.source + 1u; source < m_sources; ++source)
      overlaps.sources[source].shared += has(one, source) ? 1 : 0;
  }
  for (std::size_t source = 1; source < m_sources; ++source) {
    const std::vector<const Seen*> lacking = not_repeated_by(source);
    const std::vector<NotRepeated> found = InPlace(m_seen, lacking, source).find();
    for (const NotRepeated& one : found)
      ++(one.instead == Instead::nothing ? overlaps.sources[source].missing : overlaps.sources[source].differing);
    overlaps.not_repeated.insert(overlaps.not_repeated.end(), found.begin(), found.end());
  }
  std::sort(overlaps.not_repeated.begin(), overlaps.not_repeated.end(),
            [](const auto& a, const auto& b) { return std::pair(a.number, a.source) < std::pair(b.number, b.source); });
  return overlaps;
}

}  // namespace daybook::vault
