#pragma once

#include <deque>

#include "vault/record/reading.h"

namespace daybook::vault {

/// How one of several exports stands to those before it. It is counted, and nothing says why it is so.
struct SourceOverlap {
  std::uint64_t own = 0;     // messages that stand in it and in no export before it
  std::uint64_t shared = 0;  // messages of exports before it that it repeats byte for byte
  // Of the messages of exports before it that stand between the first and the last one that it repeats:
  std::uint64_t missing = 0;  // those that it does not have
  // Those of which it has another form: one of its own with the same time and sender, as written, and other bytes,
  // between the same two repeated messages.
  std::uint64_t differing = 0;

  bool operator==(const SourceOverlap&) const = default;
};

/// Counts it line by line, in the order of a reading.
class OverlapCounter {
 public:
  void add(const ReadMessage& message);
  /// A range. All but those that are `same` are passed over.
  void add(const ReadRange& range);
  /// One for each source, and none where there is only one.
  std::vector<SourceOverlap> finish() const;

 private:
  // A message since the last one that some source repeats.
  struct Passed {
    std::uint64_t header = 0;  // of its time and sender as written
    std::size_t source = 0;
  };
  struct Source {
    SourceOverlap overlap;
    std::optional<std::uint64_t> since;  // the message behind the last one that it repeats, counted from the beginning
  };
  void close(std::size_t source);
  void forget();
  Source& source(std::size_t number);

  std::vector<Source> m_sources;
  std::deque<Passed> m_passed;
  std::uint64_t m_forgotten = 0;  // messages before those
  bool m_is_open = false;         // a message was repeated
};

}  // namespace daybook::vault
