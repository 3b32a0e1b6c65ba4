#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "crypto/secret.h"
#include "ui/model/uri_list.h"
#include "ui/shell/clipboard.h"
#include "ui/shell/shell.h"

// The clipboard of X11 is a selection as in the Inter-Client Communication Conventions Manual (ICCCM), section 2. It
// gets a connection and a hidden window of its own here, because GLFW knows words alone and makes the window wait for a
// slow owner.

namespace daybook::ui {
namespace {

using Time = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kPatience{3000};       // with the program that owns the clipboard
constexpr milliseconds kFieldPatience{250};   // while a person waits at a field
constexpr std::chrono::seconds kOffered{60};  // how long what was copied stays in the clipboard
constexpr std::size_t kMostBytes = std::size_t{256} << 20;

class X11Clipboard final : public Clipboard {
 public:
  explicit X11Clipboard(std::function<void()> wake)
      : m_wake(std::move(wake)), m_bell(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  ~X11Clipboard() override {
    post([this] { m_ends = true; });
    if (m_thread.joinable()) m_thread.join();
    wipe_offer();
    if (m_display != nullptr) XCloseDisplay(m_display);
    close(m_bell);
  }

  bool begin() {
    m_display = XOpenDisplay(nullptr);
    if (m_display == nullptr || m_bell < 0) return false;
    // Xlib ends the process at an error, such as an answer to a program that asked for the clipboard and ended since.
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
    // When the X server is gone, so is the window. Xlib would call exit() with its destructors, on two threads at once.
    XSetIOErrorHandler([](Display*) -> int { end_process(); });
    m_window = XCreateSimpleWindow(m_display, DefaultRootWindow(m_display), 0, 0, 1, 1, 0, 0, 0);
    XSelectInput(m_display, m_window, PropertyChangeMask);
    m_clipboard = atom("CLIPBOARD");
    m_targets = atom("TARGETS");
    m_incremental = atom("INCR");
    m_property = atom("SELECTION");
    m_utf8 = atom("UTF8_STRING");
    m_thread = std::thread([this] { run(); });
    return true;
  }

  std::string text() override {
    struct Answer {
      std::mutex mutex;
      std::condition_variable came;
      std::optional<std::string> text;
    };
    const auto answer = std::make_shared<Answer>();
    post([this, answer] {
      std::string text = get(m_utf8, kPatience).value_or("");
      const std::lock_guard lock(answer->mutex);
      answer->text = std::move(text);
      answer->came.notify_all();
    });
    std::unique_lock lock(answer->mutex);
    answer->came.wait_for(lock, kFieldPatience, [&] { return answer->text.has_value(); });
    return answer->text ? std::move(*answer->text) : std::string();
  }

  void request() override {
    post([this] { bring(whatever_is_there()); });
  }

  std::optional<Action> take() override {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_taken, std::nullopt);
  }

  void offer(std::string text) override {
    post([this, text = std::move(text)]() mutable {
      wipe_offer();
      if (text.empty()) {
        // The selection is taken from whoever owns it, and then given up, which its owner alone should do.
        XSetSelectionOwner(m_display, m_clipboard, m_window, CurrentTime);
        XSetSelectionOwner(m_display, m_clipboard, None, CurrentTime);
      } else {
        m_offer = std::move(text);
        m_offer_ends = Time::now() + kOffered;
        XSetSelectionOwner(m_display, m_clipboard, m_window, CurrentTime);
      }
      XFlush(m_display);
    });
  }

 private:
  void bring(Action action) {
    {
      const std::lock_guard lock(m_mutex);
      m_taken = std::move(action);
    }
    m_wake();
  }

  Atom atom(const char* name) { return XInternAtom(m_display, name, False); }

  void post(std::function<void()> work) {
    {
      const std::lock_guard lock(m_mutex);
      m_work.push_back(std::move(work));
    }
    const std::uint64_t one = 1;
    (void)!write(m_bell, &one, sizeof one);
  }

  void run() {
    while (!m_ends) {
      XEvent event;
      while (XPending(m_display) > 0) {
        XNextEvent(m_display, &event);
        serve(event);
      }
      std::function<void()> work;
      {
        const std::lock_guard lock(m_mutex);
        if (!m_work.empty()) {
          work = std::move(m_work.front());
          m_work.pop_front();
        }
      }
      if (work) {
        work();
        continue;
      }
      if (!m_offer.empty() && Time::now() >= m_offer_ends) {
        wipe_offer();
        if (XGetSelectionOwner(m_display, m_clipboard) == m_window)
          XSetSelectionOwner(m_display, m_clipboard, None, CurrentTime);
        XFlush(m_display);
      }
      pollfd files[] = {{ConnectionNumber(m_display), POLLIN, 0}, {m_bell, POLLIN, 0}};
      poll(files, 2, m_offer.empty() ? -1 : 1000);
      std::uint64_t rings;
      (void)!read(m_bell, &rings, sizeof rings);
    }
  }

  void wipe_offer() {
    crypto::wipe({reinterpret_cast<std::uint8_t*>(m_offer.data()), m_offer.size()});
    m_offer.clear();
  }

  // Waits for an event that is wanted, until `end`, and serves all others meanwhile. False when it did not come.
  template <class Wanted>
  bool wait(Time::time_point end, Wanted wanted, XEvent& event) {
    for (;;) {
      while (XPending(m_display) > 0) {
        XNextEvent(m_display, &event);
        if (wanted(event)) return true;
        serve(event);
      }
      const auto left = std::chrono::duration_cast<milliseconds>(end - Time::now()).count();
      if (left <= 0) return false;
      pollfd file{ConnectionNumber(m_display), POLLIN, 0};
      poll(&file, 1, static_cast<int>(left) + 1);
    }
  }

  // Returns what the owner of the selection put into the property of our window, and deletes the property, by which the
  // owner learns that it was read.
  std::string take_property(Atom& type) {
    unsigned char* data = nullptr;
    unsigned long count = 0, after = 0;
    int format = 0;
    std::string bytes;
    XGetWindowProperty(m_display, m_window, m_property, 0, static_cast<long>(kMostBytes / 4), True, AnyPropertyType,
                       &type, &format, &count, &after, &data);
    if (data != nullptr) {
      const std::size_t size = count * (format == 32 ? sizeof(long) : static_cast<std::size_t>(format) / 8);
      bytes.assign(reinterpret_cast<const char*>(data), size);
      XFree(data);
    }
    return bytes;
  }

  std::optional<std::string> get(Atom target, milliseconds patience) {
    XDeleteProperty(m_display, m_window, m_property);
    XConvertSelection(m_display, m_clipboard, target, m_property, m_window, CurrentTime);
    XEvent event;
    const auto is_answer = [&](const XEvent& e) { return e.type == SelectionNotify && e.xselection.target == target; };
    if (!wait(Time::now() + patience, is_answer, event) || event.xselection.property == None) return std::nullopt;
    Atom type = None;
    std::string bytes = take_property(type);
    if (type != m_incremental) return bytes;
    // A large selection comes piece by piece, until an empty one (ICCCM, section 2.7.2).
    bytes.clear();
    const auto is_piece = [&](const XEvent& e) {
      return e.type == PropertyNotify && e.xproperty.atom == m_property && e.xproperty.state == PropertyNewValue;
    };
    for (;;) {
      if (!wait(Time::now() + patience, is_piece, event)) return std::nullopt;
      const std::string piece = take_property(type);
      if (piece.empty()) return bytes;
      bytes += piece;
      if (bytes.size() > kMostBytes) return std::nullopt;
    }
  }

  Action whatever_is_there() {
    if (XGetSelectionOwner(m_display, m_clipboard) == None) return PasteWords{""};
    const auto listed = get(m_targets, kPatience);
    if (!listed) return PasteFailed{};
    std::map<Atom, bool> has;
    for (std::size_t at = 0; at + sizeof(long) <= listed->size(); at += sizeof(long)) {
      long value = 0;
      std::memcpy(&value, listed->data() + at, sizeof value);
      has[static_cast<Atom>(value)] = true;
    }
    if (has[atom("text/uri-list")]) {
      if (auto files = files_in(get(atom("text/uri-list"), kPatience).value_or("")); !files.empty())
        return ImportFiles{std::move(files)};
    }
    if (has[m_utf8]) {
      if (auto words = get(m_utf8, kPatience)) return PasteWords{std::move(*words)};
      return PasteFailed{};
    }
    for (const char* type : {"image/png", "image/jpeg", "image/webp", "image/gif"}) {
      if (!has[atom(type)]) continue;
      const auto picture = get(atom(type), kPatience);
      if (!picture) return PasteFailed{};
      return PastePicture{std::make_shared<Bytes>(picture->begin(), picture->end())};
    }
    return PasteWords{""};
  }

  void serve(XEvent& event) {
    if (event.type == SelectionClear) return wipe_offer();
    if (event.type != SelectionRequest) return;
    const XSelectionRequestEvent& asked = event.xselectionrequest;
    XSelectionEvent answer{};
    answer.type = SelectionNotify;
    answer.display = m_display;
    answer.requestor = asked.requestor;
    answer.selection = asked.selection;
    answer.target = asked.target;
    answer.time = asked.time;
    const Atom property = asked.property != None ? asked.property : asked.target;
    const Atom hint = atom("x-kde-passwordManagerHint");  // KDE's clipboard history leaves out what has it
    const auto put = [&](Atom type, int format, const void* data, std::size_t count) {
      XChangeProperty(m_display, asked.requestor, property, type, format, PropModeReplace,
                      static_cast<const unsigned char*>(data), static_cast<int>(count));
      answer.property = property;
    };
    if (m_offer.empty()) {
      answer.property = None;
    } else if (asked.target == m_targets) {
      const Atom known[] = {m_targets, m_utf8, hint};
      put(XA_ATOM, 32, known, std::size(known));
    } else if (asked.target == m_utf8) {
      put(m_utf8, 8, m_offer.data(), m_offer.size());
    } else if (asked.target == hint) {
      put(hint, 8, "secret", 6);
    }
    XSendEvent(m_display, asked.requestor, False, 0, reinterpret_cast<XEvent*>(&answer));
    XFlush(m_display);
  }

  std::function<void()> m_wake;
  int m_bell;
  Display* m_display = nullptr;
  ::Window m_window = None;
  Atom m_clipboard = None, m_targets = None, m_incremental = None, m_property = None, m_utf8 = None;
  std::mutex m_mutex;
  std::deque<std::function<void()>> m_work;
  std::optional<Action> m_taken;
  // Used on the thread of the clipboard only
  bool m_ends = false;
  std::string m_offer;
  Time::time_point m_offer_ends{};
  std::thread m_thread;
};

}  // namespace

std::unique_ptr<Clipboard> Clipboard::open(std::function<void()> wake) {
  auto clipboard = std::make_unique<X11Clipboard>(std::move(wake));
  if (!clipboard->begin()) return nullptr;
  return clipboard;
}

}  // namespace daybook::ui
