#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "ui/shell/screen_capture.h"
#include "vault/intake/screen_picture.h"

namespace daybook::ui {
namespace {

constexpr std::chrono::milliseconds kSettles{400};

Bytes png_of(XImage& image) {
  if (image.bits_per_pixel != 32 || image.red_mask != 0xff0000 || image.byte_order != LSBFirst) return {};
  Bytes rgb;
  rgb.reserve(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3);
  for (int y = 0; y < image.height; ++y) {
    const char* row = image.data + static_cast<std::ptrdiff_t>(y) * image.bytes_per_line;
    for (int x = 0; x < image.width; ++x)
      for (const int channel : {2, 1, 0}) rgb.push_back(static_cast<std::uint8_t>(row[x * 4 + channel]));
  }
  return vault::encode_screen(static_cast<std::uint32_t>(image.width), static_cast<std::uint32_t>(image.height), rgb);
}

Bytes take() {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return {};
  const ::Window root = DefaultRootWindow(display);
  XWindowAttributes whole{};
  Bytes png;
  if (XGetWindowAttributes(display, root, &whole) != 0) {
    XImage* image = XGetImage(display, root, 0, 0, static_cast<unsigned>(whole.width),
                              static_cast<unsigned>(whole.height), AllPlanes, ZPixmap);
    if (image != nullptr) {
      png = png_of(*image);
      XDestroyImage(image);
    }
  }
  XCloseDisplay(display);
  return png;
}

}  // namespace

// Under Wayland X11 does not give out a picture of the whole screen.
bool can_take_screen() { return std::getenv("WAYLAND_DISPLAY") == nullptr; }

std::shared_ptr<ScreenPicture> take_screen(std::function<void()> wake) {
  const auto picture = std::make_shared<ScreenPicture>();
  std::thread([picture, wake = std::move(wake)] {
    std::this_thread::sleep_for(kSettles);
    picture->png = take();
    picture->is_ready = true;
    wake();
  }).detach();
  return picture;
}

}  // namespace daybook::ui
