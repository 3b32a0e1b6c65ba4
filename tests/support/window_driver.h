#pragma once

#include "tests/support/record_fixture.h"
#include "ui/desktop/hide_keys.h"
#include "ui/desktop/screens.h"
#include "ui/model/router.h"

namespace daybook::test {

/// Drives the whole program but for the platform, without a display and a graphics card. Keys and clicks go the way
/// that those of a person go. Widgets are found by what a screen reader would be told. At the end the test fails when a
/// file under `folder` holds what was typed or pasted, unless the file lies in one of `handed_out`.
class WindowDriver {
 public:
  explicit WindowDriver(ImVec2 size = {1366, 768}, ui::Textures* textures = nullptr);
  /// On files and database statements that can be made to fail.
  explicit WindowDriver(vault::FileSystem& files, vault::StatementGate* gate = nullptr);
  ~WindowDriver();

  const ui::AppState& state() const { return m_router->state(); }
  ui::AppState& state_for_tests() { return m_router->state_for_tests(); }
  ui::Forms& forms() { return m_router->forms(); }
  ui::Router& router() { return *m_router; }
  ui::Ui& ui() { return *m_ui; }
  /// Takes up what the workers have finished, and draws one frame.
  void frame();
  /// What the last frame would send to a graphics card.
  const ImDrawData& drawn();
  /// Draws frames until the workers have nothing left to do. Fails the test after 20 seconds.
  void settle();
  /// Presses and releases a key with its modifiers, and waits until what comes of it is done. After a key that hides
  /// no frame is drawn.
  void key(ImGuiKeyChord chord);
  /// Types a text into what has the focus, and waits until what comes of it is done.
  void type(std::string_view text);
  /// The widget with this name in the last frame. Fails the test when there is none.
  const ui::Widget& widget(std::string_view name);
  bool has(std::string_view name) const;
  std::string focused() const;
  /// Scrolls to the widget with this name and clicks into its middle. Fails the test when it cannot be pressed.
  void click(std::string_view name);
  void scroll_to(std::string_view name);

  void click_at(ImVec2 place);
  /// Presses Tab until the widget with this name has the focus. Counts as one act.
  void tab_to(std::string_view name);
  void drop(const std::vector<vault::Path>& files);
  /// The files under `folder` that hold something that was typed or pasted. There should be none.
  std::vector<std::string> leaks() const;
  /// Everything that is written on the screen, one widget or text a line.
  std::string words() const;
  int frames() const { return m_frames; }
  /// How many keys, clicks and typed texts there were so far: what the task costs a person.
  int acts = 0;

  /// Presses Enter until first run has come to this step.
  void enter_until(ui::FirstRunState::Step step);
  /// Goes through first run in the shortest way, with kOwnPassphrase.
  void make_record();
  /// Ends the program and starts it again: as a lock does, when `keeps_draft` is set, else as after a crash.
  void restart(bool keeps_draft);
  static constexpr std::string_view kOwnPassphrase = "a passphrase of my own";

  TemporaryFolder folder;
  FakeClock clock;
  std::vector<vault::Path> media;       // what is plugged in
  std::vector<vault::Path> handed_out;  // folders with what was written for others, which leaks() leaves out
  std::string clipboard;
  std::shared_ptr<const Bytes> picture;  // stands in the clipboard instead of words
  double now = 1000;                     // of the clock of the session, in seconds
  bool works_long = false;               // settle() does not wait for what takes long

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
  ui::HideKeys m_hide_keys;
  int m_frames = 0;
  std::vector<std::string> m_told;  // longer texts that were typed or pasted
};

}  // namespace daybook::test
