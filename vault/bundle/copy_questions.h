#pragma once

#include "vault/bundle/snapshot_request.h"
#include "vault/record/record.h"

namespace daybook::vault {

/// What the keeper is asked before a copy is made, because only she can decide it. A message that is read without the
/// note beside it, or a picture or film that tells where she lives, can do harm that nobody can take back.
struct CopyQuestions {
  /// A note that stands beside a chosen item, and is neither chosen itself nor left out.
  struct NoteBeside {
    ItemNumber note, about;
  };
  std::vector<NoteBeside> notes;  // oldest first; must be decided
  /// Chosen pictures and films that hold a place, or may hold one, which was not accepted; must be decided.
  std::vector<ItemNumber> places;
  std::vector<ItemNumber> helpers;  // chosen items with an answer that holds, or may hold, the name of a helper
  std::vector<std::string> people;  // everybody who is named in answers that go along, each once, sorted
  /// An earlier version of a note, or an earlier answer, that goes along unless she leaves it at home.
  struct Earlier {
    ItemNumber item;
    EntryNumber entry;
    std::string question;      // empty: a version of a note
    int number = 0;            // of the version
    std::int64_t said_at = 0;  // by the clock of this computer, seconds since 1970 UTC
    std::string text;          // the answer, or the beginning of the note of at most kMostEarlierText bytes
  };
  std::vector<Earlier> earlier;
  /// An export that a chosen conversation was read from, and that is not chosen itself; must be.
  struct ExportOf {
    ItemNumber exported, conversation;
  };
  std::vector<ExportOf> exports;

  /// Whether all is decided that must be.
  bool is_decided() const { return notes.empty() && places.empty() && exports.empty(); }
};

/// Most bytes of an earlier text in a question. The preview of the copy shows it whole.
constexpr std::size_t kMostEarlierText = 400;

/// What is to be asked for this copy. Files count as far as they were looked at (look_at_files() of
/// vault/intake). `not_found` for an item that is not there or was removed.
Result<CopyQuestions> copy_questions(Record& record, const SnapshotRequest& request);

/// The exports that a conversation's readings were made of and that the record still has, each once. Who gets a whole
/// conversation gets them too, to hold it against. `damaged` where a reading cannot be read.
Result<std::vector<ItemNumber>> exports_of(Record& record, const Item& conversation);

/// Whether the newest version of an item holds a place, or nobody knows: a picture or film that was never looked at,
/// and a picture whose reader was ended, may hold one too.
bool may_hold_place(const Item& item, const std::optional<KnownFile>& known);

/// The error that a copy is refused with where something is open: `not_decided`, naming it.
Error not_decided(const CopyQuestions& open);

}  // namespace daybook::vault
