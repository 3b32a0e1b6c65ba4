#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/model/events.h"
#include "ui/words/error_text.h"

namespace daybook::ui {

/// One thing that just happened, or failed.
struct Banner {
  std::string text;
  std::string more = {};  // what to do next; may be empty
  bool is_fault = false;
  enum class Offer { none, backup, delete_file } offer = Offer::none;
  vault::Path file = {};  // to be deleted
};

struct ScreenStackState {
  Screen screen = Screen::unlock;
  std::vector<Screen> before;  // the way back
  std::optional<Banner> banner;
};

struct Go {
  Screen screen;
};
struct GoBack {};
struct CloseBanner {};

/// The screen that is shown, the way back from it, and the message at its top.
class ScreenStack {
 public:
  using Takes = std::variant<Go, GoBack, CloseBanner>;

  ScreenStack(ScreenStackState& state, const bool& is_open, Events& events)
      : m_state(state), m_is_open(is_open), m_events(events) {}

  Screen shown() const { return m_state.screen; }
  /// Shows a screen, and knows the way back from it.
  void go(Screen screen);
  void go_back();
  /// As from the list of places: without an old message, and from the timeline no way leads back.
  void visit(Screen screen);
  /// Shows the last of these; those before it are the way back. Nobody is told that a screen was left.
  void begin_at(std::vector<Screen> way);

  /// The message, in the place of the one before.
  void say(Banner banner) { m_state.banner = std::move(banner); }
  void say(std::string text, std::string more = "") { say(Banner{std::move(text), std::move(more)}); }
  void say_fault(std::string text, std::string more = "") { say(Banner{std::move(text), std::move(more), true}); }
  void show(const Error& error);
  void say_nothing() { m_state.banner.reset(); }
  bool says_something() const { return m_state.banner.has_value(); }

  /// Behind a record that is not open there are only the screens that need none.
  void on(const Go& to);
  void on(const GoBack&) { go_back(); }
  void on(const CloseBanner&) { say_nothing(); }

 private:
  void leave_for(Screen next);

  ScreenStackState& m_state;
  const bool& m_is_open;
  Events& m_events;
};

}  // namespace daybook::ui
