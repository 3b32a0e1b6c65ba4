#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/memory_search.h"
#include "tests/support/temporary_folder.h"
#include "vault/store/holds_vault.h"
#include "vault/store/vault.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

struct Removal {
  Removal() {
    const VaultSurroundings surroundings{files};
    const auto nothing = [](Database&) -> Result<void> { return {}; };
    REQUIRE(Vault::create(surroundings, record, random_passphrase(), nothing).ok());
    std::filesystem::create_directories(objects / "ab");
  }
  static void write(const Path& path) { std::ofstream(path) << "x"; }
  static bool is_there(const Path& path) { return std::filesystem::exists(path); }

  TemporaryFolder folder;
  Path record = folder / "record", objects = record / "objects";
  FileSystem& files = operating_system_files();
};

const std::string kObject = "ab" + std::string(30, '1'), kOfAnotherShelf = "cd" + std::string(30, '1');

}  // namespace

TEST_CASE("a record goes as a whole, with what a crash has left of it") {
  Removal removal;
  for (const char* ending : {"", "-2", ".unfinished"}) removal.write(removal.objects / "ab" / (kObject + ending));
  removal.write(removal.record / "records.new");
  CHECK(holds_vault(removal.files, removal.record));
  CHECK(remove_vault(removal.files, removal.record).ok());
  CHECK_FALSE(removal.is_there(removal.record));
}

TEST_CASE("what a person has put between the files of a record stays") {
  Removal removal;
  std::filesystem::create_directories(removal.objects / "deep");
  const Path mine[] = {removal.objects / "family.jpg", removal.objects / "ab" / "family.jpg",
                       removal.objects / "deep" / "f.jpg", removal.record / "diary.txt",
                       removal.objects / "ab" / kOfAnotherShelf};
  for (const Path& path : mine) removal.write(path);
  removal.write(removal.objects / "ab" / kObject);
  CHECK(remove_vault(removal.files, removal.record).ok());
  for (const Path& path : mine) CHECK(removal.is_there(path));
  CHECK_FALSE(removal.is_there(removal.objects / "ab" / kObject));
  CHECK_FALSE(removal.is_there(removal.record / "header"));
}

TEST_CASE("no link is followed when a record is removed") {
  Removal removal;
  const Path thesis = removal.folder / "thesis";
  std::filesystem::create_directories(thesis / "ab");
  removal.write(thesis / "ab" / kObject);
  std::filesystem::remove_all(removal.objects);
  std::filesystem::create_directory_symlink(thesis, removal.objects);
  (void)remove_vault(removal.files, removal.record);
  CHECK(removal.is_there(thesis / "ab" / kObject));
  CHECK_FALSE(removal.is_there(removal.record / "header"));
}

TEST_CASE("a folder is taken for a record by its header alone") {
  Removal removal;
  const Path other = removal.folder / "other";
  std::filesystem::create_directories(other);
  removal.write(other / "records");
  removal.write(other / "header");  // of another size
  CHECK_FALSE(holds_vault(removal.files, other));
  CHECK_FALSE(holds_vault(removal.files, removal.folder / "nothing"));
  std::filesystem::remove(removal.record / "header");
  CHECK(holds_vault(removal.files, removal.record));  // by the copy of it
}
