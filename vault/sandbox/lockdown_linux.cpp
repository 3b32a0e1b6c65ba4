#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "vault/sandbox/lockdown.h"
#include "vault/sandbox/picture_protocol.h"

namespace daybook::sandbox {
namespace {

std::size_t size_of(int descriptor) {
  struct stat status;
  return ::fstat(descriptor, &status) == 0 && status.st_size > 0 ? static_cast<std::size_t>(status.st_size) : 0;
}

bool limit(int what, rlim_t most) {
  const rlimit both{most, most};
  return ::setrlimit(static_cast<__rlimit_resource>(what), &both) == 0;
}

// Memory may be asked for, but never such that can be executed.
bool allow_memory(scmp_filter_ctx filter) {
  const auto not_executable = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2, not_executable,
                          SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS)) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, not_executable) == 0;
}

bool install_filter() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
  if (filter == nullptr) return false;
  bool good = allow_memory(filter);
  for (const int call : {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex),
                         SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(clock_gettime), SCMP_SYS(getrandom),
                         SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(rt_sigprocmask),
                         SCMP_SYS(rt_sigreturn), SCMP_SYS(gettid), SCMP_SYS(getpid)})
    good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
  // HEIF's decoders need threads of their own. A thread is made with clone and these flags; clone3, whose flags a
  // filter cannot see, is said not to exist.
  for (const int call : {SCMP_SYS(rt_sigaction), SCMP_SYS(set_robust_list), SCMP_SYS(rseq)})
    good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
  good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
  good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                                  SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM)) == 0;
  good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME)) == 0;
  // Looking for the number of processors, for debug files and the like.
  for (const int call : {SCMP_SYS(openat), SCMP_SYS(open), SCMP_SYS(write), SCMP_SYS(ioctl)})
    good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), call, 0) == 0;
  good = good && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return good;
}

}  // namespace

SharedMemory map_shared_memory() {
  const std::size_t input_size = size_of(kInput), output_size = size_of(kOutput);
  if (input_size == 0 || output_size == 0) return {};
  void* input = ::mmap(nullptr, input_size, PROT_READ, MAP_PRIVATE, kInput, 0);
  void* output = ::mmap(nullptr, output_size, PROT_READ | PROT_WRITE, MAP_SHARED, kOutput, 0);
  if (input == MAP_FAILED || output == MAP_FAILED) return {};
  ::close(kInput);
  ::close(kOutput);
  return {{static_cast<const std::uint8_t*>(input), input_size}, {static_cast<std::uint8_t*>(output), output_size}};
}

bool lock_down() {
  return limit(RLIMIT_AS, rlim_t{1} << 30) && limit(RLIMIT_CPU, 10) && limit(RLIMIT_FSIZE, 0) &&
         limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 3) && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && install_filter();
}

void leave(int code) { ::_exit(code); }

}  // namespace daybook::sandbox
