#pragma once

#include "ui/report/report_pages.h"

namespace daybook::ui {

/// report.html: one file, no script, nothing loaded from anywhere; all kept words are escaped and shown in their own
/// direction.
std::string to_html(const std::vector<ReportPage>& pages);

/// The report of a copy, as seal_copy() wants it.
std::string render_html_report(const vault::ReportFacts& facts);

}  // namespace daybook::ui
