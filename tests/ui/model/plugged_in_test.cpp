// What is told to be plugged in really is: "Take the stick out safely" sends somebody away with it.
#include "ui/model/plugged_in.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/temporary_folder.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

constexpr unsigned kStick = 8;  // the first number of its device

std::vector<vault::Path> plugged_in_of(const std::string& mounts) {
  return ui::plugged_in_of(mounts, [](unsigned major, unsigned) { return major == kStick; });
}

}  // namespace

TEST_CASE("a medium is what is mounted for writing, where media are put, from a device that is taken out") {
  using Paths = std::vector<vault::Path>;
  CHECK(plugged_in_of("36 28 8:17 / /media/sam/KINGSTON rw,nosuid shared:1 - vfat /dev/sdb1 rw\n") ==
        Paths{"/media/sam/KINGSTON"});
  CHECK(plugged_in_of("36 28 8:17 / /run/media/sam/my\\040stick rw - vfat /dev/sdb1 rw\n") ==
        Paths{"/run/media/sam/my stick"});
  CHECK(plugged_in_of("36 28 8:17 / /media/sam/KINGSTON ro,nosuid - vfat /dev/sdb1 ro\n").empty());
  CHECK(plugged_in_of("36 28 259:3 / /media/sam/Windows rw - ntfs /dev/nvme0n1p3 rw\n").empty());
  CHECK(plugged_in_of("36 28 8:17 / / rw - ext4 /dev/sdb1 rw\n").empty());  // the system itself runs from a stick
  CHECK(plugged_in_of("36 28 8:17 / /home rw - ext4 /dev/sdb2 rw\n").empty());
  for (const char* broken : {"", "\n", "36", "36 28 8 / /media/sam/KINGSTON rw", "a b c d e f g\n"})
    CHECK(plugged_in_of(broken).empty());
}

TEST_CASE("a folder lies on a medium when it is in it, and not when a link leads elsewhere") {
  TemporaryFolder folder;
  const vault::Path medium = folder / "KINGSTON", elsewhere = folder / "elsewhere";
  std::filesystem::create_directories(medium / "copies");
  std::filesystem::create_directories(elsewhere);
  std::filesystem::create_directory_symlink(elsewhere, medium / "link");
  const std::vector media{std::filesystem::canonical(medium)};
  CHECK(lies_on(media, medium));
  CHECK(lies_on(media, medium / "copies"));
  CHECK_FALSE(lies_on(media, medium / "link"));
  CHECK_FALSE(lies_on(media, folder / "KINGSTON2"));
  CHECK_FALSE(lies_on({}, medium));
}

TEST_CASE("no folder of this computer's own disk is told to be plugged in") {
  for (const vault::Path& medium : plugged_in()) CHECK(medium.native().find("/m") != std::string::npos);
  TemporaryFolder folder;
  CHECK_FALSE(lies_on(plugged_in(), folder.path()));
}
