#include "ui/words/error_text.h"

#include "crypto/age_keys.h"

namespace daybook::ui {
namespace {

constexpr const char* kNothingSaved = "Nothing was changed. What was saved before is still there.";

std::string with(const char* sentence, const std::string& detail) {
  return detail.empty() ? std::string(sentence) + "." : std::string(sentence) + ": " + detail + ".";
}

}  // namespace

ErrorText explain(const Error& error) {
  // A file or an item that is not found is named as it was typed, and that may be a key.
  const std::string detail = crypto::without_secret_key(error.detail);
  if (detail.ends_with(crypto::kSecretKeyGiven))
    return {detail + ".", "It is not shown and was not used.",
            "Keep the secret key to yourself. It opens what was locked for you."};
  switch (error.code) {
    case ErrorCode::usage:
      return {with("This cannot be done as asked", detail), "", "Check what you typed or chose, and try again."};
    case ErrorCode::wrong_passphrase:
      return {"The record did not open with this passphrase.",
              "Nothing in it was changed. You can try as often as you need.",
              "Check the keyboard language. Capital letters and extra spaces make no difference. The recovery sheet "
              "opens it too."};
    case ErrorCode::not_found:
      return {with("This was not found", detail), "", "Check the name or the number."};
    case ErrorCode::already_exists:
      return {with("Something with this name is there already", detail), "It was not changed.",
              "Choose another name, or a place where there is none like it."};
    case ErrorCode::in_use:
      return {"The record is open in another window or program.", kNothingSaved, "Close it there, then try again."};
    case ErrorCode::newer_format:
      return {"This record was made by a newer version of the program.", "It was not changed.",
              "Open it with the newer version."};
    case ErrorCode::older_header:
      return {"The key file of this record is older than the record itself. Somebody put an older copy of it back.",
              "The record was not changed.",
              "Look for a backup of the whole folder. Put the newest files named header and header-2 back from it."};
    case ErrorCode::damaged:
      return {with("Some of the stored data is damaged", detail),
              "Nothing was deleted. What is not damaged can still be opened.",
              "Run the check to see which items are good. Keep the folder as it is."};
    case ErrorCode::malformed:
      return {with("This is not in a form that can be read", detail), "The original file was not changed.",
              "Check that it is the right file and complete."};
    case ErrorCode::does_not_match:
      return {with("This does not match what it should be", detail), "",
              "Do not rely on it. Ask where it comes from for another copy."};
    case ErrorCode::no_matching_key:
      return {"This file was locked for another key or passphrase.", "It was not changed.",
              "Use the key or passphrase that it was made for."};
    case ErrorCode::unsupported:
      return {with("This kind of thing cannot be read", detail), "It was not changed.", "Choose an ordinary file."};
    case ErrorCode::disk_full:
      return {"There is no room left on the disk.", kNothingSaved,
              "Make room, or choose another place, then try again."};
    case ErrorCode::input_output:
      return {with("The disk or stick could not be read or written", detail), kNothingSaved,
              "Check that it is still plugged in. If this happens again, make a backup to another disk."};
    case ErrorCode::read_only:
      return {with("This place cannot be written to", detail), "What is there can still be read.",
              "Copy the whole folder to a place that can be written to."};
    case ErrorCode::permission:
      return {with("The computer does not allow this", detail), "Nothing was changed.",
              "Choose another place, or ask who looks after this computer."};
    case ErrorCode::too_large:
      return {with("This is larger than can be taken", detail), "Nothing was changed.",
              "Split it, or close other programs if memory is short."};
    case ErrorCode::cancelled:
      return {"Stopped.", kNothingSaved, "You can start again at any time."};
    case ErrorCode::copy_not_intact:
      return {with("The copy does not match its seal", detail), "The record it was made from is not affected.",
              "Read which items are named. Ask for a new copy."};
    case ErrorCode::not_as_seen:
      return {"Something in it has changed since you looked.", "No copy was made.", "Look at it once more."};
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
  }
  return "unknown";
}

}  // namespace daybook::ui
