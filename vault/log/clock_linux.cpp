#include <time.h>

#include <fstream>

#include "vault/log/clock.h"

namespace daybook::vault {
namespace {

class LinuxClock final : public Clock {
 public:
  Instant now() override {
    timespec wall{}, uptime{};
    ::clock_gettime(CLOCK_REALTIME, &wall);
    ::clock_gettime(CLOCK_BOOTTIME, &uptime);
    tm local{};
    ::localtime_r(&wall.tv_sec, &local);
    return {wall.tv_sec, static_cast<int>(local.tm_gmtoff / 60), uptime.tv_sec, boot_id()};
  }

 private:
  static std::string boot_id() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
  }
};

}  // namespace

Clock& system_clock() {
  static LinuxClock clock;
  return clock;
}

}  // namespace daybook::vault
