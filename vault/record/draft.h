#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vault/record/item.h"

namespace daybook::vault {

/// A text that was being typed, or had been pasted, when the record was closed, and what it was going to become.
struct Draft {
  std::string text;
  bool is_words = false;                 // words that somebody else wrote or said, not a note
  bool is_typed = false;                 // such words, typed by the keeper herself; else they are as they were pasted
  std::optional<ItemNumber> about;       // the item beside which the note was to stand
  std::optional<ItemNumber> rewrites;    // the note of which the text was to be a new version
  std::optional<MessagesNoted> on = {};  // of `about`, a conversation: the messages beside which the note was to stand

  bool operator==(const Draft&) const = default;
};

/// Everything that was typed or pasted and not saved when the record was closed.
struct Unsaved {
  std::vector<Draft> drafts;                  // oldest first
  std::map<std::string, std::string> fields;  // other fields by name, for the window

  bool empty() const { return drafts.empty() && fields.empty(); }
  bool operator==(const Unsaved&) const = default;
};

/// The content of the draft file: a line of JSON, then the texts as they were typed, one behind the other. Empty when
/// everything is saved.
std::string to_text(const Unsaved& unsaved);
/// Reads what to_text() made, also that of an older release, which knew one draft. Anything else becomes the text of a
/// note: whatever was typed must not be lost.
Unsaved parse_unsaved(std::string_view text);

}  // namespace daybook::vault
