#pragma once

#include "vault/bundle/seal_copy.h"
#include "vault/store/zip_writer.h"

namespace daybook::vault {

/// The bag of a copy (RFC 8493): tag files by path, and the payload by reference. Made and signed with the record at
/// hand; the originals are opened one by one when their turn comes.
class Bag {
 public:
  Bag(Record& record, CopySnapshot snapshot, const ReportRenderer& render);

  /// What goes into the ZIP, in its order, with the padding at its end. `access` and this bag must outlive the writing.
  std::vector<ZipPlan> plans(RecordAccess& access) const;
  const std::string& tagmanifest() const;
  /// The eight words of the key that signed it.
  const std::string& words() const { return m_words; }
  const CopySnapshot& snapshot() const { return m_snapshot; }

 private:
  void add_payload_manifests();
  void add_facts(const RecordKeys& record_keys);
  void sign(const RecordKeys& keys);

  CopySnapshot m_snapshot;
  std::string m_words;
  std::map<std::string, std::string> m_tags;
};

}  // namespace daybook::vault
