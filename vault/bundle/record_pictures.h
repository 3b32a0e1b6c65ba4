#pragma once

#include "vault/bundle/copy_report.h"

namespace daybook::vault {

/// The pictures of a report as the record keeps them, reduced by picture-reader when they were first looked at. What
/// was never looked at is looked at now, with the reader, and kept: so both runs of a renderer find the same. Visits
/// the record in short pieces, not while a picture is read.
class RecordPictures final : public ReportPictures {
 public:
  /// Without a reader: only what was looked at before. `access` must outlive this object.
  RecordPictures(RecordAccess& access, std::optional<PictureReader> reader)
      : m_access(access), m_reader(std::move(reader)) {}
  Result<std::optional<ReducedPicture>> of(const CopyItem& item) override;

 private:
  RecordAccess& m_access;
  std::optional<PictureReader> m_reader;
};

}  // namespace daybook::vault
