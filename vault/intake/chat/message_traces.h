#pragma once

#include <array>
#include <map>
#include <string>

#include "vault/intake/chat/chat.h"
#include "vault/store/progress.h"

namespace daybook::vault {

/// What is held of a message so that exports can be held against each other.
struct MessageTrace {
  std::array<std::uint8_t, 16> digest{};  // the first bytes of the SHA-256 of its bytes
  std::int64_t time = 0;                  // as LocalTime has it
  std::uint32_t sender = 0;               // which of the senders, from 1; 0: none, or one of too many
  bool is_dated_words = false;            // words that somebody wrote, with a time
};

struct MessageTraces {
  std::vector<MessageTrace> messages;            // in their order
  std::map<std::string, std::uint32_t> senders;  // by name as written, at most kMostSenders
  std::int64_t earliest = 0, latest = 0;         // of words
  std::uint64_t words = 0;                       // messages that are dated words
};
/// Most messages of all exports together that are held against each other, which bounds the memory.
constexpr std::uint64_t kMostCompared = 8'000'000;

/// Reads the traces of an export, at most `most` of them: `too_large` for more. `source` is what `parser` reads.
/// `progress` is told of nothing, but asked whether the work goes on: `cancelled` where it does not.
Result<MessageTraces> traces_of(ChatParser& parser, ByteSource& source, std::uint64_t most, const Progress& progress);

/// The messages of several exports as numbers: equal ones for messages of equal bytes, from 0 without gaps. The numbers
/// depend on the bytes alone.
std::vector<std::vector<std::uint32_t>> numbers_of(const std::vector<MessageTraces>& exports);

}  // namespace daybook::vault
