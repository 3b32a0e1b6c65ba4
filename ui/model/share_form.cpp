#include "ui/model/share_form.h"

#include "crypto/age_keys.h"
#include "crypto/typed_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {

ShareForm::Lock lock_of(const ShareForm& form) {
  return form.lock.value_or(form.by_upload == true ? ShareForm::Lock::none : ShareForm::Lock::passphrase);
}

std::string who_text(ShareForm::For who) {
  switch (who) {
    case ShareForm::For::police:
      return "police";
    case ShareForm::For::advocate:
      return "advocate";
    case ShareForm::For::solicitor:
      return "solicitor";
    case ShareForm::For::me:
      return "me";
  }
  return "";
}

vault::SnapshotRequest contents_of(const ShareDecisions& decided, const ShareForm& form,
                                   const ShareQuestions* questions) {
  vault::SnapshotRequest contents;
  contents.items.assign(decided.chosen.begin(), decided.chosen.end());
  for (const auto& [conversation, part] : decided.chosen_parts()) contents.parts[conversation] = part.runs;
  contents.purpose = crypto::trim_blanks(form.purpose.text());
  contents.prepared_by = crypto::trim_blanks(form.prepared_by.text());
  contents.reference = crypto::trim_blanks(form.reference.text());
  contents.original_kept = form.original_kept;
  contents.stays_home = form.stays_home;
  contents.notes_left_out = decided.notes_left_out;
  if (questions != nullptr) {
    for (const vault::ItemNumber note : questions->notes_elsewhere) {
      if (!decided.chosen.contains(note)) contents.notes_left_out.insert(note);
    }
  }
  contents.places_accepted = decided.places_accepted;
  contents.with_helper_names = decided.sends_helper_names;
  contents.with_descriptions = form.sends_descriptions && questions != nullptr && questions->describes_somebody;
  contents.states_left_out = form.states_left_out.value_or(false);
  return contents;
}

std::optional<ErrorText> fault_of_key(TextInput& key) {
  const auto recipient = crypto::AgeRecipient::parse(key.text());
  if (recipient) return std::nullopt;
  if (recipient.error().detail != crypto::kSecretKeyGiven)
    return ErrorText{tr("That is not a key."), "", tr("Their key begins with age1. Ask them to send it again.")};
  key.clear();
  return ErrorText{tr("This is a secret key."), tr("It was taken out of the field and was not used."),
                   tr("Give the line that begins with age1.")};
}

}  // namespace daybook::ui
