#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <set>

#include "ui/model/error_text.h"
#include "ui/model/settings.h"
#include "ui/model/text_input.h"
#include "vault/bundle/verdict.h"
#include "vault/intake/picture.h"

namespace daybook::ui {

// What the window shows, without a word of how. Screens are functions of this; only App changes it, but for what is
// being typed, which the editors write into directly.

enum class Screen { first_run, unlock, timeline, add, item, share, check, browse, settings, help };

enum class Theme { light, dark, dim, contrast };

/// Kept inside of the record: nobody else's business.
struct Preferences {
  Theme theme = Theme::light;
  int lock_minutes = 5;  // 1 to 30
  bool covers_pictures = true;
  bool empties_clipboard = false;  // after what was pasted is saved: only because she said so
};

/// One thing that just happened, or failed.
struct Banner {
  std::string text;
  std::string more;  // what to do next; may be empty
  bool is_fault = false;
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
  std::string locked;  // why and when, when it was open before
};

struct SmallPicture {
  bool is_ready = false;                        // else it is being read
  std::optional<vault::ReducedPicture> pixels;  // none: it cannot be shown
  std::optional<vault::PictureFacts> facts;
};

struct TimelineState {
  bool is_loading = true;
  std::vector<vault::ItemKey> keys;  // newest first, all that match
  std::map<vault::ItemNumber, vault::ListedItem> rows;
  std::set<std::size_t> asked;  // pages of rows
  std::uint64_t revision = 0;   // of keys
  TextInput search;
  std::string searched;  // what `keys` is for
};

struct AddState {
  enum class Kind { words, note };
  Kind kind = Kind::words;
  TextInput text;
  std::optional<vault::ItemNumber> about;
  bool was_pasted = false;
  bool is_saving = false;
};

/// A file that is being taken in: the window looks on while a worker reads.
struct Import {
  std::string name;
  std::atomic<std::uint64_t> size = 0, done = 0;
  std::atomic<bool> is_cancelled = false;
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
};

/// The program's own way to choose a folder or files: the desktop's dialog writes lists of recent files.
struct BrowseState {
  enum class For { adding, share_target, copy_to_check };
  For purpose = For::adding;
  vault::Path folder;
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

struct PreviewItem {
  vault::Item item;
  std::string text;
  bool text_is_cut = false;
};

struct ShareState {
  enum class Step { who, items, preview, lock, place, done };
  static constexpr int kSteps = 5;
  Step step = Step::who;
  enum class For { police, advocate, solicitor, me } who = For::police;
  bool by_upload = true;
  std::set<vault::ItemNumber> chosen;
  std::vector<PreviewItem> preview;
  bool is_loading = false;
  enum class Lock { passphrase, key, none } lock = Lock::none;
  TextInput key;      // age1...
  TextInput purpose;  // the reader sees this
  vault::Path folder;
  bool is_working = false;
  std::shared_ptr<std::atomic<int>> percent;
  std::optional<ErrorText> error;
  // Of the finished copy
  std::string file, receipt, key_words;
  std::size_t items = 0;
  std::optional<crypto::SecretBuffer> passphrase;
};

struct CheckState {
  vault::Path file;
  SecretInput passphrase;
  bool is_shown = false;
  TextInput words;  // the eight, as the keeper read them out
  bool is_working = false;
  std::shared_ptr<std::atomic<int>> percent;
  std::optional<ErrorText> error;
  std::optional<vault::CopyVerdict> verdict;
};

struct AppState {
  Settings settings;
  Preferences preferences;
  Screen screen = Screen::unlock;
  std::vector<Screen> before;  // the way back
  std::optional<Banner> banner;
  FirstRunState first_run;
  UnlockState unlock;
  TimelineState timeline;
  AddState add;
  ItemState item;
  BrowseState browse;
  ShareState share;
  CheckState check;
  std::map<vault::ItemNumber, SmallPicture> pictures;
  std::vector<std::shared_ptr<Import>> imports;
  bool is_open = false;
  bool is_read_only = false;
  std::string saved_at;        // "21:14": when something was last saved
  double seconds_to_lock = 0;  // below kLockWarning: shown
  bool draft_failed = false;
  bool wants_empty_clipboard = false;  // the window does it, which owns the clipboard
};

constexpr double kLockWarning = 20;

/// What can be said of an item, one question a screen.
struct Question {
  const char* id;  // vault::question
  const char* text;
  const char* why;
  std::vector<const char*> choices;  // besides her own words
};
const std::vector<Question>& questions();

}  // namespace daybook::ui
