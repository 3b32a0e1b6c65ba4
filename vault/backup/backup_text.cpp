#include "vault/backup/backup_text.h"

#include <algorithm>

#include "vault/backup/backup.h"
#include "vault/store/schema.h"

namespace daybook::vault {

std::string backup_read_me() {
  return R"(This is a locked backup. It can be kept by somebody who cannot open it.

It opens only with the passphrase, or the recovery sheet, that its owner had when
it was made. Nothing in it can be read without one of them, also not by the people
who wrote the program. If you keep it for somebody, you need not do anything with
it. Please do not delete it without asking them.

To see that it is still whole, without opening it:

    one file      unzip -t backup-....zip
                  or unpack it, and in that folder: sha256sum -c manifest-sha256.txt
    a folder      in the folder that holds "objects":
                  sha256sum -c 0000..-....-....Z/manifest-sha256.txt

Parts ending in .001, .002, ... are one file that was cut: keep all of them.
    join them     cat backup-....zip.* > backup.zip
    on Windows    copy /b backup-....zip.001+backup-....zip.002 backup.zip

To bring it back, its owner uses the program's "restore". Restoring never
overwrites anything.
)";
}

std::string backup_stamp(const Instant& now) {
  std::string stamp = format_utc(now.utc_seconds);  // 2026-11-21T22:24:00Z
  std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
  std::replace(stamp.begin(), stamp.end(), 'T', '-');
  return stamp;
}

std::string made_text(const Instant& now) { return format_utc(now.utc_seconds) + "\n"; }

Result<void> note_backup(Record& record, const Instant& now) {
  return set_setting(record.vault().database(), "last backup", format_utc(now.utc_seconds));
}

Result<std::optional<std::string>> last_backup(Record& record) {
  return get_setting(record.vault().database(), "last backup");
}

}  // namespace daybook::vault
