#pragma once

#include "vault/record/copies_made.h"
#include "vault/record/record_access.h"
#include "vault/store/file_system.h"

namespace daybook::vault {

/// What was found where a copy had been going to, and whether it is gone now.
struct RemovedRest {
  CopyMade copy;
  bool is_gone = false;  // false: something is still there, and could not be removed
};

/// Looks where the copies were to go that were never finished, and removes what is left of them (rests_of_copy()). A
/// copy that is not locked can be read by anybody before it is finished, so nothing of it may stay. Only those are
/// given of which there was something. Record::open() has removed what it could when it found the copy unfinished; a
/// medium that was not there then is looked at each time. Errors are those of the record.
Result<std::vector<RemovedRest>> remove_unfinished_copies(RecordAccess& access, FileSystem& files);

}  // namespace daybook::vault
