#pragma once

#include "vault/bundle/check/copy_format.h"
#include "vault/bundle/copy_item.h"
#include "vault/bundle/snapshot_request.h"
#include "vault/record/people.h"
#include "vault/record/record.h"

namespace daybook::vault {

/// What the keeper states of the copy as a whole. Nothing in a copy bears it out, and no checker judges it.
struct CopyStatement {
  std::string prepared_by, reference;
  std::optional<bool> original_kept;
  std::vector<Description> people;  // whom the answers in the copy name, where she chose to describe them
  struct LeftOut {
    std::size_t items = 0;                           // that are in the record and not in the copy
    std::map<ItemNumber, std::size_t> notes_beside;  // by item of the copy, where notes beside it stay home
    std::vector<Entry> removed;                      // the entries of items that were removed from the record
  };
  std::optional<LeftOut> left_out;  // nothing where she does not say
};

/// Everything that goes into a copy but the originals. It is frozen: whatever happens to the record meanwhile, what is
/// sealed is what was approved.
struct CopySnapshot {
  SealFacts seal;
  std::vector<CopyItem> items;
  CopyStatement stated;
  std::vector<Entry> clock;  // all entries of the log that tell of a clock that was set, oldest first
  std::string checkpoint;    // the log's head, a C2SP signed note
  std::string vkey;          // the log's key, as C2SP signed notes write it
  crypto::MinisignPublicKey root;
  std::map<std::string, std::string> log_files;  // bytes by path: entries, openings, paths to the head, consistency
  /// Whether the snapshot was taken only to be looked at. Then it has no UUID, and no copy is made of it.
  bool is_preview() const { return seal.bundle.empty(); }
  /// The item of this number, where it is in the copy. The items are in the order of their numbers.
  const CopyItem* find(ItemNumber number) const;
  /// Everybody whom an answer in the copy names, with the items that do.
  std::map<std::string, std::vector<ItemNumber>> named_people() const;
};

/// Takes the snapshot for a copy that Record::begin_copy() has begun. `not_found` for an item that is not there or
/// was removed, `not_decided` where she was not asked what only she can decide (copy_questions.h), `damaged` where the
/// log does not have what an item's history names.
Result<CopySnapshot> take_snapshot(Record& record, const SnapshotRequest& request, const CopyTicket& ticket,
                                   const std::vector<crypto::AgeRecipient>& recipients);

/// What a copy would hold if it were made now, to be looked at. Nothing is written into the record. Of the seal only
/// the purpose is there: UUID, number and time come when the copy is made. Errors as take_snapshot().
Result<CopySnapshot> preview_snapshot(Record& record, const SnapshotRequest& request);

}  // namespace daybook::vault
