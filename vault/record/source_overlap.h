#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "crypto/short_hashes.h"
#include "vault/record/reading.h"

namespace daybook::vault {

/// How one of several exports stands to those before it. It is counted, and nothing says why it is so.
struct SourceOverlap {
  std::uint64_t own = 0;     // messages that stand in it and in no export before it
  std::uint64_t shared = 0;  // messages of exports before it that it repeats byte for byte
  // Of the messages of exports before it that it covers (NotRepeated) and does not repeat:
  std::uint64_t missing = 0;    // those in whose place it has nothing
  std::uint64_t differing = 0;  // the others

  bool operator==(const SourceOverlap&) const = default;
};

/// A message that a later export covers and does not have as it stands. An export covers what stands between the first
/// and the last message that it repeats, and behind that what is older than its latest message. What is before the
/// first one may have been left out because an export has an end.
struct NotRepeated {
  /// What the export has in its place. Times, senders and words are compared as they are written.
  enum class Instead {
    nothing,  // no other message of its time and sender
    fewer,    // of several alike, it has fewer
    moved,    // the same elsewhere in the order
    renamed,  // the same words of the same time, from another sender
    other,    // other words of the same time and sender
  };
  std::uint64_t number = 0;  // of the message
  std::size_t source = 0;    // the later export
  Instead instead = Instead::nothing;
  std::uint64_t other = 0;  // the message that the export has in its place; 0: there is none, or it is not certain

  bool operator==(const NotRepeated&) const = default;
};
/// The name of each in --json.
std::string_view to_text(NotRepeated::Instead instead);
/// What there is to say of a message: where it is not repeated, and in whose place it stands. `all` are sorted by their
/// messages.
std::vector<NotRepeated> not_repeated_of(const std::vector<NotRepeated>& all, std::uint64_t number);

/// How several exports stand to each other. Both empty where there is only one.
struct Overlaps {
  std::vector<SourceOverlap> sources;
  std::vector<NotRepeated> not_repeated;  // sorted by message, then by export
};

/// Finds it from the lines of a reading, in their order. Of several exports it holds 72 bytes for each message.
class OverlapFinder {
 public:
  /// `sources` is how many exports the reading has.
  explicit OverlapFinder(std::size_t sources) : m_sources(std::min(sources, kMostSources)) {}
  void add(const ReadMessage& message);
  /// A range. All but those that are `same` are passed over.
  void add(const ReadRange& range);
  Overlaps finish() const;

 private:
  using Exports = std::uint32_t;  // a bit for each
  static_assert(kMostSources <= 32);
  struct Seen {
    std::uint64_t number = 0;
    // Hashes, so that a message of many pages takes little memory: of its sender, and of its time as written alone,
    // with its sender, with its words, and with both.
    std::uint64_t from = 0, at = 0, sent = 0, said = 0, all = 0;
    std::optional<std::int64_t> time;
    std::uint8_t source = 0;
    bool has_sender = false;
    Exports in = 0;
  };
  class InPlace;
  static bool has(const Seen& message, std::size_t source) { return (message.in >> source & 1) != 0; }
  std::uint64_t hash_of(std::initializer_list<std::string_view> parts);
  std::vector<const Seen*> not_repeated_by(std::size_t source) const;

  crypto::ShortHashes m_hashes;
  std::string m_hashed;  // what is hashed, with room for the next
  std::size_t m_sources;
  std::vector<Seen> m_seen;
};

}  // namespace daybook::vault
