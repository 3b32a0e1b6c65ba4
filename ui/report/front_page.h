#pragma once

#include "ui/report/report_page.h"
#include "vault/bundle/copy_report.h"

namespace daybook::ui {

/// The front of the report: what this copy is, for whom, with what and by which clock it was made, how to read it. A
/// preview says of the copy's name and number that they are known when the copy is saved.
ReportPage front_page(const vault::ReportFacts& report);
/// What the copy does not hold, as far as the keeper says so.
ReportPage not_here_page(const vault::CopySnapshot& snapshot);

}  // namespace daybook::ui
