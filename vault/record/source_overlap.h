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
  // between the same two repeated messages or behind the last of them.
  std::uint64_t differing = 0;

  bool operator==(const SourceOverlap&) const = default;
};

/// A message that a later export does not have as it stands: one that is counted as missing or differing.
struct NotRepeated {
  std::uint64_t number = 0;  // of the message
  std::size_t source = 0;    // the later export
  std::uint64_t other = 0;   // the message of that export that it counts as another form of this one; 0: it has none

  bool operator==(const NotRepeated&) const = default;
};
/// What there is to say of a message: where it is not repeated, and of which it is another form. `all` are sorted by
/// their messages.
std::vector<NotRepeated> not_repeated_of(const std::vector<NotRepeated>& all, std::uint64_t number);

/// How several exports stand to each other. Both empty where there is only one.
struct Overlaps {
  std::vector<SourceOverlap> sources;
  std::vector<NotRepeated> not_repeated;  // sorted by message, then by export
};

/// Finds it line by line, in the order of a reading.
class OverlapCounter {
 public:
  void add(const ReadMessage& message);
  /// A range. All but those that are `same` are passed over.
  void add(const ReadRange& range);
  Overlaps finish();

 private:
  // A message since the last one that some source repeats.
  struct Passed {
    std::uint64_t number = 0;
    std::uint64_t header = 0;  // of its time and sender as written
    std::size_t source = 0;
  };
  struct Source {
    SourceOverlap overlap;
    std::optional<std::uint64_t> since;  // the message behind the last one that it repeats, counted from the beginning
  };
  void close(std::size_t source, bool is_end);
  void forget();
  Source& source(std::size_t number);

  std::vector<Source> m_sources;
  std::vector<NotRepeated> m_not_repeated;
  std::deque<Passed> m_passed;
  std::uint64_t m_forgotten = 0;  // messages before those
  bool m_is_open = false;         // a message was repeated
};

}  // namespace daybook::vault
