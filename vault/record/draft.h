#pragma once

#include <map>
#include <optional>
#include <string>

#include "vault/record/item.h"

namespace daybook::vault {

/// What was being typed when the record was closed.
struct Draft {
  std::string text;
  bool is_words = false;                      // pasted words, not a note
  std::optional<ItemNumber> about;            // the note was to stand beside this item
  std::optional<ItemNumber> rewrites;         // it was to be a new version of this note
  std::map<std::string, std::string> fields;  // other fields by name, for the window

  bool empty() const { return text.empty() && fields.empty(); }
  bool operator==(const Draft&) const = default;
};

/// The content of the draft file: a line of JSON, then the text as it is. Nothing for an empty draft.
std::string to_text(const Draft& draft);
/// What is not in this form is the text of a note.
Draft parse_draft(std::string_view text);

}  // namespace daybook::vault
