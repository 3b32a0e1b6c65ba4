#pragma once

#include "vault/bundle/copy_report.h"
#include "vault/store/measurement.h"
#include "vault/store/zip_writer.h"

namespace daybook::vault {

/// The files of a report in a bag. The seal and the header of a file in a ZIP name its size and digest, and both stand
/// before its first byte in what cannot be taken back. So the renderer runs twice: once to be measured, once to be
/// written. That takes no memory and no disk by the size of the report, and no page lies anywhere outside of the copy.
class BagReport {
 public:
  struct File {
    std::string path;  // bag/report/report.html
    ContentFacts facts;
  };

  /// Both must outlive this object.
  BagReport(const ReportRenderer& render, ReportPictures& pictures) : m_render(render), m_pictures(pictures) {}

  /// `progress` is told how many bytes there are so far.
  Result<void> measure(const ReportFacts& facts, const Progress& progress);
  /// What was measured, in the order in which it is written.
  const std::vector<File>& files() const { return m_files; }
  /// Writes the same once more. `damaged` when the renderer does not say what it said before.
  Result<void> write(const ReportFacts& facts, ZipWriter& zip) const;

 private:
  const ReportRenderer& m_render;
  ReportPictures& m_pictures;
  std::vector<File> m_files;
};

}  // namespace daybook::vault
