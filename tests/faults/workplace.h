#pragma once

#include "vault/store/file_system.h"

namespace daybook::test {

// All of a sweep takes minutes: without DAYBOOK_SWEEP=all, every so many places, another set each time.
std::size_t stride();
std::size_t first_place();
/// The part of a sweep that this program does: DAYBOOK_SHARD=2/4 is the third of four.
bool is_in_shard(std::size_t place);

/// A folder in memory where that can be: thousands of states are written, and what is tested does not depend on a real
/// disk.
class MemoryFolder {
 public:
  MemoryFolder();
  ~MemoryFolder();
  MemoryFolder(const MemoryFolder&) = delete;
  MemoryFolder& operator=(const MemoryFolder&) = delete;
  const vault::Path& path() const { return m_path; }

 private:
  vault::Path m_path;
};

}  // namespace daybook::test
