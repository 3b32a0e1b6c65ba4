#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ui/words/error_text.h"
#include "vault/bundle/copy_questions.h"
#include "vault/intake/known_file.h"

namespace daybook::ui {

/// What the window asks the keeper before a copy is made (vault/bundle/copy_questions.h), with the words by which she
/// knows what is meant. What she has decided stays among it, so that she sees it and can change her mind.
struct ShareQuestions {
  struct Note {
    vault::ItemNumber note{}, about{};
    std::string begins;       // the first words of the note
    bool is_cut = false;      // there are more
    std::string about_title;  // what the item beside which it stands is called in lists
  };
  struct Picture {
    vault::ItemNumber item{};
    std::string title;
  };
  std::vector<Note> notes;      // beside chosen items, without those that she chose herself; oldest first
  std::vector<Picture> places;  // pictures and films that hold a place, or may hold one
  /// An export that goes along because a whole conversation does that was read from it.
  struct Export {
    vault::ItemNumber exported{}, conversation{};
  };
  std::vector<Export> exports;
  bool has_film = false;            // one of those is no picture
  std::size_t helped_items = 0;     // that hold, or may hold, the name of a helper
  std::vector<std::string> people;  // whom the answers that go along name
  bool describes_somebody = false;  // she has said more of one of them than the name
  std::vector<vault::CopyQuestions::Earlier> earlier;
  std::size_t items_in_record = 0;
  std::set<vault::EntryNumber> cut;  // those of `earlier` of which only the beginning is there
};

enum class Decision { open, goes_along, stays_here };

/// What the keeper has decided so far. Nothing is decided for her.
struct ShareDecisions {
  std::set<vault::ItemNumber> chosen;  // the items of the copy
  /// Those of `chosen` that came to it when she was asked about notes, with the item beside which each stands. Such a
  /// note goes out of the copy with its item.
  std::map<vault::ItemNumber, vault::ItemNumber> notes_included;
  /// Those of `chosen` that came to it because a whole conversation goes along that was read from them, with the
  /// conversation. Such an export goes out of the copy with it.
  std::map<vault::ItemNumber, vault::ItemNumber> exports_included;
  std::set<vault::ItemNumber> notes_left_out;
  std::set<vault::ItemNumber> places_accepted, places_left_out;
  bool sends_helper_names = false;

  /// Takes an item into the copy. What was decided of its place or of it as a note is open again, and so is whether
  /// the names of helpers go along: another helper may be named there.
  void choose(vault::ItemNumber item);
  /// Takes in those of the items that are not in the copy. False when there are none.
  bool choose(const std::set<vault::ItemNumber>& items);
  /// Takes an item into the copy, or out of it.
  void toggle(vault::ItemNumber item);
  /// For an item that is gone from the record.
  void forget(vault::ItemNumber item);
  void decide_note(const ShareQuestions::Note& note, bool goes_along);
  /// Takes in the exports of conversations. False when all of them are in the copy.
  bool include(const std::vector<ShareQuestions::Export>& exports);
  /// Pictures that stay here are taken out of the copy.
  void decide_places(const std::vector<ShareQuestions::Picture>& pictures, bool go_along);
  Decision of_note(vault::ItemNumber note) const;
  /// `open` as long as one of the pictures is.
  Decision of_places(const std::vector<ShareQuestions::Picture>& pictures) const;

 private:
  void drop_without_item();
};

/// What is to be asked for this copy. Files that were never looked at are read first, which can take long; the
/// record is not held meanwhile. Errors are those of vault::copy_questions().
Result<ShareQuestions> find_share_questions(vault::RecordAccess& access, const vault::FileReaders& readers,
                                            vault::SnapshotRequest request, const ShareDecisions& decided);

/// Something that she has to decide before there can be a copy.
struct OpenQuestion {
  enum class About { note, places, rest } about;
  std::optional<vault::ItemNumber> note;  // for a note, which one

  bool operator==(const OpenQuestion&) const = default;
};

/// What is not decided yet, in the order in which it is asked. `states_left_out` is what she chose of what the copy
/// says of the rest.
std::vector<OpenQuestion> open_questions(const ShareQuestions& questions, const ShareDecisions& decided,
                                         std::optional<bool> states_left_out);

/// Why there is no way on, told beside the first of what is open. Nothing when all is decided.
std::optional<ErrorText> still_open(const std::vector<OpenQuestion>& open);

}  // namespace daybook::ui
