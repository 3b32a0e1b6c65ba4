#pragma once

#include "ui/report/report_page.h"
#include "vault/bundle/copy_report.h"

namespace daybook::ui {

/// What the files and folders of a copy are, for who opens it without this program.
ReportPage contents_page();
/// What can be compared: key words, full key, head of the log, and the digest of every original. A preview says of the
/// copy and its log that they are known when the copy is saved.
ReportPage fingerprint_page(const vault::ReportFacts& report);
/// How to check the copy with what every office computer has, in two steps, and what that shows.
ReportPage checking_page(const vault::CopySnapshot& snapshot);

}  // namespace daybook::ui
