#pragma once

#include <mutex>

#include "vault/record/draft.h"
#include "vault/store/vault.h"

namespace daybook::ui {

/// Writes the draft file from two threads: a worker's every two seconds, and the window's as the program ends. A newer
/// draft is never overwritten by an older one, whichever thread comes last.
class Drafts {
 public:
  explicit Drafts(vault::DraftWriter writer) : m_writer(std::move(writer)) {}
  /// The number of the next draft, in the order in which drafts were typed. On the window's thread only.
  std::uint64_t next_number() { return m_next++; }
  /// Seals `text` into the draft file. Does nothing when a draft with a higher number came before. On any thread.
  /// Errors are those of vault::DraftWriter::save().
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
