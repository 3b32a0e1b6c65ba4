#pragma once

#include "vault/bundle/seal_copy.h"

namespace daybook::ui {

/// report.html of a copy: index, items with their four times, history, fingerprints, how to check, what it does not
/// show. One file, no script, nothing loaded from anywhere; all kept words are escaped and shown in their own
/// direction.
std::string render_html_report(const vault::ReportFacts& facts);

}  // namespace daybook::ui
