// Drops files on a window as a file manager does (XDND, version 5). Usage: xdnd_source WINDOW FILE...
// Ends with 0 when the window has taken the files, with 1 when it has refused them.

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

std::string address_of(const std::string& path) {
  std::string text = "file://";
  for (const char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                          c == '.' || c == '-' || c == '_';
    char escaped[4];
    std::snprintf(escaped, sizeof escaped, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    text += is_plain ? std::string(1, c) : escaped;
  }
  return text + "\r\n";
}

struct Source {
  Display* display = XOpenDisplay(nullptr);
  Window window = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
  Window target;
  std::string files;

  Atom atom(const char* name) const { return XInternAtom(display, name, False); }

  void send(const char* type, long a, long b, long c, long d) const {
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.display = display;
    event.xclient.window = target;
    event.xclient.message_type = atom(type);
    event.xclient.format = 32;
    const long values[] = {static_cast<long>(window), a, b, c, d};
    for (int i = 0; i < 5; ++i) event.xclient.data.l[i] = values[i];
    XSendEvent(display, target, False, NoEventMask, &event);
    XFlush(display);
  }

  void answer(const XSelectionRequestEvent& asked) const {
    XChangeProperty(display, asked.requestor, asked.property, asked.target, 8, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(files.data()), static_cast<int>(files.size()));
    XEvent reply{};
    reply.xselection.type = SelectionNotify;
    reply.xselection.requestor = asked.requestor;
    reply.xselection.selection = asked.selection;
    reply.xselection.target = asked.target;
    reply.xselection.property = asked.property;
    reply.xselection.time = asked.time;
    XSendEvent(display, asked.requestor, False, NoEventMask, &reply);
    XFlush(display);
  }

  int drop() const {
    XSetSelectionOwner(display, atom("XdndSelection"), window, CurrentTime);
    send("XdndEnter", 5L << 24, static_cast<long>(atom("text/uri-list")), 0, 0);
    send("XdndPosition", 0, (300L << 16) | 300, CurrentTime, static_cast<long>(atom("XdndActionCopy")));
    for (;;) {
      XEvent event;
      XNextEvent(display, &event);
      if (event.type == SelectionRequest) answer(event.xselectionrequest);
      if (event.type != ClientMessage) continue;
      if (event.xclient.message_type == atom("XdndStatus")) {
        if ((event.xclient.data.l[1] & 1) == 0) return 1;
        send("XdndDrop", 0, CurrentTime, 0, 0);
      }
      if (event.xclient.message_type == atom("XdndFinished")) return (event.xclient.data.l[1] & 1) != 0 ? 0 : 1;
    }
  }
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  Source source;
  source.target = std::strtoul(arguments[1], nullptr, 0);
  for (int i = 2; i < count; ++i) source.files += address_of(arguments[i]);
  alarm(10);
  const int result = source.drop();
  XCloseDisplay(source.display);
  return result;
}
