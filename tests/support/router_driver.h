#pragma once

#include "tests/support/record_fixture.h"
#include "ui/model/router.h"

namespace daybook::test {

/// All areas without a window: what is typed and done goes in, what would be shown comes out.
class RouterDriver {
 public:
  RouterDriver();

  const ui::AppState& state() const { return m_router->state(); }
  ui::AppState& state_for_tests() { return m_router->state_for_tests(); }
  ui::Forms& forms() { return m_router->forms(); }
  ui::Router& router() { return *m_router; }
  /// One action, and all that comes of it.
  void act(ui::Action action);
  /// Until nothing is left to come from the workers.
  void settle();
  /// The clock of the session goes on, and what is due happens.
  void wait(double seconds);

  /// First run, in the shortest way.
  void make_record();
  /// Ends the program, as hiding does, and begins it anew.
  void restart();
  void unlock(std::string_view passphrase = kOwnPassphrase);
  void paste_and_save(std::string_view text);
  /// As if it had been found by looking through folders.
  void choose(ui::BrowseFor purpose, const vault::Path& path);
  vault::Path record_path() const { return folder / "share" / "notes"; }
  static constexpr std::string_view kOwnPassphrase = "a passphrase of my own";

  TemporaryFolder folder;
  FakeClock clock;
  double now = 1000;

 private:
  void start();
  std::unique_ptr<ui::Router> m_router;
};

}  // namespace daybook::test
