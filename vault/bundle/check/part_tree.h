#pragma once

#include "vault/bundle/check/grammar.h"
#include "vault/log/entry.h"
#include "vault/log/message_leaf.h"
#include "vault/log/message_part.h"

namespace daybook::vault {

/// The file log/messages/NNNNNN.json of a copy (format.md section 2, "A part"): what connects the messages of a
/// conversation that are shown with the root in its log entry.
struct PartTree {
  ReadingId reading{};
  EntryNumber entry{};
  MessagesRoot messages;  // of the whole conversation
  std::vector<MessageRun> shown;
  std::vector<crypto::TreeHash> rest;  // of the largest subtrees without a message that is shown, from left to right
};

/// The file as canonical JSON.
std::string part_tree_text(const PartTree& tree);
/// The file read by its grammar. Where there is an unknown member or another `v` it is newer, and `notes` says so; of
/// another `v` nothing is known. Nothing as well where it breaks the grammar.
std::optional<PartTree> parse_part_tree(const Json& json, GrammarNotes& notes);

/// Most bytes of the file that a checker reads.
constexpr std::size_t kMostPartTreeBytes = 1 << 20;

}  // namespace daybook::vault
