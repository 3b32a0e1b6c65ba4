#pragma once

#include "vault/bundle/copy_report.h"

namespace daybook::ui {

/// The renderer of the report that seal_copy() takes. It writes one file, report.html, with no script and nothing that
/// is loaded from anywhere; pictures stand in it, reduced. Kept words are escaped and shown in their own direction.
/// Pages are written one by one, so that memory does not grow with the copy. Errors are those of the sink and of the
/// originals.
Result<void> render_html_report(const vault::ReportFacts& facts, vault::ReportOriginals& originals,
                                vault::ReportSink& sink);

}  // namespace daybook::ui
