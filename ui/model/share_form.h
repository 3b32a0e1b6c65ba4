#pragma once

#include "ui/model/share_decisions.h"
#include "ui/model/text_input.h"
#include "ui/words/error_text.h"

namespace daybook::ui {

/// What is typed and chosen in fields for a copy.
struct ShareForm {
  enum class For { police, advocate, solicitor, me } who = For::police;
  std::optional<bool> by_upload;  // none: she has not said how they get it
  bool shows_pictures = false;
  enum class Lock { passphrase, key, none };
  std::optional<Lock> lock;                   // as she chose; none: as lock_of() suggests
  TextInput key;                              // the reader's recipient, age1...
  TextInput purpose, prepared_by, reference;  // stand on the front page of the copy
  std::optional<bool> original_kept;          // whether she still has the phone or account; none: she does not say
  bool sends_descriptions = false;            // of the people whom her answers name
  std::optional<bool> states_left_out;        // whether the copy says how much is not in it; none: not chosen yet
  std::set<vault::EntryNumber> stays_home;    // earlier versions that do not go along
  bool lists_places = false;                  // the pictures that hold a place are listed
};

/// How the copy is locked. While she has not chosen, it is not for an upload that she chose, because a portal cannot
/// open what is locked; else a passphrase is suggested, because whatever carries the copy can be lost.
ShareForm::Lock lock_of(const ShareForm& form);

/// The word for whom a copy is for, in the keeper's own record.
std::string who_text(ShareForm::For who);

/// The request for a copy, from what she has decided, typed and chosen. `questions` is what she was asked, null where
/// she was not: a choice that is not shown to her does not count.
vault::SnapshotRequest contents_of(const ShareDecisions& decided, const ShareForm& form,
                                   const ShareQuestions* questions);

/// Why no copy can be locked for what stands in the field; nothing when one can. A secret key is taken out of the
/// field, where others could read it.
std::optional<ErrorText> fault_of_key(TextInput& key);

}  // namespace daybook::ui
