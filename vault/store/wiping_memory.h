#pragma once

namespace daybook::vault {

/// Gives SQLite an allocator that overwrites every block when it is freed: pages and statements hold what she kept.
/// Chosen over SQLCipher's cipher_memory_security, which also locks each block: adding 20,000 items took eight times as
/// long with it. Before the first database is opened; later calls do nothing.
void use_wiping_memory();

}  // namespace daybook::vault
