// What it costs to look at a photograph of 48 megapixels and to read a text of 200 MB, without a graphics card: how
// long until it is there, our own processor time for a frame in which it moves, and the memory of this program and of
// the one that holds the picture.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "tests/support/made_picture.h"
#include "tests/support/peak_memory.h"
#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

double milliseconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// The most memory that a process begun by this one has had, in KiB: the reader of the picture.
long peak_of_children_kib() {
  long most = 0;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream children(task.path() / "children");
    for (int child = 0; children >> child;) {
      std::ifstream status("/proc/" + std::to_string(child) + "/status");
      for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) most = std::max(most, std::strtol(line.c_str() + 6, nullptr, 10));
    }
  }
  return most;
}

// A photograph as a camera makes it: soft shapes, and noise in every pixel, which is what a JPEG decoder works on.
std::string photograph(std::uint32_t width, std::uint32_t height) {
  Bytes pixels(std::size_t{4} * width * height);
  std::mt19937 random(1);
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      const double shape = 100 + 60 * std::sin(x / 310.0) * std::cos(y / 170.0) + 30 * std::sin((x + y) / 45.0);
      const auto noise = random();
      for (std::size_t channel = 0; channel < 3; ++channel)
        pixels[(std::size_t{y} * width + x) * 4 + channel] =
            static_cast<std::uint8_t>(shape + static_cast<double>(noise >> (8 * channel) & 31));
    }
  }
  return encode_jpeg(width, height, pixels, "");
}

struct Frames {
  std::vector<double> times;

  void draw(WindowDriver& window) {
    const double start = milliseconds_of(CLOCK_THREAD_CPUTIME_ID);
    window.frame();
    times.push_back(milliseconds_of(CLOCK_THREAD_CPUTIME_ID) - start);
    std::this_thread::sleep_for(std::chrono::milliseconds(12));  // as a screen of 60 Hz leaves it to the others
  }
  void report(const char* what) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
      return times[static_cast<std::size_t>(static_cast<double>(times.size() - 1) * part)];
    };
    std::printf("%s, our own processor time for a frame, %zu frames: median %.2f, p99 %.2f, longest %.2f ms\n", what,
                times.size(), at(0.5), at(0.99), times.back());
  }
};

void keep(WindowDriver& window, const char* name, const std::string& content) {
  std::ofstream(window.folder / name, std::ios::binary) << content;
  window.handed_out.push_back(window.folder / name);
  window.drop({window.folder / name});
  window.router().apply(OpenItem{window.state().timeline.keys.front().number});
  window.settle();
}

// How long from the press of a button until everything that it asks for is there.
double until_there(WindowDriver& window, const char* button) {
  const double start = milliseconds_of(CLOCK_MONOTONIC);
  window.click(button);
  return milliseconds_of(CLOCK_MONOTONIC) - start;
}

}  // namespace

TEST_CASE("a photograph of 48 megapixels") {
  WindowDriver window;
  window.make_record();
  {
    const std::string jpeg = photograph(8000, 6000);
    std::printf("a photograph of 48 megapixels, %.1f MB\n", static_cast<double>(jpeg.size()) / 1e6);
    keep(window, "photograph.jpg", jpeg);
  }
  reset_peak();
  std::printf("on its page after %.0f ms\n", until_there(window, "Show the picture"));
  std::printf("large after %.0f ms (wanted: < 1000)\n", until_there(window, "Show it large"));
  const double start = milliseconds_of(CLOCK_MONOTONIC);
  window.type("1");
  std::printf("pixel for pixel after %.0f ms\n", milliseconds_of(CLOCK_MONOTONIC) - start);

  const Widget canvas = window.widget("The picture");
  ImGuiIO& io = ImGui::GetIO();
  Frames frames;
  std::set<vault::PicturePart> seen;
  for (int drag = 0; drag < 30; ++drag) {
    const ImVec2 from(canvas.min.x + 60, canvas.min.y + 60);
    io.AddMousePosEvent(from.x, from.y);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    frames.draw(window);
    for (int i = 1; i <= 60; ++i) {
      io.AddMousePosEvent(from.x + static_cast<float>(i * (drag % 3 == 0 ? 15 : -5)),
                          from.y + static_cast<float>(i * (drag % 4 < 2 ? 7 : -7)));
      frames.draw(window);
    }
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    frames.draw(window);
    for (const auto& [part, pixels] : window.state().picture_view.parts) seen.insert(part);
  }
  std::printf("%zu parts of it were brought\n", seen.size());
  frames.report("panned by mouse at full size (wanted: p99 <= 8)");
  Frames zooming;
  for (int i = 0; i < 400; ++i) {
    io.AddMouseWheelEvent(0, i % 40 < 20 ? -0.5f : 0.5f);
    zooming.draw(window);
  }
  zooming.report("zoomed by wheel");
  std::printf("memory at most: this program %ld MiB, the reader of the picture %ld MiB (wanted: < 300 MB)\n",
              peak_kib() / 1024, peak_of_children_kib() / 1024);
}

TEST_CASE("a text of 200 MB") {
  WindowDriver window;
  window.make_record();
  {
    std::string text;
    for (int i = 0; text.size() < 200'000'000; ++i)
      text += "[03/05/2025, 22:41:07] Mark: where are you, call me again tomorrow (" + std::to_string(i) + ")\r\n";
    keep(window, "_chat.txt", text);
  }
  reset_peak();
  std::printf("a text of 200 MB is there after %.0f ms (wanted: < 300)\n", until_there(window, "Read all of it"));
  Frames frames;
  ImGui::GetIO().AddMousePosEvent(700, 500);
  for (int i = 0; i < 1500; ++i) {
    if (i % 500 == 499) ImGui::GetIO().AddKeyEvent(ImGuiKey_End, i % 1000 == 499);
    ImGui::GetIO().AddMouseWheelEvent(0, i % 1000 < 500 ? -9.0f : 5.0f);
    frames.draw(window);
  }
  frames.report("turned by wheel");
  std::printf("memory at most: %ld MiB\n", peak_kib() / 1024);
}
