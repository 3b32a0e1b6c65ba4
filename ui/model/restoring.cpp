#include "ui/model/restoring.h"

#include <fmt/format.h>

#include "ui/words/translate.h"
#include "vault/store/holds_vault.h"
#include "vault/store/scratch_folder.h"

namespace daybook::ui {
namespace {

vault::Path numbered(vault::Path wanted, int number) {
  if (number > 1) wanted += vault::from_utf8("-" + std::to_string(number));
  return wanted;
}

}  // namespace

vault::Path free_folder(vault::FileSystem& files, const vault::Path& wanted) {
  int number = 1;
  while (files.exists(numbered(wanted, number))) ++number;
  return numbered(wanted, number);
}

std::vector<vault::Path> folders_found(vault::FileSystem& files, const vault::Path& wanted) {
  std::vector<vault::Path> found;
  for (int number = 1; files.exists(numbered(wanted, number)); ++number)
    if (vault::holds_vault(files, numbered(wanted, number))) found.insert(found.begin(), numbered(wanted, number));
  return found;
}

Result<vault::MergeReport> add_from_backup(vault::RecordAccess& access, const vault::Surroundings& surroundings,
                                           const vault::Path& place, const vault::Path& record,
                                           const crypto::SecretBuffer& secret, const vault::Progress& progress) {
  TRY_ASSIGN(const auto backup, vault::find_locked_files(surroundings.files, place));
  const vault::ScratchFolder scratch(surroundings.files, record);
  TRY(vault::restore_backup(surroundings, *backup, scratch.path(), secret, vault::RestoreFor::reading, progress));
  TRY_ASSIGN(const auto from, vault::Record::open_unsettled(surroundings, scratch.path(), secret));
  return access.ask([&](vault::Record& into) { return vault::add_missing(into, *from, progress); });
}

Result<Restored> restore_from_backup(const vault::Surroundings& surroundings, const vault::Path& place,
                                     const vault::Path& wanted, const crypto::SecretBuffer& secret,
                                     const vault::Progress& progress) {
  TRY_ASSIGN(const auto backup, vault::find_locked_files(surroundings.files, place));
  TRY(vault::create_folders(surroundings.files, wanted.parent_path()));
  Restored restored{free_folder(surroundings.files, wanted), {}};
  TRY_ASSIGN(restored.report, vault::restore_backup(surroundings, *backup, restored.folder, secret,
                                                    vault::RestoreFor::going_on, progress));
  return restored;
}

Result<Salvaged> salvage_to_new_record(const vault::Surroundings& surroundings, const vault::Path& damaged,
                                       const vault::Path& wanted, const crypto::SecretBuffer& secret,
                                       const crypto::SecretBuffer& next, const vault::Progress& progress) {
  TRY(vault::create_folders(surroundings.files, wanted.parent_path()));
  const vault::Path folder = free_folder(surroundings.files, wanted);
  TRY_ASSIGN(auto code, vault::Record::create(surroundings, folder, next));
  const vault::Path scratch = vault::unfinished_folder(folder);
  Result<vault::SalvageReport> report = Error{ErrorCode::input_output, ""};
  {
    TRY_ASSIGN(const auto into, vault::Record::open(surroundings, folder, next));
    report = vault::salvage_record(surroundings, {damaged, std::nullopt}, secret, scratch, *into, progress);
  }
  if (!report) {
    (void)vault::remove_vault(surroundings.files, folder);  // the new record, which nobody has seen yet
    return report.error();
  }
  return Salvaged{folder, std::move(code), std::move(*report)};
}

Outcome outcome_of(const vault::MergeReport& report) {
  Outcome outcome{fmt::format(fmt::runtime(tr("Added {} items, {} other versions of notes and {} answers.")),
                              report.items_added, report.notes_added, report.answers_added),
                  tr("Nothing was removed or replaced.")};
  if (!report.answers_differ.empty())
    outcome.more += " " + fmt::format(fmt::runtime(tr("Where answers differ, yours was kept: {}.")),
                                      vault::item_list_text(report.answers_differ));
  if (!report.facts_differ.empty() || !report.people_differ.empty())
    outcome.more += " " + std::string(tr("Where the case or people differ, yours was kept."));
  if (!report.unreadable.empty())
    outcome.more += " " + fmt::format(fmt::runtime(tr("Could not be read in the backup: {}.")),
                                      vault::item_list_text(report.unreadable));
  return outcome;
}

std::string outcome_of(const vault::RestoreReport& report) {
  std::string said = fmt::format(fmt::runtime(tr("{} of {} items came back.")),
                                 report.items - report.items_not_whole.size(), report.items);
  if (!report.items_not_whole.empty())
    said += " " + fmt::format(fmt::runtime(tr("Not whole: {}.")), vault::item_list_text(report.items_not_whole));
  return said;
}

std::string outcome_of(const vault::SalvageReport& report) {
  std::string said =
      fmt::format(fmt::runtime(tr("Brought back {} items, {} of them in part.")), report.items, report.in_part);
  if (report.nameless > 0)
    said += " " + fmt::format(fmt::runtime(tr("{} files came back without their names.")), report.nameless);
  if (!report.lost.empty())
    said += " " + fmt::format(fmt::runtime(tr("Lost: {}.")), vault::item_list_text(report.lost));
  if (report.lacks_statements)
    said += std::string(" ") + tr("Some of what you said of the case or of people could not be read.") + " " +
            tr("What stands there may be older than what you said last.");
  if (report.lacks_copies) said += std::string(" ") + tr("Not all that was known of your copies could be read.");
  return said;
}

}  // namespace daybook::ui
