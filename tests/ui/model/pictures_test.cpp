#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("no more than a bounded number of pictures is held, and those asked for last are among them") {
  constexpr std::size_t kMost = 64;
  RouterDriver window;
  window.make_record();
  for (int i = 1; i <= 70; ++i) window.paste_and_save("message " + std::to_string(i));
  for (int i = 1; i <= 70; ++i) {
    window.act(NeedPicture{vault::ItemNumber{i}});
    CHECK(window.state().pictures.small.size() <= kMost);
  }
  CHECK(window.state().pictures.small.size() == kMost);
  CHECK(window.state().pictures.find(6_item) == nullptr);
  CHECK(window.state().pictures.find(7_item) != nullptr);
  CHECK(window.state().pictures.find(70_item) != nullptr);
  CHECK(window.state().pictures.waiting() == 0);
  // What is asked for in one go, so that much is still on its way, stays within the bound as well.
  for (int i = 1; i <= 70; ++i) window.router().apply(NeedPicture{vault::ItemNumber{i}});
  window.settle();
  CHECK(window.state().pictures.small.size() == kMost);
  CHECK(window.state().pictures.waiting() == 0);
}
