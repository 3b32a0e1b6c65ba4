#include <fmt/format.h>

#include <algorithm>

#include "crypto/minisign.h"
#include "crypto/words.h"
#include "ui/cli/commands.h"
#include "ui/cli/key_input.h"
#include "ui/cli/terminal.h"
#include "ui/words/finding_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/stated_text.h"
#include "ui/words/verdict_text.h"
#include "vault/bundle/check_copy.h"
#include "vault/bundle/copy_key.h"
#include "vault/store/segmented_file.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

using Identities = std::vector<crypto::AgeIdentity>;

// Adds the identities that were found in a key file to the keys to try. An error names the file.
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

// Adds the key that lies beside a copy. The passphrase of the copy opens this key, and the key opens the copy.
Result<void> add_copy_key(const Options& options, const std::string& key_file, crypto::AgeKeys& keys) {
  TRY_ASSIGN(const auto file, read_small_file(key_file));
  TRY_ASSIGN(auto passphrase, get_secret(options.passphrase, "Passphrase of the copy: "));
  return add_identities(key_file, open_copy_key(file.expose(), std::move(passphrase)), keys);
}

// When a passphrase and no key was given, the key is the one that lies beside the copy, as in the window.
std::string copy_key_for(const Options& options, const Path& copy) {
  const bool has_passphrase = options.passphrase.descriptor >= 0 || !options.passphrase.file.empty();
  if (!options.copy_key.empty() || !has_passphrase || !options.identity_files.empty()) return options.copy_key;
  const auto found = find_copy_key(operating_system_files(), copy);
  return found ? to_utf8(*found) : "";
}

Result<CheckOptions> check_options(const Options& options, const Path& copy, ProgressLine& progress) {
  CheckOptions check;
  if (options.confirmed_words) {
    TRY_ASSIGN(check.brings.confirmed_words, crypto::parse_key_words(*options.confirmed_words));
  }
  for (const std::string& file : options.identity_files) TRY(add_identity_file(options, file, check.keys));
  if (const std::string key = copy_key_for(options, copy); !key.empty()) TRY(add_copy_key(options, key, check.keys));
  if (options.confirmed_key) {
    if (options.confirmed_key->empty()) return Error{ErrorCode::usage, "the full key is empty"};
    TRY_ASSIGN(const auto key, crypto::MinisignPublicKey::parse(*options.confirmed_key));
    check.brings.confirmed_root = key.key;
  }
  for (const std::string& file : options.earlier_files) {
    TRY_ASSIGN(const auto note, read_small_file(file));
    check.brings.earlier_checkpoints.emplace_back(note.expose_text());
  }
  check.progress = [&progress](std::uint64_t done, std::uint64_t total) { return progress.show(done, total); };
  return check;
}

int exit_code_for(const CopyVerdict& verdict) {
  switch (verdict.answer) {
    case Answer::matches: {
      const bool is_connected = verdict.connection == Connection::not_asked || verdict.connection == Connection::holds;
      return is_connected ? 0 : kExitNotConnected;
    }
    case Answer::added:
      return kExitAdded;
    case Answer::does_not_match:
      return exit_code(ErrorCode::copy_not_intact);
    case Answer::newer:
      return exit_code(ErrorCode::newer_format);
    case Answer::could_not_be_checked:
      break;
  }
  const Finding reason = verdict.reason()->finding;
  if (reason == Finding::lock_other_key) return exit_code(ErrorCode::no_matching_key);
  if (reason == Finding::key_other || reason == Finding::key_successor) return exit_code(ErrorCode::does_not_match);
  if (reason == Finding::over_limit) return exit_code(ErrorCode::too_large);
  return exit_code(ErrorCode::malformed);
}

// Every line of the check begins with a word of this program, so that no text from a copy can pass for a line of its
// own.
const char* mark(Outcome outcome) {
  switch (outcome) {
    case Outcome::good:
      return "  good  ";
    case Outcome::bad:
      return "  BAD   ";
    case Outcome::information:
      return "  note  ";
    case Outcome::not_checked:
      return "  -     ";
  }
  return "";
}

Json verdict_json(const char* command, const CopyVerdict& verdict) {
  Json json{{"command", command},
            {"answer", name_of(verdict.answer)},
            {"exit", exit_code_for(verdict)},
            {"first", answer_sentence(verdict)},
            {"second", next_sentence(verdict)},
            {"earlier", connection_sentence(verdict)},
            {"key_confirmed", verdict.is_confirmed()},
            {"key_words", verdict.key_words},
            {"root_key", verdict.root_key},
            {"receipt", verdict.receipt},
            {"stated", stated_lines(verdict)},
            {"findings", Json::array()},
            {"items", Json::array()}};
  json["bundle"] = verdict.seal ? Json(foreign_line(verdict.seal->bundle)) : Json(nullptr);
  for (const VerdictLine& line : verdict.lines) {
    json["findings"].push_back({{"step", name_of(line.step)},
                                {"outcome", outcome_name(outcome_of(line.finding))},
                                {"finding", name_of(line.finding)},
                                {"subject", foreign_line(line.subject)},
                                {"more", line.more},
                                {"text", sentence(line)}});
  }
  for (const ItemVerdict& item : verdict.items) {
    Json row{{"item", item.item},
             {"path", item.path},
             {"name", foreign_line(item.name)},
             {"state", name_of(state_of(item.finding))},
             {"finding", name_of(item.finding)},
             {"text", sentence(item)}};
    row["entry"] = item.entry ? Json(*item.entry) : Json(nullptr);
    json["items"].push_back(std::move(row));
  }
  return json;
}

void print_lines(const CopyVerdict& verdict, Output& output) {
  output.line(answer_sentence(verdict));
  if (const std::string connection = connection_sentence(verdict); !connection.empty()) output.line(connection);
  output.line(next_sentence(verdict));
  const bool is_known = verdict.answer != Answer::could_not_be_checked;
  if (is_known && !verdict.key_words.empty()) output.line("The eight words of its key: " + verdict.key_words);
  if (is_known && !verdict.receipt.empty()) output.line("Fingerprint, as on the receipt: " + verdict.receipt);
  for (const ItemVerdict& item : verdict.items) {
    const std::string name = item.name.empty() ? "" : " (" + foreign_line(item.name) + ")";
    output.line(fmt::format("Item {} {}{}: {}", item.item, item.path, name, sentence(item)));
  }
  for (const std::string& line : stated_lines(verdict)) output.line("Stated by who sealed it. " + line);
  if (is_known) output.line(limits_sentence());
  output.line("How it was checked:");
  for (const VerdictLine& line : verdict.lines)
    output.line(fmt::format("{}{}: {}", mark(outcome_of(line.finding)), step_title(line.step), sentence(line)));
}

void print_verdict(const char* command, const CopyVerdict& verdict, Output& output) {
  if (output.is_json())
    output.object(verdict_json(command, verdict));
  else
    print_lines(verdict, output);
  output.exit_with(exit_code_for(verdict));
}

// The files of the copy that the command line names. One part brings the others. Several files must be parts of one
// copy, and are put into the order of their numbers: two copies, joined as they stand, would look like one that was
// changed.
Result<std::vector<Path>> parts_of(const Options& options) {
  std::vector<Path> parts;
  for (const std::string& file : options.files) {
    if (is_copy_key(operating_system_files(), from_utf8(file)))
      return Error{ErrorCode::usage, "this is the key that belongs to a copy. Name the copy itself: " + file};
    parts.push_back(from_utf8(file));
  }
  if (parts.size() == 1) return find_parts(operating_system_files(), parts.front());
  for (const Path& part : parts) {
    if (!is_part_name(part) || part.stem() != parts.front().stem())
      return Error{ErrorCode::usage, "more than one copy was named. Name one, or the parts of one: .001, .002"};
  }
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  return parts;
}

}  // namespace

Result<void> run_verify(const Options& options, Output& output) {
  ProgressLine progress("Checking");
  TRY_ASSIGN(const auto parts, parts_of(options));
  TRY_ASSIGN(const CheckOptions check, check_options(options, parts.front(), progress));
  TRY_ASSIGN(const CopyVerdict verdict, CopyDoor::beside_this_program().check(operating_system_files(), parts, check));
  print_verdict("verify", verdict, output);
  return {};
}

Result<void> run_open(const Options& options, Output& output) {
  ProgressLine progress("Opening");
  TRY_ASSIGN(const auto parts, parts_of(options));
  TRY_ASSIGN(const CheckOptions check, check_options(options, parts.front(), progress));
  TRY_ASSIGN(const UnpackedCopy unpacked,
             CopyDoor::beside_this_program().unpack(operating_system_files(), parts, check, from_utf8(options.to),
                                                    options.even_so));
  print_verdict("open", unpacked.verdict, output);
  const bool is_good = unpacked.verdict.answer == Answer::matches || unpacked.verdict.answer == Answer::added;
  if (output.is_json()) {
    output.object()["unpacked_to"] = unpacked.folder ? Json(foreign_line(to_utf8(*unpacked.folder))) : Json(nullptr);
    output.object()["files"] = unpacked.files;
  } else if (!unpacked.folder) {
    output.line(is_good || options.even_so ? "Unpacked: nothing. There is nothing in it that can be read."
                                           : "Unpacked: nothing. With --even-so its files are unpacked as they are.");
  } else {
    output.line(fmt::format("Unpacked: {} files to {}. They are not locked there.", unpacked.files,
                            foreign_line(to_utf8(*unpacked.folder))));
    output.line(is_good ? "Begin with bag/report/report.html, which was made by whoever sealed it."
                        : "Begin with the lines above: these files are not known to be what was sealed.");
  }
  return {};
}

}  // namespace daybook::ui
