#pragma once

#include "vault/bundle/check/copy_format.h"
#include "vault/record/record.h"

namespace daybook::vault {

/// One version of an item as it stands in a copy.
struct CopyVersion {
  ItemVersion version;
  std::string path;  // bag/data/000123.jpg
  Entry entry;       // its add or note entry
};

/// An item as it stands in a copy.
struct CopyItem {
  Item item;
  std::vector<CopyVersion> versions;  // what is handed over, newest last
  std::vector<ItemAnswer> answers;    // the current ones, without tags
  std::vector<Entry> history;         // entries about this item that say nothing of items that are not in the copy
  std::string text;  // words and notes, for the report; at most kMostReportText bytes, cut at a line or character
  bool text_is_cut = false;
  std::optional<PictureFacts> picture;  // what the newest version says of itself, where it was looked at
};

constexpr std::size_t kMostReportText = 64 * 1024;

/// Everything that goes into a copy but the originals themselves: frozen, so that the same snapshot gives the same bag.
struct CopySnapshot {
  SealFacts seal;
  std::vector<CopyItem> items;
  std::string checkpoint;  // signed note
  std::string vkey;
  crypto::MinisignPublicKey root;
  std::map<std::string, std::string> log_files;  // path -> bytes: entries, openings, proofs, consistency
  /// Taken for looking at: no copy has its name yet.
  bool is_preview() const { return seal.bundle.empty(); }
};

struct SnapshotRequest {
  std::vector<ItemNumber> items;
  bool all_versions = false;  // of notes: else the newest only, and the count of the others
  std::string purpose;
};

/// What a person was shown of a copy before it was made: every word, time and picture fact of its items. Only a preview
/// makes one.
class SeenPreview {
 public:
  explicit SeenPreview(const CopySnapshot& preview);
  friend bool operator==(const SeenPreview&, const SeenPreview&) = default;

 private:
  crypto::Sha256Digest m_digest;
};

/// `usage` when there is nothing to copy, `not_found` for an item that is not there or was removed.
Result<CopySnapshot> take_snapshot(Record& record, const SnapshotRequest& request, const ExportTicket& ticket,
                                   const std::vector<crypto::AgeRecipient>& recipients);

/// What a copy of now would hold, for looking at: nothing is written, and what only saving brings is empty.
Result<CopySnapshot> preview_snapshot(Record& record, const SnapshotRequest& request);

/// meta/manifest.json.
std::string items_json(const CopySnapshot& snapshot);

}  // namespace daybook::vault
