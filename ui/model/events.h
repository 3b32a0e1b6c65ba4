#pragma once

#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "crypto/bytes.h"
#include "ui/model/drafts.h"
#include "ui/model/screen.h"
#include "vault/record/draft.h"

namespace daybook::ui {

// What has happened in one area and may matter to others. An area tells it to the session and knows nobody who listens;
// the router brings it to every area that has an on() for it, after the one that told it has come to its end.

/// The record is open: whoever shows something of it reads it now.
struct RecordOpened {
  vault::Draft draft;  // what was being typed when it was closed
  std::shared_ptr<Drafts> drafts;
  bool has_previous_keys = false;  // a change of keys has not come to its end
};
/// It stands where another one was, or none: what led there is over.
struct RecordRestored {};
/// What a backup had was added.
struct RecordMerged {};
/// She wants all of it gone from this computer, and has shown that it is hers.
struct RemovalConfirmed {};
/// It is about to go, for good: what still works on it stops.
struct RecordCloses {};
/// It is gone from this computer.
struct RecordRemoved {};
/// It could not be removed. The program goes on without it.
struct RemovalFailed {
  Error error;
};
/// Drafts are sealed anew, under the new keys.
struct KeysReplaced {
  std::shared_ptr<Drafts> drafts;
};

struct ScreenLeft {
  Screen left, next;
};

/// What a file or a folder is looked for.
enum class BrowseFor { adding, share_target, copy_to_check, key_file, backup_target, backup_to_read, copy_files };
struct PlaceChosen {
  BrowseFor purpose;
  vault::Path path;
  bool is_folder = false;
};

struct ItemKept {
  vault::ItemNumber item{};
  std::optional<vault::ItemNumber> changes;  // the item that looks different now: the note itself, or what it is beside
  bool then_asks = false;                    // she wants to answer questions about it
};
struct ItemAnswered {
  vault::ItemNumber item{};
  bool names_somebody = false;  // or has a tag
};
struct ItemGone {
  vault::ItemNumber item{};
};
struct CaseSaved {};

/// A picture that is not kept yet, to be looked at under a number of its own, below zero.
struct PictureBrought {
  vault::ItemNumber number{};
  std::shared_ptr<const Bytes> bytes;
};

using Event = std::variant<RecordOpened, RecordRestored, RecordMerged, RemovalConfirmed, RecordCloses, RecordRemoved,
                           RemovalFailed, KeysReplaced, ScreenLeft, PlaceChosen, ItemKept, ItemAnswered, ItemGone,
                           CaseSaved, PictureBrought>;

/// Those that were told and not brought yet, in their order.
class Events {
 public:
  void tell(Event event) { m_told.push_back(std::move(event)); }
  std::vector<Event> take() { return std::exchange(m_told, {}); }

 private:
  std::vector<Event> m_told;
};

}  // namespace daybook::ui
