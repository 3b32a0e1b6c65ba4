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
    return {wall.tv_sec, local_offset_minutes(wall.tv_sec), uptime.tv_sec, boot_id()};
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

int local_offset_minutes(std::int64_t utc_seconds) {
  const time_t moment = utc_seconds;
  tm local{};
  ::localtime_r(&moment, &local);
  return static_cast<int>(local.tm_gmtoff / 60);
}

Clock& system_clock() {
  static LinuxClock clock;
  return clock;
}

}  // namespace daybook::vault
