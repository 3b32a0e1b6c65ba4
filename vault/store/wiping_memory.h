#pragma once

namespace daybook::vault {

/// Gives SQLite an allocator that overwrites every block when it is freed, because pages and statements hold what was
/// kept. A lack of memory ends the process. SQLCipher's own cipher_memory_security also locks each block in memory, and
/// adding 20,000 items took eight times as long with it. To be called before the first database is opened. Later calls
/// do nothing.
void use_wiping_memory();

}  // namespace daybook::vault
