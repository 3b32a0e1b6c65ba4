#pragma once

#include "ui/report/report_pages.h"

namespace daybook::ui {

/// What a copy of now would say, and what stands for having seen it.
struct ReportPreview {
  std::vector<ReportPage> pages;
  vault::SeenPreview seen;
};

/// Visits the record for the facts alone; the pages are made while it is free.
Result<ReportPreview> preview_report(vault::RecordAccess& access, const vault::SnapshotRequest& contents);

}  // namespace daybook::ui
