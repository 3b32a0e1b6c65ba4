#include <fmt/format.h>

#include "ui/cli/commands.h"
#include "ui/cli/conversations.h"
#include "ui/cli/terminal.h"
#include "ui/words/error_text.h"
#include "ui/words/foreign_text.h"
#include "vault/intake/file.h"
#include "vault/intake/known_file.h"
#include "vault/intake/text_index.h"
#include "vault/intake/words.h"
#include "vault/record/draft.h"
#include "vault/record/helper.h"
#include "vault/record/notes_on_messages.h"

namespace daybook::ui {

using namespace daybook::vault;

Json outcome_json(const AddOutcome& outcome) {
  Json json{{"item", item_text(outcome.item)}, {"added", outcome.added}};
  json["same_content_as"] = outcome.same_content ? Json(item_text(*outcome.same_content)) : Json(nullptr);
  return json;
}

std::string outcome_line(const AddOutcome& outcome, const std::string& name) {
  if (!outcome.added) return "Already kept as " + item_text(outcome.item) + name + ". Nothing was added.";
  std::string line = "Saved " + item_text(outcome.item) + name + ".";
  if (outcome.same_content && *outcome.same_content != outcome.item)
    line += " The same content is kept as " + item_text(*outcome.same_content) + " too.";
  return line;
}

namespace {

constexpr std::size_t kMostWords = 16 << 20;

Result<std::string> read_words(const char* invitation) {
  if (standard_input_is_terminal()) std::fprintf(stderr, "%s (end with Ctrl+D)\n", invitation);
  return read_standard_input(kMostWords);
}

Result<void> add_one_file(Record& record, const std::string& file, const Options& options, Output& output) {
  ProgressLine progress("Saving " + foreign_line(file));
  const auto facts = operating_system_files().facts(from_utf8(file));
  const std::uint64_t total = facts ? facts->size : 0;
  TRY_ASSIGN(const KeptFile kept,
             keep_file(record, operating_system_files(), from_utf8(file), options.answers, options.keep_twice,
                       [&](std::uint64_t done) { return progress.show(done, total); }));
  Json json = outcome_json(kept.outcome);
  json["file"] = shown_name(from_utf8(file)).text;
  json["size"] = kept.size;
  json["type"] = kept.media;
  json["changed_while_read"] = kept.changed_while_read;
  output.object()["items"].push_back(json);
  output.line(outcome_line(kept.outcome, " (" + foreign_line(shown_name(from_utf8(file).filename()).text) + ")"));
  if (kept.changed_while_read)
    output.line("The file changed while it was being read. What was read is kept; add it again when it is finished.");
  std::fflush(stdout);  // people see that a file was saved before the next one begins
  if (options.is_chat) TRY(read_added_chat(record, kept.outcome.item, options, output));
  // What a file says of itself, and a small picture of it, are read now for later. The file is kept already, so an
  // error here does not matter.
  OwnRecord access(record);
  look_at_files(access, FileReaders::beside_this_program(), {kept.outcome.item});
  return {};
}

// Long texts become searchable. The files are kept already, and the next search goes on where this is stopped.
void index_added_texts(Record& record) {
  OwnRecord access(record);
  ProgressLine progress("Making texts searchable");
  (void)index_texts(access, [&](std::uint64_t done) { return progress.show(done, 0); });
}

// A file that cannot be kept keeps none of the others out.
Result<void> add_files(Record& record, const Options& options, Output& output) {
  std::size_t failed = 0;
  for (const std::string& file : options.files) {
    const auto kept = add_one_file(record, file, options, output);
    if (kept) continue;
    if (options.files.size() == 1 || kept.error().code == ErrorCode::cancelled) return kept;
    ++failed;
    const std::string what = explain(kept.error()).what;
    output.object()["failed"].push_back(
        {{"file", shown_name(from_utf8(file)).text}, {"code", code_name(kept.error().code)}, {"what", what}});
    output.line("Not saved (" + foreign_line(file) + "): " + what);
    std::fflush(stdout);
  }
  index_added_texts(record);
  if (failed == 0) return {};
  output.answer_stands();
  return Error{ErrorCode::not_all_kept, fmt::format("{} of {}", failed, options.files.size())};
}

// The options with what is said of a helper among the answers. The name comes from a file or a descriptor.
Result<Options> with_helper(Options options) {
  const SecretSource& source = options.helper_name;
  const bool has_name = source.descriptor >= 0 || !source.file.empty();
  if (!options.has_helper && !options.helper_typed && !has_name) return options;
  std::string name;
  if (has_name) {
    TRY_ASSIGN(const auto given, get_secret(source, ""));
    name = given.expose_text();
  }
  options.answers.merge(helper_answers(name, options.helper_role, options.helper_typed));
  return options;
}

// The options as they are kept: with what is said of a helper, and with the day that was read from "when".
Result<Options> as_kept(const Options& given, Output& output) {
  TRY_ASSIGN(Options options, with_helper(given));
  TRY_ASSIGN(options.answers, answers_with_day(options.answers, output));
  return options;
}

// One thing is added at a time: files, words, or what a message names. What goes with another one is a mistake.
Result<void> require_one_thing(const Options& options) {
  const auto usage = [](const char* what) { return Error{ErrorCode::usage, what}; };
  const bool is_joined = !options.join.empty(), is_attachment = !options.attachment.empty();
  if (options.is_chat && options.words) return usage("--chat is for files");
  if (!options.is_chat && (is_joined || options.is_apart)) return usage("--join and --apart go with --chat");
  if (is_joined && options.is_apart) return usage("--join or --apart");
  if (is_attachment == options.messages.empty())
    return usage("--attachment and --message go together: the conversation, and the message");
  if ((!options.files.empty() + options.words + is_attachment) != 1)
    return usage("name the files to keep, or give --words");
  return {};
}

}  // namespace

Result<void> run_add(const Options& given, Output& output) {
  TRY_ASSIGN(const Options options, as_kept(given, output));
  TRY(require_one_thing(options));
  TRY_ASSIGN(auto record, open_record(options, output));
  output.object({{"command", "add"}, {"items", Json::array()}, {"failed", Json::array()}});
  if (!options.attachment.empty()) return add_attachment(*record, options, output);
  if (!options.words) return add_files(*record, options, output);
  TRY_ASSIGN(const std::string words, read_words("Paste or type the words"));
  TRY_ASSIGN(const AddOutcome outcome, keep_words(*record, words, options.answers));
  output.object()["items"].push_back(outcome_json(outcome));
  output.line(outcome_line(outcome, ""));
  return {};
}

namespace {

Result<void> check_place(Record& record, const Options& options) {
  if (options.messages.empty()) return {};
  if (!options.rewrite.empty()) return Error{ErrorCode::usage, "a note stays beside the messages it was written about"};
  if (options.about.empty()) return Error{ErrorCode::usage, "--message needs the conversation: --about"};
  TRY_ASSIGN(const ItemNumber about, item_number(options.about));
  TRY_ASSIGN(const MessageRun range, message_range(options.messages));
  TRY_ASSIGN(const Conversation conversation, open_conversation(record, about));
  if (range.last > conversation.outline.messages)
    return Error{ErrorCode::usage, fmt::format("the conversation has messages 1 to {}", conversation.outline.messages)};
  return {};
}

Result<AddOutcome> keep_new_note(Record& record, const Options& options, const std::string& text) {
  std::optional<ItemNumber> about;
  if (!options.about.empty()) {
    TRY_ASSIGN(about, item_number(options.about));
  }
  if (options.messages.empty()) return keep_note(record, text, about, options.answers);
  if (!about) return Error{ErrorCode::usage, "--message needs the conversation: --about"};
  TRY_ASSIGN(const MessageRun range, message_range(options.messages));
  TRY_ASSIGN(const Conversation conversation, open_conversation(record, *about));
  return add_note_on(record, conversation, range.first, range.last, text, options.answers);
}

Result<void> save_note(Record& record, const Options& options, const std::string& text, Output& output) {
  if (!options.rewrite.empty()) {
    TRY_ASSIGN(const ItemNumber item, item_number(options.rewrite));
    TRY_ASSIGN(const int version, record.rewrite_note(item, text));
    if (!options.answers.empty()) TRY(record.answer(item, options.answers));
    output.object({{"command", "note"}, {"item", item_text(item)}, {"version", version}});
    output.line(fmt::format("Saved version {} of {}.", version, item_text(item)));
    return {};
  }
  TRY_ASSIGN(const AddOutcome outcome, keep_new_note(record, options, text));
  output.object({{"command", "note"}, {"item", item_text(outcome.item)}, {"version", 1}});
  output.line(outcome_line(outcome, ""));
  return {};
}

Result<Unsaved> unsaved_of(Record& record) {
  TRY_ASSIGN(const auto kept, record.vault().load_draft());
  return kept ? parse_unsaved(kept->expose_text()) : Unsaved();
}

// Saves what was being typed, or was pasted, when the window was left, as what it was to become. What is newer stays a
// draft.
Result<void> save_from_draft(Record& record, const Options& options, Output& output) {
  TRY_ASSIGN(Unsaved unsaved, unsaved_of(record));
  if (unsaved.drafts.empty()) return Error{ErrorCode::not_found, "an unfinished note"};
  const Draft& draft = unsaved.drafts.front();
  if (draft.is_words) {
    Answers answers = options.answers;
    if (draft.is_typed) answers.try_emplace(question::kHow, kTypedOut);
    TRY_ASSIGN(const AddOutcome outcome, keep_words(record, draft.text, answers));
    output.object({{"command", "note"}, {"item", item_text(outcome.item)}, {"version", 1}});
    output.line(outcome_line(outcome, ""));
  } else {
    Options with_item = options;
    if (options.about.empty() && options.rewrite.empty()) {
      if (draft.about) with_item.about = item_text(*draft.about);
      if (draft.rewrites) with_item.rewrite = item_text(*draft.rewrites);
    }
    TRY(save_note(record, with_item, draft.text, output));
  }
  unsaved.drafts.erase(unsaved.drafts.begin());
  if (!unsaved.drafts.empty()) output.line(fmt::format("Still unfinished: {}.", unsaved.drafts.size()));
  return record.vault().save_draft(as_bytes(to_text(unsaved)));
}

// Adds the note to what is kept unfinished. Where that cannot be read, it is left as it is, and the note is not kept.
Result<void> keep_unfinished(Record& record, const Options& options, const std::string& text) {
  TRY_ASSIGN(Unsaved unsaved, unsaved_of(record));
  Draft draft;
  draft.text = text;
  // Beside an item that is not there the note could never be saved.
  if (const auto about = item_number(options.about); about && record.item(*about)) draft.about = *about;
  if (const auto note = item_number(options.rewrite); note && record.item(*note)) draft.rewrites = *note;
  unsaved.drafts.push_back(std::move(draft));
  return record.vault().save_draft(as_bytes(to_text(unsaved)));
}

}  // namespace

// A note that cannot be saved is kept as a draft, which needs hardly any room, so that what was written is not lost.
Result<void> run_note(const Options& given, Output& output) {
  TRY_ASSIGN(const Options options, as_kept(given, output));
  TRY_ASSIGN(auto record, open_record(options, output));
  TRY(check_place(*record, options));  // before anybody types a note that has no place
  if (options.from_draft) return save_from_draft(*record, options, output);
  TRY_ASSIGN(const std::string text, read_words("Write your note"));
  const auto saved = save_note(*record, options, text, output);
  if (!saved && !text.empty() && keep_unfinished(*record, options, text)) {
    return Error{saved.error().code, saved.error().detail + " (what you wrote was kept: run note with --from-draft)"};
  }
  return saved;
}

Result<void> run_answer(const Options& options, Output& output) {
  TRY_ASSIGN(const ItemNumber item, item_number(options.item));
  if (options.answers.empty()) return Error{ErrorCode::usage, "say something of the item, such as --who"};
  TRY_ASSIGN(const Answers answers, answers_with_day(options.answers, output));
  TRY_ASSIGN(auto record, open_record(options, output));
  TRY(check_me(*record, item, answers));
  TRY(record->answer(item, answers));
  output.object({{"command", "answer"}, {"item", item_text(item)}, {"answers", answers}});
  output.line("Saved.");
  return {};
}

Result<void> run_remove(const Options& options, Output& output) {
  TRY_ASSIGN(const ItemNumber item, item_number(options.item));
  TRY_ASSIGN(auto record, open_record(options, output));
  TRY_ASSIGN(const std::string lost, lost_with(*record, item));
  if (!options.yes)
    return Error{ErrorCode::usage,
                 "removing cannot be undone: give --yes if you mean it" + (lost.empty() ? "" : ". " + lost)};
  TRY(record->remove(item));
  output.object({{"command", "remove"}, {"item", item_text(item)}});
  output.line("Item " + item_text(item) +
              " is gone from this record. Backups and copies that were made with it still have it.");
  if (!lost.empty()) output.line(lost);
  return {};
}

}  // namespace daybook::ui
