#pragma once

#include "ui/report/report_page.h"
#include "vault/bundle/snapshot.h"

namespace daybook::ui {

/// Every time at which the log says that the computer's clock was set or stood wrong, between which items of the copy.
/// Nothing where there is none.
std::optional<ReportPage> clock_page(const vault::CopySnapshot& snapshot);
/// How long the log was when the copy was sealed, how much of it the copy shows, and what that says.
ReportPage log_page(const vault::CopySnapshot& snapshot);

}  // namespace daybook::ui
