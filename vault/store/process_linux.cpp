#include <signal.h>
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
  // Without the signal, a write beyond the limit for the size of files is an error like a full disk: it is told, and
  // what was written is removed. The signal would end the program at once.
  ::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace daybook::vault
