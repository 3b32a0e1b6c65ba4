#include "ui/model/share_decisions.h"

#include <algorithm>

#include "vault/record/conversation_days.h"

namespace daybook::ui {

using vault::ItemNumber;

namespace {

std::vector<vault::MessageRun> runs_of_both(const ChosenPart& one, const ChosenPart& other) {
  std::vector<vault::MessageRun> runs = one.runs;
  runs.insert(runs.end(), other.runs.begin(), other.runs.end());
  return vault::joined(std::move(runs));
}

}  // namespace

void ShareDecisions::choose(ItemNumber item) {
  chosen.insert(item);
  notes_included.erase(item);  // she chose it herself
  exports_included.erase(item);
  parts.erase(item);
  sends_helper_names = false;
  notes_left_out.erase(item);
  places_left_out.erase(item);
}

bool ShareDecisions::choose(const std::set<ItemNumber>& items, const ChosenParts& wanted) {
  bool is_more = false;
  places_left_out.clear();
  for (const ItemNumber item : items) {
    if (holds(item, wanted)) continue;
    is_more = true;
    if (const auto part = wanted.find(item); part != wanted.end())
      choose_messages(item, part->second);
    else
      choose(item);
  }
  return is_more;
}

void ShareDecisions::choose_messages(ItemNumber conversation, const ChosenPart& part) {
  const auto before = parts.find(conversation);
  const bool is_more = before != parts.end() && before->second.reading == part.reading;
  ChosenPart all{part.reading, runs_of_both(part, is_more ? before->second : part)};
  choose(conversation);
  parts.emplace(conversation, std::move(all));
}

bool ShareDecisions::holds(ItemNumber item, const ChosenParts& wanted) const {
  if (!chosen.contains(item)) return false;
  const auto part = parts.find(item);
  if (part == parts.end()) return true;
  const auto more = wanted.find(item);
  if (more == wanted.end() || more->second.reading != part->second.reading) return false;
  return runs_of_both(part->second, more->second) == part->second.runs;
}

ChosenParts ShareDecisions::chosen_parts() const {
  ChosenParts in_copy = parts;
  std::erase_if(in_copy, [this](const auto& one) { return !chosen.contains(one.first); });
  return in_copy;
}

// Files that stay here for their place are still asked about, so that she can change her mind. Once she chooses items
// anew, what she did not choose must not come back with another answer.
void ShareDecisions::toggle(ItemNumber item) {
  places_left_out.clear();
  if (!chosen.contains(item)) {
    // Of a conversation that was taken out and comes in again no more goes along than was chosen of it.
    const auto part = parts.find(item) == parts.end() ? std::nullopt : std::optional(parts.at(item));
    choose(item);
    if (part) parts.emplace(item, *part);
    return;
  }
  chosen.erase(item);
  notes_included.erase(item);
  exports_included.erase(item);
  places_accepted.erase(item);
  drop_without_item();
}

void ShareDecisions::forget(ItemNumber item) {
  for (auto* set : {&chosen, &notes_left_out, &places_accepted, &places_left_out}) set->erase(item);
  notes_included.erase(item);
  exports_included.erase(item);
  parts.erase(item);
  drop_without_item();
}

bool ShareDecisions::include(const std::vector<ShareQuestions::Export>& exports) {
  bool is_more = false;
  for (const ShareQuestions::Export& one : exports) {
    if (chosen.contains(one.exported)) continue;
    choose(one.exported);
    exports_included.emplace(one.exported, one.conversation);
    is_more = true;
  }
  return is_more;
}

void ShareDecisions::decide_note(const ShareQuestions::Note& note, bool goes_along) {
  if (goes_along) {
    choose(note.note);
    notes_included.emplace(note.note, note.about);
    return;
  }
  chosen.erase(note.note);
  notes_included.erase(note.note);
  notes_left_out.insert(note.note);
  drop_without_item();
}

void ShareDecisions::decide_places(const std::vector<ShareQuestions::Picture>& pictures, bool go_along) {
  for (const auto& [item, title] : pictures) {
    for (auto* set : {&chosen, &places_accepted}) {
      if (go_along)
        set->insert(item);
      else
        set->erase(item);
    }
    if (go_along)
      places_left_out.erase(item);
    else
      places_left_out.insert(item);
  }
  drop_without_item();
}

// A note can stand beside a note or an export, so what goes out can take others along.
void ShareDecisions::drop_without_item() {
  const auto goes_out = [&](const auto& one) {
    const auto& [item, because] = one;
    return !chosen.contains(because) && chosen.erase(item) > 0;
  };
  while (std::erase_if(exports_included, goes_out) + std::erase_if(notes_included, goes_out) > 0) {
  }
}

Decision ShareDecisions::of_note(ItemNumber note) const {
  if (chosen.contains(note)) return Decision::goes_along;
  return notes_left_out.contains(note) ? Decision::stays_here : Decision::open;
}

Decision ShareDecisions::of_places(const std::vector<ShareQuestions::Picture>& pictures) const {
  const auto all_in = [&](const std::set<ItemNumber>& set) {
    return std::all_of(pictures.begin(), pictures.end(), [&](const auto& one) { return set.contains(one.item); });
  };
  if (all_in(places_accepted) && all_in(chosen)) return Decision::goes_along;
  return all_in(places_left_out) ? Decision::stays_here : Decision::open;
}

}  // namespace daybook::ui
