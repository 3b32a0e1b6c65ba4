#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"
#include "vault/store/file_system.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

namespace fs = std::filesystem;

// A folder `record` with files in it, and a letter beside it that nobody may reach from there.
struct Folders {
  Folders() {
    fs::create_directories(record / "objects/07");
    write_file(record / "header", "h");
    write_file(record / "objects/07/one", "1");
    write_file(folder / "letter", "private");
    fs::create_directory(folder / "elsewhere");
    write_file(folder / "elsewhere/one", "private");
    files = operating_system_files().bound_to(record).value();
  }
  ErrorCode error_of_opening(const Path& path) { return files->open(path).error().code; }

  TemporaryFolder folder;
  Path record = folder / "record";
  std::shared_ptr<FileSystem> files;
};

}  // namespace

TEST_CASE("in a folder that is bound, files are made, read, renamed, listed and removed as everywhere") {
  Folders at;
  REQUIRE(at.files->create_folder(at.record / "objects/08").ok());
  {
    auto file = at.files->create(at.record / "objects/08/two.new").value();
    REQUIRE(file->write(as_bytes("2")).ok());
    REQUIRE(file->sync().ok());
  }
  REQUIRE(at.files->rename(at.record / "objects/08/two.new", at.record / "objects/08/two").ok());
  REQUIRE(at.files->sync_folder(at.record / "objects/08").ok());
  REQUIRE(at.files->sync_file(at.record / "objects/08/two").ok());
  CHECK(read_file(at.record / "objects/08/two") == "2");
  CHECK(at.files->list(at.record).value() == std::vector<Path>{"header", "objects"});
  CHECK(at.files->list(at.record / "objects").value() == std::vector<Path>{"07", "08"});
  CHECK(at.files->facts(at.record / "objects/08/two").value().size == 1);
  CHECK(at.files->facts(at.record).value().is_folder);
  CHECK(at.files->free_room(at.record).value() > 0);
  CHECK(at.files->is_writable(at.record));
  CHECK(at.files->lock(at.record / "lock").ok());
  CHECK(at.error_of_opening(at.record / "objects/09/none") == ErrorCode::not_found);
  REQUIRE(at.files->remove(at.record / "objects/08/two").ok());
  REQUIRE(at.files->remove(at.record / "objects/08").ok());
  CHECK_FALSE(fs::exists(at.record / "objects/08"));
}

TEST_CASE("no link in a folder that is bound is followed, wherever it stands on the way") {
  Folders at;
  fs::create_symlink(at.folder / "letter", at.record / "link");
  fs::create_directory_symlink(at.folder / "elsewhere", at.record / "objects/0a");
  CHECK(at.error_of_opening(at.record / "link") == ErrorCode::unsupported);
  CHECK(at.error_of_opening(at.record / "objects/0a/one") == ErrorCode::unsupported);
  CHECK(at.files->list(at.record / "objects/0a").error().code == ErrorCode::unsupported);
  CHECK(at.files->create(at.record / "objects/0a/new").error().code == ErrorCode::unsupported);
  CHECK(at.files->remove(at.record / "objects/0a/one").error().code == ErrorCode::unsupported);
  CHECK(at.files->rename(at.record / "header", at.record / "objects/0a/header").error().code == ErrorCode::unsupported);
  CHECK(at.files->facts(at.record / "objects/0a/one").error().code == ErrorCode::unsupported);
  CHECK_FALSE(at.files->facts(at.record / "link").value().is_regular);
  CHECK(at.files->lock(at.record / "link").error().code == ErrorCode::unsupported);
  CHECK(read_file(at.folder / "elsewhere/one") == "private");
  CHECK(fs::exists(at.record / "header"));
}

TEST_CASE("a folder that is bound is the one that was open, also when another stands in its place") {
  Folders at;
  fs::rename(at.record, at.folder / "moved");
  fs::create_directory_symlink(at.folder / "elsewhere", at.record);
  CHECK(at.files->open(at.record / "header").ok());  // in the folder that was moved
  CHECK(at.error_of_opening(at.record / "one") == ErrorCode::not_found);
  REQUIRE(at.files->create(at.record / "new").ok());
  CHECK(fs::exists(at.folder / "moved/new"));
  CHECK_FALSE(fs::exists(at.folder / "elsewhere/new"));
}

TEST_CASE("paths outside of a folder that is bound mean what they always do") {
  Folders at;
  fs::create_symlink(at.folder / "letter", at.folder / "link");
  CHECK(at.files->open(at.folder / "link").ok());
  CHECK(at.files->open(at.folder / "record/../letter").ok());
  CHECK(at.files->facts(at.folder / "recorded").error().code == ErrorCode::not_found);
  CHECK(operating_system_files().bound_to(at.folder / "letter").error().code == ErrorCode::not_found);
  CHECK(operating_system_files().bound_to(at.folder / "none").error().code == ErrorCode::not_found);
  // The folder itself may be reached by a link: a keeper may have her records on another disk.
  fs::create_directory_symlink(at.record, at.folder / "by link");
  const auto by_link = operating_system_files().bound_to(at.folder / "by link").value();
  CHECK(by_link->open(at.folder / "by link/header").ok());
}

TEST_CASE("what is no file is told at once and by what it is") {
  Folders at;
  fs::create_symlink("round", at.folder / "round");
  CHECK(operating_system_files().open(at.folder / "round").error().detail == "round is a link that cannot be followed");
  CHECK(operating_system_files().open(at.folder / std::string(300, 'a')).error().code == ErrorCode::unsupported);
  CHECK(operating_system_files().open(at.folder / "elsewhere").error().code == ErrorCode::unsupported);
}
