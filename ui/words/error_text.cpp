#include "ui/words/error_text.h"

#include "crypto/age_keys.h"
#include "ui/words/error_detail.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr const char* kNothingSaved = tr_later("Nothing was changed. What was saved before is still there.");

std::string with(const char* sentence, const std::string& detail) {
  return detail.empty() ? std::string(sentence) + "." : std::string(sentence) + ": " + detail + ".";
}

}  // namespace

ErrorText explain(const Error& error) {
  // The detail of an error may be what somebody typed as a name, and people type their secret key there by mistake.
  std::string detail = crypto::without_secret_key(error.detail);
  if (detail.ends_with(crypto::kSecretKeyGiven))
    return {detail + ".", tr("It is not shown and was not used."),
            tr("Keep the secret key to yourself. It opens what was locked for you.")};
  detail = detail_text(detail);
  switch (error.code) {
    case ErrorCode::usage:
      return {with(tr("This cannot be done as asked"), detail), "",
              tr("Check what you typed or chose, and try again.")};
    case ErrorCode::wrong_passphrase:
      return {tr("The record did not open with this passphrase."),
              tr("Nothing in it was changed. You can try as often as you need."),
              tr("Check the keyboard language. Capital letters and extra spaces make no difference. The recovery sheet "
                 "opens it too.")};
    case ErrorCode::not_found:
      if (error.detail == kMediumIsGone)
        return {tr("The stick is not plugged in any more."), tr(kNothingSaved),
                tr("Plug it in again, or choose another place.")};
      if (error.detail == "the export that the conversation was read from; keep the same file again")
        return {tr("The file that the conversation was read from was removed."),
                tr("The conversation can still be read here."),
                tr("Keep the same file again. Then it can be shared and checked.")};
      return {with(tr("This was not found"), detail), "", tr("Check the name or the number.")};
    case ErrorCode::already_exists:
      return {with(tr("Something with this name is there already"), detail), tr("It was not changed."),
              tr("Choose another name, or a place where there is none like it.")};
    case ErrorCode::in_use:
      return {tr("The record is open in another window or program."), tr(kNothingSaved),
              tr("Close it there, then try again.")};
    case ErrorCode::newer_format:
      return {tr("This record was made by a newer version of the program."), tr("It was not changed."),
              tr("Open it with the newer version.")};
    case ErrorCode::older_header:
      return {
          tr("The key file of this record is older than the record itself. Somebody put an older copy of it back."),
          tr("The record was not changed."),
          tr("Look for a backup of the whole folder. Put the newest files named header and header-2 back from it.")};
    case ErrorCode::damaged:
      if (error.detail == "records: not in their place")
        return {tr("The files of the record were moved or removed while it is open."),
                tr("Nothing new can be saved. What was saved can still be read here."),
                tr("Make a backup now, to another disk, before you close it.")};
      if (error.detail == "records: changed by another program")
        return {tr("Another program wrote into the files of the record while it is open."), tr(kNothingSaved),
                tr("Close the record, open it again and check it. Somebody may have put an older state of it back.")};
      // The check itself goes no further then.
      if (error.detail.starts_with("records: "))
        return {with(tr("Some of the stored data is damaged"), detail), tr("Nothing was deleted."),
                tr("Keep the folder as it is. What can still be read can be brought into a new record.")};
      return {with(tr("Some of the stored data is damaged"), detail),
              tr("Nothing was deleted. What is not damaged can still be opened."),
              tr("Run the check to see which items are good. Keep the folder as it is.")};
    case ErrorCode::malformed:
      return {with(tr("This is not in a form that can be read"), detail), tr("The original file was not changed."),
              tr("Check that it is the right file and complete.")};
    case ErrorCode::does_not_match:
      return {with(tr("This does not match what it should be"), detail), "",
              tr("Do not rely on it. Ask where it comes from for another copy.")};
    case ErrorCode::no_matching_key:
      return {tr("This file was locked for another key or passphrase."), tr("It was not changed."),
              tr("Use the key or passphrase that it was made for.")};
    case ErrorCode::unsupported:
      if (error.detail == "no export of a chat")
        return {tr("No chat that can be read here was found in it."), tr("It was not changed."),
                tr("Export the chat on the phone again, and give the file as it comes.")};
      return {with(tr("This kind of thing cannot be read"), detail), tr("It was not changed."),
              tr("Choose an ordinary file.")};
    case ErrorCode::disk_full:
      return {tr("There is no room left on the disk."), tr(kNothingSaved),
              tr("Make room, or choose another place, then try again.")};
    case ErrorCode::input_output:
      return {with(tr("The disk or stick could not be read or written"), detail), tr(kNothingSaved),
              tr("Check that it is still plugged in. If this happens again, make a backup to another disk.")};
    case ErrorCode::read_only:
      return {with(tr("This place cannot be written to"), detail), tr("What is there can still be read."),
              tr("Copy the whole folder to a place that can be written to.")};
    case ErrorCode::permission:
      return {with(tr("The computer does not allow this"), detail), tr("Nothing was changed."),
              tr("Choose another place, or ask who looks after this computer.")};
    case ErrorCode::too_large:
      return {with(tr("This is larger than can be taken"), detail), tr("Nothing was changed."),
              tr("Split it, or close other programs if memory is short.")};
    case ErrorCode::cancelled:
      return {tr("Stopped."), tr(kNothingSaved), tr("You can start again at any time.")};
    case ErrorCode::copy_not_intact:
      return {with(tr("The copy does not match its seal"), detail), tr("The record it was made from is not affected."),
              tr("Read which items are named. Ask for a new copy.")};
    case ErrorCode::not_as_seen:
      return {tr("Something in it has changed since you looked."), tr("No copy was made."),
              tr("Look at it once more.")};
    case ErrorCode::not_all_kept:
      return {with(tr("Not all of it could be kept"), detail), tr("What could be kept is saved."),
              tr("Look at what is said of each, and add those again.")};
    case ErrorCode::not_decided:
      return {with(tr("This is for you to decide first"), detail), tr("No copy was made."),
              tr("Say what you want, and save it again.")};
  }
  return {detail, "", ""};
}

const char* code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::wrong_passphrase:
      return "wrong_passphrase";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::already_exists:
      return "already_exists";
    case ErrorCode::in_use:
      return "in_use";
    case ErrorCode::newer_format:
      return "newer_format";
    case ErrorCode::older_header:
      return "older_header";
    case ErrorCode::damaged:
      return "damaged";
    case ErrorCode::malformed:
      return "malformed";
    case ErrorCode::does_not_match:
      return "does_not_match";
    case ErrorCode::no_matching_key:
      return "no_matching_key";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::disk_full:
      return "disk_full";
    case ErrorCode::input_output:
      return "input_output";
    case ErrorCode::read_only:
      return "read_only";
    case ErrorCode::permission:
      return "permission";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::cancelled:
      return "cancelled";
    case ErrorCode::copy_not_intact:
      return "copy_not_intact";
    case ErrorCode::not_as_seen:
      return "not_as_seen";
    case ErrorCode::not_all_kept:
      return "not_all_kept";
    case ErrorCode::not_decided:
      return "not_decided";
  }
  return "unknown";
}

}  // namespace daybook::ui
