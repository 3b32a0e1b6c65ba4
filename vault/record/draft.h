#pragma once

#include <map>
#include <optional>
#include <string>

#include "vault/record/item.h"

namespace daybook::vault {

/// A text that was being typed when the record was closed, and what it was going to become.
struct Draft {
  std::string text;
  bool is_words = false;                      // pasted words, not a note
  std::optional<ItemNumber> about;            // the item beside which the note was to stand
  std::optional<ItemNumber> rewrites;         // the note of which the text was to be a new version
  std::map<std::string, std::string> fields;  // other fields by name, for the window

  bool empty() const { return text.empty() && fields.empty(); }
  bool operator==(const Draft&) const = default;
};

/// The content of the draft file: a line of JSON, then the text as it was typed. Empty for an empty draft.
std::string to_text(const Draft& draft);
/// Reads what to_text() made. Anything else becomes the text of a note: whatever was typed must not be lost.
Draft parse_draft(std::string_view text);

}  // namespace daybook::vault
