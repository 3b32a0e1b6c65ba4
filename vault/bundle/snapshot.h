#pragma once

#include "vault/bundle/check/copy_format.h"
#include "vault/record/record.h"

namespace daybook::vault {

/// One version of an item as it stands in a copy.
struct CopyVersion {
  ItemVersion version;
  std::string path;  // bag/data/000123.jpg
  Entry entry;       // its `add` or `note` entry
};

/// An item as it stands in a copy.
struct CopyItem {
  Item item;
  std::vector<CopyVersion> versions;  // those that are handed over, newest last
  std::vector<ItemAnswer> answers;    // the current ones, without tags
  std::vector<Entry> history;         // entries about this item that say nothing of items that are not in the copy
  std::string text;  // words and notes, for the report; at most kMostReportText bytes, cut between characters
  bool text_is_cut = false;
  std::optional<PictureFacts> picture;  // what the newest version says of itself, where it was looked at
};

/// Most bytes of a text in the report. The whole text is in the original.
constexpr std::size_t kMostReportText = 64 * 1024;

/// Everything that goes into a copy but the originals. It is frozen: whatever happens to the record meanwhile, what is
/// sealed is what was approved.
struct CopySnapshot {
  SealFacts seal;
  std::vector<CopyItem> items;
  std::string checkpoint;  // the log's head, a C2SP signed note
  std::string vkey;        // the log's key, as C2SP signed notes write it
  crypto::MinisignPublicKey root;
  std::map<std::string, std::string> log_files;  // bytes by path: entries, openings, paths to the head, consistency
  /// Whether the snapshot was taken only to be looked at. Then it has no UUID, and no copy is made of it.
  bool is_preview() const { return seal.bundle.empty(); }
};

/// What a copy is to hold.
struct SnapshotRequest {
  std::vector<ItemNumber> items;
  bool all_versions = false;  // of notes; else the newest only, and how many there are
  std::string purpose;        // what the copy is for, in the keeper's words; it is in the copy
};

/// What a person was shown of a copy before it was made: the purpose, and every word, time and picture fact of its
/// items. It can only be made of a preview, so that nobody can say that something was seen which was not.
class SeenPreview {
 public:
  /// `preview` must be a preview.
  explicit SeenPreview(const CopySnapshot& preview);
  friend bool operator==(const SeenPreview&, const SeenPreview&) = default;

 private:
  crypto::Sha256Digest m_digest;
};

/// Takes the snapshot for a copy that Record::begin_copy() has begun. `not_found` for an item that is not there or
/// was removed, `damaged` where the log does not have what an item's history names.
Result<CopySnapshot> take_snapshot(Record& record, const SnapshotRequest& request, const CopyTicket& ticket,
                                   const std::vector<crypto::AgeRecipient>& recipients);

/// What a copy would hold if it were made now, to be looked at. Nothing is written into the record. Of the seal only
/// the purpose is there: UUID, number and time come when the copy is made. Errors as take_snapshot().
Result<CopySnapshot> preview_snapshot(Record& record, const SnapshotRequest& request);

/// The text of meta/manifest.json (vault/bundle/format.md).
std::string items_json(const CopySnapshot& snapshot);

}  // namespace daybook::vault
