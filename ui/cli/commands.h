#pragma once

#include "ui/cli/exit_codes.h"
#include "vault/record/record.h"

namespace daybook::ui {

// The terminal program: command_line.h reads what is wanted, one run_<command>() each does it (<group>_commands.cpp), and
// exit_codes.h says how it went. It is the same work on the same functions as in the window.

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
  std::string kind, before, query;
  std::vector<std::string> tags;
  std::size_t limit = 50;
  bool lists_people = false;
  std::string fact, person;
  std::optional<std::string> value, new_name, also, relation;  // given and empty takes back
  int version = 0;
  std::string to;  // folder or file for what comes out
  bool yes = false;
  std::vector<std::string> recipients, recipient_files;
  std::string recipient_names, purpose;
  bool with_passphrase = false, unlocked = false, all_versions = false, even_so = false;
  std::vector<std::string> identity_files, earlier_files;
  std::string password_key;
  std::optional<std::string> confirmed_words, confirmed_key;  // given and empty is not the same as not given
  bool new_sheet = false;
  std::string into, update, header, place;
  SecretSource backup_passphrase;
  std::uint64_t part_size = 0;  // MiB; 0: as the program thinks best
};

/// Prints for a person, or collects one JSON object; see output.schema.json.
class Output {
 public:
  explicit Output(bool json) : m_json(json) {}
  bool is_json() const { return m_json; }
  /// A line for people. Foreign text must have gone through foreign_line(), or a whole text through safe_for_terminal().
  void line(const std::string& text);
  /// The object for machines.
  void object(Json object) { m_object = std::move(object); }
  Json& object() { return m_object; }
  /// The object is the answer also when the command comes back with an error: a verdict that something is wrong.
  void answer_stands() { m_answer_stands = true; }
  bool does_answer_stand() const { return m_answer_stands; }
  /// The exit code of an answer that is none of the errors: what a check said of a copy.
  void exit_with(int code) { m_exit = code; }
  int exit() const { return m_exit; }
  void finish();

 private:
  bool m_json;
  bool m_answer_stands = false;
  int m_exit = 0;
  Json m_object;
};

/// A command: does its work, prints, or says why not. `not_intact` and the like come back as errors too.
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

// Shared by the commands.
Result<void> list_people(const Options& options, Output& output);
vault::Surroundings real_surroundings();
/// A path as typed, without a slash at the end, whose parent would be the folder itself.
vault::Path without_slash(const std::string& text);
vault::Path record_path(const Options& options);
Result<crypto::SecretBuffer> get_secret(const SecretSource& source, const std::string& prompt);
/// Asks twice at a prompt.
Result<crypto::SecretBuffer> get_new_secret(const SecretSource& source, const std::string& prompt);
Result<std::unique_ptr<vault::Record>> open_record(const Options& options, Output& output);
/// Locks what is left with the new keys, after a change of keys that did not come to its end.
Result<void> finish_key_change(vault::Record& record);
Result<vault::ItemNumber> item_number(const std::string& text);

/// The whole program but for main's own line.
int run_program(int argc, char** argv);

}  // namespace daybook::ui
