#include "ui/model/backup_age.h"

#include <fmt/format.h>

#include "ui/words/translate.h"
#include "vault/backup/backup.h"

namespace daybook::ui {
namespace {

constexpr std::int64_t kDay = std::int64_t{24} * 3600, kMostAge = 31 * kDay;  // seconds

}  // namespace

Result<LastBackup> read_last_backup(vault::Record& record) {
  LastBackup last;
  TRY_ASSIGN(last.made, vault::last_backup(record));
  TRY_ASSIGN(last.items, record.count());
  return last;
}

std::optional<Banner> reminder_of(const LastBackup& last, std::int64_t now) {
  const auto made = last.made ? vault::parse_utc(*last.made) : std::nullopt;
  if (!made || last.items == 0 || now - *made < kMostAge) return std::nullopt;
  Banner banner{fmt::format(fmt::runtime(tr("Your last backup was {} days ago.")), (now - *made) / kDay)};
  banner.offer = Banner::Offer::backup;
  return banner;
}

}  // namespace daybook::ui
