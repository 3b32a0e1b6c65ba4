#include <fmt/format.h>

#include "crypto/encoding.h"
#include "crypto/minisign.h"
#include "crypto/words.h"
#include "ui/cli/commands.h"
#include "ui/cli/terminal.h"
#include "ui/model/verdict_text.h"
#include "ui/report/html_report.h"
#include "vault/bundle/check_copy.h"
#include "vault/bundle/password_key.h"
#include "vault/bundle/seal_copy.h"
#include "vault/intake/picture.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

constexpr std::size_t kMostSmallFile = 1 << 20;

Result<crypto::SecretBuffer> read_small_file(const std::string& path) {
  TRY_ASSIGN(Bytes bytes, read_whole_file(operating_system_files(), Path(path), kMostSmallFile));
  crypto::SecretBuffer secret = crypto::SecretBuffer::copy_of(bytes);
  crypto::wipe(bytes);
  return secret;
}

// What went wrong in which file. Never what stands there.
Error error_in(const std::string& file, const Error& error) {
  if (error.code != ErrorCode::malformed) return error;
  return {error.code, file + (error.detail.starts_with("line ") ? ", " : ": ") + error.detail};
}

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
  request.folder = Path(options.to);
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
                          safe_for_terminal(to_utf8(copy.file())), copy.size));
  if (copy.parts.size() > 1) output.line(fmt::format("It is in {} parts, which belong together.", copy.parts.size()));
  for (const Path& file : copy.files) {
    if (std::find(copy.parts.begin(), copy.parts.end(), file) == copy.parts.end())
      output.line("Beside it: " + safe_for_terminal(to_utf8(file.filename())));
  }
  if (copy.passphrase) {
    output.line("\nThe passphrase of this copy, shown this once. Give it by another way than the copy itself:");
    output.line("\n    " + std::string(copy.passphrase->expose_text()));
  }
  output.line("\nYour eight key words, to be read out when somebody asks: " + copy.key_words);
  output.line("Fingerprint for the receipt: " + copy.receipt);
}

using Identities = std::vector<crypto::AgeIdentity>;

// A key that opens copies: her own, which a passphrase may lock, or the one beside a copy, which one always does.
Result<void> add_identities(const std::string& file, Result<Identities> found, crypto::AgeKeys& keys) {
  if (!found) return error_in(file, found.error());
  std::move(found->begin(), found->end(), std::back_inserter(keys.identities));
  return {};
}

Result<void> add_identity_file(const Options& options, const std::string& file, crypto::AgeKeys& keys) {
  TRY_ASSIGN(const auto text, read_small_file(file));
  if (!crypto::is_age_file(text.expose()))
    return add_identities(file, crypto::parse_identity_file(text.expose_text()), keys);
  TRY_ASSIGN(auto passphrase, get_secret(options.passphrase, "Passphrase of the key file: "));
  return add_identities(file, open_locked_key_file(text.expose(), std::move(passphrase)), keys);
}

// The key beside a copy opens the copy; the passphrase opens the key.
Result<void> add_password_key(const Options& options, crypto::AgeKeys& keys) {
  TRY_ASSIGN(const auto file, read_small_file(options.password_key));
  TRY_ASSIGN(auto passphrase, get_secret(options.passphrase, "Passphrase of the copy: "));
  return add_identities(options.password_key, open_password_key(file.expose(), std::move(passphrase)), keys);
}

Result<CheckOptions> check_options(const Options& options, ProgressLine& progress) {
  CheckOptions check;
  if (options.confirmed_words) {
    TRY_ASSIGN(check.confirmed_words, crypto::parse_key_words(*options.confirmed_words));
  }
  for (const std::string& file : options.identity_files) TRY(add_identity_file(options, file, check.keys));
  if (!options.password_key.empty()) TRY(add_password_key(options, check.keys));
  if (!options.confirmed_key.empty()) {
    TRY_ASSIGN(const auto key, crypto::MinisignPublicKey::parse(options.confirmed_key));
    check.confirmed_root = key.key;
  }
  for (const std::string& file : options.earlier_files) {
    TRY_ASSIGN(const Bytes note, read_whole_file(operating_system_files(), Path(file), kMostSmallFile));
    check.earlier_checkpoints.emplace_back(as_text(note));
  }
  check.progress = [&progress](std::uint64_t done, std::uint64_t total) { return progress.show(done, total); };
  return check;
}

const char* mark(Outcome outcome) {
  switch (outcome) {
    case Outcome::good:
      return "good  ";
    case Outcome::bad:
      return "BAD   ";
    case Outcome::information:
      return "note  ";
    case Outcome::not_checked:
      return "-     ";
  }
  return "";
}

Json verdict_json(const char* command, const CopyVerdict& verdict) {
  Json json{{"command", command},
            {"intact", verdict.is_intact()},
            {"key_confirmed", verdict.is_confirmed()},
            {"key_words", verdict.key_words},
            {"root_key", verdict.root_key},
            {"receipt", verdict.receipt},
            {"lines", Json::array()},
            {"items", Json::array()},
            {"summary", summary(verdict)}};
  json["bundle"] = verdict.seal ? Json(verdict.seal->bundle) : Json(nullptr);
  for (const VerdictLine& line : verdict.lines) {
    json["lines"].push_back({{"step", static_cast<int>(line.step)},
                             {"outcome", outcome_name(line.outcome)},
                             {"finding", finding_name(line.finding)},
                             {"subject", line.subject},
                             {"text", sentence(line)}});
  }
  for (const ItemVerdict& item : verdict.items) {
    Json row{{"item", item.item},
             {"path", item.path},
             {"name", item.name},
             {"outcome", outcome_name(item.outcome)},
             {"finding", finding_name(item.finding)},
             {"text", sentence(item)}};
    row["entry"] = item.entry ? Json(*item.entry) : Json(nullptr);
    json["items"].push_back(row);
  }
  return json;
}

Result<void> print_verdict(const char* command, const CopyVerdict& verdict, Output& output) {
  for (const VerdictLine& line : verdict.lines) {
    output.line(fmt::format("{:2} {}{}: {}", static_cast<int>(line.step), mark(line.outcome), step_name(line.step),
                            safe_for_terminal(sentence(line))));
  }
  for (const ItemVerdict& item : verdict.items) {
    output.line(fmt::format("   {}item {} {} {}", mark(item.outcome), safe_for_terminal(item.item),
                            safe_for_terminal(item.path), sentence(item)));
  }
  output.line("\n" + summary(verdict));
  if (!verdict.receipt.empty()) output.line("Fingerprint, as on the receipt: " + verdict.receipt);
  output.object(verdict_json(command, verdict));
  output.answer_stands();
  if (!verdict.is_intact()) return Error{ErrorCode::copy_not_intact, ""};
  return {};
}

std::vector<Path> parts_of(const Options& options) {
  std::vector<Path> parts;
  for (const std::string& file : options.files) parts.emplace_back(file);
  // The first part brings the others.
  return parts.size() == 1 ? find_parts(operating_system_files(), parts.front()) : parts;
}

}  // namespace

Result<void> run_export(const Options& options, Output& output) {
  TRY_ASSIGN(const CopyRequest request, copy_request(options));
  TRY_ASSIGN(auto record, open_record(options, output));
  // What pictures say goes into the list of the copy; most were looked at when they were added.
  OwnRecord access(*record);
  look_at_pictures(access, PictureReader::beside_this_program(), request.contents.items);
  ProgressLine writing("Sealing"), reading("Reading it back");
  const auto progress = [&](SealStage stage, std::uint64_t done, std::uint64_t total) {
    return (stage == SealStage::writing ? writing : reading).show(done, total);
  };
  TRY_ASSIGN(const SealedCopy copy,
             seal_copy(*record, operating_system_files(), request, render_html_report, progress));
  print_sealed(copy, output);
  return {};
}

Result<void> run_verify(const Options& options, Output& output) {
  ProgressLine progress("Checking");
  TRY_ASSIGN(const CheckOptions check, check_options(options, progress));
  TRY_ASSIGN(const CopyVerdict verdict, check_copy(operating_system_files(), parts_of(options), check));
  return print_verdict("verify", verdict, output);
}

Result<void> run_open(const Options& options, Output& output) {
  ProgressLine progress("Opening");
  TRY_ASSIGN(const CheckOptions check, check_options(options, progress));
  TRY_ASSIGN(const CopyVerdict verdict,
             open_copy(operating_system_files(), parts_of(options), check, Path(options.to)));
  TRY(print_verdict("open", verdict, output));
  output.line("Unpacked to " + safe_for_terminal(options.to) +
              ". Start with bag/report/report.html. The files there are not encrypted.");
  return {};
}

}  // namespace daybook::ui
