#include <fmt/format.h>

#include "ui/cli/commands.h"
#include "ui/cli/terminal.h"
#include "ui/words/foreign_text.h"
#include "vault/backup/restore.h"
#include "vault/backup/salvage.h"
#include "vault/store/scratch_folder.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

const char* fault_name(BackupFault::Kind kind) {
  switch (kind) {
    case BackupFault::Kind::missing:
      return "missing";
    case BackupFault::Kind::changed:
      return "changed";
    case BackupFault::Kind::unreadable:
      return "unreadable";
  }
  return "";
}

Json faults_json(const std::vector<BackupFault>& faults) {
  Json json = Json::array();
  for (const BackupFault& fault : faults) json.push_back({{"file", fault.path}, {"fault", fault_name(fault.kind)}});
  return json;
}

void print_faults(const std::vector<BackupFault>& faults, Output& output) {
  for (const BackupFault& fault : faults)
    output.line(fmt::format("{}: {}", fault_name(fault.kind), foreign_line(fault.path)));
}

Json made_json(const std::optional<std::string>& made) { return made ? Json(*made) : Json(nullptr); }

Result<void> restore_to_folder(const Options& options, LockedFiles& backup, Output& output) {
  TRY_ASSIGN(const auto passphrase, get_secret(options.passphrase, "Passphrase of the backup: "));
  ProgressLine progress("Restoring");
  TRY_ASSIGN(const RestoreReport report,
             restore_backup(real_surroundings(), backup, without_slash(options.to), passphrase, RestoreFor::going_on,
                            [&](std::uint64_t done) { return progress.show(done, 0); }));
  output.object({{"command", "restore"},
                 {"record", options.to},
                 {"items", report.items},
                 {"made", made_json(report.made)},
                 {"faults", faults_json(report.faults)},
                 {"items_not_whole", item_texts(report.items_not_whole)}});
  output.line(fmt::format("Restored {} items to {}. It opens with the passphrase or sheet that the backup had.",
                          report.items, foreign_line(options.to)));
  if (report.made) output.line("The backup was made on " + *report.made + ", by the clock of that computer.");
  output.answer_stands();
  if (report.faults.empty()) return {};
  print_faults(report.faults, output);
  output.line(fmt::format("{} of {} items came back. Not whole: {}.", report.items - report.items_not_whole.size(),
                          report.items, item_list_text(report.items_not_whole)));
  return Error{ErrorCode::damaged, "the backup is damaged in part"};
}

Result<void> restore_into_record(const Options& options, LockedFiles& backup, Output& output) {
  Options of_record = options;
  of_record.record = options.into;
  TRY_ASSIGN(auto into, open_record(of_record, output));
  const bool is_other = options.backup_passphrase.descriptor >= 0 || !options.backup_passphrase.file.empty() ||
                        (options.passphrase.descriptor < 0 && options.passphrase.file.empty());
  TRY_ASSIGN(const auto passphrase,
             get_secret(is_other ? options.backup_passphrase : options.passphrase, "Passphrase of the backup: "));
  const ScratchFolder scratch(operating_system_files(), into->vault().folder());
  ProgressLine progress("Restoring");
  const auto show = [&](std::uint64_t done) { return progress.show(done, 0); };
  TRY(restore_backup(real_surroundings(), backup, scratch.path(), passphrase, RestoreFor::reading, show));
  TRY_ASSIGN(auto from, Record::open_unsettled(real_surroundings(), scratch.path(), passphrase));
  TRY_ASSIGN(const MergeReport report, add_missing(*into, *from, show));
  output.object({{"command", "restore"},
                 {"record", options.into},
                 {"items_added", report.items_added},
                 {"notes_added", report.notes_added},
                 {"answers_added", report.answers_added},
                 {"answers_differ", item_texts(report.answers_differ)},
                 {"facts_added", report.facts_added},
                 {"people_added", report.people_added},
                 {"facts_differ", report.facts_differ},
                 {"people_differ", report.people_differ},
                 {"unreadable", item_texts(report.unreadable)},
                 {"made", made_json(backup.made())}});
  output.line(fmt::format("Added {} items, {} other versions of notes and {} answers. Nothing was removed or replaced.",
                          report.items_added, report.notes_added, report.answers_added));
  if (report.facts_added + report.people_added > 0)
    output.line(fmt::format("Added {} facts about the case and {} people.", report.facts_added, report.people_added));
  if (!report.answers_differ.empty())
    output.line("Both have an answer and they differ; yours was kept: " + item_list_text(report.answers_differ));
  for (const std::string& fact : report.facts_differ)
    output.line("What is said of the case differs; yours was kept: " + fact);
  for (const std::string& name : report.people_differ)
    output.line("A person is described otherwise; yours was kept: " + foreign_line(name));
  output.answer_stands();
  if (report.unreadable.empty()) return {};
  output.line("In the backup these could not be read: " + item_list_text(report.unreadable));
  return Error{ErrorCode::damaged, "the backup is damaged in part"};
}

}  // namespace

Result<void> run_backup(const Options& options, Output& output) {
  if (options.to.empty() == options.update.empty())
    return Error{ErrorCode::usage, "say where: --to FOLDER for one file, or --update FOLDER"};
  TRY_ASSIGN(auto record, open_record(options, output));
  ProgressLine reading("Reading"), writing("Writing"), checking("Reading it back");
  const auto progress = [&](BackupStage stage, std::uint64_t done, std::uint64_t total) {
    ProgressLine& line = stage == BackupStage::reading ? reading : (stage == BackupStage::writing ? writing : checking);
    return line.show(done, total);
  };
  PartLimits parts;
  if (options.part_size > 0) parts.most_bytes_in_a_file = parts.part_size = options.part_size << 20;
  TRY_ASSIGN(const BackupMade made, options.update.empty()
                                        ? make_backup_file(*record, without_slash(options.to), parts, progress)
                                        : update_backup_folder(*record, without_slash(options.update), progress));
  Json files = Json::array();
  for (const Path& file : made.files) files.push_back(to_utf8(file));
  output.object({{"command", "backup"},
                 {"files", files},
                 {"bytes", made.bytes},
                 {"locked_files", made.locked_files},
                 {"copied", made.copied},
                 {"unreadable", made.unreadable},
                 {"strangers", made.strangers}});
  output.line(fmt::format("The backup is made and was read back: {} ({} bytes in all, {} of {} files were new there).",
                          foreign_line(to_utf8(made.files[0])), made.bytes, made.copied, made.locked_files));
  if (made.files.size() > 1) output.line(fmt::format("It is in {} parts, which belong together.", made.files.size()));
  output.line("It opens with the passphrase and the sheet of today. Keep it away from this computer.");
  output.answer_stands();
  for (const std::string& file : made.strangers)
    output.line("Not a file of this record, and not in it: objects/" + foreign_line(file));
  if (made.unreadable.empty()) return {};
  for (const std::string& file : made.unreadable) output.line("Could not be read, and is not in it: " + file);
  return Error{ErrorCode::damaged, "some stored files could not be read"};
}

Result<void> run_check_backup(const Options& options, Output& output) {
  TRY_ASSIGN(const auto backup, find_locked_files(operating_system_files(), without_slash(options.place)));
  ProgressLine progress("Checking");
  TRY_ASSIGN(const BackupReport report,
             check_backup(*backup, [&](std::uint64_t done) { return progress.show(done, 0); }));
  output.object({{"command", "check-backup"},
                 {"made", made_json(report.made)},
                 {"files", report.files},
                 {"bytes", report.bytes},
                 {"faults", faults_json(report.faults)}});
  print_faults(report.faults, output);
  if (report.made) output.line("Made on " + *report.made + ", by the clock of that computer.");
  output.answer_stands();
  if (!report.faults.empty())
    return Error{ErrorCode::damaged, std::to_string(report.faults.size()) + " faults in the backup"};
  output.line(fmt::format("List and files agree: {} files, {} bytes. It is locked; nothing in it was read.",
                          report.files, report.bytes));
  output.line("Who could write there could have changed the list as well. To look into it, restore it to a new folder");
  output.line("and check that.");
  return {};
}

Result<void> run_restore(const Options& options, Output& output) {
  if (options.to.empty() == options.into.empty())
    return Error{ErrorCode::usage, "say where: --to NEW-FOLDER, or --into RECORD"};
  TRY_ASSIGN(const auto backup, find_locked_files(operating_system_files(), without_slash(options.place)));
  return options.into.empty() ? restore_to_folder(options, *backup, output)
                              : restore_into_record(options, *backup, output);
}

Result<void> run_salvage(const Options& options, Output& output) {
  const Path damaged = record_path(options), target = without_slash(options.to);
  if (!operating_system_files().exists(damaged)) return Error{ErrorCode::not_found, options.record};
  if (operating_system_files().exists(target)) return Error{ErrorCode::already_exists, options.to};
  TRY_ASSIGN(const auto typed, get_secret(options.passphrase, "Passphrase or sheet of the damaged record: "));
  TRY_ASSIGN(const auto passphrase, get_new_secret(options.new_passphrase, "Passphrase for the new record: "));
  TRY_ASSIGN(const auto code, Record::create(real_surroundings(), target, passphrase));
  TRY_ASSIGN(auto into, Record::open(real_surroundings(), target, passphrase));
  ProgressLine progress("Bringing back");
  SalvageSource source{damaged, std::nullopt};
  if (!options.header.empty()) source.header = from_utf8(options.header);
  auto salvaged = salvage_record(real_surroundings(), source, typed, unfinished_folder(target), *into,
                                 [&](std::uint64_t done) { return progress.show(done, 0); });
  if (!salvaged) {
    into.reset();
    // After these errors nothing was brought over yet, so the new record is removed. After others it keeps what it has.
    const ErrorCode reason = salvaged.error().code;
    if (reason == ErrorCode::wrong_passphrase || reason == ErrorCode::not_found || reason == ErrorCode::newer_format) {
      std::error_code ignored;
      std::filesystem::remove_all(target, ignored);
    }
    return salvaged.error();
  }
  const SalvageReport& report = *salvaged;
  output.else_say(kSheetNotShown);
  output.object({{"command", "salvage"},
                 {"record", options.to},
                 {"recovery_code", std::string(code.expose_text())},
                 {"database_opened", report.database_opened},
                 {"has_older_header", report.has_older_header},
                 {"items", report.items},
                 {"in_part", report.in_part},
                 {"nameless", report.nameless},
                 {"facts", report.facts},
                 {"people", report.people},
                 {"unread_facts", report.unread_facts},
                 {"unread_people", report.unread_people},
                 {"lacks_statements", report.lacks_statements},
                 {"copies", report.copies},
                 {"lacks_copies", report.lacks_copies},
                 {"lost", item_texts(report.lost)},
                 {"lost_files", report.lost_files}});
  if (report.has_older_header)
    output.line("It was opened by an older key file, with the passphrase or sheet of its time.");
  output.line(fmt::format("Brought back {} items, {} of them in part, and {} files without their names.", report.items,
                          report.in_part, report.nameless));
  if (report.facts + report.people > 0)
    output.line(fmt::format("Brought back {} facts about the case and {} people.", report.facts, report.people));
  if (report.copies > 0) output.line(fmt::format("Brought back what is known of copies: {}.", report.copies));
  if (report.lacks_copies)
    output.line("Not all that was known of copies could be read: some of them may not be in the list.");
  if (report.lacks_statements) {
    output.line(fmt::format("Could not be read: {} of the things said of the case, {} of those said of people.",
                            report.unread_facts, report.unread_people));
    output.line("So what stands there now may be older than what you said last. Look through all of it.");
  }
  if (!report.database_opened)
    output.line("The stored records did not open: names, words and answers are not in them.");
  if (!report.lost.empty()) output.line("Could not be brought back: " + item_list_text(report.lost));
  for (const std::string& file : report.lost_files) output.line("Could not be read at all: " + file);
  output.line("\nThe new record is " + foreign_line(options.to) + ". Its recovery sheet, shown this once:");
  output.line("\n    " + std::string(code.expose_text()));
  output.line("\nThe damaged record was not changed. Keep it.");
  return {};
}

}  // namespace daybook::ui
