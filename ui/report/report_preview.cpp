#include "ui/report/report_preview.h"

#include "crypto/words.h"

namespace daybook::ui {

Result<ReportPreview> preview_report(vault::RecordAccess& access, const vault::SnapshotRequest& contents) {
  std::string key_words;
  TRY_ASSIGN(const vault::CopySnapshot snapshot, access.ask([&](vault::Record& record) -> Result<vault::CopySnapshot> {
    key_words = crypto::key_words(record.keys().root.public_key());
    return vault::preview_snapshot(record, contents);
  }));
  return ReportPreview{report_pages({snapshot, key_words, ""}), vault::SeenPreview(snapshot)};
}

}  // namespace daybook::ui
