#pragma once

#include "vault/bundle/copy_report.h"

namespace daybook::vault {

/// The pictures of a report as the record keeps them, reduced by picture-reader when they were first looked at. A
/// picture that was never looked at is read now and kept in the record, so that both runs of a renderer find the same.
/// The record is not held while a picture is read.
class RecordPictures final : public ReportPictures {
 public:
  /// Without a reader there are only the pictures that were looked at before. `access` must outlive this object.
  RecordPictures(RecordAccess& access, std::optional<PictureReader> reader)
      : m_access(access), m_reader(std::move(reader)) {}
  Result<std::optional<ReducedPicture>> of(const CopyItem& item) override;

 private:
  RecordAccess& m_access;
  std::optional<PictureReader> m_reader;
};

}  // namespace daybook::vault
