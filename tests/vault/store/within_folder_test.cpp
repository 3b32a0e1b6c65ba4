#include "vault/store/within_folder.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/temporary_folder.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("what lies in a folder is known by whatever way it is reached, whether it is there yet or not") {
  TemporaryFolder folder;
  std::filesystem::create_directories(folder / "record" / "objects");
  std::filesystem::create_directories(folder / "record-2");
  std::filesystem::create_symlink(folder / "record", folder / "link");
  const Path record = folder / "record";
  for (const char* inside :
       {"record", "record/objects", "record/new/deeper", "link", "link/objects", "record-2/../record", "record/"}) {
    INFO(inside);
    CHECK(lies_within(folder / inside, record));
    CHECK(require_outside(folder / inside, record).error().code == ErrorCode::usage);
    CHECK(lies_within(folder / inside, folder / "link"));
  }
  for (const char* outside : {"", "record-2", "record/..", "new", "link/../record-2"}) {
    INFO(outside);
    CHECK_FALSE(lies_within(folder / outside, record));
    CHECK(require_outside(folder / outside, record).ok());
  }
  CHECK_FALSE(lies_within(folder / "record", folder / "nowhere"));
}
