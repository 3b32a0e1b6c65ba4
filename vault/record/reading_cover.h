#pragma once

#include "vault/record/reading.h"

namespace daybook::vault {

/// Holds the lines of a reading against each other: messages are numbered from 1, messages and ranges together cover
/// each source from its beginning to its end, every byte once and in order, and what is called `same` stands behind the
/// message that it repeats, before the next one, in another source than that message and any other repeat of it. Memory
/// does not grow with the reading.
class ReadingCover {
 public:
  /// `sources`: how many the head names.
  explicit ReadingCover(std::size_t sources) : m_covered(sources), m_spoke(sources) {}

  /// The next line. `malformed` where it cannot stand there. The bytes themselves are not looked at.
  Result<void> add(const ReadingLine& line);
  /// Whether each source, of so many bytes, was covered to its end.
  bool is_whole(const std::vector<std::uint64_t>& sizes) const { return m_covered == sizes; }
  /// Messages so far.
  std::uint64_t messages() const { return m_messages; }

 private:
  Result<void> cover(std::size_t source, std::uint64_t begin, std::uint64_t end);
  std::vector<std::uint64_t> m_covered;  // of each source, from its beginning
  std::vector<std::uint64_t> m_spoke;    // by source: the last message that stands in it, in whatever line
  std::uint64_t m_messages = 0;
};

}  // namespace daybook::vault
