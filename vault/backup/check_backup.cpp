#include "vault/backup/backup.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {

Result<BackupReport> check_backup(LockedFiles& backup, const Progress& progress) {
  BackupReport report;
  report.made = backup.made();
  for (const std::string& fault : backup.faults()) report.faults.push_back({BackupFault::Kind::changed, fault});
  for (const char* needed : {vault_files::kHeader, vault_files::kDatabase}) {
    if (backup.find(needed) == nullptr) report.faults.push_back({BackupFault::Kind::missing, needed});
  }
  for (const LockedFile& file : backup.list()) {
    ++report.files;
    auto source = backup.open(file);
    if (!source) {
      const bool is_missing = source.error().code == ErrorCode::not_found;
      report.faults.push_back({is_missing ? BackupFault::Kind::missing : BackupFault::Kind::unreadable, file.path});
      continue;
    }
    const auto facts = measure(**source, [&](std::uint64_t done) { return goes_on(progress, report.bytes + done); });
    if (!facts && facts.error().code == ErrorCode::cancelled) return facts.error();
    if (!facts)
      report.faults.push_back({BackupFault::Kind::unreadable, file.path});
    else if (file.sha256 && facts->sha256 != *file.sha256)
      report.faults.push_back({BackupFault::Kind::changed, file.path});
    report.bytes += file.size;
  }
  return report;
}

}  // namespace daybook::vault
