#pragma once

#include "vault/bundle/check/verdict.h"

namespace daybook::ui {

/// `Signature`, `Files`, ...: the heading of a step.
const char* step_title(vault::CheckStep step);
/// One line for a finding.
std::string sentence(const vault::VerdictLine& line);
/// What became of one version of an item: "Matches.", "The file was changed.", ...
std::string sentence(const vault::ItemVerdict& item);
/// Stable words for --json.
const char* outcome_name(vault::Outcome outcome);

/// Where bytes were added, in words; of a file, that it was inside of it.
std::string place_text(const std::string& place);
/// What was over its limit, in words.
std::string limit_text(const std::string& what);

}  // namespace daybook::ui
