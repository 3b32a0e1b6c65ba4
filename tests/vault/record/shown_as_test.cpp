#include "vault/record/shown_as.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("a picture is what can be shown as one, and no list says otherwise") {
  RecordFixture fixture;
  std::map<ShownAs, std::vector<ItemNumber>> items;
  const auto keep = [&](ItemKind kind, const char* media, const std::string& content) {
    Addition addition;
    addition.kind = kind;
    addition.media = media;
    addition.name = "a";
    auto stored = store_bytes(fixture.record().vault(), as_bytes(content)).value();
    items[shown_as(kind, media)].push_back(fixture.record().add(addition, std::move(stored))->item);
  };
  for (const char* media : {"image/jpeg", "image/png", "image/webp", "image/gif", "image/heic", "image/heif",
                            "image/avif", "image/tiff", "image/svg+xml", "application/pdf", "video/mp4", "image/", ""})
    keep(ItemKind::file, media, media);
  keep(ItemKind::words, "text/plain", "words");
  keep(ItemKind::note, "text/plain", "note");
  CHECK(items[ShownAs::picture].size() == 8);
  CHECK(items[ShownAs::file].size() == 5);
  CHECK(shown_as(ItemKind::words, "image/png") == ShownAs::words);
  for (const ShownAs shown : {ShownAs::words, ShownAs::note, ShownAs::picture, ShownAs::file}) {
    ListQuery query;
    query.shown = shown;
    std::vector<ItemNumber> found;
    const auto keys = fixture.record().keys(query).value();
    for (const ItemKey& key : keys) found.insert(found.begin(), key.number);
    CHECK(found == items[shown]);
    for (const ListedItem& row : fixture.record().rows(found).value()) {
      CHECK(shown_as(row.kind, row.media) == shown);
      CHECK(kind_of(shown) == row.kind);
    }
  }
}
