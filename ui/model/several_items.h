#pragma once

#include <set>

#include "ui/model/job_progress.h"
#include "ui/model/screen_stack.h"
#include "vault/record/record_access.h"

namespace daybook::ui {

/// The conversations that stay when these items are removed, and were read from one of them. Errors are those of the
/// database.
Result<std::set<vault::ItemNumber>> conversations_left_by(vault::Record& record,
                                                          const std::set<vault::ItemNumber>& items);

/// What came of removing several items.
struct RemovedItems {
  std::set<vault::ItemNumber> gone;
  std::optional<Error> fault;  // at which it ended early
};

/// Removes one item after the other, and reads back that each is gone. The record is free in between. What was removed
/// before a fault, or before somebody stopped it, stays removed.
Result<RemovedItems> remove_each(vault::RecordAccess& access, const std::set<vault::ItemNumber>& items,
                                 JobProgress& progress);

/// Adds a tag to those of the items that do not have it.
Result<void> tag_each(vault::RecordAccess& access, const std::set<vault::ItemNumber>& items, const std::string& tag);

/// What is said when `wanted` items were to be removed.
Banner removed_text(const RemovedItems& removed, std::size_t wanted);

}  // namespace daybook::ui
