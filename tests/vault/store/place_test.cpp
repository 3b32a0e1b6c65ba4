#include "vault/store/place.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"

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
