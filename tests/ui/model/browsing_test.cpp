#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("folders come first, hidden names are left out") {
  RouterDriver window;
  window.make_record();
  const vault::Path place = window.folder / "stick";
  std::filesystem::create_directories(place / "zoo");
  write_file(place / "a.txt", "one");
  write_file(place / ".hidden", "two");
  window.act(Browse{BrowseFor::adding, place});
  CHECK(window.state().screen == Screen::browse);
  REQUIRE(window.state().browse.entries.size() == 2);
  CHECK(window.state().browse.entries[0].name == "zoo");
  CHECK(window.state().browse.entries[1].size == 3);
}

TEST_CASE("a file is no answer where a folder is looked for, and the other way round") {
  RouterDriver window;
  window.make_record();
  write_file(window.folder / "a.txt", "one");
  window.act(Browse{BrowseFor::share_target, window.folder.path()});
  window.act(ChooseFile{window.folder / "a.txt"});
  CHECK(window.state().screen == Screen::browse);
  window.act(Browse{BrowseFor::key_file, window.folder.path()});
  window.act(ChooseFolder{});
  CHECK(window.state().screen == Screen::browse);
  CHECK(window.state().share.folder.empty());
}

TEST_CASE("a folder that cannot be read is told, and the one that was shown stays") {
  RouterDriver window;
  window.make_record();
  window.act(Browse{BrowseFor::adding, window.folder.path()});
  window.act(BrowseTo{window.folder / "not there"});
  CHECK(window.state().browse.folder == window.folder.path());
  CHECK(window.state().banner->is_fault);
}
