#pragma once

#include "crypto/result.h"

namespace daybook::ui {

/// The exit code for a class of error. Exit codes are part of the interface, so they never change. 0 is success.
struct ExitCode {
  ErrorCode code;
  int exit;
  const char* meaning;  // for --help
};

inline constexpr ExitCode kExitCodes[] = {
    {ErrorCode::usage, 2, "the request makes no sense"},
    {ErrorCode::wrong_passphrase, 3, "wrong passphrase or recovery code"},
    {ErrorCode::not_found, 4, "no such record, item or file"},
    {ErrorCode::already_exists, 5, "something is there already; nothing was overwritten"},
    {ErrorCode::in_use, 6, "the record is open elsewhere"},
    {ErrorCode::newer_format, 7, "made by a newer version"},
    {ErrorCode::older_header, 8, "an older key file was put back"},
    {ErrorCode::damaged, 9, "stored data is damaged (check found something)"},
    {ErrorCode::malformed, 10, "input is not in a form that can be read"},
    {ErrorCode::does_not_match, 11, "a signature or fingerprint does not match"},
    {ErrorCode::no_matching_key, 12, "locked for another key"},
    {ErrorCode::unsupported, 13, "a kind of input that is not read"},
    {ErrorCode::disk_full, 14, "no room left"},
    {ErrorCode::input_output, 15, "reading or writing failed"},
    {ErrorCode::read_only, 16, "the place cannot be written to"},
    {ErrorCode::permission, 17, "the system refused access"},
    {ErrorCode::too_large, 18, "over a limit"},
    {ErrorCode::copy_not_intact, 20, "a copy does not match its seal"},
    {ErrorCode::not_as_seen, 22, "what was approved has changed since"},
    {ErrorCode::not_decided, 23, "something must be decided before the copy is made"},
    {ErrorCode::not_all_kept, 24, "some of the files could not be kept; each is named, and the others are kept"},
    {ErrorCode::cancelled, 130, "stopped by Ctrl+C"},
};

/// Exit codes for answers that are no errors. Of a check of a copy:
constexpr int kExitNotConnected = 19;
constexpr int kExitAdded = 21;
/// Of keeping a chat.
constexpr int kExitNotRead = 25;
inline constexpr struct {
  int exit;
  const char* meaning;
} kAnswerExits[] = {
    {kExitNotConnected, "a copy matches, but nothing connects it with --earlier"},
    {kExitAdded, "a copy matches, and something was added to it"},
    {kExitNotRead, "the file is kept, and was not understood as a chat"},
};

/// The exit code of an error; 1 for one that has none in the table.
constexpr int exit_code(ErrorCode code) {
  for (const ExitCode& entry : kExitCodes) {
    if (entry.code == code) return entry.exit;
  }
  return 1;
}

}  // namespace daybook::ui
