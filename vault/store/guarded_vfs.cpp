#include "vault/store/guarded_vfs.h"

#include <sqlite3.h>

#include <string_view>

#include "crypto/result.h"

namespace daybook::vault {
namespace {

sqlite3_vfs& system_vfs() { return *sqlite3_vfs_find(nullptr); }

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  if ((flags & SQLITE_OPEN_SUPER_JOURNAL) != 0) return SQLITE_CANTOPEN;
  return system_vfs().xOpen(&system_vfs(), name, file, flags, out_flags);
}

// SQLite asks whether a super-journal exists before it puts a journal back. One that does not exist is the sign that
// all of its changes were made, and the journal is dropped.
int access(sqlite3_vfs*, const char* name, int flags, int* result) {
  const std::string_view path(name);
  const bool is_of_database = path.ends_with("-journal") || path.ends_with("-wal");
  if (flags == SQLITE_ACCESS_EXISTS && !is_of_database) {
    *result = 0;
    return SQLITE_OK;
  }
  return system_vfs().xAccess(&system_vfs(), name, flags, result);
}

}  // namespace

const char* guarded_vfs() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs guarded = system_vfs();
    guarded.zName = "daybook";
    guarded.pNext = nullptr;
    guarded.xOpen = open;
    guarded.xAccess = access;
    return guarded;
  }();
  static const int registered = sqlite3_vfs_register(&vfs, /*makeDflt=*/0);
  DAYBOOK_ASSERT(registered == SQLITE_OK);
  return vfs.zName;
}

}  // namespace daybook::vault
