#pragma once

#include "vault/bundle/bag_report.h"

namespace daybook::vault {

/// The bag of a copy (RFC 8493): tag files by path, report and payload by reference. Begun and signed with the record
/// at hand. In between, and while it is written, the record is free: pages are made without it, and the originals are
/// opened one by one when their turn comes.
class Bag {
 public:
  Bag(const RecordKeys& keys, CopySnapshot snapshot, BagReport report);

  /// After the beginning; takes as long as the pages do.
  Result<void> make_report(const Progress& progress);
  /// After the report. `not_as_seen` when the record has other keys by now: pages and bag name the old ones.
  Result<void> sign(const RecordKeys& keys);

  /// What goes into the ZIP, in its order, with the padding at its end; of the report the sizes only. `access` and this
  /// bag must outlive the writing.
  std::vector<ZipPlan> plans(RecordAccess& access) const;
  /// Writes the ZIP of these plans.
  Result<void> write(const std::vector<ZipPlan>& plans, ByteSink& sink) const;
  const std::string& tagmanifest() const;
  /// The eight words of the key that signed it.
  const std::string& words() const { return m_words; }
  const CopySnapshot& snapshot() const { return m_snapshot; }

 private:
  void add_payload_manifests();
  void add_facts(const RecordKeys& record_keys);
  ReportFacts report_facts() const;

  CopySnapshot m_snapshot;
  std::string m_words;
  std::map<std::string, std::string> m_tags;
  BagReport m_report;  // stands among the tag files, where its folder does in the order of their names
};

}  // namespace daybook::vault
