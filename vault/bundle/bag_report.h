#pragma once

#include "vault/bundle/copy_report.h"
#include "vault/store/measurement.h"
#include "vault/store/zip_writer.h"

namespace daybook::vault {

/// The files of a report in a bag. The size and digest of each file stand in the ZIP before its first byte, and in a
/// stream that cannot go back. So the renderer runs twice: once to be measured, once to be written. Memory and disk
/// then do not grow with the report, and no page ever lies outside of the copy in the clear.
class BagReport {
 public:
  struct File {
    std::string path;  // bag/report/report.html
    ContentFacts facts;
  };

  /// `render` and `originals` must outlive this object.
  BagReport(const ReportRenderer& render, ReportOriginals& originals) : m_render(render), m_originals(originals) {}

  /// Runs the renderer and keeps only sizes and digests. To be called once. `progress` is told how many bytes there are
  /// so far; `cancelled` when it says so, else the renderer's errors.
  Result<void> measure(const ReportFacts& facts, const Progress& progress);
  /// The files that were measured, in the order in which they are written.
  const std::vector<File>& files() const { return m_files; }
  /// Runs the renderer once more and writes its files. `damaged` when it does not write what it wrote before.
  Result<void> write(const ReportFacts& facts, ZipWriter& zip) const;

 private:
  const ReportRenderer& m_render;
  ReportOriginals& m_originals;
  std::vector<File> m_files;
};

}  // namespace daybook::vault
