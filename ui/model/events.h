#pragma once

#include <memory>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "crypto/bytes.h"
#include "ui/model/drafts.h"
#include "ui/model/screen.h"
#include "vault/record/draft.h"

namespace daybook::ui {

// An event says what has happened in one area and may matter to others. The area tells the session, and does not know
// who listens. The router brings the event to every area that has an on() for it, after the call that told it has
// returned.

/// The record is open: every area that shows something of the record reads it now.
struct RecordOpened {
  vault::Unsaved unsaved;  // what was being typed when the record was closed
  std::shared_ptr<Drafts> drafts;
  bool has_previous_keys = false;  // a change of keys was begun, and some stored files still have the old ones
};
/// A record was brought back from a backup or out of a damaged one, and is open. The areas that led there (first run,
/// unlock) forget what was typed in them.
struct RecordRestored {};
/// What a backup had and the open record lacked was added to the record.
struct RecordMerged {};
/// The keeper wants the record gone from this computer, and has typed its passphrase.
struct RemovalConfirmed {};
/// The record is about to be removed for good: what still works on it stops.
struct RecordCloses {};
/// The record is gone from this computer.
struct RecordRemoved {};
/// The record could not be removed. The program goes on with no record open.
struct RemovalFailed {
  Error error;
};
/// The record has new keys: from now on drafts are sealed by `drafts`, which has them.
struct KeysReplaced {
  std::shared_ptr<Drafts> drafts;
};

struct ScreenLeft {
  Screen left, next;
};

/// What a file or a folder is being chosen for.
enum class BrowseFor {
  adding,
  save_out,
  share_target,
  copy_to_check,
  key_file,
  backup_target,
  backup_to_read,
  copy_files
};
struct PlaceChosen {
  BrowseFor purpose;
  vault::Path path;
  bool is_folder = false;
};

/// It was looked for what is plugged in: the folders of sticks, cards and disks that are taken out again.
struct MediaFound {
  std::vector<vault::Path> media;
};

/// Files that were being saved when the record was closed, and are to be saved now.
struct FilesBrought {
  std::vector<vault::Path> files;
};

struct ItemKept {
  vault::ItemNumber item{};
  std::optional<vault::ItemNumber> changes;  // whose page looks different now: the note with a new version, or the item
                                             // that a new note is about
  bool then_asks = false;                    // the keeper wants to answer questions about the new item
};
/// The same was answered for these items.
struct ItemsAnswered {
  std::set<vault::ItemNumber> items;
  bool names_somebody = false;  // the answer names a person or has a tag
};
/// Items were removed from the record.
struct ItemsGone {
  std::set<vault::ItemNumber> items;
};
/// A chat that was pasted is kept as this file, and is to be read as a conversation.
struct PastedChatKept {
  vault::ItemNumber item{};
};
/// A chat was read into a conversation. `begun_on` is the screen on which the keeper asked for it.
struct ChatRead {
  vault::ItemNumber conversation{};
  Screen begun_on{};
};
struct CaseSaved {};
/// A copy was made, or one that was begun was not finished.
struct CopiesChanged {};

/// A message was found that is to be gone to in the conversation on the screen.
struct MessageFound {
  vault::ItemNumber conversation{};
  std::uint64_t message = 0;
};

/// A picture was pasted and is not kept yet. It is decoded and shown under a number below zero, which no item has.
struct PictureBrought {
  vault::ItemNumber number{};
  std::shared_ptr<const Bytes> bytes;
};

using Event = std::variant<RecordOpened, RecordRestored, RecordMerged, RemovalConfirmed, RecordCloses, RecordRemoved,
                           RemovalFailed, KeysReplaced, ScreenLeft, PlaceChosen, MediaFound, FilesBrought, ItemKept,
                           ItemsAnswered, ItemsGone, PastedChatKept, ChatRead, CaseSaved, CopiesChanged, MessageFound,
                           PictureBrought>;

/// The events that were told and not brought to the areas yet, oldest first.
class Events {
 public:
  void tell(Event event) { m_told.push_back(std::move(event)); }
  std::vector<Event> take() { return std::exchange(m_told, {}); }

 private:
  std::vector<Event> m_told;
};

}  // namespace daybook::ui
