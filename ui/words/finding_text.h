#pragma once

#include "vault/bundle/check/verdict.h"

namespace daybook::ui {

/// The heading of a step: `Signature`, `Files`, ...
const char* step_title(vault::CheckStep step);
/// The sentence for a finding. Its subject has gone through foreign_line().
std::string sentence(const vault::VerdictLine& line);
/// What became of one version of an item: "Matches.", "The file was changed.", ...
std::string sentence(const vault::ItemVerdict& item);
/// The name of an outcome in --json. It never changes.
const char* outcome_name(vault::Outcome outcome);

/// Where bytes were added, in words. `place` is the subject of `bytes_added`: a word of vault/bundle/format.md or the
/// path of a file.
std::string place_text(const std::string& place);
/// What was over a limit, in words. `what` is the subject of `over_limit`.
std::string limit_text(const std::string& what);

}  // namespace daybook::ui
