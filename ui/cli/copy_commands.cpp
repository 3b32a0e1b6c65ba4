#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "crypto/encoding.h"
#include "crypto/words.h"
#include "ui/cli/commands.h"
#include "ui/cli/conversations.h"
#include "ui/cli/key_input.h"
#include "ui/cli/terminal.h"
#include "ui/report/html_report.h"
#include "ui/words/foreign_text.h"
#include "vault/bundle/copy_questions.h"
#include "vault/bundle/seal_copy.h"
#include "vault/intake/known_file.h"

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
  SnapshotRequest& contents = request.contents;
  contents.purpose = options.purpose;
  contents.prepared_by = options.prepared_by;
  contents.reference = options.reference;
  if (!options.original_kept.empty()) contents.original_kept = options.original_kept == "yes";
  contents.newest_only = options.newest_only;
  contents.with_helper_names = options.with_helper_name;
  contents.with_descriptions = options.with_people;
  contents.states_left_out = options.states_left_out;
  TRY_ASSIGN(request.recipients, recipients_of(options));
  request.recipient_names = options.recipient_names;
  request.with_passphrase = options.with_passphrase;
  request.folder = from_utf8(options.to);
  request.readers = FileReaders::beside_this_program();
  const bool is_locked = request.with_passphrase || !request.recipients.empty();
  if (is_locked == options.unlocked)
    return Error{ErrorCode::usage, "choose how the copy is locked: --recipient, --with-passphrase, or --unlocked"};
  if (options.part_size > 0) request.parts.most_bytes_in_a_file = request.parts.part_size = options.part_size << 20;
  return request;
}

// Everything that is still open, with the options that decide it, so that she is not sent back twice.
Error not_decided_yet(const CopyQuestions& open) {
  std::vector<std::string> what;
  if (!open.places.empty())
    what.push_back("the place in pictures or films (" + item_list_text(open.places) +
                   "): --with-places or --without-places");
  for (const auto& beside : open.notes)
    what.push_back("a note beside item " + item_text(beside.about) + ": --with-notes or --without-notes");
  what.erase(std::unique(what.begin(), what.end()), what.end());
  std::string all;
  for (const std::string& one : what) all += (all.empty() ? "" : "; ") + one;
  return {ErrorCode::not_decided, all};
}

// What the options decided: the pictures and films that stay here, and what is left to be told of the copy.
struct Decided {
  std::vector<ItemNumber> left_out, notes_at_home;
  CopyQuestions questions;
};

// Decides as the options say. Pictures come first: a note goes along for an item that is in the copy, and not for one
// that stays here.
Result<Decided> decide(Record& record, const Options& options, SnapshotRequest& contents) {
  Decided decided;
  CopyQuestions& open = decided.questions;
  if (options.with_places || options.without_places) {
    TRY_ASSIGN(open, copy_questions(record, contents));
    if (options.with_places) contents.places_accepted.insert(open.places.begin(), open.places.end());
    if (options.without_places) decided.left_out = open.places;
    std::erase_if(contents.items, [&](ItemNumber item) {
      return std::find(decided.left_out.begin(), decided.left_out.end(), item) != decided.left_out.end();
    });
    if (contents.items.empty()) return Error{ErrorCode::usage, "no item is left for the copy"};
  }
  for (;;) {
    TRY_ASSIGN(open, copy_questions(record, contents));
    if (open.is_decided()) return decided;
    // Of a part, the notes about what is shown are asked about. Others stay here unless she names them.
    TRY_ASSIGN(const std::set<ItemNumber> about_others, notes_about_others(record, contents));
    std::vector<CopyQuestions::NoteBeside> notes;
    for (const auto& beside : std::exchange(open.notes, {})) {
      if (!about_others.contains(beside.note)) {
        notes.push_back(beside);
        continue;
      }
      decided.notes_at_home.push_back(beside.note);
      contents.notes_left_out.insert(beside.note);
    }
    if (!options.with_notes && !options.without_notes) std::swap(notes, open.notes);
    if (!open.is_decided()) return not_decided_yet(open);
    for (const auto& beside : notes) {
      if (options.with_notes)
        contents.items.push_back(beside.note);
      else
        contents.notes_left_out.insert(beside.note);
    }
  }
}

// Says once what goes out with the copy and what stays: pictures, and names.
void tell(const Decided& decided, const SnapshotRequest& contents, Output& output) {
  if (!decided.left_out.empty())
    output.line("Left out, because they hold a place or may hold one: " + item_list_text(decided.left_out) + ".");
  if (!decided.notes_at_home.empty())
    output.line("Notes about messages that are not in this copy stay here: " + item_list_text(decided.notes_at_home) +
                ". Name them to take them along.");
  std::string people;
  for (const std::string& name : decided.questions.people) people += (people.empty() ? "" : "; ") + foreign_line(name);
  if (!people.empty()) output.line("Your answers in it name: " + people);
  if (!decided.questions.helpers.empty())
    output.line(fmt::format("The name of a helper {} (items {}).",
                            contents.with_helper_names ? "goes along" : "stays here; --helper-name takes it along",
                            item_list_text(decided.questions.helpers)));
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
  output.line(fmt::format("Sealed {} item{}: {} ({} bytes). It was read back and matches.", copy.items,
                          copy.items == 1 ? "" : "s", foreign_line(to_utf8(copy.file())), copy.size));
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
  TRY_ASSIGN(CopyRequest request, copy_request(options));
  TRY_ASSIGN(auto record, open_record(options, output));
  // What files say of themselves goes into the list of the copy, so those are read now that were not when they were
  // added.
  OwnRecord access(*record);
  look_at_files(access, request.readers, request.contents.items);
  TRY(choose_messages(*record, options, request.contents, output));
  TRY_ASSIGN(const Decided decided, decide(*record, options, request.contents));
  tell(decided, request.contents, output);
  TRY(tell_of_notes(*record, request.contents, output));
  ProgressLine writing("Sealing"), reading("Reading it back");
  const auto progress = [&](SealStage stage, std::uint64_t done, std::uint64_t total) {
    return (stage == SealStage::writing ? writing : reading).show(done, total);
  };
  TRY_ASSIGN(const SealedCopy copy,
             seal_copy(*record, operating_system_files(), request, render_html_report, progress));
  if (copy.passphrase)
    output.else_say("The copy is saved: " + foreign_line(to_utf8(copy.file())) +
                    "\nBut its passphrase was not shown, and it is kept nowhere. So no passphrase opens this copy."
                    "\nDelete it with the files beside it, and make another one.");
  print_sealed(copy, output);
  output.object()["left_out"] = Json::array();
  for (const ItemNumber item : decided.left_out) output.object()["left_out"].push_back(item_text(item));
  return {};
}

}  // namespace daybook::ui
