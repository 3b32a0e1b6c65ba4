#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "vault/store/process.h"

namespace daybook::vault {

void protect_process() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  ::umask(0077);
}

}  // namespace daybook::vault
