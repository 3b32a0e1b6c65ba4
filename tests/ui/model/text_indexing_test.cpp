#include "ui/model/text_indexing.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

std::string long_text(const std::string& end) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "Mark: call me again, message " + std::to_string(i) + "\n";
  return text + end;
}

std::size_t found(RouterDriver& window, const std::string& words) {
  window.forms().timeline.search.set(words);
  window.act(SearchNow{});
  return window.state().timeline.keys.size();
}

}  // namespace

TEST_CASE("a long text that is kept is searched by itself soon after, while the window goes on") {
  RouterDriver window;
  window.make_record();
  write_file(window.folder / "chat.txt", long_text("I never meant to hurt you"));
  window.choose(BrowseFor::adding, window.folder / "chat.txt");
  CHECK(window.state().timeline.keys.size() == 1);
  CHECK(window.state().timeline.not_searched == 0);
  CHECK(found(window, "hurt") == 1);
  CHECK(found(window, "hurt boiler") == 0);
}

TEST_CASE("a text that waits from an earlier time is searched when the record is open again") {
  RouterDriver window;
  window.make_record();
  write_file(window.folder / "chat.txt", long_text("I never meant to hurt you"));
  window.choose(BrowseFor::adding, window.folder / "chat.txt");
  window.restart();
  {
    const vault::Surroundings surroundings{vault::operating_system_files(), window.clock};
    const auto record =
        vault::Record::open(surroundings, window.record_path(), secret(RouterDriver::kOwnPassphrase)).value();
    vault::Database& database = record->vault().database();
    REQUIRE(database.execute("DROP TABLE search_text_1").ok());
    REQUIRE(database.execute("UPDATE search_texts SET next = 0").ok());
  }
  window.unlock();
  CHECK(found(window, "hurt") == 1);
  CHECK(window.state().timeline.not_searched == 0);
}
