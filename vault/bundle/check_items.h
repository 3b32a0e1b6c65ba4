#pragma once

#include "vault/bundle/copy_contents.h"

namespace daybook::vault {

/// Step 8: every item of the copy, each by itself: entry -> leaf -> proof -> head, opening -> subject, file -> opening.
/// What is wrong with one item, or with a file that concerns all, is not held against the others.
/// `signed_head` is the head that the signature itself names, when that signature matched.
void check_items(const CopyContents& contents, const std::optional<LogHead>& signed_head, CopyVerdict& verdict);

/// Whether a disclosed entry is what its leaf says and its path leads to `head`: `item_matches`, or what is wrong.
Finding judge_inclusion(const CopyContents& contents, const std::optional<LogHead>& head, std::uint64_t sequence);

}  // namespace daybook::vault
