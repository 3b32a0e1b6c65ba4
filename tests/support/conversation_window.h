#pragma once

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/window_driver.h"

namespace daybook::test {

/// A new record, and an exported chat that was dropped on its window.
struct Talk : WindowDriver {
  explicit Talk(const std::string& text, ImVec2 size = {1366, 768}) : WindowDriver(size) {
    make_record();
    std::ofstream(folder / "WhatsApp Chat with Mark.txt", std::ios::binary) << text;
    handed_out.push_back(folder / "WhatsApp Chat with Mark.txt");
    drop({folder / "WhatsApp Chat with Mark.txt"});
    settle();
  }
  void open() {
    click("Keep it as a conversation");
    settle();
    REQUIRE(state().screen == ui::Screen::conversation);
    for (int i = 0; i < 6; ++i) frame();
  }
  bool shows(std::string_view text) const { return words().find(text) != std::string::npos; }
  const ui::ConversationState& shown() const { return state().conversation; }
  // The upper edge of a text that stands on the screen.
  float top_of(std::string_view text) {
    for (const ui::Widget& one : ui().widgets()) {
      if (one.role == "text" && one.name == text) return one.min.y;
    }
    FAIL("not there: " << text);
    return 0;
  }
  void wheel(float steps) {
    const ui::Widget& list = widget("Messages");
    ImGui::GetIO().AddMousePosEvent((list.min.x + list.max.x) / 2, (list.min.y + list.max.y) / 2);
    frame();
    ImGui::GetIO().AddMouseWheelEvent(0, steps);
    frame();
    settle();
  }
};

/// Two messages of one night, and eleven days later one that was deleted and a picture that the export lacks.
inline constexpr const char* kToldChat =
    "03/05/2025, 10:00 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or "
    "share them. Learn more.\n"
    "03/05/2025, 22:41 - Mark: where are you\n"
    "03/05/2025, 22:58 - S: sorry. home soon. love you\n"
    "14/05/2025, 08:00 - Mark: This message was deleted\n"
    "14/05/2025, 08:01 - Mark: IMG-20250514-WA0002.jpg (file attached)\n";

}  // namespace daybook::test
