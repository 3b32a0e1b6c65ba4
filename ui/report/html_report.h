#pragma once

#include "vault/bundle/copy_report.h"

namespace daybook::ui {

/// The report of a copy, as seal_copy() wants it: report.html, one file, no script, nothing loaded from anywhere; all
/// kept words are escaped and shown in their own direction. Written page by page; pictures are not in it.
Result<void> render_html_report(const vault::ReportFacts& facts, vault::ReportPictures& pictures,
                                vault::ReportSink& sink);

}  // namespace daybook::ui
