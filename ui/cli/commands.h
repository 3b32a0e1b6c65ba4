#pragma once

#include "ui/cli/exit_codes.h"
#include "vault/record/record.h"

namespace daybook::ui {

// This folder is the program for the terminal. command_line.h reads what is wanted, one run_<command>() for each
// command does it (<group>_commands.cpp), and exit_codes.h says how it went. The commands call the same functions of
// the vault as the window does.

using vault::Json;

/// Where a secret comes from: a prompt, an open file descriptor, a file. Never the command line, which others can see.
struct SecretSource {
  int descriptor = -1;
  std::string file;
};

/// Everything that the command line can say. Each command uses its part.
struct Options {
  bool json = false;
  std::string record;
  SecretSource passphrase;
  SecretSource new_passphrase;
  std::vector<std::string> files;  // to add, to verify
  std::string item;
  std::vector<std::string> items;
  vault::Answers answers;
  bool words = false;
  bool keep_twice = false;
  std::string about, rewrite;
  bool from_draft = false;
  std::vector<std::string> add_tags, remove_tags;
  std::string kind, before, when, query;
  std::vector<std::string> tags;
  std::size_t limit = 50;
  bool lists_people = false;
  std::string fact, person;
  std::optional<std::string> value, new_name, also, relation;  // given and empty: takes back what was said
  int version = 0;
  std::string to;  // folder or file for what comes out
  bool yes = false;
  std::vector<std::string> recipients, recipient_files;
  std::string recipient_names, purpose;
  bool with_passphrase = false, unlocked = false, even_so = false;
  bool all_versions = false;  // has no effect any more
  bool newest_only = false, with_notes = false, without_notes = false, with_places = false, without_places = false;
  bool with_helper_name = false, with_people = false, states_left_out = false;
  std::string prepared_by, reference, original_kept;
  bool has_helper = false, helper_typed = false;
  std::string helper_role;
  SecretSource helper_name;
  std::string copy;                  // a copy that was made, by the first digits of its UUID
  std::optional<std::string> given;  // whether it was given; given and empty: takes the answer back
  std::vector<std::string> identity_files, earlier_files;
  std::string copy_key;
  std::optional<std::string> confirmed_words, confirmed_key;  // given and empty is an error; not given is none
  bool new_sheet = false;
  std::string into, update, header, place;
  SecretSource backup_passphrase;
  std::string date_order;          // of a chat: dmy or mdy
  bool is_chat = false;            // what is added is the export of a chat
  bool is_apart = false;           // which is a conversation on its own
  std::string join;                // or belongs to this one
  std::string messages;            // of a conversation: 118 or 118-131
  bool is_attachment = false;      // show the file that the message names
  std::string attachment;          // the conversation of whose message the file is to be kept
  std::uint64_t around = 0;        // messages to show before and behind those
  std::vector<std::string> parts;  // of conversations, for a copy: 000012:118-131,200
  bool whole_days = false, all_messages = false;
  std::uint64_t part_size = 0;  // MiB; 0: the usual limits of the program
};

/// Prints lines for a person, or collects one JSON object (ui/cli/output.schema.json).
class Output {
 public:
  explicit Output(bool json) : m_json(json) {}
  bool is_json() const { return m_json; }
  /// Prints a line for people, and nothing with --json. Foreign text in it must have gone through foreign_line(), a
  /// whole foreign text through safe_for_terminal().
  void line(const std::string& text);
  /// Keeps a line that is true only once the command has done its work. done() prints it.
  void line_once_done(const std::string& text) { m_once_done.push_back(text); }
  void done();
  /// Sets the object for machines.
  void object(Json object) { m_object = std::move(object); }
  Json& object() { return m_object; }
  /// Says that the object is the answer even when the command comes back with an error, as a check does that has found
  /// something. Else the object of an error takes its place.
  void answer_stands() { m_answer_stands = true; }
  bool does_answer_stand() const { return m_answer_stands; }
  /// Sets what is told on standard error when what was printed did not arrive: for a secret that is shown only once.
  void else_say(std::string text) { m_else = std::move(text); }
  /// Sets the exit code of a command that succeeds, for what a check said of a copy.
  void exit_with(int code) { m_exit = code; }
  int exit() const { return m_exit; }
  /// Prints the object, once, with --json. Does nothing for people.
  void finish();
  /// Whether all that was printed has arrived. Where it has not (a full disk, a closed pipe), that is told on standard
  /// error with what else_say() set.
  bool has_arrived();

 private:
  bool m_json;
  bool m_answer_stands = false;
  int m_exit = 0;
  Json m_object;
  std::string m_else;
  std::vector<std::string> m_once_done;
};

/// A command does its work and prints what came of it, or returns why it could not. What a check finds in a record or a
/// backup is an error too (`damaged`). What it says of a copy is none: the exit code is set with Output::exit_with().
using Command = Result<void> (*)(const Options&, Output&);

Result<void> run_create(const Options&, Output&);
Result<void> run_add(const Options&, Output&);
Result<void> run_note(const Options&, Output&);
Result<void> run_answer(const Options&, Output&);
Result<void> run_tag(const Options&, Output&);
Result<void> run_remove(const Options&, Output&);
Result<void> run_case(const Options&, Output&);
Result<void> run_person(const Options&, Output&);
Result<void> run_list(const Options&, Output&);
Result<void> run_show(const Options&, Output&);
Result<void> run_search(const Options&, Output&);
Result<void> run_log(const Options&, Output&);
Result<void> run_check(const Options&, Output&);
Result<void> run_export(const Options&, Output&);
Result<void> run_copies(const Options&, Output&);
Result<void> run_verify(const Options&, Output&);
Result<void> run_open(const Options&, Output&);
Result<void> run_key(const Options&, Output&);
Result<void> run_passwd(const Options&, Output&);
Result<void> run_recover(const Options&, Output&);
Result<void> run_rekey(const Options&, Output&);
Result<void> run_backup(const Options&, Output&);
Result<void> run_check_backup(const Options&, Output&);
Result<void> run_restore(const Options&, Output&);
Result<void> run_salvage(const Options&, Output&);
Result<void> run_read_chat(const Options&, Output&);
Result<void> run_chats(const Options&, Output&);
Result<void> run_gaps(const Options&, Output&);

// Functions that commands share.
/// The command `list --people`.
Result<void> list_people(const Options& options, Output& output);
/// The files and the clock of the operating system.
vault::Surroundings real_surroundings();
/// Numbers of items for --json: an array of texts.
Json item_texts(const std::vector<vault::ItemNumber>& items);
/// The path that was typed, without a slash at its end: with one, the parent of the path would be the folder itself.
vault::Path without_slash(const std::string& text);
vault::Path record_path(const Options& options);
/// Reads a secret from its source, or asks for it with `prompt` at the terminal. Errors are those of terminal.h.
Result<crypto::SecretBuffer> get_secret(const SecretSource& source, const std::string& prompt);
/// The same as get_secret(), but asks twice at the terminal. `usage` when the two differ.
Result<crypto::SecretBuffer> get_new_secret(const SecretSource& source, const std::string& prompt);
/// Asks for the passphrase, opens the record that the options name, and tells people of vault::OpenNotice. A change of
/// keys that was broken off goes on. `not_found` before the passphrase is asked for, else the errors of get_secret()
/// and vault::Record::open().
Result<std::unique_ptr<vault::Record>> open_record(const Options& options, Output& output);
/// Locks the stored files that still have the old keys with the new ones, after a change of keys. `cancelled` on
/// Ctrl+C: the next call goes on.
Result<vault::Rewrapped> finish_key_change(vault::Record& record);
/// The answers as the record keeps them: a day that counts from today is fixed, and is shown. Where no day can be read
/// from them, that is told once they are kept. `usage` where "when" can mean several times, or one that has not
/// happened yet.
Result<vault::Answers> answers_with_day(vault::Answers answers, Output& output);
/// The same for words that say when something was.
Result<std::string> words_with_day(const std::string& words, Output& output);
/// Days to look for. `usage` where no one time can be read from the words, or one that has not begun.
Result<vault::DayRange> days_to_find(const std::string& words, Output& output);
/// What came of keeping an item. `name` is shown behind its number.
Json outcome_json(const vault::AddOutcome& outcome);
std::string outcome_line(const vault::AddOutcome& outcome, const std::string& name);
/// Writes what was kept to a new file, which is not encrypted. After an error no file is left.
Result<void> save_original(ByteSource& source, const std::string& target);
/// The number of an item as people write it. `usage` when it is none.
Result<vault::ItemNumber> item_number(const std::string& text);

/// What Output::else_say() is given where a recovery sheet is shown once.
constexpr const char* kSheetNotShown =
    "The recovery sheet was not shown, and is kept nowhere. Make a new one with passwd --new-sheet.";

/// Runs the whole program and returns its exit code.
int run_program(int argc, char** argv);

}  // namespace daybook::ui
