// Whether a copy has the places that are in pictures and films.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/asked_share.h"
#include "tests/support/made_film.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = ShareState::Step;

namespace {

// Two photographs with a place (items 3 and 4), of which the first is to go along, and nothing but the place is open.
struct AskedOfPhotographs : Asked {
  AskedOfPhotographs() {
    add_photograph("door.jpg");
    add_photograph("arm.jpg");
    forms().share.states_left_out = false;
    share({1_item, 3_item});
    act(DecideNote{2_item, false});
  }
};

}  // namespace

TEST_CASE("photographs with a place stay out or go along as she says, and a new one is asked about again") {
  AskedOfPhotographs window;
  REQUIRE(window.asked().places.size() == 1);
  CHECK(window.asked().places[0].title == "door.jpg");
  CHECK(window.missing() == "places");
  window.act(DecidePlaces{true});
  CHECK(window.missing().empty());
  for (int i = 0; i < 2; ++i) window.act(PreviousShareStep{});
  window.act(ToggleShared{4_item});
  window.act(NextShareStep{});
  CHECK(window.asked().places.size() == 2);
  CHECK_FALSE(window.missing().empty());
  window.act(DecidePlaces{false});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item});
  CHECK(window.asked().places.size() == 2);  // so that she can take them in again
  CHECK(window.missing().empty());
  CHECK_FALSE(window.preview_says("door.jpg"));
  window.act(PreviousShareStep{});
  window.act(DecidePlaces{true});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item, 3_item, 4_item});
}

TEST_CASE("what stays here for its place does not come back with what she chooses later") {
  AskedOfPhotographs window;
  window.act(DecidePlaces{false});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item});
  window.act(PreviousShareStep{});
  window.act(ToggleShared{4_item});
  window.act(NextShareStep{});
  REQUIRE(window.asked().places.size() == 1);
  CHECK(window.asked().places[0].title == "arm.jpg");
  window.act(DecidePlaces{true});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item, 4_item});
  CHECK(window.missing().empty());
  CHECK_FALSE(window.preview_says("door.jpg"));
}

TEST_CASE("a film with a place is asked about like a photograph") {
  Asked window;
  write_file(window.folder / "walk.mov", made_film(user_text("\xa9xyz", "+50.5000+010.2500/")));
  window.act(ImportFiles{{window.folder / "walk.mov"}});
  window.forms().share.states_left_out = false;
  window.share({1_item, 3_item});
  window.act(DecideNote{2_item, false});
  REQUIRE(window.asked().places.size() == 1);
  CHECK(window.asked().places[0].title == "walk.mov");
  CHECK(window.asked().has_film);
  CHECK(window.missing() == "places");
  window.act(DecidePlaces{false});
  CHECK(window.missing().empty());
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item});
}

TEST_CASE("without its only photographs a copy has nothing in it, and does not go on") {
  Asked window;
  window.add_photograph("door.jpg");
  window.forms().share.states_left_out = false;
  window.share({3_item});
  window.act(DecidePlaces{false});
  window.act(NextShareStep{});
  CHECK(window.state().share.step == Step::items);
  CHECK(window.state().share.error->what == "Nothing is chosen yet.");
}
