#include "ui/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <sstream>

#include "ui/cli/help_text.h"

namespace daybook::ui {
namespace {

// An item that is given without its number is a mistake: a note that was to be rewritten must not become a new one.
std::string item_fault(const std::string& text) { return text.empty() ? "it takes the number of an item" : ""; }

// Numbers are decimal, also with zeros before them, which would make them octal otherwise.
std::string in_decimal(const std::string& text) {
  const std::size_t first = text.find_first_not_of('0');
  return first == std::string::npos ? text.substr(0, 1) : text.substr(first);
}

// Builds the subcommands, and remembers which of them the command line has chosen.
class CommandLine {
 public:
  CommandLine() {
    m_app.require_subcommand(1);
    m_app.footer(exit_code_help());
    m_app.set_version_flag("--version", "0.1.0");
    add_keeping();
    add_looking();
    add_copies();
    add_keys();
    add_backups();
  }

  CLI::App& app() { return m_app; }
  const Options& options() const { return m_options; }
  Command chosen() const { return m_chosen; }

 private:
  CLI::App* command(const char* name, const char* description, Command run) {
    CLI::App* sub = m_app.add_subcommand(name, description);
    sub->add_flag("--json", m_options.json, "print one JSON object");
    sub->callback([this, run] { m_chosen = run; });
    return sub;
  }

  CLI::App* record_command(const char* name, const char* description, Command run) {
    CLI::App* sub = command(name, description, run);
    sub->add_option("RECORD", m_options.record, "folder of the record")->required();
    add_secret(sub, "passphrase", m_options.passphrase);
    return sub;
  }

  static void add_secret(CLI::App* sub, const std::string& name, SecretSource& source) {
    sub->add_option("--" + name + "-fd", source.descriptor, "read the " + name + " from this open file descriptor");
    sub->add_option("--" + name + "-file", source.file, "read the " + name + " from the first line of this file");
  }

  void add_answers(CLI::App* sub) {
    for (const auto& [question, help] : std::initializer_list<std::pair<const char*, const char*>>{
             {vault::question::kWho, "who it is from or with"},
             {vault::question::kWhen, "when it happened, in your own words; shown is how they were read"},
             {vault::question::kWhere, "where it comes from, such as \"my phone\""},
             {vault::question::kHow, "how it was copied"},
             {vault::question::kComplete, "whether it is all of it"},
             {vault::question::kTitle, "a short title"},
             {vault::question::kExhibit, "suggested exhibit reference"},
             {vault::question::kPeople, "people in it, one a line"},
             {vault::question::kLanguage, "the language it is in"},
             {vault::question::kMe, "of a conversation: which sender you are, as written there"}}) {
      sub->add_option_function<std::string>(
          std::string("--") + question,
          [this, q = std::string(question)](const std::string& value) { m_options.answers[q] = value; }, help);
    }
  }

  // The name of a helper never stands on the command line, which other programs can see.
  void add_helper(CLI::App* sub) {
    sub->add_option_function<std::string>(
        "--helper",
        [this](const std::string& role) {
          m_options.has_helper = true;
          m_options.helper_role = role;
        },
        "somebody helps you: what they are to you, such as \"advocate\" (no name); \"\" says only that somebody does");
    sub->add_flag("--helper-typed", m_options.helper_typed, "it is the helper who types");
    add_secret(sub, "helper-name", m_options.helper_name);
  }

  void add_keeping() {
    record_command("create", "make a new record; prints the code for the recovery sheet", run_create);
    CLI::App* add = record_command("add", "keep files, or words from standard input", run_add);
    add->add_option("FILE", m_options.files, "files to keep, byte for byte");
    add->add_flag("--words", m_options.words, "keep the words that come from standard input");
    add->add_flag("--chat", m_options.is_chat, "the files are exports of chats: read each as a conversation too");
    add->add_option("--attachment", m_options.attachment, "keep the file that a message of this conversation names");
    add->add_option("--message", m_options.messages, "which message that is: 118");
    add_order(add);
    add->add_option("--join", m_options.join, "the conversation that the chat belongs to")->check(item_fault);
    add->add_flag("--apart", m_options.is_apart, "read the chat on its own, whatever it shares with others");
    add->add_flag("--again", m_options.keep_twice, "keep a file even when the same content is kept already");
    add_answers(add);
    add_helper(add);
    CLI::App* note = record_command("note", "write a note of your own, from standard input", run_note);
    note->add_option("--about", m_options.about, "the item it is about")->check(item_fault);
    note->add_option("--message", m_options.messages, "which messages of that conversation: 118 or 118-131");
    note->add_option("--rewrite", m_options.rewrite, "a new version of this note; the older ones stay")
        ->check(item_fault);
    note->add_flag("--from-draft", m_options.from_draft, "take the unfinished note that was kept");
    add_answers(note);
    add_helper(note);
    CLI::App* answer = record_command("answer", "say something of an item; an empty answer takes it back", run_answer);
    answer->add_option("ITEM", m_options.item)->required();
    add_answers(answer);
    CLI::App* tag = record_command("tag", "put an item in order; tags never leave the record", run_tag);
    tag->add_option("ITEM", m_options.item)->required();
    tag->add_option("--message", m_options.messages,
                    "messages of that conversation, and not all of it: 118 or 118-131");
    tag->add_option("--add", m_options.add_tags, "tags to add");
    tag->add_option("--remove", m_options.remove_tags, "tags to take away");
    CLI::App* remove = record_command(
        "remove", "take an item out for good; backups and copies that were made with it still have it", run_remove);
    remove->add_option("ITEM", m_options.item)->required();
    remove->add_flag("--yes", m_options.yes, "do not ask");
    add_statements();
  }

  void add_statements() {
    CLI::App* facts =
        record_command("case", "show or say what an officer will ask for; it never leaves the record", run_case);
    facts->add_option("FACT", m_options.fact, fact_help());
    facts->add_option("VALUE", m_options.value, "what to say of it; \"\" takes it back");
    CLI::App* person = record_command("person", "describe somebody; it never leaves the record", run_person);
    person->add_option("NAME", m_options.person, "the name that you use for them")->required();
    person->add_option("--also", m_options.also, "other names and numbers, with commas between them");
    person->add_option("--relation", m_options.relation, "who they are to you");
    person->add_option("--name", m_options.new_name, "another name from now on; \"\" takes the person back");
  }

  void add_filters(CLI::App* sub) {
    sub->add_option("--kind", m_options.kind, "words, note, file or conversation")
        ->check(CLI::IsMember({"words", "note", "file", "conversation"}));
    sub->add_option("--tag", m_options.tags, "only items with this tag");
    sub->add_option("--limit", m_options.limit, "most items to show")
        ->transform(in_decimal)
        ->check(CLI::Range(1, 1000000));
    sub->add_option("--before", m_options.before, "the next page: items before the item of this number");
    sub->add_option("--when", m_options.when, "only what happened then, such as \"May 2025\" or \"3 to 5 May 2025\"");
  }

  void add_looking() {
    CLI::App* list = record_command("list", "show what is kept, newest first", run_list);
    add_filters(list);
    list->add_flag("--people", m_options.lists_people, "show instead who is described, or named in what is kept");
    CLI::App* search = record_command("search", "find words in what is kept", run_search);
    search->add_option("WORDS", m_options.query, "words to find; the last may be a beginning")->required();
    add_filters(search);
    CLI::App* show = record_command("show", "show one item", run_show);
    show->add_option("ITEM", m_options.item)->required();
    show->add_option("--version", m_options.version, "an older version of a note")->transform(in_decimal);
    show->add_option("--messages", m_options.messages, "which messages of a conversation: 118 or 118-131");
    show->add_option("--tag", m_options.tags, "only messages of a conversation with this tag");
    show->add_option("--around", m_options.around, "so many messages before and behind them too")
        ->transform(in_decimal)
        ->check(CLI::Range(0, 100000));
    show->add_flag("--attachment", m_options.is_attachment, "with --messages: the file that this message names");
    show->add_option("--save", m_options.to, "write the original to this new file, not encrypted");
    CLI::App* log = record_command("log", "show the custody log", run_log);
    log->add_option("--item", m_options.item, "only entries about this item");
    record_command("check", "check the whole record: log, rows, every content", run_check);
    CLI::App* chat =
        command("read-chat", "show what is read in an exported chat, line by line; opens no record", run_read_chat);
    chat->add_option("FILE", m_options.files, "an export of WhatsApp: its text, or the ZIP")->required()->expected(1);
    add_order(chat);
    record_command("chats", "show the conversations that are kept", run_chats);
    CLI::App* gaps =
        record_command("gaps", "say how complete a conversation is, and where nothing was written", run_gaps);
    gaps->add_option("ITEM", m_options.item)->required();
  }

  void add_order(CLI::App* sub) {
    sub->add_option("--order", m_options.date_order,
                    "how its dates are written: day first (dmy), month first (mdy), or a year of two figures (ymd)")
        ->check(CLI::IsMember({"dmy", "mdy", "ymd"}));
  }

  void add_opening(CLI::App* sub) {
    sub->add_option("COPY", m_options.files, "the copy, its parts in order, or the folder that it was unpacked into")
        ->required();
    sub->add_option("--identity", m_options.identity_files,
                    "file with your secret age key; its passphrase is asked for when it is locked");
    sub->add_option("--password-key", m_options.copy_key,
                    "the key beside the copy (copy-...-key.age), opened with the passphrase of the copy");
    add_secret(sub, "passphrase", m_options.passphrase);
    sub->add_option("--words", m_options.confirmed_words, "the eight key words, as the keeper read them to you");
    sub->add_option("--root-key", m_options.confirmed_key, "the keeper's full key, as on signed paper");
    sub->add_option("--earlier", m_options.earlier_files, "log/checkpoint from a copy that you had before");
  }

  // What only the keeper can decide has no default: without one of the two options there is no copy.
  void add_decisions(CLI::App* sub) {
    CLI::Option* with_notes =
        sub->add_flag("--with-notes", m_options.with_notes, "take your notes beside these items along");
    sub->add_flag("--without-notes", m_options.without_notes, "leave notes that you did not name at home")
        ->excludes(with_notes);
    CLI::Option* with_places = sub->add_flag("--with-places", m_options.with_places,
                                             "pictures and films that hold a place go along, place and all");
    sub->add_flag("--without-places", m_options.without_places, "leave pictures and films that hold a place at home")
        ->excludes(with_places);
    sub->add_flag("--newest-only", m_options.newest_only,
                  "leave earlier versions of notes and answers at home; they are counted");
    // Scripts of before say this. It is taken and has no effect.
    sub->add_flag(std::string("--all-versions"), m_options.all_versions, "earlier versions go along in any case");
    sub->add_flag("--helper-name", m_options.with_helper_name, "the name of who helped you goes along");
    sub->add_flag("--with-people", m_options.with_people,
                  "other names and numbers of people, and who they are to you, go along");
    sub->add_flag("--state-left-out", m_options.states_left_out,
                  "say how many items are left out and were removed; left out messages are counted in any case");
    sub->add_option("--prepared-by", m_options.prepared_by, "your name or initials, for the front page");
    sub->add_option("--reference", m_options.reference, "the number that the reader has for the case");
    sub->add_option("--original-kept", m_options.original_kept, "whether you still have the phone or account")
        ->check(CLI::IsMember({"yes", "no"}));
  }

  void add_copies() {
    CLI::App* exporting = record_command("export", "make a sealed copy of chosen items", run_export);
    exporting->add_option("ITEM", m_options.items, "items to copy")->required();
    exporting
        ->add_option("--messages", m_options.parts,
                     "only these messages of a conversation: 118-131,200; or 000012:118-131 where there are several")
        ->allow_extra_args(false);
    exporting->add_flag("--all-messages", m_options.all_messages,
                        "all messages of conversations of which none are named, with their exports");
    exporting->add_flag("--whole-days", m_options.whole_days, "with --messages: all messages of their days");
    exporting->add_option("--to", m_options.to, "folder for the copy")->required();
    exporting->add_option("--recipient", m_options.recipients, "lock it for this age key (age1...)");
    exporting->add_option("--recipient-file", m_options.recipient_files, "lock it for the age keys in this file");
    exporting->add_flag("--with-passphrase", m_options.with_passphrase,
                        "lock it with a passphrase that is made up and shown once");
    exporting->add_flag("--unlocked", m_options.unlocked, "sealed but not locked, for a portal that must open it");
    exporting->add_option("--for", m_options.recipient_names, "who gets it, for your own log only");
    exporting->add_option("--purpose", m_options.purpose, "what it is for; the reader sees this");
    exporting->add_option("--part-size", m_options.part_size, "write parts of at most so many MiB, .001 .002 ...")
        ->check(CLI::Range(1, 1 << 20));
    add_decisions(exporting);
    CLI::App* made = record_command("copies", "show every copy that was made, newest first", run_copies);
    made->add_option("COPY", m_options.copy, "only this one: the digits in the name of its file");
    made->add_option("--given", m_options.given, "note whether you gave it: yes or no; \"\" takes that back")
        ->check(CLI::IsMember({"yes", "no", ""}));
    add_opening(command("verify", "check a copy", run_verify));
    CLI::App* opening = command("open", "check a copy and unpack it", run_open);
    add_opening(opening);
    opening->add_option("--to", m_options.to, "a new folder for the contents")->required();
    opening->add_flag("--even-so", m_options.even_so,
                      "also when it does not match or was not checked, into a folder of that name");
  }

  void add_keys() {
    record_command("key", "show the key words, the full key and the address for sending to this record", run_key);
    CLI::App* passwd = record_command("passwd", "change the passphrase", run_passwd);
    add_secret(passwd, "new-passphrase", m_options.new_passphrase);
    passwd->add_flag("--new-sheet", m_options.new_sheet,
                     "make a new recovery sheet instead; the old one stops working");
    CLI::App* rekey =
        record_command("rekey", "new keys, passphrase and sheet, for when somebody may know the passphrase", run_rekey);
    add_secret(rekey, "new-passphrase", m_options.new_passphrase);
    CLI::App* recover =
        record_command("recover", "set a new passphrase with the code from the recovery sheet", run_recover);
    add_secret(recover, "new-passphrase", m_options.new_passphrase);
  }

  void add_backups() {
    CLI::App* backup = record_command("backup", "make a locked backup; it is read back before it counts", run_backup);
    backup->add_option("--to", m_options.to, "folder for one new file");
    backup->add_option("--update", m_options.update, "folder to bring up to date; only what is new is copied");
    backup->add_option("--part-size", m_options.part_size, "write parts of at most so many MiB, .001 .002 ...")
        ->check(CLI::Range(1, 1 << 20));
    CLI::App* check =
        command("check-backup", "check a backup, as anyone can who holds it; needs no passphrase", run_check_backup);
    check->add_option("BACKUP", m_options.place, "the file, its first part, or the folder")->required();
    CLI::App* restore = command("restore", "bring a backup back; nothing is ever overwritten", run_restore);
    restore->add_option("BACKUP", m_options.place, "the file, its first part, or the folder")->required();
    restore->add_option("--to", m_options.to, "a new folder for the record");
    restore->add_option("--into", m_options.into, "add to this record what it lacks, and remove nothing");
    add_secret(restore, "passphrase", m_options.passphrase);
    add_secret(restore, "backup-passphrase", m_options.backup_passphrase);
    CLI::App* salvage =
        record_command("salvage", "bring what can still be read of a damaged record into a new one", run_salvage);
    salvage->add_option("--to", m_options.to, "a new folder for the record")->required();
    salvage->add_option("--header", m_options.header, "a key file from a backup, where the record's own are lost");
    add_secret(salvage, "new-passphrase", m_options.new_passphrase);
  }

  CLI::App m_app{"Keeps messages, pictures and notes encrypted and dated, and makes sealed copies of them.",
                 "daybook-cli"};
  Options m_options;
  Command m_chosen = nullptr;
};

}  // namespace

CommandLineOutcome parse_command_line(int argc, const char* const* argv) {
  CommandLine command_line;
  CommandLineOutcome outcome;
  try {
    command_line.app().parse(argc, argv);
    outcome.command = ChosenCommand{command_line.options(), command_line.chosen()};
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, err;
    const int code = command_line.app().exit(error, out, err);
    outcome.exit = code == 0 ? 0 : exit_code(ErrorCode::usage);
    outcome.answer = out.str();
    outcome.complaint = err.str();
  }
  return outcome;
}

}  // namespace daybook::ui
