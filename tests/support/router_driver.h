#pragma once

#include "tests/support/record_fixture.h"
#include "ui/model/router.h"

namespace daybook::test {

/// Drives all areas without a window: what is typed and done goes in, and the state that would be shown comes out.
class RouterDriver {
 public:
  RouterDriver();

  const ui::AppState& state() const { return m_router->state(); }
  ui::AppState& state_for_tests() { return m_router->state_for_tests(); }
  ui::Forms& forms() { return m_router->forms(); }
  ui::Router& router() { return *m_router; }
  /// Does one action, and everything that comes of it.
  void act(ui::Action action);
  /// Polls until the workers have nothing left to do. Fails the test after a minute.
  void settle();
  /// Puts the clock of the session forward, so that what is due then happens.
  void wait(double seconds);

  /// Goes through first run in the shortest way, with kOwnPassphrase.
  void make_record();
  /// Ends the program as hiding does, and begins it anew. The record is locked then.
  void restart();
  void unlock(std::string_view passphrase = kOwnPassphrase);
  void paste_and_save(std::string_view text);
  /// Chooses a file or a folder as a person does who looks for it through folders.
  void choose(ui::BrowseFor purpose, const vault::Path& path);
  vault::Path record_path() const { return folder / "share" / "notes"; }
  static constexpr std::string_view kOwnPassphrase = "a passphrase of my own";

  TemporaryFolder folder;
  FakeClock clock;
  double now = 1000;
  std::int64_t made_at = 0;  // when the program was made, from the next start on

 private:
  void start();
  std::unique_ptr<ui::Router> m_router;
};

}  // namespace daybook::test
