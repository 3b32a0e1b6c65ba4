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
  // A limit on the size of files is an error like a full disk, to be told and cleaned up after; not the end at once.
  ::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace daybook::vault
