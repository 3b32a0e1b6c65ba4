#include "vault/store/place.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"
#include "vault/store/place_linux.h"

using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("a folder that a service copies elsewhere is told by its name or by what lies there") {
  const TemporaryFolder folder;
  const auto service = [&](const Path& path) {
    std::filesystem::create_directories(folder / path);
    return sync_service_of(operating_system_files(), folder / path).value_or("");
  };
  CHECK(service("plain/record").empty());
  CHECK(service("OneDrive - Work/Documents/record") == "OneDrive");
  CHECK(service("Dropbox/record") == "Dropbox");
  CHECK(service("Google Drive/My Drive/record") == "Google Drive");
  CHECK(service("Library/Mobile Documents/com~apple~CloudDocs/record") == "iCloud Drive");
  CHECK(service("Nextcloud/record") == "Nextcloud");
  std::filesystem::create_directories(folder / "shared/inner");
  write_file(folder / "shared/.stfolder", "");
  CHECK(service("shared/inner/record") == "Syncthing");
  std::filesystem::create_directory_symlink(folder / "Dropbox", folder / "harmless");
  CHECK(sync_service_of(operating_system_files(), folder / "harmless/record") == "Dropbox");
  CHECK(sync_service_of(operating_system_files(), folder / "Dropbox/not made yet") == "Dropbox");
}

TEST_CASE("a folder on another computer is told by the mount that it lies in") {
  const std::string mounts =
      "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
      "40 22 0:35 / /srv/alex/work rw shared:20 - nfs4 server:/export rw\n"
      "41 40 8:2 / /srv/alex/work/local rw - ext4 /dev/sdb1 rw\n"
      "42 22 0:36 / /mnt/our\\040share rw master:1 propagate_from:2 - cifs //server/share rw\n"
      "43 22 0:37 / /mnt/twice rw - nfs server:/a rw\n"
      "44 22 8:3 / /mnt/twice rw - ext4 /dev/sdc1 rw\n"
      "45 22 0:38 / /mnt/far rw - fuse.sshfs me@there: rw\n"
      "broken line\n";
  const auto kind = [&](const char* folder) { return network_mount_in(mounts, folder).value_or(""); };
  CHECK(kind("/srv/alex/record").empty());
  CHECK(kind("/srv/alex/work/record") == "nfs4");
  CHECK(kind("/srv/alex/work") == "nfs4");
  CHECK(kind("/srv/alex/workshop/record").empty());
  CHECK(kind("/srv/alex/work/local/record").empty());
  CHECK(kind("/mnt/our share/record") == "cifs");
  CHECK(kind("/mnt/twice/record").empty());
  CHECK(kind("/mnt/far/record") == "fuse.sshfs");
  CHECK(network_mount_in("", "/home").value_or("").empty());
  const TemporaryFolder folder;
  CHECK_FALSE(network_file_system_of(folder / "not made yet").has_value());
}
