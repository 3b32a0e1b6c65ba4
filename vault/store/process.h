#pragma once

namespace daybook::vault {

/// Keeps what is in this process from others: no core dumps, no memory that other processes of this user can read, new
/// files for this user alone. Every program that unlocks a record calls it before anything else, so that no secret is
/// there before.
void protect_process();

}  // namespace daybook::vault
