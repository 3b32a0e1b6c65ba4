#pragma once

#include <array>
#include <map>
#include <memory>
#include <set>

#include "ui/words/error_text.h"
#include "ui/model/job_progress.h"
#include "ui/model/settings.h"
#include "ui/model/text_input.h"
#include "ui/report/report_pages.h"
#include "vault/bundle/check/verdict.h"
#include "vault/intake/picture.h"

namespace daybook::ui {

// What the window shows, without a word of how. Screens are functions of this; only App changes it, but for what is
// being typed, which the editors write into directly.

enum class Screen {
  cover,
  first_run,
  unlock,
  timeline,
  add,
  item,
  people,
  case_details,
  share,
  check,
  browse,
  settings,
  keep_safe,
  helper,
  help
};

enum class Theme { light, dark, dim, contrast };

/// Kept inside of the record: nobody else's business.
struct Preferences {
  Theme theme = Theme::light;
  int lock_minutes = 5;  // 1 to 30
  bool covers_pictures = true;
  bool empties_clipboard = false;  // after what was pasted is saved: only because she said so
  bool locks_minimised = false;
  enum class HideKey { escape, f12, pause } hide_key = HideKey::escape;
  std::string cover;         // shown in place of the record after hiding; empty: the program ends
  bool knows_notes = false;  // she was told once that others may ask to read what she writes
};

/// One thing that just happened, or failed.
struct Banner {
  std::string text;
  std::string more;  // what to do next; may be empty
  bool is_fault = false;
  enum class Offer { none, backup, delete_file } offer = Offer::none;
  vault::Path file;  // to be deleted
};

struct FirstRunState {
  enum class Step { language, computer, leaving, name, passphrase, sheet, confirm_sheet, try_passphrase, locking };
  static constexpr int kSteps = 7;
  Step step = Step::language;
  bool has_practised = false;
  int name_choice = 0;
  TextInput own_name;
  SecretInput passphrase;  // the one suggested, or her own
  bool is_own = false, is_shown = true;
  std::optional<crypto::SecretBuffer> sheet;  // the code, from its making until the next step but one
  TextInput groups;                           // two groups of the sheet, to show that it was written down
  SecretInput attempt;
  bool is_working = false;
  std::optional<ErrorText> error;
  /// 1 to kSteps.
  int number() const;
};

struct UnlockState {
  SecretInput secret;
  bool is_shown = false;
  bool with_sheet = false;  // the code instead of the passphrase, and then a new one
  bool wants_new_passphrase = false;
  SecretInput new_passphrase;
  bool is_working = false;
  int failures = 0;
  double wait_until = 0;  // by App's monotonic clock, seconds
  std::optional<ErrorText> error;
  bool is_damaged = false;  // or gone: there are ways to bring it back
  std::string locked;       // why and when, when it was open before
};

struct SmallPicture {
  bool is_ready = false;                        // else it is being read
  std::optional<vault::ReducedPicture> pixels;  // none: it cannot be shown
  std::optional<vault::PictureFacts> facts;
};

/// What of the record is listed.
struct Filter {
  std::optional<vault::ShownAs> shown;  // none: everything
  std::string words, person, tag;
  std::string when;          // days in words; narrows only when they can be read
  bool by_happened = false;  // the order
  bool operator==(const Filter&) const = default;
  bool narrows() const { return *this != Filter{std::nullopt, "", "", "", "", by_happened}; }
};

struct TimelineState {
  bool is_loading = true;
  std::vector<vault::ItemKey> keys;  // newest first, all that match
  std::map<vault::ItemNumber, vault::ListedItem> rows;
  std::set<std::size_t> asked;  // pages of rows
  std::uint64_t revision = 0;   // of keys
  TextInput search, when;
  Filter wanted, found;  // `found`: what `keys` is for
  bool shows_filters = false;
};

/// Somebody who is named in the record. What is known of them is hers and never goes out by itself.
struct Person {
  std::string name;
  std::size_t items = 0;
  std::string also;           // other names and numbers, parted by commas
  std::string relation;       // in her words
  bool is_described = false;  // else only named in items
};

struct PeopleState {
  bool is_loading = true;
  std::vector<Person> people;  // by name
  std::vector<std::string> tags;
  std::optional<std::string> chosen;  // a name
  TextInput also, relation, added;
};

/// Everything by choice, in her own words.
struct CaseState {
  enum Field { reference, force, officer, contact, reported, statement, next_contact, decision, kFields };
  std::array<TextInput, kFields> fields;
  std::array<std::string, kFields> kept;
};

/// An advocate sits beside her: what is kept meanwhile says so.
struct HelperState {
  bool is_on = false;
  TextInput name, role;
  bool they_type = false;
  int minutes = 30;
  double until = 0;  // by App's monotonic clock, seconds
};

struct AddState {
  enum class Kind { words, note, picture };
  Kind kind = Kind::words;
  TextInput text;
  std::shared_ptr<const Bytes> picture;  // as it came from the clipboard
  vault::ItemNumber picture_number = 0;  // its place in AppState::pictures, below zero
  bool is_uncovered = false;
  bool is_of_screen = false;
  std::optional<vault::ItemNumber> about;
  std::optional<vault::ItemNumber> rewrites;  // a new version of this note
  bool was_pasted = false;
  bool is_saving = false;
  bool is_empty() const { return kind == Kind::picture ? picture == nullptr : text.empty(); }
};

/// A file that is being taken in: the window looks on while a worker reads.
struct Import {
  std::string name;
  vault::Path file;
  std::shared_ptr<JobProgress> progress;
};

struct NoteText {
  vault::Item item;
  std::string text;
};

struct ItemState {
  vault::ItemNumber number = 0;
  bool is_loading = true;
  std::optional<vault::Item> item;
  std::string text;  // words and notes
  bool text_is_cut = false;
  std::vector<NoteText> notes;
  bool is_uncovered = false;  // picture
  enum class Check { not_yet, running, matches, differs, unreadable } check = Check::not_yet;
  // The question that is being answered: a place in kQuestions.
  std::optional<std::size_t> question;
  TextInput answer;
  bool asks_to_remove = false;
  bool shows_tags = false;
  TextInput new_tag;
  std::string question_error;  // what is odd about the answer
};

/// The program's own way to choose a folder or files: the desktop's dialog writes lists of recent files.
struct BrowseState {
  enum class For { adding, share_target, copy_to_check, key_file, backup_target, backup_to_read, copy_files };
  For purpose = For::adding;
  bool wants_folder() const {
    return purpose == For::share_target || purpose == For::backup_target || purpose == For::copy_files;
  }
  bool takes_folder() const {
    return wants_folder() || purpose == For::backup_to_read || (purpose == For::copy_to_check && is_unpacked_copy);
  }
  vault::Path folder;
  bool is_unpacked_copy = false;  // somebody unpacked one here
  struct Entry {
    vault::Path path;
    std::string name;
    bool is_folder = false;
    std::uint64_t size = 0;
  };
  std::vector<Entry> entries;
  std::vector<vault::Path> places;  // home, sticks
  bool is_loading = false;
  std::uint64_t revision = 0;
};

/// What keeps the record from being lost, and from others. One task at a time.
struct SafetyState {
  enum class Task { none, backup, restore, passphrase, sheet, new_keys, remove_all, salvage };
  Task task = Task::none;
  bool makes_passphrase() const { return task == Task::passphrase || task == Task::new_keys || task == Task::salvage; }
  SecretInput passphrase, new_passphrase;  // the one that opens what is there; the one to come
  bool is_shown = false;
  vault::Path place;  // where the backup goes, or lies
  bool is_working = false;
  std::shared_ptr<JobProgress> progress;
  std::optional<ErrorText> error;
  std::string outcome, outcome_more;          // it is finished
  std::optional<crypto::SecretBuffer> sheet;  // a new one, shown once
  std::string key_words;                      // new ones
  std::optional<std::string> last_backup;     // UTC
  double removal_at = 0;                      // by App's monotonic clock; 0: nothing is being removed
  int seconds_to_removal = 0;
};

struct ShareState {
  enum class Step { who, items, preview, lock, place, done };
  static constexpr int kSteps = 5;
  Step step = Step::who;
  enum class For { police, advocate, solicitor, me } who = For::police;
  bool by_upload = true;
  std::set<vault::ItemNumber> chosen;
  std::vector<ReportPage> preview;  // the report of the copy, as it would be now
  std::optional<vault::SeenPreview> seen;
  bool is_loading = false;
  bool shows_pictures = false;
  enum class Lock { passphrase, key, none } lock = Lock::none;
  TextInput key;      // age1...
  TextInput purpose;  // the reader sees this
  vault::Path folder;
  bool is_working = false;
  std::shared_ptr<JobProgress> progress;
  std::optional<ErrorText> error;
  // Of the finished copy
  std::string file, receipt, key_words;
  std::size_t items = 0;
  std::optional<crypto::SecretBuffer> passphrase;  // from the moment at which saving begins
};

struct CheckState {
  vault::Path file;
  bool is_folder = false;  // somebody unpacked it: no lock is left
  vault::Path key_file;  // her own, when the copy was locked for her key; empty: none chosen
  SecretInput passphrase;
  bool is_shown = false;
  TextInput words;  // the eight, as the keeper read them out
  bool is_working = false;
  std::shared_ptr<JobProgress> progress;
  std::optional<ErrorText> error;
  std::optional<vault::CopyVerdict> verdict;
  bool is_new = false;     // the verdict was not drawn yet
  bool shows_how = false;  // how it was checked, line by line
  vault::Path files;       // where the files of the copy were saved
};

struct AppState {
  Settings settings;
  Preferences preferences;
  Screen screen = Screen::unlock;
  std::vector<Screen> before;  // the way back
  std::optional<Banner> banner;
  FirstRunState first_run;
  UnlockState unlock;
  TextInput cover;
  TextInput own_cover;  // as it is being written in the settings
  TimelineState timeline;
  AddState add;
  ItemState item;
  PeopleState people;
  CaseState case_details;
  HelperState helper;
  BrowseState browse;
  SafetyState safety;
  ShareState share;
  std::uint64_t preview_revision = 0;  // goes on from one copy to the next
  CheckState check;
  std::map<vault::ItemNumber, SmallPicture> pictures;
  std::vector<Import> imports;
  bool is_open = false;
  bool is_read_only = false;
  std::string saved_at;         // "21:14": when something was last saved
  double seconds_to_lock = 0;   // below kLockWarning: shown
  bool finishes_first = false;  // it is time to lock, and something is still being saved: nothing else is shown
  double helper_seconds_left = 0;
  bool draft_failed = false;
  std::map<std::string, std::string> last_answers;  // of this sitting: "same as last time"
  bool wants_empty_clipboard = false;               // the window does it, which owns the clipboard
};

constexpr double kLockWarning = 20;
constexpr std::size_t kLeastOwnCharacters = 12;  // of a passphrase that nobody suggested

/// Tags that are there to begin with.
const std::vector<const char*>& starter_tags();

/// What can be said of an item, one question a screen.
struct Question {
  const char* id;  // vault::question
  const char* text;
  const char* why;
  std::vector<const char*> choices;  // besides her own words
};
const std::vector<Question>& questions();
/// "I did" and "I'm not sure" are answers, not people.
bool is_nobody(const std::string& name);

}  // namespace daybook::ui
