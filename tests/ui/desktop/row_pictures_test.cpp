#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/painter.h"
#include "tests/support/picture_file.h"
#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

constexpr std::uint8_t kRed = 250, kGreen = 10, kBlue = 200;  // of the pictures, and of nothing else in the window

// Whether the colour of the pictures is anywhere in the window.
bool shows_picture(const Painter::Image& image) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
    const auto near = [&](std::size_t channel, int value) { return std::abs(image.rgba[i + channel] - value) < 12; };
    count += near(0, kRed) && near(1, kGreen) && near(2, kBlue) ? 1 : 0;
  }
  return count > 200;
}

// A record with a few pictures of one colour each, which differ by their size.
struct Album {
  explicit Album(int count) {
    window.make_record();
    std::vector<vault::Path> files;
    for (int i = 0; i < count; ++i) {
      Painter::Image image{40 + i, 30, {}};
      for (int pixel = 0; pixel < image.width * image.height; ++pixel)
        for (const std::uint8_t channel : {kRed, kGreen, kBlue, std::uint8_t{255}}) image.rgba.push_back(channel);
      files.push_back(window.folder / ("picture" + std::to_string(i) + ".webp"));
      write_picture(files.back(), image);
    }
    window.drop(files);
    window.router().apply(CloseBanner{});
    window.settle();
  }
  Painter painter;
  WindowDriver window{{1366, 768}, &painter};
};

}  // namespace

TEST_CASE("rows show pictures only where covering is turned off, and then those that are seen") {
  Album album(30);
  WindowDriver& window = album.window;
  REQUIRE(window.state().timeline.keys.size() == 30);
  window.settle();
  CHECK(window.state().pictures.small.empty());  // as long as they are covered, they are not even read
  CHECK_FALSE(shows_picture(album.painter.paint(window.drawn())));
  window.state_for_tests().preferences.covers_pictures = false;
  window.settle();
  CHECK(shows_picture(album.painter.paint(window.drawn())));
  const std::size_t seen = window.state().pictures.small.size();
  CHECK(seen >= 5);
  CHECK(seen < 15);  // of thirty
  CHECK(window.state().pictures.waiting() == 0);
  window.state_for_tests().preferences.covers_pictures = true;
  window.settle();
  CHECK_FALSE(shows_picture(album.painter.paint(window.drawn())));
}

TEST_CASE("a picture that cannot be shown has its sign in the list, and is not read again and again") {
  WindowDriver window;
  window.make_record();
  write_file(window.folder / "broken.webp", std::string("RIFF\x10\0\0\0WEBPVP8 ", 16) + "nothing that could be read");
  window.drop({window.folder / "broken.webp"});
  window.state_for_tests().preferences.covers_pictures = false;
  window.settle();
  const SmallPicture* picture = window.state().pictures.find(1_item);
  REQUIRE(picture != nullptr);
  CHECK(picture->is_ready);
  CHECK_FALSE(picture->pixels);
}
