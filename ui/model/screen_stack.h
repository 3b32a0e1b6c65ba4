#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/model/events.h"
#include "ui/words/error_text.h"

namespace daybook::ui {

/// A message at the top of the screen about one thing that just happened or failed.
struct Banner {
  std::string text;
  std::string more = {};  // what to do next; may be empty
  bool is_fault = false;
  bool stays = false;  // on other screens too, until it is closed or another takes its place
  enum class Offer { none, backup, delete_files, save_files, empty_clipboard, take_back, type_out } offer = Offer::none;
};

struct ScreenStackState {
  Screen screen = Screen::unlock;
  std::vector<Screen> before;  // the way back
  std::optional<Banner> banner;
  std::uint64_t banner_number = 0;  // differs for each banner, so that the window notices a new one
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
  /// Shows `screen`, and remembers the one before it as the way back. Does nothing when it is shown already.
  void go(Screen screen);
  /// Shows the screen that the way back leads to, without a message. Does nothing when there is no way back.
  void go_back();
  /// Shows `screen` as the list of places does: an old message goes, and from the timeline no way leads back.
  void visit(Screen screen);
  /// Shows the last of these screens, of which there must be one. Those before it are the way back. No ScreenLeft is
  /// told.
  void begin_at(std::vector<Screen> way);

  /// Shows a message in the place of the one before.
  void say(Banner banner) {
    m_state.banner = std::move(banner);
    ++m_state.banner_number;
  }
  void say(std::string text, std::string more = "") { say(Banner{std::move(text), std::move(more)}); }
  void say_fault(std::string text, std::string more = "") { say(Banner{std::move(text), std::move(more), true}); }
  /// Shows as a message what the error means for a person (ui/words/error_text.h).
  void show(const Error& error);
  void say_nothing() { m_state.banner.reset(); }
  bool says_something() const { return m_state.banner.has_value(); }

  /// Goes to a screen that a person chose. While no record is open, only to those that need none.
  void on(const Go& to);
  void on(const GoBack&) { go_back(); }
  void on(const CloseBanner&) { say_nothing(); }

 private:
  void leave_for(Screen next);
  void drop_old_message();

  ScreenStackState& m_state;
  const bool& m_is_open;
  Events& m_events;
};

}  // namespace daybook::ui
