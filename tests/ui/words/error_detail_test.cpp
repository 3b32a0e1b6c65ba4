#include "ui/words/error_detail.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/catalogue_file.h"
#include "ui/words/error_text.h"
#include "ui/words/translate.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("details of errors are translated with the values in them, and names of files stay as they are") {
  const auto catalogue = Catalogue::parse(catalogue_file({{"signature", "podpis"},
                                                          {"item {} was removed", "usunieto: {}"},
                                                          {"item {}", "pozycja {}"},
                                                          {"{} is a folder", "folder: {}"}}));
  speak(catalogue.value());
  CHECK(detail_text("signature") == "podpis");
  CHECK(detail_text("item 000003 was removed") == "usunieto: 000003");
  CHECK(detail_text("item 000003") == "pozycja 000003");
  CHECK(detail_text("my {} is a folder") == "folder: my {}");
  CHECK(detail_text("item ") == "item ");
  CHECK(detail_text("photo.jpg") == "photo.jpg");
  CHECK(detail_text("").empty());
  CHECK(explain({ErrorCode::not_found, "item 000003"}).what == "This was not found: pozycja 000003.");
  speak(nullptr);
  CHECK(detail_text("item 000003 was removed") == "item 000003 was removed");
}
