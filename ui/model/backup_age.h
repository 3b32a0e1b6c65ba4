#pragma once

#include "ui/model/screen_stack.h"
#include "vault/record/record.h"

namespace daybook::ui {

/// When the last backup of a record was made, and whether there is anything to back up.
struct LastBackup {
  std::optional<std::string> made;  // in UTC; none: no backup was made yet
  std::uint64_t items = 0;
};
/// Errors are those of vault::last_backup().
Result<LastBackup> read_last_backup(vault::Record& record);

/// The message that suggests another backup once the last one is a month old, at `now` in seconds of UTC. It stands
/// inside the window of an open record only, where nobody else sees it.
std::optional<Banner> reminder_of(const LastBackup& last, std::int64_t now);

}  // namespace daybook::ui
