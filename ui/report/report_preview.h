#pragma once

#include "ui/report/report_pages.h"

namespace daybook::ui {

/// What a copy would say if it were made now.
struct ReportPreview {
  std::vector<ReportPage> pages;
  vault::SeenPreview seen;  // for CopyRequest::seen, when the keeper has approved the pages
};

/// Makes a preview. The record is only visited for the facts, and others can use it while the pages are made. Errors
/// are those of vault::preview_snapshot() and of RecordAccess::run().
Result<ReportPreview> preview_report(vault::RecordAccess& access, const vault::SnapshotRequest& contents);

}  // namespace daybook::ui
