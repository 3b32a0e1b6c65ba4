#include "vault/store/place.h"

namespace daybook::vault {
namespace {

struct Service {
  const char* name;
  std::initializer_list<const char*> folders;  // beginnings of the names that its folder has, in lower case
  std::initializer_list<const char*> files;    // names of files that lie in its folder
};

const Service kServices[] = {
    {"OneDrive", {"onedrive"}, {".849c9593-d756-4e56-8d6e-42412f2a707b"}},
    {"Dropbox", {"dropbox"}, {".dropbox", ".dropbox.cache"}},
    {"Google Drive", {"google drive", "googledrive", "my drive"}, {".tmp.drivedownload", ".tmp.driveupload"}},
    {"iCloud Drive", {"icloud drive", "iclouddrive", "mobile documents", "com~apple~clouddocs"}, {}},
    {"Nextcloud", {"nextcloud"}, {".nextcloudsync.log"}},
    {"ownCloud", {"owncloud"}, {".owncloudsync.log"}},
    {"pCloud", {"pclouddrive", "pcloud"}, {}},
    {"MEGA", {"megasync"}, {".megaignore"}},
    {"Syncthing", {}, {".stfolder"}},
};

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

}  // namespace

std::optional<std::string> sync_service_of(FileSystem& files, const Path& folder) {
  std::error_code error;
  const Path whole = std::filesystem::weakly_canonical(folder, error);
  for (Path at = error ? folder : whole; !at.empty() && at != at.root_path(); at = at.parent_path()) {
    const std::string name = lower(to_utf8(at.filename()));
    for (const Service& service : kServices) {
      for (const char* beginning : service.folders) {
        if (name.starts_with(beginning)) return service.name;
      }
      for (const char* file : service.files) {
        if (files.exists(at / file)) return service.name;
      }
    }
  }
  return std::nullopt;
}

}  // namespace daybook::vault
