#include "ui/report/report_preview.h"

#include "crypto/words.h"

namespace daybook::ui {

namespace {

constexpr std::size_t kMostOfFileInPreview = 64 * 1024;

}  // namespace

Result<ReportPreview> preview_report(vault::RecordAccess& access, const vault::SnapshotRequest& contents,
                                     const vault::FileReaders& readers) {
  std::string key_words;
  TRY_ASSIGN(const vault::CopySnapshot snapshot, access.ask([&](vault::Record& record) -> Result<vault::CopySnapshot> {
    key_words = crypto::key_words(record.keys().root.public_key());
    return vault::preview_snapshot(record, contents);
  }));
  vault::RecordOriginals originals(access, readers);
  ShownText shown;
  shown.of_file = kMostOfFileInPreview;
  ReportPreview preview{{}, vault::SeenPreview(snapshot)};
  TRY(each_report_page({snapshot, key_words}, originals, shown, [&](const ReportPage& page) -> Result<void> {
    preview.pages.push_back(page);
    return {};
  }));
  return preview;
}

}  // namespace daybook::ui
