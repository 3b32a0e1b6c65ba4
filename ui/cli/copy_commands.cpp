#include <fmt/format.h>

#include "crypto/encoding.h"
#include "crypto/words.h"
#include "ui/cli/commands.h"
#include "ui/cli/key_input.h"
#include "ui/cli/terminal.h"
#include "ui/report/html_report.h"
#include "ui/words/foreign_text.h"
#include "vault/bundle/seal_copy.h"
#include "vault/intake/picture.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

Result<std::vector<crypto::AgeRecipient>> recipients_of(const Options& options) {
  std::vector<crypto::AgeRecipient> recipients;
  for (const std::string& key : options.recipients) {
    TRY_ASSIGN(const auto recipient, crypto::AgeRecipient::parse(key));
    recipients.push_back(recipient);
  }
  for (const std::string& file : options.recipient_files) {
    TRY_ASSIGN(const auto text, read_small_file(file));
    const auto keys = crypto::parse_recipient_file(text.expose_text());
    if (!keys) return error_in(file, keys.error());
    recipients.insert(recipients.end(), keys->begin(), keys->end());
  }
  return recipients;
}

Result<CopyRequest> copy_request(const Options& options) {
  CopyRequest request;
  for (const std::string& item : options.items) {
    TRY_ASSIGN(const ItemNumber number, item_number(item));
    request.contents.items.push_back(number);
  }
  request.contents.all_versions = options.all_versions;
  request.contents.purpose = options.purpose;
  TRY_ASSIGN(request.recipients, recipients_of(options));
  request.recipient_names = options.recipient_names;
  request.with_passphrase = options.with_passphrase;
  request.folder = from_utf8(options.to);
  request.pictures = PictureReader::beside_this_program();
  const bool is_locked = request.with_passphrase || !request.recipients.empty();
  if (is_locked == options.unlocked)
    return Error{ErrorCode::usage, "choose how the copy is locked: --recipient, --with-passphrase, or --unlocked"};
  if (options.part_size > 0) request.parts.most_bytes_in_a_file = request.parts.part_size = options.part_size << 20;
  return request;
}

void print_sealed(const SealedCopy& copy, Output& output) {
  Json files = Json::array();
  for (const Path& file : copy.files) files.push_back(to_utf8(file));
  output.object({{"command", "export"},
                 {"bundle", copy.bundle},
                 {"file", to_utf8(copy.file())},
                 {"files", files},
                 {"items", copy.items},
                 {"size", copy.size},
                 {"key_words", copy.key_words},
                 {"receipt", copy.receipt},
                 {"log_size", copy.log.size},
                 {"passphrase", copy.passphrase ? Json(std::string(copy.passphrase->expose_text())) : Json(nullptr)}});
  output.line(fmt::format("Sealed {} items: {} ({} bytes). It was read back and matches.", copy.items,
                          foreign_line(to_utf8(copy.file())), copy.size));
  if (copy.parts.size() > 1) output.line(fmt::format("It is in {} parts, which belong together.", copy.parts.size()));
  for (const Path& file : copy.files) {
    if (std::find(copy.parts.begin(), copy.parts.end(), file) == copy.parts.end())
      output.line("Beside it: " + foreign_line(to_utf8(file.filename())));
  }
  if (copy.passphrase) {
    output.line("\nThe passphrase of this copy, shown this once. Give it by another way than the copy itself:");
    output.line("\n    " + std::string(copy.passphrase->expose_text()));
  }
  output.line("\nYour eight key words, to be read out when somebody asks: " + copy.key_words);
  output.line("Fingerprint for the receipt: " + copy.receipt);
}

}  // namespace

Result<void> run_export(const Options& options, Output& output) {
  TRY_ASSIGN(const CopyRequest request, copy_request(options));
  TRY_ASSIGN(auto record, open_record(options, output));
  // What pictures say of themselves goes into the list of the copy, so those are read now that were not when they were
  // added.
  OwnRecord access(*record);
  look_at_pictures(access, *request.pictures, request.contents.items);
  ProgressLine writing("Sealing"), reading("Reading it back");
  const auto progress = [&](SealStage stage, std::uint64_t done, std::uint64_t total) {
    return (stage == SealStage::writing ? writing : reading).show(done, total);
  };
  TRY_ASSIGN(const SealedCopy copy,
             seal_copy(*record, operating_system_files(), request, render_html_report, progress));
  print_sealed(copy, output);
  return {};
}

}  // namespace daybook::ui
