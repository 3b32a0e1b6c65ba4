#pragma once

#include <mutex>

#include "vault/record/draft.h"
#include "vault/store/vault.h"

namespace daybook::ui {

/// What is being typed, kept sealed from two threads: the worker's every few seconds, the window's as the program ends.
/// The newest stays, whichever comes last.
class Drafts {
 public:
  explicit Drafts(vault::DraftWriter writer) : m_writer(std::move(writer)) {}
  /// The place of the next draft in their order. On the window's thread only.
  std::uint64_t next_number() { return m_next++; }
  /// On any thread.
  Result<void> save(std::uint64_t number, std::string_view text) {
    const std::lock_guard lock(m_mutex);
    if (number < m_newest) return {};
    m_newest = number;
    return m_writer.save(as_bytes(text));
  }

 private:
  std::mutex m_mutex;
  std::uint64_t m_newest = 0, m_next = 1;
  vault::DraftWriter m_writer;
};

}  // namespace daybook::ui
