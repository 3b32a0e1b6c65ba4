#pragma once

#include "ui/model/session.h"
#include "ui/model/share_form.h"
#include "ui/report/report_page.h"
#include "ui/words/error_text.h"
#include "vault/bundle/seal_copy.h"

namespace daybook::ui {

struct ShareState : ShareDecisions {
  enum class Step { who, items, questions, preview, save, done };
  static constexpr int kSteps = 5;
  Step step = Step::who;
  /// The items that were to be shared while another copy was begun. What becomes of that one is asked first.
  std::set<vault::ItemNumber> waiting;
  ChosenParts waiting_parts;
  std::optional<ShareQuestions> questions;  // none: it is not known yet what is to be asked
  bool is_asking = false;                   // what is to be asked is being looked up
  std::vector<ReportPage> preview;          // the report of the copy, as it would be now
  std::uint64_t preview_number = 0;         // differs for each preview, so that the screen notices a new one
  std::optional<vault::SeenPreview> seen;
  bool is_loading = false;
  vault::Path folder;
  std::vector<vault::Path> media;  // what is plugged in, as it was looked for last
  bool is_working = false;
  std::shared_ptr<JobProgress> progress;
  std::optional<ErrorText> error;
  // Of the finished copy
  std::string file, receipt, key_words;
  bool is_on_medium = false;  // it lies on one that is taken out
  std::size_t items = 0;
  std::optional<crypto::SecretBuffer> passphrase;  // of the copy, from the moment at which saving begins
  bool asks_to_finish = false;                     // whether the passphrase, which goes with the page, is written down

  /// Whether something was chosen or decided for a copy that is not saved yet.
  bool is_begun() const { return step != Step::done && (!chosen.empty() || step > Step::who); }
};

/// The step before this one; the first has none before it and stays.
ShareState::Step step_before(ShareState::Step step);

/// Why the copy cannot be saved with the lock and at the place that she chose; nothing when it can. A secret key is
/// taken out of the field, as by fault_of_key().
std::optional<ErrorText> fault_of_saving(const ShareState& share, ShareForm& form);

/// Takes note of what is plugged in now. The one stick that is plugged in is where the copy goes, as long as she has
/// not chosen another place; what is uploaded goes from this computer. A place on a stick that is gone is chosen no
/// more: what its folder holds from now on would lie on this computer.
void take_media(const std::vector<vault::Path>& media, const ShareForm& form, ShareState& share);

/// The request for vault::seal_copy(), but for its readers. Where a passphrase is wanted, `share` has it.
vault::CopyRequest request_of(const ShareState& share, const ShareForm& form);

/// Those of the items that are not in the record any more.
Result<std::vector<vault::ItemNumber>> gone_items(vault::Record& record, const std::set<vault::ItemNumber>& items);

/// Takes conversations out of the copy whose chosen messages have other numbers now, and says so: others may have those
/// numbers, which she did not choose.
ErrorText drop_read_anew(const std::vector<vault::ItemNumber>& conversations, ShareState& share);
/// Why an export cannot go along beside a part of what was read from it: it holds what was to stay here.
ErrorText fault_of_export(const ShareQuestions::Export& one);

/// How many notes about messages of conversations stay here with these, in words. Empty where there are none.
std::string notes_elsewhere_line(const ShareQuestions& questions);
/// How many messages of a part name a picture or another file that does not go along. Empty where there are none.
std::string files_not_here_line(const ShareQuestions::Part& part);
/// What is not in the copy, counted, one sentence each. Empty when nothing is left out, or what is asked of the copy
/// is not known yet.
std::vector<std::string> left_out_lines(const ShareState& share, const ShareForm& form);

/// The decisions of a copy that is begun, as one line of JSON, to be kept sealed until the record is open again. The
/// key of a reader, how the copy is locked and where it goes are asked anew and are not in it.
std::string decisions_to_keep(const ShareState& share, const ShareForm& form);
/// Takes over what decisions_to_keep() made. False, and nothing is changed, for any other text.
bool take_kept_decisions(std::string_view kept, ShareState& share, ShareForm& form);

}  // namespace daybook::ui
