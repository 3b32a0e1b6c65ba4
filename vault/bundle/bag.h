#pragma once

#include "vault/bundle/bag_report.h"
#include "vault/record/record_access.h"

namespace daybook::vault {

/// The bag of a copy (RFC 8493). Its tag files are held in memory; report and originals are not. The record is needed
/// to construct and to sign a bag. In between, and while the bag is written, others can use the record: pages are made
/// without it, and the originals are opened one by one when their turn comes.
class Bag {
 public:
  /// `start_here` is the text of START-HERE.txt. The caller goes on with make_report(), sign(), plans() and write(), in
  /// this order.
  Bag(const RecordKeys& keys, CopySnapshot snapshot, BagReport report, std::string start_here);

  /// Makes the pages of the report to learn their sizes and digests, which takes as long as rendering does. `progress`
  /// counts bytes of the report; `cancelled` when it says so, else the renderer's errors.
  Result<void> make_report(const Progress& progress);
  /// Makes the list of fingerprints and the tag list, and signs that. `not_as_seen` when the keys of the record were
  /// changed after the bag was begun: its pages and files name the old ones.
  Result<void> sign(const RecordKeys& keys);

  /// The entries of the ZIP in their order: START-HERE.txt outside of the bag first, where it is seen first, and the
  /// padding at the end. The entries of the report have a size and no
  /// content, because write() renders them. `access` and this bag must outlive the writing.
  std::vector<ZipPlan> plans(RecordAccess& access) const;
  /// Writes the ZIP of these plans. `damaged` when the report is not the one that was measured.
  Result<void> write(const std::vector<ZipPlan>& plans, ByteSink& sink) const;
  /// The text of the tag list, from sign() on.
  const std::string& tagmanifest() const;
  /// The text of the list of fingerprints, from sign() on.
  const std::string& fingerprints() const;
  /// The eight words of the record's root key, which signs the copy.
  const std::string& words() const { return m_words; }
  const CopySnapshot& snapshot() const { return m_snapshot; }

 private:
  void add_payload_manifests();
  void add_facts(const RecordKeys& record_keys);
  void add_fingerprints();
  ReportFacts report_facts() const;

  CopySnapshot m_snapshot;
  std::string m_words;
  std::map<std::string, std::string> m_tags;
  BagReport m_report;  // is written between the tag files, where its folder stands in the order of names
};

}  // namespace daybook::vault
