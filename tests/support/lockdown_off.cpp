#include "vault/sandbox/lockdown/lockdown.h"

// In place of the lockdown, in builds with a sanitizer only: tests/CMakeLists.txt and vault/sandbox/CMakeLists.txt.
namespace daybook::sandbox {
bool lock_down(const Allowance&) { return true; }
}  // namespace daybook::sandbox
