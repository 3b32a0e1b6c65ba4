#pragma once

#include "ui/model/share_decisions.h"
#include "ui/words/error_text.h"
#include "vault/intake/archive.h"

namespace daybook::ui {

/// What is to be asked for this copy. Files that were never looked at are read first, which can take long; the
/// record is not held meanwhile. Errors are those of vault::copy_questions().
Result<ShareQuestions> find_share_questions(vault::RecordAccess& access, const vault::FileReaders& readers,
                                            const vault::ArchiveReader& archives, vault::SnapshotRequest request,
                                            const ShareDecisions& decided);

/// Something that she has to decide before there can be a copy.
struct OpenQuestion {
  enum class About { note, places, rest } about;
  std::optional<vault::ItemNumber> note;  // for a note, which one

  bool operator==(const OpenQuestion&) const = default;
};

/// What is not decided yet, in the order in which it is asked. `states_left_out` is what she chose of what the copy
/// says of the rest.
std::vector<OpenQuestion> open_questions(const ShareQuestions& questions, const ShareDecisions& decided,
                                         std::optional<bool> states_left_out);

/// Why there is no way on, told beside the first of what is open. Nothing when all is decided.
std::optional<ErrorText> still_open(const std::vector<OpenQuestion>& open);

}  // namespace daybook::ui
