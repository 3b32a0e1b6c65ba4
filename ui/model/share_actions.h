#pragma once

#include <set>
#include <utility>

#include "ui/model/chosen_parts.h"
#include "vault/record/item.h"

namespace daybook::ui {

// What a person does in Share, and what leads there (ui/model/sharing.h).

/// For a copy of these items, of conversations in `parts` only those messages; without any items, whatever was begun is
/// shown.
struct BeginSharing {
  BeginSharing() = default;
  explicit BeginSharing(vault::ItemNumber item) : items{item} {}
  explicit BeginSharing(std::set<vault::ItemNumber> all) : items(std::move(all)) {}
  BeginSharing(vault::ItemNumber conversation, ChosenPart part)
      : items{conversation}, parts{{conversation, std::move(part)}} {}
  std::set<vault::ItemNumber> items;
  ChosenParts parts;
};
/// The answer when a copy was begun already and other items are to be shared.
struct GoOnSharing {
  bool with_items;  // they come into that copy, too
};
struct StartSharingAgain {};
struct ToggleShared {
  vault::ItemNumber item;
};
struct DecideNote {
  vault::ItemNumber note;
  bool goes_along;
};
struct DecidePlaces {
  bool go_along;
};
struct DecideRest {
  bool is_stated;  // the copy says how much is not in it
};
struct SendHelperNames {
  bool sends;
};
struct NextShareStep {};
struct PreviousShareStep {};
struct StopSharing {};

}  // namespace daybook::ui
