#include <fmt/format.h>

#include "crypto/encoding.h"
#include "crypto/recovery_code.h"
#include "crypto/words.h"
#include "ui/cli/commands.h"
#include "ui/cli/terminal.h"
#include "ui/words/foreign_text.h"
#include "vault/store/passphrase.h"
#include "vault/store/place.h"

namespace daybook::ui {

Result<void> run_create(const Options& options, Output& output) {
  const vault::Path path = record_path(options);
  // A folder that is taken is told before the passphrase is asked for.
  if (!vault::require_absent_or_empty(vault::operating_system_files(), path))
    return Error{ErrorCode::already_exists, options.record};
  TRY_ASSIGN(
      const auto passphrase,
      get_new_secret(options.passphrase, "New passphrase (at least 12 characters; three random words are good): "));
  TRY_ASSIGN(const auto code, vault::Record::create(real_surroundings(), path, passphrase));
  output.else_say(kSheetNotShown);
  output.object(
      {{"command", "create"}, {"record", options.record}, {"recovery_code", std::string(code.expose_text())}});
  const auto service = vault::sync_service_of(vault::operating_system_files(), path);
  output.object()["synced_by"] = service ? Json(*service) : Json(nullptr);
  output.object()["network"] = nullptr;
  output.line("The record is ready: " + foreign_line(options.record));
  if (service) {
    output.line("");
    output.line("This folder seems to be copied to other computers by " + *service + ". The record is encrypted, but");
    output.line("others may learn that it is there, and old states of it stay where you cannot remove them.");
    output.line("A folder that only this computer has is the better place.");
  }
  if (const auto network = vault::network_file_system_of(path)) {
    output.object()["network"] = *network;
    output.line("");
    output.line("This folder is on another computer (" + *network +
                "). The record is encrypted, but whoever runs that");
    output.line(
        "computer can see that it is there and can keep old states of it. When the connection breaks, what was");
    output.line("said to be saved is saved; a folder that only this computer has is the better place.");
  }
  output.line("");
  output.line("Recovery sheet. Write this down and keep it where only you can find it. It opens the");
  output.line("record when the passphrase is forgotten, and it opens it for anyone who finds it.");
  output.line("");
  output.line("    " + std::string(code.expose_text()));
  output.line("");
  output.line("It is shown this once. Capital and small letters are the same.");
  return {};
}

Result<void> run_key(const Options& options, Output& output) {
  TRY_ASSIGN(auto record, open_record(options, output));
  const vault::RecordKeys& keys = record->keys();
  const std::string words = crypto::key_words(keys.root.public_key()), root = keys.root_public().to_base64_line();
  const std::string recipient = keys.identity.recipient().to_text(), vkey = keys.log.verifier().to_text();
  output.object(
      {{"command", "key"}, {"key_words", words}, {"root_key", root}, {"log_vkey", vkey}, {"recipient", recipient}});
  output.line("Key words, to be read out:  " + words);
  output.line("Full key, for signed paper: " + root);
  output.line("Log key:                    " + vkey);
  output.line("To send something here:     " + recipient);
  return {};
}

Result<void> run_passwd(const Options& options, Output& output) {
  TRY_ASSIGN(auto record, open_record(options, output));
  output.object({{"command", "passwd"}, {"recovery_code", nullptr}});
  if (options.new_sheet) {
    TRY_ASSIGN(const auto code, record->vault().replace_recovery_code());
    output.else_say(kSheetNotShown);
    output.object()["recovery_code"] = std::string(code.expose_text());
    output.line("New recovery sheet, shown this once. The old one opens nothing any more:\n\n    " +
                std::string(code.expose_text()));
    return {};
  }
  TRY_ASSIGN(const auto passphrase, get_new_secret(options.new_passphrase, "New passphrase: "));
  TRY(record->vault().change_passphrase(passphrase));
  output.line("The passphrase is changed. Backups made before still open with the old one.");
  return {};
}

Result<void> run_rekey(const Options& options, Output& output) {
  TRY_ASSIGN(auto record, open_record(options, output));
  TRY_ASSIGN(const auto passphrase, get_new_secret(options.new_passphrase, "New passphrase, never used before: "));
  TRY_ASSIGN(const auto code, record->replace_keys(passphrase));
  const std::string words = crypto::key_words(record->keys().root.public_key()), sheet(code.expose_text());
  output.else_say(kSheetNotShown);
  output.object({{"command", "rekey"}, {"recovery_code", sheet}, {"key_words", words}, {"finished", true}});
  output.line("New keys are in force. The old passphrase and the old sheet do not open this record any more.");
  output.line("\nNew recovery sheet, shown this once:\n\n    " + sheet);
  output.line("\nYour new key words, to be read out when somebody asks: " + words);
  output.line("\nBackups and copies of the folder that were made before still open with the old passphrase.");
  std::fflush(stdout);  // the new sheet is shown before the long work, which may fail or be stopped
  const auto wrapped = finish_key_change(*record);
  output.object()["finished"] = wrapped.ok();
  output.object()["rewrapped"] = wrapped ? wrapped->objects : 0;
  output.object()["strangers"] = wrapped ? wrapped->strangers : std::vector<std::string>();
  if (!wrapped) {
    output.line("Some stored files still have to be locked with the new keys. That goes on at the next opening.");
    output.answer_stands();
    return wrapped.error();
  }
  output.line(fmt::format("Stored files that are locked with the new keys now: {}.", wrapped->objects));
  for (const std::string& name : wrapped->strangers)
    output.line("Not a file of this record, left as it is: objects/" + foreign_line(name));
  return {};
}

Result<void> run_recover(const Options& options, Output& output) {
  const vault::Path path = record_path(options);
  if (!vault::operating_system_files().exists(path)) return Error{ErrorCode::not_found, options.record};
  TRY_ASSIGN(const auto code, get_secret(options.passphrase, "Code from the recovery sheet: "));
  // The checksum of the recovery code shows a typing error at once, before the slow hash of a passphrase.
  TRY(crypto::normalize_recovery_code(code.expose_text()));
  TRY_ASSIGN(auto record, vault::Record::open(real_surroundings(), path, code));
  TRY_ASSIGN(const auto passphrase, get_new_secret(options.new_passphrase, "New passphrase: "));
  TRY(record->vault().change_passphrase(passphrase));
  output.object({{"command", "recover"}, {"record", options.record}});
  output.line("The record opens with the new passphrase. The recovery sheet stays as it is.");
  return {};
}

}  // namespace daybook::ui
