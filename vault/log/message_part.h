#pragma once

#include <functional>

#include "crypto/merkle.h"

namespace daybook::vault {

/// Messages of a conversation that follow each other, by number from 1, the last one too.
struct MessageRun {
  std::uint64_t first = 0, last = 0;

  bool operator==(const MessageRun&) const = default;
};

/// Whether runs are those of a part of `count` messages: not empty, ascending, within the conversation, and each as
/// long as it can be, so that one part has one spelling.
bool are_runs_of_part(const std::vector<MessageRun>& runs, std::uint64_t count);
/// How many messages all of them have.
std::uint64_t messages_in(const std::vector<MessageRun>& runs);

/// The root of the tree over all messages (RFC 6962, section 2.1), of which a part is shown. From left to right
/// `shown` is asked for the leaf of each message of `runs`, and `hidden` for the hash of each of the largest subtrees
/// that have none of them, by the number of its first message and how many it has. There are at most 2 log2(count) of
/// those for each run. Errors are those of the two. `runs` must be those of a part.
Result<crypto::TreeHash> root_of_part(
    const std::vector<MessageRun>& runs, std::uint64_t count,
    const std::function<Result<crypto::TreeHash>(std::uint64_t number)>& shown,
    const std::function<Result<crypto::TreeHash>(std::uint64_t first, std::uint64_t count)>& hidden);

}  // namespace daybook::vault
