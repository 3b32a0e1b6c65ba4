#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <csignal>

#include "vault/sandbox/child_process.h"
#include "vault/sandbox/lockdown/lockdown.h"

namespace daybook::sandbox {
namespace {

bool limit(int what, rlim_t most) {
  const rlimit both{most, most};
  return ::setrlimit(static_cast<__rlimit_resource>(what), &both) == 0;
}

class Filter {
 public:
  Filter() : m_filter(seccomp_init(SCMP_ACT_KILL_PROCESS)), m_is_good(m_filter != nullptr) {}
  ~Filter() {
    if (m_filter != nullptr) seccomp_release(m_filter);
  }
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;

  template <class... Conditions>
  void allow(int call, Conditions... conditions) {
    add(SCMP_ACT_ALLOW, call, conditions...);
  }
  template <class... Conditions>
  void refuse(int call, int error, Conditions... conditions) {
    add(SCMP_ACT_ERRNO(error), call, conditions...);
  }
  bool install() { return m_is_good && seccomp_load(m_filter) == 0; }

 private:
  template <class... Conditions>
  void add(std::uint32_t action, int call, Conditions... conditions) {
    m_is_good = m_is_good && seccomp_rule_add(m_filter, action, call, sizeof...(conditions), conditions...) == 0;
  }
  scmp_filter_ctx m_filter;
  bool m_is_good;
};

// Memory may be asked for, but none that can be executed, so that hostile bytes can never run as a program.
void allow_memory(Filter& filter) {
  const auto not_executable = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
  filter.allow(SCMP_SYS(mmap), not_executable, SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS));
  filter.allow(SCMP_SYS(mprotect), not_executable);
  for (const int call : {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise)}) filter.allow(call);
}

// Threads may be made, but no processes. A thread is made by clone() with these two flags. The flags of clone3() stand
// in memory, where a filter cannot see them, so the process is told that there is no clone3(), and the C library takes
// clone().
void allow_threads(Filter& filter) {
  filter.refuse(SCMP_SYS(clone3), ENOSYS);
  filter.allow(SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM));
  filter.allow(SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
  for (const int call :
       {SCMP_SYS(futex), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(clock_gettime), SCMP_SYS(getrandom),
        SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
        SCMP_SYS(rt_sigaction), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(gettid), SCMP_SYS(getpid)})
    filter.allow(call);
}

bool install_filter(const Allowance& allowance) {
  Filter filter;
  allow_memory(filter);
  allow_threads(filter);
  filter.allow(SCMP_SYS(write), SCMP_A0(SCMP_CMP_EQ, kAnswers));
  filter.refuse(SCMP_SYS(write), EACCES, SCMP_A0(SCMP_CMP_NE, kAnswers));  // some decoders print complaints
  if (allowance.may_be_told) {
    filter.allow(SCMP_SYS(read), SCMP_A0(SCMP_CMP_EQ, kCommands));
    filter.allow(SCMP_SYS(pread64), SCMP_A0(SCMP_CMP_GE, kFirstFile));
    filter.allow(SCMP_SYS(rt_sigtimedwait));
  }
  if (allowance.may_lock_memory) {
    filter.allow(SCMP_SYS(mlock));
    filter.allow(SCMP_SYS(munlock));
  }
  // Decoders look for the number of processors, and for configuration and debug files. They go on without them.
  for (const int call : {SCMP_SYS(openat), SCMP_SYS(open), SCMP_SYS(ioctl)}) filter.refuse(call, EACCES);
  return filter.install();
}

}  // namespace

bool lock_down(const Allowance& allowance) {
  return limit(RLIMIT_AS, allowance.address_space) && limit(RLIMIT_CPU, allowance.cpu_seconds) &&
         limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 0) &&
         ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && install_filter(allowance);
}

}  // namespace daybook::sandbox
