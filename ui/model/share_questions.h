#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "vault/bundle/copy_questions.h"
#include "vault/intake/known_file.h"
#include "vault/record/notes_on_messages.h"

namespace daybook::ui {

/// What the window asks the keeper before a copy is made (vault/bundle/copy_questions.h), with the words by which she
/// knows what is meant. What she has decided stays among it, so that she sees it and can change her mind.
struct ShareQuestions {
  struct Note {
    vault::ItemNumber note{}, about{};
    std::string begins;                    // the first words of the note
    bool is_cut = false;                   // there are more
    std::string about_title;               // what the item beside which it stands is called in lists
    std::optional<vault::MessageNote> on;  // of a conversation: the messages, where the newest reading has them
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
    std::vector<vault::ItemNumber> others = {};  // conversations that can be read in it too
  };
  std::vector<Export> exports;
  /// A conversation of which only some messages go along.
  struct Part {
    vault::ItemNumber conversation{};
    std::uint64_t shown = 0, messages = 0;
    std::vector<vault::MessageRun> runs;
    std::uint64_t files_not_here = 0;           // of its messages, those that name a file which does not go along
    std::set<vault::ItemNumber> kept_files;     // such files that are items already
    std::set<vault::ItemNumber> files_along;    // items of the copy that its messages name
    std::vector<vault::MessageNote> cut_notes;  // of the copy, about messages of which not all are in it
  };
  std::vector<Part> parts;
  std::set<vault::ItemNumber> notes_elsewhere;  // about messages that stay here, as these notes do: nothing is asked
  // While one of these two is not empty, nothing else was looked up.
  std::vector<vault::ItemNumber> read_anew;  // conversations whose chosen messages have other numbers now
  std::vector<Export> exports_beside_parts;  // chosen, though of their conversations only a part is
  bool has_film = false;                     // one of those is no picture
  std::size_t helped_items = 0;              // that hold, or may hold, the name of a helper
  std::vector<std::string> people;           // whom the answers that go along name
  bool describes_somebody = false;           // she has said more of one of them than the name
  std::vector<vault::CopyQuestions::Earlier> earlier;
  std::size_t items_in_record = 0;
  std::set<vault::EntryNumber> cut;  // those of `earlier` of which only the beginning is there
};

}  // namespace daybook::ui
