#pragma once

#include "tests/support/record_fixture.h"
#include "ui/desktop/screens.h"
#include "ui/model/router.h"

namespace daybook::test {

/// The whole program but for the platform: no display, no card. Keys and clicks go the way of a person's; widgets are
/// found by what a screen reader would be told. At its end no file under `folder` may hold what was typed or pasted,
/// but for those that a test names in `handed_out`.
class WindowDriver {
 public:
  explicit WindowDriver(ImVec2 size = {1366, 768}, ui::Textures* textures = nullptr);
  /// On files and statements that can be made to fail.
  explicit WindowDriver(vault::FileSystem& files, vault::StatementGate* gate = nullptr);
  ~WindowDriver();

  const ui::AppState& state() const { return m_router->state(); }
  ui::AppState& state_for_tests() { return m_router->state_for_tests(); }
  ui::Forms& forms() { return m_router->forms(); }
  ui::Router& router() { return *m_router; }
  ui::Ui& ui() { return *m_ui; }
  /// One frame, with what came of the workers before it.
  void frame();
  /// What the last frame would send to a card.
  const ImDrawData& drawn();
  /// Frames until nothing is left to come.
  void settle();
  void key(ImGuiKeyChord chord);
  void type(std::string_view text);
  /// Fails the test when there is none.
  const ui::Widget& widget(std::string_view name);
  bool has(std::string_view name) const;
  std::string focused() const;
  void click(std::string_view name);
  void scroll_to(std::string_view name);
  void click_at(ImVec2 place);
  /// Presses Tab until this has the focus.
  void tab_to(std::string_view name);
  void drop(const std::vector<vault::Path>& files);
  /// Where under `folder` something lies that was typed or pasted; all is well when there is none.
  std::vector<std::string> leaks() const;
  /// Everything that is written on the screen.
  std::string words() const;
  int frames() const { return m_frames; }
  /// Keys, clicks and typed fields so far: what a person did.
  int acts = 0;

  /// Presses Enter until first run has come to this step.
  void enter_until(ui::FirstRunState::Step step);
  /// First run, in the shortest way, with the passphrase below.
  void make_record();
  /// Ends the program and starts it again, as a lock or a crash does. `keeps_draft`: as hiding does.
  void restart(bool keeps_draft);
  static constexpr std::string_view kOwnPassphrase = "a passphrase of my own";

  TemporaryFolder folder;
  FakeClock clock;
  std::vector<vault::Path> handed_out;  // folders with what was meant for others
  std::string clipboard;
  std::shared_ptr<const Bytes> picture;  // in the clipboard instead of words
  double now = 1000;
  bool works_long = false;  // something long goes on, and nothing waits for it

 private:
  void begin(ImVec2 size);
  void start(const std::string& locked);
  vault::FileSystem& m_files = vault::operating_system_files();
  vault::StatementGate* m_gate = nullptr;
  ImGuiContext* m_context = nullptr;
  ui::NoTextures m_no_textures;
  ui::Textures& m_textures;
  std::unique_ptr<ui::Ui> m_ui;
  std::unique_ptr<ui::Router> m_router;
  ui::Views m_views;
  int m_frames = 0;
  std::vector<std::string> m_told;  // what was typed and pasted
};

}  // namespace daybook::test
