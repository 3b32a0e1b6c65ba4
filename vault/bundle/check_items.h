#pragma once

#include "vault/bundle/bag_manifest.h"
#include "vault/bundle/copy_contents.h"

namespace daybook::vault {

/// Step 8: every item of the copy, each by itself: entry -> leaf -> proof -> head, opening -> subject, file -> opening, and the
/// lists. What is wrong with one item, or with a file that concerns all, is not held against the others.
void check_items(const CopyContents& contents, const Manifest& sha256, const Manifest& sha512, CopyVerdict& verdict);

}  // namespace daybook::vault
