#pragma once

#include "vault/bundle/copy_report.h"
#include "vault/intake/known_file.h"

namespace daybook::vault {

/// The originals of a report, from the record. Each is opened when its turn comes, and the record is not held while a
/// picture is read or a text is handed over.
class RecordOriginals final : public ReportOriginals {
 public:
  /// Without a reader pictures are shown as the record keeps them, small, and no length is told. `access` must outlive
  /// this object.
  RecordOriginals(RecordAccess& access, FileReaders readers) : m_access(access), m_readers(std::move(readers)) {}
  Result<Text> text(const CopyVersion& version, std::size_t most) override;
  Result<Bytes> picture(const CopyVersion& version) override;
  Result<MediaFacts> media(const CopyVersion& version) override;
  Result<void> messages(const CopyItem& conversation, const UseMessage& use) override;

 private:
  Result<std::unique_ptr<ByteSource>> open(const CopyVersion& version);
  Result<Bytes> small_picture(const CopyVersion& version);

  RecordAccess& m_access;
  FileReaders m_readers;
  // The answers of the first run of the renderer, because the second must get the same on a slow computer too.
  std::map<EntryNumber, bool> m_is_read;
  std::map<EntryNumber, MediaFacts> m_media;
};

}  // namespace daybook::vault
