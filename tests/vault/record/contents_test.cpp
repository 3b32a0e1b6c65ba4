#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("a content that another thread writes is left alone by whatever the database does meanwhile") {
  RecordFixture fixture;
  Record& record = fixture.record();
  const Bytes film = random_bytes(700 * 1024);
  std::optional<ReservedObject> reserved(reserve_object(record.vault()).value());
  std::size_t at = 0;
  bool was_disturbed = false;
  std::optional<StoredContent> stored;
  std::thread writer([&] {
    stored.emplace(store_content(record.vault(), *reserved, [&](MutableByteView target) -> Result<std::size_t> {
                     const std::size_t count = std::min(target.size(), film.size() - at);
                     copy_bytes(ByteView(film).subspan(at, count), target.first(count));
                     at += count;
                     return count;
                   }).value());
  });
  for (int i = 0; i < 20; ++i) {
    const ItemNumber words = fixture.add_words("words " + std::to_string(i));
    was_disturbed |= !record.remove(words).ok();  // removing settles the pending list
  }
  writer.join();
  CHECK_FALSE(was_disturbed);
  CHECK(record.vault().objects().is_there(reserved->name()));
  Addition addition;
  addition.name = "film";
  const ItemNumber number = record.add(addition, std::move(*stored))->item;
  stored.reset();
  reserved.reset();
  CHECK(read_all(*record.open_version(record.item(number)->newest()).value()) == film);
  CHECK(record.check()->findings.empty());

  // Given up: nothing is left, and the name goes with the next settling.
  {
    const ReservedObject given_up = reserve_object(record.vault()).value();
    const auto content = store_content(
        record.vault(), given_up,
        [](MutableByteView target) -> Result<std::size_t> {
          return target.size();  // without end
        },
        [](std::uint64_t done) { return done < 3'000'000; });
    CHECK(content.error().code == ErrorCode::cancelled);
  }
  fixture.reopen();
  CHECK(fixture.record().check()->unknown_objects.empty());
}
