#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("a copy is checked without a record, and each verdict has a number of its own") {
  RouterDriver window;
  window.act(Go{Screen::check});
  window.choose(BrowseFor::copy_to_check, test_data() / "copies" / "full" / "copy.zip");
  CHECK(window.state().screen == Screen::check);
  window.act(CheckCopy{});
  REQUIRE(window.state().check.verdict);
  CHECK(window.state().check.verdict->answer == vault::Answer::matches);
  const std::uint64_t first = window.state().check.verdict_number;
  window.act(CheckCopy{});
  CHECK(window.state().check.verdict_number > first);
}

TEST_CASE("a passphrase does not stay in its field when the screen is left, but while the key is chosen") {
  RouterDriver window;
  const vault::Path folder = test_data() / "copies" / "parts_locked";
  window.act(Go{Screen::check});
  window.choose(BrowseFor::copy_to_check, folder / "copy.age.001");
  window.forms().check.passphrase.insert(U'x');
  window.choose(BrowseFor::key_file, folder / "key.txt");
  CHECK(window.forms().check.passphrase.characters() == 1);
  window.act(GoBack{});
  CHECK(window.forms().check.passphrase.empty());
  window.act(Go{Screen::check});
  window.forms().check.passphrase.insert(U'x');
  window.act(Go{Screen::help});
  CHECK(window.forms().check.passphrase.empty());
}

TEST_CASE("what was brought for one copy says nothing of the next") {
  RouterDriver window;
  const vault::Path folder = test_data() / "copies" / "parts_locked";
  window.act(Go{Screen::check});
  window.choose(BrowseFor::copy_to_check, folder / "copy.age.001");
  window.choose(BrowseFor::key_file, folder / "key.txt");
  window.forms().check.words.set("eight words");
  window.choose(BrowseFor::copy_to_check, test_data() / "copies" / "full" / "copy.zip");
  CHECK(window.state().check.key_file.empty());
  CHECK(window.forms().check.words.empty());
}
