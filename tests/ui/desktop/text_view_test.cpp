// A text that is read on its own screen: all of it whatever its size, its encoding, what is found in it, and what is
// copied out of it.
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Reading : WindowDriver {
  explicit Reading(ImVec2 size = {1366, 768}) : WindowDriver(size) { make_record(); }

  // Keeps a file of this content and opens its page.
  void keep_file(const char* name, const std::string& content) {
    std::ofstream(folder / name, std::ios::binary) << content;
    handed_out.push_back(folder / name);
    drop({folder / name});
    router().apply(OpenItem{state().timeline.keys.front().number});
    settle();
  }
  bool shows(std::string_view text) const { return words().find(text) != std::string::npos; }
  const TextViewState& text() const { return state().text_view; }
};

// Lines with a number each, so that a test knows what part of the text is seen.
std::string numbered_lines(std::size_t count) {
  std::string text;
  for (std::size_t line = 1; line <= count; ++line)
    text += "[03/05/2025, 22:41:07] Mark: where are you (" + std::to_string(line) + ")\r\n";
  return text;
}

}  // namespace

TEST_CASE("a file that is text is read on its page, and all of it on a screen of its own") {
  Reading window;
  window.keep_file("_chat.txt", numbered_lines(3000));
  CHECK(window.shows("where are you (1)"));
  CHECK_FALSE(window.shows("where are you (3000)"));
  window.click("Read all of it");
  CHECK(window.focused() == "The text");
  CHECK(window.text().pieces > 30);
  CHECK(window.shows("where are you (1)"));
  window.key(ImGuiKey_End);
  window.settle();
  CHECK(window.shows("where are you (3000)"));
  CHECK_FALSE(window.shows("where are you (1)\n"));
  window.key(ImGuiKey_Home);
  CHECK(window.shows("where are you (1)"));
  for (int i = 0; i < 5; ++i) window.key(ImGuiKey_PageDown);
  CHECK(window.shows("where are you (100)"));
  // Only what is near is held.
  CHECK(window.text().read.size() < window.text().pieces);
  window.key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  CHECK(window.state().screen == Screen::item);
  CHECK(window.text().read.empty());
}

TEST_CASE("every line of a long text is seen once as one pages through it, and none is skipped") {
  Reading window({1000, 700});
  window.keep_file("_chat.txt", numbered_lines(700));
  window.click("Read all of it");
  std::set<std::size_t> seen;
  for (int page = 0; page < 60; ++page) {
    const std::string now = window.words();
    for (std::size_t line = 1; line <= 700; ++line)
      if (now.find("(" + std::to_string(line) + ")") != std::string::npos) seen.insert(line);
    window.key(ImGuiKey_PageDown);
  }
  CHECK(seen.size() == 700);
}

TEST_CASE("words are found wherever they stand in a long text, and the search goes on at its other end") {
  Reading window;
  std::string text = numbered_lines(4000);
  text.insert(text.size() / 2, "\r\nSorry about the NIGHT, it was my fault\r\n");
  window.keep_file("_chat.txt", text);
  window.click("Read all of it");
  window.key(ImGuiMod_Ctrl | ImGuiKey_F);
  window.type("about the night");
  window.key(ImGuiKey_Enter);
  window.settle();
  REQUIRE(window.text().found);
  CHECK(window.shows("Sorry about the NIGHT"));
  CHECK_FALSE(window.shows("where are you (1)\r"));
  window.click("Next");
  CHECK(window.shows("The search went on at the other end of the text."));
  window.click("Previous");
  CHECK(window.shows("Sorry about the NIGHT"));
  window.click("Find in this text");
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.type("nowhere to be found");
  window.key(ImGuiKey_Enter);
  CHECK(window.shows("These words are not in this text."));
}

TEST_CASE("what is chosen in a long text is copied from its beginning to its end, and nothing else") {
  Reading window;
  const std::string text = numbered_lines(2000);
  window.keep_file("_chat.txt", text);
  window.click("Read all of it");
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.key(ImGuiMod_Ctrl | ImGuiKey_C);
  window.settle();
  CHECK((window.clipboard == text));
  // With Shift and the arrow keys only a part.
  window.router().apply(GoBack{});
  window.settle();
  window.click("Read all of it");
  window.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
  window.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
  window.key(ImGuiMod_Ctrl | ImGuiKey_C);
  window.settle();
  CHECK(window.clipboard == text.substr(0, text.find("Mark: where are you (3)") - 23));
}

TEST_CASE("a text that does not say in which letters it is written is shown with that doubt, and in others at choice") {
  Reading window;
  window.keep_file("letter.txt", "Prze\xBF\xF3\xB3 Za\xBF\xF3\xB3\xE6 g\xEA\x9Cl\xB9");  // Polish, 1250
  CHECK(window.state().item.is_text);
  window.click("Read it large");
  CHECK(window.shows("The file does not say in which letters it is written. It is shown as Western Europe (1252)."));
  CHECK_FALSE(window.shows("Za\xC5\xBC\xC3\xB3\xC5\x82\xC4\x87"));
  window.click("Other letters");
  window.click("Central Europe (1250)");
  window.settle();
  CHECK(window.shows("Za\xC5\xBC\xC3\xB3\xC5\x82\xC4\x87"));  // Zażółć
  CHECK_FALSE(window.shows("The file does not say"));
}

TEST_CASE("UTF-16, as Windows writes it, is read; what is no text says so") {
  Reading window;
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string_view("You will regret this")) bytes += std::string{c, '\0'};
  window.keep_file("note.txt", bytes);
  CHECK(window.shows("You will regret this"));
  window.keep_file("data.bin", std::string("\x01\x02\x03\0\xFF", 5));
  CHECK_FALSE(window.state().item.is_text);
  CHECK(window.shows("It is kept exactly as it is. This kind of file cannot be shown here."));
}

TEST_CASE("words on an item's page are chosen with the mouse or the keys, and copied") {
  Reading window;
  window.clipboard = "i never meant to hurt you";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.key(ImGuiKey_Enter);
  window.router().apply(OpenItem{1_item});
  window.settle();
  window.clipboard.clear();
  window.tab_to("The words");
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.key(ImGuiMod_Ctrl | ImGuiKey_C);
  CHECK(window.clipboard == "i never meant to hurt you");
  // His words that come back from the clipboard are still a paste, and never her own words.
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  CHECK(window.state().add.was_pasted);
  window.click("Do not save");
  window.router().apply(OpenItem{1_item});
  window.settle();
  const Widget words = window.widget("The words");
  ImGuiIO& io = ImGui::GetIO();
  const auto press_at = [&](float x, bool is_down) {
    io.AddMousePosEvent(x, words.min.y + 10);
    window.frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, is_down);
    window.frame();
  };
  press_at(words.min.x + 2, true);
  press_at(words.min.x + 60, false);
  window.key(ImGuiMod_Ctrl | ImGuiKey_C);
  CHECK(window.clipboard.starts_with("i never"));
  CHECK(window.clipboard.size() < 20);
}

TEST_CASE("a message of 50,000 words in one paragraph delays nothing, and all of it can be read") {
  Reading window;
  std::string words;
  for (int i = 1; i <= 50'000; ++i) words += "word" + std::to_string(i) + " ";
  window.clipboard = words;
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.key(ImGuiKey_Enter);
  window.router().apply(OpenItem{1_item});
  window.settle();
  CHECK(window.shows("This is the beginning. All of it is kept."));
  for (const Widget& one : window.ui().widgets()) CHECK(one.value.size() < 8000);
  window.click("Read all of it");
  window.key(ImGuiKey_End);
  window.settle();
  CHECK(window.shows("word50000"));
}

TEST_CASE("the screen of a text has room for it at every size of text") {
  Reading window({800, 600});
  window.keep_file("_chat.txt", numbered_lines(500));
  for (const int percent : {100, 200, 300}) {
    INFO(percent);
    window.state_for_tests().settings.text_percent = percent;
    window.router().apply(OpenItem{1_item});
    window.settle();
    window.click("Read all of it");
    const Widget area = window.widget("The text");
    CHECK(area.max.y - area.min.y >= 180);
    CHECK(area.max.y <= 600);
    CHECK(area.max.x <= 800);
    window.click("Back");
  }
}
