#include "ui/shell/one_window.h"

#include <X11/Xlib.h>
#define GLFW_EXPOSE_NATIVE_X11
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>

#include <chrono>
#include <thread>

#include "crypto/encoding.h"
#include "crypto/hash.h"

namespace daybook::ui {
namespace {

constexpr int kLooks = 10;
constexpr std::chrono::milliseconds kBetweenLooks{200};

// A selection (ICCCM, section 2) has one owner on a desktop, and goes with the connection of the process that made it:
// nothing is left when a process dies.
Atom selection_of(Display* display, const vault::Path& settings) {
  const auto digest = crypto::Sha256::of(as_bytes(vault::to_utf8(settings)));
  const std::string name = "NOTES_" + crypto::to_hex(ByteView(digest).first(8));
  return XInternAtom(display, name.c_str(), False);
}

// Asks the window manager to show a window that may be small or on another desktop (EWMH, _NET_ACTIVE_WINDOW). Without
// a window manager, raising it is enough.
void show(Display* display, ::Window window) {
  XEvent event{};
  event.xclient.type = ClientMessage;
  event.xclient.window = window;
  event.xclient.message_type = XInternAtom(display, "_NET_ACTIVE_WINDOW", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = 2;  // asked for by a person
  XMapRaised(display, window);
  XSendEvent(display, DefaultRootWindow(display), False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
  XSync(display, False);
}

class Claim final : public OneWindow {
 public:
  Claim(Display* display, const vault::Path& settings, ::Window window) : m_display(display) {
    XSetSelectionOwner(display, selection_of(display, settings), window, CurrentTime);
    XSync(display, False);
  }
  ~Claim() override { XCloseDisplay(m_display); }

 private:
  Display* m_display;
};

}  // namespace

bool OneWindow::show_other(const vault::Path& settings) {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return false;
  const Atom selection = selection_of(display, settings);
  ::Window other = XGetSelectionOwner(display, selection);
  if (other != None) show(display, other);
  // A program that was ended by force keeps its windows for as long as it takes to die.
  for (int i = 0; other != None && i < kLooks; ++i) {
    std::this_thread::sleep_for(kBetweenLooks);
    other = XGetSelectionOwner(display, selection);
  }
  XCloseDisplay(display);
  return other != None;
}

std::unique_ptr<OneWindow> OneWindow::claim(const vault::Path& settings, GLFWwindow* window) {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return nullptr;
  return std::make_unique<Claim>(display, settings, glfwGetX11Window(window));
}

}  // namespace daybook::ui
