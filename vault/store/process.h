#pragma once

namespace daybook::vault {

/// Core dumps off, memory not readable by other processes of this user, new files for this user alone. First thing in
/// main() of every program that opens a record.
void protect_process();

}  // namespace daybook::vault
