#include <catch2/catch_test_macros.hpp>

#include "crypto/random.h"
#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/record_fixture.h"
#include "vault/store/objects.h"
#include "vault/store/scratch_folder.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

std::size_t files_below(const Path& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) count += entry.is_regular_file();
  return count;
}

}  // namespace

TEST_CASE("an object whose removal was interrupted is still there to be removed, whichever part went last") {
  for (int survives = 0; survives < 8; ++survives) {
    CAPTURE(survives);
    const TemporaryFolder folder;
    crypto::AeadKey key;
    crypto::fill_random(key.expose_mutable());
    FaultyFiles files;
    ObjectStore store(files, folder.path(), key, nullptr, 64 * 1024);
    const std::string name = ObjectStore::new_name();
    auto writer = store.create(name).value();
    REQUIRE(writer->write(Bytes(200'000, 1)).ok());
    REQUIRE(writer->publish().ok());
    writer.reset();
    REQUIRE(files_below(folder.path()) == 4);
    files.fail_at = files.operations + survives;
    const bool was_removed = store.remove(name).ok();
    files.fail_at = -1;
    CHECK((was_removed || store.is_there(name) || files_below(folder.path()) == 0));
    if (store.is_there(name)) CHECK(store.remove(name).ok());
    CHECK(files_below(folder.path()) == 0);
  }
}

TEST_CASE("what a crash left of a backup that was only read is never taken for the record, and goes") {
  RecordFixture fixture;
  fixture.add_words("kept");
  fixture.close();
  const Path record = fixture.path();
  Path left;
  {
    const ScratchFolder scratch(operating_system_files(), record);
    left = scratch.path();
    std::filesystem::copy(record, left, std::filesystem::copy_options::recursive);
    std::filesystem::copy(record, record.parent_path() / "aside", std::filesystem::copy_options::recursive);
  }
  CHECK_FALSE(std::filesystem::exists(left));
  std::filesystem::rename(record.parent_path() / "aside", left);  // as after a crash
  std::filesystem::rename(record, record.parent_path() / "elsewhere");
  CHECK(Record::open(fixture.surroundings(), record, secret(kPassphrase)).error().code == ErrorCode::not_found);
  std::filesystem::rename(record.parent_path() / "elsewhere", record);
  // What was never finished goes too; what a person named a little like it stays.
  const Path place = record.parent_path();
  const std::string name = record.filename().string();
  for (const char* unfinished : {".read-0123abcd.new-89abcdef", ".new-0123abcd"}) {
    std::filesystem::create_directory(place / (name + unfinished));
    write_file(place / (name + unfinished) / "header", "x");
  }
  const Path hers = place / (name + ".read-me");
  std::filesystem::copy(record, hers, std::filesystem::copy_options::recursive);
  CHECK(Record::open(fixture.surroundings(), record, secret(kPassphrase)).ok());
  CHECK_FALSE(std::filesystem::exists(left));
  CHECK_FALSE(std::filesystem::exists(place / (name + ".read-0123abcd.new-89abcdef")));
  CHECK_FALSE(std::filesystem::exists(place / (name + ".new-0123abcd")));
  CHECK(std::filesystem::exists(hers / "records"));
  CHECK(std::filesystem::exists(record / "records"));
}

TEST_CASE("a record that was made whole but not moved to its place stays beside another, until all is removed") {
  RecordFixture fixture;
  fixture.close();
  const Path record = fixture.path(), whole = record.parent_path() / (record.filename().string() + ".new-0123abcd");
  std::filesystem::copy(record, whole, std::filesystem::copy_options::recursive);
  CHECK(Record::open(fixture.surroundings(), record, secret(kPassphrase)).ok());
  CHECK(std::filesystem::exists(whole));
  ScratchFolder::remove_left(operating_system_files(), record, /*also_whole=*/true);
  CHECK_FALSE(std::filesystem::exists(whole));
}

TEST_CASE("a stored file that cannot be reached when its item is removed goes at a later opening") {
  RecordFixture fixture;
  const ItemNumber film = fixture.add_file("film.mp4", random_bytes(300'000));
  const Path shelf = std::filesystem::directory_iterator(fixture.path() / "objects")->path();
  const Path away = fixture.folder / "away";
  std::filesystem::rename(shelf, away);
  std::filesystem::create_directory_symlink(away, shelf);
  REQUIRE(fixture.record().remove(film).ok());
  fixture.reopen();
  CHECK(files_below(away) == 1);  // behind a link nothing is removed
  std::filesystem::remove(shelf);
  std::filesystem::rename(away, shelf);
  fixture.reopen();
  CHECK(files_below(fixture.path() / "objects") == 0);
}
