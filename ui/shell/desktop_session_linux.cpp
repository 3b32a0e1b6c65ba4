#include "ui/shell/desktop_session.h"

#include <poll.h>
#include <systemd/sd-bus.h>

#include <thread>

// The desktop tells of locks and sleep by signals on its message buses (D-Bus). This file listens to them. It calls
// nothing there, and sends only which signals it wants to hear.

namespace daybook::ui {
namespace {

using Locks = std::function<void()>;

// For signals that come at the beginning and at the end of a lock or of sleep. Their first argument is true at the
// beginning.
int on_truth(sd_bus_message* message, void* locks, sd_bus_error*) {
  int begins = 0;
  if (sd_bus_message_read(message, "b", &begins) >= 0 && begins != 0) (*static_cast<Locks*>(locks))();
  return 0;
}

int on_signal(sd_bus_message*, void* locks, sd_bus_error*) {
  (*static_cast<Locks*>(locks))();
  return 0;
}

void listen(sd_bus* bus, bool is_system, Locks& locks) {
  const auto match = [&](const char* rule, sd_bus_message_handler_t handler) {
    sd_bus_add_match(bus, nullptr, rule, handler, &locks);
  };
  if (is_system) {
    match("type='signal',interface='org.freedesktop.login1.Manager',member='PrepareForSleep'", on_truth);
    match("type='signal',interface='org.freedesktop.login1.Session',member='Lock'", on_signal);
  } else {
    match("type='signal',interface='org.freedesktop.ScreenSaver',member='ActiveChanged'", on_truth);
    match("type='signal',interface='org.gnome.ScreenSaver',member='ActiveChanged'", on_truth);
  }
  for (;;) {
    const int done = sd_bus_process(bus, nullptr);
    if (done < 0) return;  // the bus is gone
    if (done == 0 && sd_bus_wait(bus, UINT64_MAX) < 0) return;
  }
}

void begin(int (*open)(sd_bus**), bool is_system, Locks locks) {
  std::thread([open, is_system, locks = std::move(locks)]() mutable {
    sd_bus* bus = nullptr;
    if (open(&bus) < 0) return;
    listen(bus, is_system, locks);
    sd_bus_flush_close_unref(bus);
  }).detach();  // the thread ends with the process
}

}  // namespace

void watch_session(std::function<void()> locks) {
  begin(sd_bus_open_system, true, locks);
  begin(sd_bus_open_user, false, std::move(locks));
}

}  // namespace daybook::ui
