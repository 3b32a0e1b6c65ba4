#include "ui/model/keep_draft.h"

#include "vault/intake/words.h"
#include "vault/record/notes_on_messages.h"

namespace daybook::ui {
namespace {

// The note stands beside the messages as she saw them. Where the conversation was read anew meanwhile, they may have
// other numbers now, and the note is placed by their bytes (notes_on_messages()).
Result<vault::AddOutcome> keep_note_on(vault::Record& record, const vault::Draft& draft,
                                       const vault::Answers& answers) {
  if (!draft.about) return Error{ErrorCode::usage, "messages of no conversation"};
  TRY_ASSIGN(const vault::Conversation conversation, vault::open_conversation(record, *draft.about));
  if (conversation.id == draft.on->reading)
    return vault::add_note_on(record, conversation, draft.on->first, draft.on->last, draft.text, answers);
  vault::Addition addition;
  addition.kind = vault::ItemKind::note;
  addition.about = draft.about;
  addition.on = *draft.on;
  addition.answers = answers;
  return record.add_text(addition, draft.text);
}

}  // namespace

Result<vault::AddOutcome> keep_draft(vault::Record& record, const vault::Draft& draft, vault::Answers answers) {
  if (draft.is_words) {
    if (draft.is_typed) answers[vault::question::kHow] = vault::kTypedOut;
    return vault::keep_words(record, draft.text, answers);
  }
  if (draft.on) return keep_note_on(record, draft, answers);
  if (!draft.rewrites) return vault::keep_note(record, draft.text, draft.about, answers);
  TRY(record.rewrite_note(*draft.rewrites, draft.text));
  if (!answers.empty()) TRY(record.answer(*draft.rewrites, answers));
  return vault::AddOutcome{*draft.rewrites, true, std::nullopt};
}

}  // namespace daybook::ui
