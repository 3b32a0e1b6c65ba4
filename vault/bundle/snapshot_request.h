#pragma once

#include <map>
#include <set>

#include "vault/log/entry.h"
#include "vault/log/message_part.h"

namespace daybook::vault {

/// What a copy is to hold, as the keeper chose it. Nothing that is for her to decide has a value that she did not give:
/// while something is open (copy_questions.h), no copy is made.
struct SnapshotRequest {
  std::vector<ItemNumber> items;
  /// The conversations of `items` of which only some messages go along, each with those. Of any other conversation all
  /// goes along: its readings, and the exports that they were read from, which have to be among `items`.
  std::map<ItemNumber, std::vector<MessageRun>> parts = {};
  std::string purpose = {};  // what the copy is for; this and the next two stand on its front page as she typed them
  std::string prepared_by = {};            // a name or initials
  std::string reference = {};              // the number that the reader has for the case
  std::optional<bool> original_kept = {};  // whether she still has the phone or account that things come from
  /// Whether the copy has only the newest version of each note and the newest of each answer. Else the earlier ones go
  /// along, but for those whose log entries are in `stays_home`. A newest one goes along in any case.
  bool newest_only = false;
  std::set<EntryNumber> stays_home = {};
  std::set<ItemNumber> notes_left_out = {};   // notes beside chosen items which she chose to leave out
  std::set<ItemNumber> places_accepted = {};  // files that hold a place and go along all the same
  bool with_helper_names = false;             // else answers that hold a helper's name stay home
  bool with_descriptions = false;             // of people: other names, numbers, who they are to her
  /// Whether the copy states how many items are left out and were removed. Else it says that nothing is said of it.
  bool states_left_out = false;
};

}  // namespace daybook::vault
