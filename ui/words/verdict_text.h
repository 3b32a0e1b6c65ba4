#pragma once

#include "vault/bundle/check/verdict.h"
#include "vault/store/vault.h"

namespace daybook::ui {

// What is said of a copy. The answer comes first, and then whose seal it is or what to do, so that two sentences are
// enough to read. All foreign text in these sentences has gone through foreign_line().

/// The first sentence on a copy: one of the five answers, and what that means.
std::string answer_sentence(const vault::CopyVerdict& verdict);
/// The second sentence on a copy: whose seal it is, where the copy matches; else what to do.
std::string next_sentence(const vault::CopyVerdict& verdict);
/// Whether a copy continues the log in an earlier copy; empty where the reader gave no earlier head.
std::string connection_sentence(const vault::CopyVerdict& verdict);
/// What no check of a copy can show.
std::string limits_sentence();

/// What was found or mended when a record was opened.
std::string sentence(vault::OpenNotice notice);

}  // namespace daybook::ui
