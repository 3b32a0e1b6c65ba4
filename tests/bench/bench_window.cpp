// What a frame of the window costs of our own, without a card: a record of 100,000 items is opened and its list flung
// through. DAYBOOK_ITEMS: another number of them.
#include <imgui_internal.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

double now_ms() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void fill(WindowDriver& window, int items) {
  const auto record = vault::Record::open({vault::operating_system_files(), window.clock},
                                          window.folder / "share" / "notes", secret(WindowDriver::kOwnPassphrase))
                          .value();
  std::mt19937 random(1);
  const char* words[] = {"where", "are", "you", "the", "boiler", "call", "me", "again", "sorry", "tomorrow"};
  for (int done = 0; done < items;) {
    std::vector<std::pair<vault::Addition, std::string>> additions;
    for (int i = 0; i < 2000 && done < items; ++i, ++done) {
      vault::Addition addition;
      addition.kind = vault::ItemKind::words;
      std::string text = std::to_string(done);
      for (auto k = 5 + random() % 20; k > 0; --k) text += std::string(" ") + words[random() % std::size(words)];
      additions.emplace_back(addition, text);
    }
    window.clock.advance(3600);
    (void)record->add_texts(additions).value();
  }
}

}  // namespace

TEST_CASE("frames of the window") {
  const char* given = std::getenv("DAYBOOK_ITEMS");
  const int items = given != nullptr ? std::atoi(given) : 100'000;
  WindowDriver window;
  window.make_record();
  window.restart(true);
  fill(window, items);
  window.type(WindowDriver::kOwnPassphrase);
  double start = now_ms();
  window.key(ImGuiKey_Enter);
  std::printf("open and first rows of %zu items: %.0f ms\n", window.state().timeline.keys.size(), now_ms() - start);
  ImGui::GetIO().AddMousePosEvent(700, 500);
  window.settle();
  std::vector<double> frames;
  for (int i = 0; i < 3000; ++i) {
    const float speed = (i / 300) % 2 == 0 ? -12.0f : 3.0f;  // there and back, faster than anybody reads
    ImGui::GetIO().AddMouseWheelEvent(0, i % 7 == 0 ? speed * 40 : speed);
    start = now_ms();
    window.frame();
    if (i >= 100) frames.push_back(now_ms() - start);
  }
  std::sort(frames.begin(), frames.end());
  const auto at = [&](double part) {
    return frames[static_cast<std::size_t>(static_cast<double>(frames.size() - 1) * part)];
  };
  std::printf(
      "our own time for a frame while flinging, %zu frames: median %.2f, p99 %.2f, p99.9 %.2f, longest %.2f ms "
      "(wanted: p99.9 <= 8)\n",
      frames.size(), at(0.5), at(0.99), at(0.999), frames.back());
  window.forms().timeline.search.set("boiler tomorrow");
  start = now_ms();
  window.settle();
  std::printf("search with %zu hits, to the rows on the screen: %.0f ms\n", window.state().timeline.keys.size(),
              now_ms() - start);
}
