#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/made_exif.h"
#include "tests/support/made_film.h"
#include "tests/support/made_picture.h"
#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Page : WindowDriver {
  Page() { make_record(); }
  // What stands on the page of a file that was added.
  std::string of(const char* name, const std::string& bytes) {
    write_file(folder / name, bytes);
    router().apply(ImportFiles{{folder / name}});
    settle();
    router().apply(OpenItem{state().timeline.keys.front().number});
    settle();
    return words();
  }
};

std::string place() {
  MadeExif made;
  made.gps = some_place();
  return made.bytes();
}

bool holds(const std::string& page, const char* words) { return page.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("the page of a covered picture says that it holds a place, with nothing in front where that is all") {
  Page page;
  page.picture = std::make_shared<const Bytes>([] {
    const std::string jpeg = with_exif(make_jpeg(64, 48, ""), place());
    return Bytes(jpeg.begin(), jpeg.end());
  }());
  page.key(ImGuiMod_Ctrl | ImGuiKey_V);
  page.key(ImGuiKey_Enter);
  page.router().apply(OpenItem{1_item});
  page.settle();
  CHECK(page.has("Show the picture"));
  CHECK(holds(page.words(), "64 x 48 pixels; it holds a place (where it was taken)"));
  CHECK_FALSE(holds(page.words(), "; 64 x 48"));
}

TEST_CASE("the page of a film says when it was made and that it holds a place") {
  Page page;
  const std::string film =
      made_film(film_header(2'082'844'800 + std::uint64_t{1'717'438'500}) + user_place(50.5, 10.25));
  const std::string seen = page.of("walk.mov", film);
  CHECK(
      holds(seen, "file made 3 June 2024, 18:15:00 UTC; it holds a place (where it was taken): 50.500000, 10.250000"));
}

TEST_CASE("the page of a picture says why it is not drawn, and what is missing of it") {
  Page page;
  Preferences shown = page.state().preferences;
  shown.covers_pictures = false;
  page.router().apply(ChangePreferences{shown});
  page.settle();
  CHECK(holds(page.of("ink.jpg", make_ink_jpeg(64, 48, place())), "This kind of picture is not shown here."));
  const std::string jpeg = make_jpeg(640, 480, "");
  CHECK(holds(page.of("part.jpg", jpeg.substr(0, jpeg.size() / 2)),
              "A part of this picture is missing or damaged in the file."));
  CHECK(holds(page.of("moving.gif", make_gif(2)), "The file holds several pictures; the first one is shown."));
  std::string large = make_jpeg(64, 48, "");
  large.replace(large.find("\xff\xc0") + 5, 4, "\x2e\xe0\x2e\xe0");
  CHECK(holds(page.of("large.jpg", large), "It has 144 megapixels; up to 100 are shown here."));
  CHECK(holds(page.of("broken.jpg", jpeg.substr(0, jpeg.find("\xff\xda"))), "It is damaged, and cannot be shown."));
}
