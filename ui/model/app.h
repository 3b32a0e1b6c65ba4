#pragma once

#include "ui/model/actions.h"
#include "ui/model/drafts.h"
#include "ui/model/jobs.h"
#include "vault/backup/restore.h"
#include "vault/bundle/check_copy.h"
#include "vault/intake/file.h"
#include "vault/record/draft.h"
#include "vault/record/people.h"

namespace daybook::ui {

/// What the program stands on; tests have their own.
struct AppSurroundings {
  vault::Surroundings vault;
  vault::Path settings_file;
  vault::Path new_record;  // where one is made when there is none
  vault::PictureReader pictures;
  vault::CopyDoor copies;
  std::function<void()> wake;       // from any thread: something is ready for poll()
  std::function<double()> seconds;  // a clock that never goes back
};

/// How the program is to end, when it is.
enum class Leaving {
  no,
  hide,  // the window goes, the process ends
  lock,  // the window comes back asking for the passphrase, in a process that knows nothing
};

/// The one place where state changes. All of it runs on the thread of the window and none of it waits: work goes to
/// workers and comes back through poll(). One has the database, for short jobs; one does what takes long; and one what
/// is short and needs no record (drafts, settings, lists of folders), so that none of these waits for what takes long.
class App {
 public:
  explicit App(AppSurroundings surroundings, std::string locked_because = "");
  ~App();

  /// Nothing but a page with these words, for the process that stands in the place of a hidden one. Empty: no such
  /// page.
  void show_cover(const std::string& words);

  AppState& state() { return m_state; }
  void apply(Action action);
  /// What the workers have finished, and what is due. True when something changed.
  bool poll();
  /// Seconds until poll() is due of itself; nothing when only events can change anything.
  std::optional<double> next_poll() const;

  /// The screen was locked, the computer sleeps, or the window was made small: `because` is what to say afterwards.
  /// Nothing when no record is open.
  void lock(const char* because);
  Leaving leaving() const { return m_leaving; }
  /// What to say after the lock.
  const std::string& locked_because() const { return m_locked_because; }
  /// Seals what is being typed, now. For after the window has gone: a few milliseconds.
  void keep_draft();
  /// For tests: nothing is left to come from the workers; or from those alone that do what is short.
  bool is_idle() const { return m_jobs.is_idle(); }
  bool is_quick_idle() const { return m_jobs.is_quick_idle(); }

 private:
  using Record = vault::Record;
  void show(const Error& error);
  void say(std::string text, std::string more = "");
  void go(Screen screen);
  double lock_time() const;
  bool saves_something() const;

  // One for each action, in the file of its kind.
  void on(const Go&);
  void on(const GoBack&);
  void on(const HideNow&);
  void on(const LockNow&);
  void on(const StayOpen&);
  void on(const CloseBanner&);
  void on(const NextStep&);
  void on(const PreviousStep&);
  void on(const SuggestPassphrase&);
  void on(const UseOwnPassphrase&);
  void on(const Unlock&);
  void on(const UseSheet&);
  void on(const SearchNow&);
  void on(const FilterBy&);
  void on(const NeedRows&);
  void on(const NeedPicture&);
  void on(const OpenItem&);
  void on(const CheckItem&);
  void on(const UncoverPicture&);
  void on(const AskToRemove&);
  void on(const RemoveItem&);
  void on(const AskQuestion&);
  void on(const AnswerQuestion&);
  void on(const ToggleTag&);
  void on(const ChoosePerson&);
  void on(const AddPerson&);
  void on(const SavePerson&);
  void on(const SaveCase&);
  void on(const BeginHelp&);
  void on(const EndHelp&);
  void on(const BeginAdding&);
  void on(const RewriteNote&);
  void on(const PasteWords&);
  void on(const PastePicture&);
  void on(const PasteFailed&);
  void on(const UncoverAdded&);
  void on(const SaveAdded&);
  void on(const DropAdded&);
  void on(const ImportFiles&);
  void on(const Browse&);
  void on(const BrowseTo&);
  void on(const ChooseFile&);
  void on(const ChooseFolder&);
  void on(const TakeOffer&);
  void on(const BeginSafety&);
  void on(const DoSafety&);
  void on(const StopRemoval&);
  void on(const BeginSharing&);
  void on(const ToggleShared&);
  void on(const NextShareStep&);
  void on(const PreviousShareStep&);
  void on(const StopSharing&);
  void on(const CheckCopy&);
  void on(const ShowHow&);
  void on(const ForgetKeyFile&);
  void on(const SaveCopyFiles&);
  void on(const ChangeSettings&);
  void on(const ChangePreferences&);

  // Opening
  void create_record();
  void open_record(crypto::SecretBuffer secret, std::function<void(std::optional<Error>)> then);
  void opened();
  void leave_first_run();
  void save_settings_later();
  // Looking
  void load_keys();
  void load_names();
  void keep_person(vault::Description described);
  void load_case();
  void answer_item(vault::ItemNumber number, vault::Answers answers);
  void load_item(vault::ItemNumber number);
  void read_picture(vault::ItemNumber number, const vault::ItemVersion& version, std::unique_ptr<ByteSource> source);
  // Keeping it safe
  void load_last_backup();
  void make_backup();
  void change_passphrase();
  void make_sheet();
  void replace_keys();
  void rewrap_objects();
  void remove_all();
  void add_from_backup();
  void restore_backup();
  void salvage();
  void show_merged(const vault::MergeReport& report);
  void open_restored(vault::Path folder, crypto::SecretBuffer typed, std::string said);
  void safety_failed(const Error& error);
  // Sharing
  void load_preview();
  void choose_copy(const vault::Path& copy, bool is_folder);
  void read_copy(vault::Path unpack_to);
  void seal();
  void sealed(vault::SealedCopy copy);
  void show_changed();
  vault::CopyRequest copy_request();
  // Keeping
  void keep_picture(const SaveAdded& save);
  void added(const SaveAdded& save, const vault::AddOutcome& outcome);
  void saved();
  void save_draft_later();
  void delete_imported(const vault::Path& file);
  vault::Draft draft() const;
  void take_up_draft(const vault::Draft& draft);
  std::map<std::string, std::string> unsaved_case() const;
  void set_case_field(const std::string& name, const std::string& value);
  vault::Answers answers_of_helper() const;
  void imported(const Import& import, const vault::KeptFile& kept);

  AppSurroundings m_surroundings;
  AppState m_state;
  Leaving m_leaving = Leaving::no;
  std::string m_locked_because;
  double m_last_use = 0;
  std::shared_ptr<Record> m_record;  // touched by jobs only, once it is open
  std::shared_ptr<Drafts> m_drafts;
  vault::Draft m_kept_draft;  // what the draft file holds
  double m_draft_due = 0;
  vault::ItemNumber m_last_pasted_picture = 0;
  Jobs m_jobs;
};

}  // namespace daybook::ui
