#pragma once

#include "ui/model/chosen_parts.h"
#include "ui/model/share_questions.h"

namespace daybook::ui {

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
  /// Conversations of which not all goes along. One that was taken out of `chosen` stays here, so that it does not come
  /// in again as a whole; only chosen_parts() are in the copy.
  ChosenParts parts;
  std::set<vault::ItemNumber> notes_left_out;
  std::set<vault::ItemNumber> places_accepted, places_left_out;
  bool sends_helper_names = false;

  /// Takes an item into the copy. What was decided of its place or of it as a note is open again, and so is whether
  /// the names of helpers go along: another helper may be named there.
  void choose(vault::ItemNumber item);
  /// Takes in those of the items that are not wholly in the copy, of a conversation in `wanted` only those messages.
  /// False when all of it is in the copy already.
  bool choose(const std::set<vault::ItemNumber>& items, const ChosenParts& wanted = {});
  /// Takes messages of a conversation into the copy beside those of it that are there.
  void choose_messages(vault::ItemNumber conversation, const ChosenPart& part);
  /// Whether the copy has an item, of a conversation in `wanted` at least those messages.
  bool holds(vault::ItemNumber item, const ChosenParts& wanted = {}) const;
  /// Those of `parts` that are in the copy.
  ChosenParts chosen_parts() const;
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

}  // namespace daybook::ui
