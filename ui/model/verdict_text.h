#pragma once

#include "vault/bundle/verdict.h"
#include "vault/store/vault.h"

namespace daybook::ui {

/// `Signature`, `Files`, ...: the heading of a step.
const char* step_name(vault::CheckStep step);
/// One sentence for a line of a verdict.
std::string sentence(const vault::VerdictLine& line);
/// What became of one item: "matches", "the file was changed", ...
std::string sentence(const vault::ItemVerdict& item);
/// The verdict in one or two sentences. "Matches the seal" and "the key was confirmed" are two statements.
std::string summary(const vault::CopyVerdict& verdict);
/// Stable words for --json.
const char* outcome_name(vault::Outcome outcome);
std::string finding_name(vault::Finding finding);

std::string sentence(vault::OpenNotice notice);

/// Eight words as somebody typed them: small letters, one blank between two.
std::string tidy_words(const std::string& words);

}  // namespace daybook::ui
