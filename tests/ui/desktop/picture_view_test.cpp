// A picture that is looked at closely: its size, its place, the one before and after, and that it stays covered.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/picture_file.h"
#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// Keeps what it is given, so that a test sees how many pictures the graphics card would hold.
class CountedTextures final : public Textures {
 public:
  Id create(int, int, std::span<const std::uint8_t>) override {
    ++now;
    return ++m_last;
  }
  void update(Id, int, int, int, std::span<const std::uint8_t>) override {}
  void destroy(Id) override { --now; }
  int now = 0;

 private:
  Id m_last = 1;
};

struct Looking {
  CountedTextures textures;
  WindowDriver window;

  explicit Looking(ImVec2 size = {1366, 768}) : window(size, &textures) { window.make_record(); }

  void keep_picture(int width, int height) {
    Painter::Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
      for (int x = 0; x < width; ++x)
        for (const int value : {x % 251, y % 241, (x + y) % 239, 255})
          image.rgba.push_back(static_cast<std::uint8_t>(value));
    write_picture(window.folder / "picture.webp", image);
    window.picture = std::make_shared<const Bytes>(
        vault::read_whole_file(vault::operating_system_files(), window.folder / "picture.webp", 64 << 20).value());
    window.key(ImGuiMod_Ctrl | ImGuiKey_V);
    window.key(ImGuiKey_Enter);
    window.picture.reset();
  }
  void open(vault::ItemNumber item) {
    window.router().apply(Go{Screen::timeline});
    window.router().apply(OpenItem{item});
    window.settle();
  }
  void look_at(vault::ItemNumber item) {
    open(item);
    if (window.has("Show the picture")) window.click("Show the picture");
    window.click("Show it large");
    REQUIRE(view().width > 0);
  }
  const PictureViewState& view() const { return window.state().picture_view; }
  // The sizes of the whole picture in which there are parts of it.
  std::set<std::uint32_t> sizes() const {
    std::set<std::uint32_t> found;
    for (const auto& [part, pixels] : view().parts) found.insert(part.whole_width);
    return found;
  }
};

}  // namespace

TEST_CASE("a picture is looked at pixel for pixel, whatever room there is for it on its page") {
  Looking looking;
  looking.keep_picture(2400, 1800);
  looking.look_at(1_item);
  CHECK(looking.window.focused() == "The picture");
  const Widget canvas = looking.window.widget("The picture");
  CHECK(canvas.max.x - canvas.min.x > 1250);
  CHECK(canvas.max.y - canvas.min.y > 500);
  REQUIRE(looking.sizes().size() == 1);
  CHECK(*looking.sizes().begin() < 1000);  // all of it, in the size in which it is seen
  looking.window.type("1");
  CHECK(looking.sizes().contains(2400));
  for (const auto& [part, pixels] : looking.view().parts) {
    if (part.whole_width != 2400) continue;
    CHECK(pixels.size() == std::size_t{4} * part.width * part.height);
  }
  CHECK(looking.window.words().find("100 %") != std::string::npos);
  // Larger than its own pixels nothing more is asked for.
  looking.window.type("++");
  CHECK(looking.window.words().find("156 %") != std::string::npos);
  CHECK(*looking.sizes().rbegin() == 2400);
  looking.window.type("0");
  CHECK(looking.window.words().find(" %") == std::string::npos);
  looking.window.click("Full size");
  CHECK(looking.window.words().find("100 %") != std::string::npos);
}

TEST_CASE("the keys move a picture that is larger than the window, and bring what comes into view") {
  Looking looking;
  looking.keep_picture(3000, 3000);
  looking.look_at(1_item);
  looking.window.type("1");
  const auto has_part_at = [&](std::uint32_t x, std::uint32_t y) {
    return std::any_of(looking.view().parts.begin(), looking.view().parts.end(), [&](const auto& one) {
      const vault::PicturePart& part = one.first;
      return part.whole_width == 3000 && part.x <= x && x < part.x + part.width && part.y <= y &&
             y < part.y + part.height;
    });
  };
  CHECK(has_part_at(1500, 1500));
  CHECK_FALSE(has_part_at(10, 10));
  looking.window.key(ImGuiKey_Home);
  for (int i = 0; i < 20; ++i) looking.window.key(ImGuiKey_LeftArrow);
  CHECK(has_part_at(10, 10));
  looking.window.key(ImGuiKey_End);
  CHECK(has_part_at(10, 2990));
  CHECK(looking.window.state().screen == Screen::picture);
}

TEST_CASE("a long screenshot is first seen in its own width, from its top") {
  Looking looking;
  looking.keep_picture(1080, 9000);
  looking.look_at(1_item);
  CHECK(looking.sizes() == std::set<std::uint32_t>{1080});
  CHECK(looking.view().parts.begin()->first.y == 0);
}

TEST_CASE("back leads to the page of the picture that was seen last") {
  Looking looking;
  looking.keep_picture(400, 300);
  looking.keep_picture(500, 300);
  looking.look_at(2_item);
  looking.window.click("Next");
  REQUIRE(looking.view().item == 1_item);
  looking.window.key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  CHECK(looking.window.state().screen == Screen::item);
  CHECK(looking.window.state().item.number == 1_item);
  looking.window.key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  CHECK(looking.window.state().screen == Screen::timeline);
}

TEST_CASE("one steps through the pictures of the list alone, and each stays covered until it is chosen") {
  Looking looking;
  looking.keep_picture(400, 300);
  looking.window.clipboard = "words between the pictures";
  looking.window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  looking.window.key(ImGuiKey_Enter);
  looking.keep_picture(500, 300);
  looking.keep_picture(600, 300);
  looking.look_at(3_item);
  CHECK(looking.view().among == std::vector{4_item, 3_item, 1_item});
  CHECK(looking.window.words().find("2 of 3") != std::string::npos);
  looking.window.key(ImGuiKey_RightArrow);
  CHECK(looking.view().item == 1_item);
  CHECK(looking.view().parts.empty());
  CHECK(looking.window.focused() == "Show the picture");
  looking.window.key(ImGuiKey_Enter);
  CHECK(looking.view().width == 400);
  CHECK_FALSE(looking.view().parts.empty());
  looking.window.key(ImGuiKey_RightArrow);  // there is no further one
  CHECK(looking.view().item == 1_item);
  looking.window.click("Previous");
  looking.window.click("Previous");
  CHECK(looking.view().item == 4_item);
  CHECK_FALSE(looking.window.widget("Previous").is_enabled);
  looking.window.click("Back");
  CHECK(looking.window.state().screen == Screen::item);
}

TEST_CASE("nothing of a picture stays when its screen is left") {
  Looking looking;
  looking.keep_picture(2000, 1500);
  looking.look_at(1_item);
  looking.window.type("1");
  CHECK(looking.textures.now > 2);
  looking.window.key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  CHECK(looking.window.state().screen == Screen::item);
  CHECK(looking.view().parts.empty());
  CHECK(looking.view().width == 0);
  looking.window.frame();
  const int small_and_glyphs = looking.textures.now;
  looking.look_at(1_item);
  looking.window.type("1");
  looking.window.key(ImGuiMod_Alt | ImGuiKey_1);
  looking.window.frame();
  CHECK(looking.textures.now <= small_and_glyphs);
}

TEST_CASE("the mouse zooms where it points, moves the picture, and shows all of it again") {
  Looking looking;
  looking.keep_picture(2400, 1800);
  looking.look_at(1_item);
  const Widget canvas = looking.window.widget("The picture");
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(canvas.min.x + 300, canvas.min.y + 200);
  io.AddMouseWheelEvent(0, 3);
  looking.window.settle();
  const std::size_t sizes = looking.sizes().size();
  CHECK(sizes >= 2);
  CHECK(looking.window.words().find(" %") != std::string::npos);
  for (const bool is_down : {true, false, true, false}) {
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, is_down);
    looking.window.frame();
  }
  looking.window.settle();
  CHECK(looking.window.words().find(" %") == std::string::npos);
}

TEST_CASE("a picture that cannot be shown says so and leads back, at every size of text") {
  Looking looking({800, 600});
  looking.keep_picture(900, 700);
  for (const int percent : {100, 200, 300}) {
    looking.window.state_for_tests().settings.text_percent = percent;
    looking.look_at(1_item);
    const Widget canvas = looking.window.widget("The picture");
    INFO(percent);
    CHECK(canvas.max.y - canvas.min.y >= 200);
    CHECK(canvas.max.y <= 600);
    CHECK(canvas.max.x <= 800);
  }
}
