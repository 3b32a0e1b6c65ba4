#pragma once

#include "vault/record/file_facts.h"
#include "vault/sandbox/said_by_file.h"

namespace daybook::vault {

/// What a process without keys told of the day and the place of a file, as the record has it. The size and how it was
/// drawn are left as they are at first.
FileSays file_says(const sandbox::SaidByFile& said);

}  // namespace daybook::vault
