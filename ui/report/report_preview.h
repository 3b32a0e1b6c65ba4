#pragma once

#include "ui/report/report_pages.h"
#include "vault/bundle/record_originals.h"
#include "vault/bundle/seen_preview.h"

namespace daybook::ui {

/// What a copy would say if it were made now.
struct ReportPreview {
  std::vector<ReportPage> pages;
  vault::SeenPreview seen;  // for CopyRequest::seen, when the keeper has approved the pages
};

/// Makes a preview. Of the text of a file it shows the beginning, because the file goes out whole and she can look at
/// it; words and notes are whole. The record is only visited for the facts and for each text, and others can use it
/// while the pages are made. Errors are those of vault::preview_snapshot() and of RecordAccess::run().
Result<ReportPreview> preview_report(vault::RecordAccess& access, const vault::SnapshotRequest& contents,
                                     const vault::FileReaders& readers);

}  // namespace daybook::ui
