#include "tests/support/every_place.h"

#include <fstream>

#include "tests/support/corpora.h"
#include "ui/model/questions.h"

namespace daybook::test {

using namespace daybook::ui;

namespace {

using Step = ShareState::Step;
using Task = SafetyState::Task;
using Open = std::function<void(WindowDriver&)>;

constexpr const char* kLongFolder = "Pictures from the old telephone, sorted by my sister";
constexpr const char* kLongName = "WhatsApp Image 2025-06-03 at 21.14.07 (forwarded many times).jpg";

vault::Path stick_of(WindowDriver& window) { return window.folder / "stick"; }

std::shared_ptr<const Bytes> photograph() {
  const std::string bytes = read_file(test_data() / "made-up" / "photo.jpg");
  return std::make_shared<const Bytes>(bytes.begin(), bytes.end());
}

void keep_files(WindowDriver& window) {
  std::filesystem::create_directories(window.folder / kLongFolder);
  std::filesystem::create_directories(stick_of(window));
  window.handed_out = {stick_of(window), window.folder / kLongFolder};
  const vault::Path in = window.folder / kLongFolder;
  std::filesystem::copy_file(test_data() / "made-up" / "photo.jpg", in / kLongName);
  std::filesystem::copy_file(test_data() / "media" / "compressed.pdf", in / "letter of 9 October.pdf");
  std::ofstream chat(in / "WhatsApp Chat with Mark.txt", std::ios::binary);
  for (int line = 0; line < 300; ++line) chat << "[03/05/2025, 22:41:07] Mark: where are you\r\n";
  chat.close();
  for (const char* name : {kLongName, "WhatsApp Chat with Mark.txt", "letter of 9 October.pdf"})
    prepare(window, ImportFiles{{in / name}});
}

// Goes on to a step of a copy of the words, the photograph and the note beside the words.
void share_to(WindowDriver& window, Step step) {
  window.state_for_tests().share = ShareState();
  window.forms().share = ShareForm();
  window.forms().share.purpose.set("for the meeting on Monday");
  prepare(window, BeginSharing{1_item}, ToggleShared{4_item});
  while (window.state().share.step < step) {
    if (window.state().share.step == Step::questions)
      prepare(window, DecideNote{2_item, true}, DecidePlaces{true}, DecideRest{false});
    if (window.state().share.step == Step::save) window.state_for_tests().share.folder = stick_of(window);
    const Step before = window.state().share.step;
    prepare(window, NextShareStep{});
    REQUIRE(window.state().share.step > before);
  }
}

Open to_share(Step step) {
  return [step](WindowDriver& window) { share_to(window, step); };
}

template <class... Done>
Open doing(Done... actions) {
  return [=](WindowDriver& window) { prepare(window, actions...); };
}

void add(std::vector<Place>& places, std::vector<Place> more) {
  places.insert(places.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<Place> places_of_items() {
  std::vector<Place> places;
  const std::pair<vault::ItemNumber, const char*> items[] = {{1_item, "Words 000001"}, {2_item, "Note 000002"},
                                                             {3_item, "Note 000003"},  {4_item, "Picture 000004"},
                                                             {5_item, "File 000005"},  {6_item, "File 000006"}};
  for (const auto& [item, title] : items) places.push_back({title, Screen::item, title, doing(OpenItem{item})});
  for (std::size_t i = 0; i < questions().size(); ++i)
    places.push_back({std::string("question: ") + questions()[i].text, Screen::item, questions()[i].text,
                      doing(OpenItem{1_item}, AskQuestion{i})});
  add(places, {{"asks whether to remove", Screen::item, "Keep it", doing(OpenItem{1_item}, AskToRemove{true})},
               {"asks whether to save out", Screen::item, "Words 000001", doing(OpenItem{1_item}, AskToSaveOut{1_item}),
                doing(AskToSaveOut{std::nullopt})},
               {"tags", Screen::item, "Words 000001",
                [](WindowDriver& window) {
                  prepare(window, OpenItem{1_item});
                  window.forms().item.shows_tags = true;
                }},
               {"a picture that is shown", Screen::item, "Picture 000004", doing(OpenItem{4_item}, UncoverPicture{})},
               {"a covered picture, large", Screen::picture, "Picture 000004", doing(LookAtPicture{4_item, {4_item}})},
               {"a picture, large", Screen::picture, "Picture 000004",
                doing(LookAtPicture{4_item, {4_item}}, UncoverLookedAt{})},
               {"a text, large", Screen::text, "File 000005", doing(ReadText{5_item})},
               {"a conversation", Screen::conversation, "WhatsApp Chat with Mark",
                [](WindowDriver& window) {
                  prepare(window, KeepAsConversation{{5_item}}, Go{Screen::help});
                  prepare(window, OpenConversation{window.state().conversation.number});
                }},
               {"the tags of messages", Screen::conversation, "Tags of #1",
                [](WindowDriver& window) {
                  prepare(window, KeepAsConversation{{5_item}}, Go{Screen::help});
                  prepare(window, OpenConversation{window.state().conversation.number});
                  window.forms().conversation.shows_tags = true;
                }},
               {"the letters of a text", Screen::text, "File 000005", [](WindowDriver& window) {
                  prepare(window, ReadText{5_item});
                  window.forms().text_view.shows_encodings = true;
                }}});
  return places;
}

std::vector<Place> places_of_adding() {
  const Open drop = doing(DropAdded{}, CloseBanner{});
  return {
      {"a note", Screen::add, "A note of your own", doing(BeginAdding{Begun::Kind::note, std::nullopt}), drop},
      {"a note beside", Screen::add, "A note beside item 000001", doing(BeginAdding{Begun::Kind::note, 1_item}), drop},
      {"a note that is changed", Screen::add, "Note 000003, to be changed",
       doing(RewriteNote{3_item, "He came at nine. Or ten."}), drop},
      {"pasted words", Screen::add, "Words you copied", doing(PasteWords{"i never meant to hurt you"}), drop},
      {"typed words", Screen::add, "Words you typed out", doing(PasteWords{"said at the door"}, TypedMyself{}), drop},
      {"a pasted picture", Screen::add, "A picture you copied",
       [](WindowDriver& window) { prepare(window, PastePicture{photograph()}); }, drop},
      {"the screen", Screen::add, "A picture of the screen",
       [](WindowDriver& window) {
         prepare(window, PastePicture{photograph(), true});
       },
       drop}};
}

std::vector<Place> places_of_sharing() {
  return {{"who", Screen::share, "Who is it for?", to_share(Step::who)},
          {"another item while a copy is begun", Screen::share, "A copy is begun already",
           [](WindowDriver& window) {
             share_to(window, Step::items);
             prepare(window, Go{Screen::help}, BeginSharing{3_item});
           }},
          {"items", Screen::share, "Choose items.", to_share(Step::items)},
          {"what is to be decided", Screen::share, "For you to decide", to_share(Step::questions)},
          {"preview", Screen::share, "See what they see", to_share(Step::preview)},
          {"preview with pictures", Screen::share, "See what they see",
           [](WindowDriver& window) {
             share_to(window, Step::preview);
             window.forms().share.shows_pictures = true;
           }},
          {"save", Screen::share, "Lock it and save it", to_share(Step::save)},
          {"save with a key", Screen::share, "Lock it and save it",
           [](WindowDriver& window) {
             share_to(window, Step::save);
             window.forms().share.lock = ShareForm::Lock::key;
           }},
          {"save to a stick", Screen::share, "Lock it and save it",
           [](WindowDriver& window) {
             share_to(window, Step::save);
             window.state_for_tests().share.media = {"/media/sam/KINGSTON", "/media/sam/the stick of my sister"};
             window.state_for_tests().share.folder = "/media/sam/KINGSTON";
           }},
          {"save to a place that is chosen", Screen::share, "Lock it and save it",
           [](WindowDriver& window) {
             share_to(window, Step::save);
             window.state_for_tests().share.folder = stick_of(window);
           }},
          {"saving", Screen::share, "Lock it and save it",
           [](WindowDriver& window) {
             share_to(window, Step::save);
             window.state_for_tests().share.is_working = true;
             window.state_for_tests().share.passphrase.emplace(secret("copper window eleven goat river apple"));
           },
           [](WindowDriver& window) { window.state_for_tests().share = ShareState(); }},
          {"saved", Screen::share, "Saved", to_share(Step::done)},
          {"asks for the passphrase", Screen::share, "Saved",
           [](WindowDriver& window) {
             share_to(window, Step::done);
             prepare(window, NextShareStep{});
           },
           [](WindowDriver& window) { window.state_for_tests().share = ShareState(); }},
          {"copies", Screen::copies, "Copies", doing(ShowCopies{})},
          {"one copy", Screen::copies, "Copy ", [](WindowDriver& window) {
             prepare(window, ShowCopies{});
             prepare(window, ChooseCopy{window.state().copies.copies.back().bundle});
           }}};
}

// With the copy of the conformance set in a folder of this name.
Open checking(const char* copy, bool is_checked) {
  return [=](WindowDriver& window) {
    window.state_for_tests().check = CheckState();
    prepare(window, Go{Screen::check}, Browse{BrowseFor::copy_to_check}, ChooseFile{test_data() / "copies" / copy});
    if (is_checked) prepare(window, CheckCopy{});
  };
}

std::vector<Place> places_of_checking() {
  return {{"check", Screen::check, "Check a copy",
           [](WindowDriver& window) {
             window.state_for_tests().check = CheckState();
             prepare(window, Go{Screen::check});
           }},
          {"a copy to check", Screen::check, "Check a copy", checking("full/copy.zip", false)},
          {"a locked copy to check", Screen::check, "Check a copy", checking("locked/copy.age", false)},
          {"a copy that matches", Screen::check, "This copy matches its seal.", checking("full/copy.zip", true)},
          {"a copy that does not", Screen::check, "This copy does not match", checking("file_changed/copy.zip", true)},
          {"how it was checked", Screen::check, "This copy matches its seal.", [](WindowDriver& window) {
             checking("full/copy.zip", true)(window);
             prepare(window, ShowHow{});
           }}};
}

std::vector<Place> places_of_folders() {
  const std::pair<BrowseFor, const char*> purposes[] = {{BrowseFor::share_target, "Where should the copy go?"},
                                                        {BrowseFor::save_out, "Where should the file go?"},
                                                        {BrowseFor::adding, "Choose a file to keep"},
                                                        {BrowseFor::copy_to_check, "Choose the copy to check"},
                                                        {BrowseFor::key_file, "Choose your key file"},
                                                        {BrowseFor::copy_files, "Where should the files go?"},
                                                        {BrowseFor::backup_target, "Where should the backup go?"},
                                                        {BrowseFor::backup_to_read, "Choose the backup"}};
  std::vector<Place> places;
  for (const auto& [purpose, title] : purposes)
    places.push_back({title, Screen::browse, title, [purpose = purpose](WindowDriver& window) {
                        prepare(window, Browse{purpose, window.folder / kLongFolder});
                      }});
  return places;
}

std::vector<Place> places_of_safety() {
  const std::pair<Task, const char*> tasks[] = {{Task::none, "Keep it safe"},
                                                {Task::backup, "Make a backup"},
                                                {Task::restore, "Add from a backup"},
                                                {Task::passphrase, "Change the passphrase"},
                                                {Task::sheet, "Make a new sheet"},
                                                {Task::new_keys, "Someone may know my passphrase"},
                                                {Task::remove_all, "Remove everything from this computer"},
                                                {Task::salvage, "Bring back what can be read"}};
  std::vector<Place> places;
  for (const auto& [task, title] : tasks) places.push_back({title, Screen::keep_safe, title, doing(BeginSafety{task})});
  add(places, {{"removing", Screen::keep_safe, "Everything goes in",
                [](WindowDriver& window) {
                  prepare(window, BeginSafety{Task::remove_all});
                  window.state_for_tests().removal.at = window.now + 600;
                },
                doing(StopRemoval{})},
               {"what came of it", Screen::keep_safe, "Done",
                [](WindowDriver& window) {
                  prepare(window, BeginSafety{Task::new_keys});
                  SafetyState& safety = window.state_for_tests().safety;
                  safety.outcome = "Everything is locked anew.";
                  safety.outcome_more = "Make a backup now. Older ones open with the old passphrase.";
                  safety.sheet.emplace(secret("BXKQ-7M2D-PLRT-9WHC-3VNE-AJ64-KD2P"));
                  safety.key_words = "copper window eleven goat river apple seven north";
                },
                doing(BeginSafety{Task::none})}});
  return places;
}

std::vector<Place> places_of_the_rest() {
  Filter nothing;
  nothing.words = "nothing like it";
  return {
      {"timeline", Screen::timeline, "Write a note", doing(Go{Screen::timeline})},
      {"filters", Screen::timeline, "Write a note",
       [](WindowDriver& window) {
         window.forms().timeline.shows_filters = true;
         prepare(window, Go{Screen::timeline});
       },
       [](WindowDriver& window) { window.forms().timeline.shows_filters = false; }},
      {"nothing found", Screen::timeline, "Write a note", doing(Go{Screen::timeline}, FilterBy{nothing}),
       doing(FilterBy{})},
      {"several chosen", Screen::timeline, "Write a note", doing(Go{Screen::timeline}, MarkAll{}), doing(MarkOnly{})},
      {"asks whether to remove several", Screen::timeline, "Write a note",
       doing(Go{Screen::timeline}, MarkAll{}, AskToRemoveMarked{true}), doing(AskToRemoveMarked{false}, MarkOnly{})},
      {"people", Screen::people, "People", doing(Go{Screen::people})},
      {"a person", Screen::people, "Mark", doing(Go{Screen::people}, ChoosePerson{"Mark"}),
       doing(ChoosePerson{std::nullopt})},
      {"case", Screen::case_details, "Case", doing(Go{Screen::case_details})},
      {"settings", Screen::settings, "Settings", doing(Go{Screen::settings})},
      {"helper", Screen::helper, "Someone is helping me", doing(Go{Screen::helper})},
      {"helper who is there", Screen::helper, "Someone is helping me",
       [](WindowDriver& window) {
         window.forms().helper.name.set("Kestrel Marsh");
         prepare(window, Go{Screen::helper}, BeginHelp{}, Go{Screen::helper});
       },
       doing(EndHelp{}, CloseBanner{})},
      {"help", Screen::help, "Help", doing(Go{Screen::settings}, Go{Screen::help})}};
}

}  // namespace

void keep_things(WindowDriver& window) {
  prepare(window, PasteWords{"i never meant to hurt you. please call me back, i can explain everything"}, SaveAdded{},
          OpenItem{1_item}, AskQuestion{0}, AnswerQuestion{"My phone"}, AnswerQuestion{"Mark"},
          AnswerQuestion{"early May 2025"}, AskQuestion{5}, AnswerQuestion{"the apology after the party"});
  prepare(window, ToggleTag{"children"}, ToggleTag{"the week we moved"}, BeginAdding{Begun::Kind::note, 1_item});
  window.forms().add.text.set("I was in the bathroom. I wrote back so that he would stop calling.");
  prepare(window, SaveAdded{}, Go{Screen::timeline}, BeginAdding{Begun::Kind::note, std::nullopt});
  window.forms().add.text.set("He came back at nine, or ten. I do not remember which.\nMy sister was here.");
  prepare(window, SaveAdded{});
  keep_files(window);
  prepare(window, Go{Screen::people}, ChoosePerson{"Mark"});
  window.forms().people.also.set("Marky, +44 7700 900123");
  window.forms().people.relation.set("my partner until 2026");
  prepare(window, SavePerson{}, ChoosePerson{std::nullopt}, Go{Screen::case_details});
  window.forms().case_details.fields[CaseState::reference].set("42/98765/25");
  window.forms().case_details.fields[CaseState::decision].set("12/11/2025");
  prepare(window, SaveCase{});
  share_to(window, Step::done);
  prepare(window, NextShareStep{}, NextShareStep{}, CloseBanner{});
}

std::vector<Place> places_of_open_record() {
  std::vector<Place> places;
  for (auto* more : {places_of_the_rest, places_of_items, places_of_adding, places_of_sharing, places_of_checking,
                     places_of_folders, places_of_safety})
    add(places, more());
  places.push_back(
      {"much that is not saved", Screen::timeline, "Write a note",
       doing(PasteWords{"where are you"}, PasteWords{"answer me"}, PasteWords{"call me"}, PasteWords{"i am outside"},
             PasteWords{"i can see you"}, CloseBanner{}, Go{Screen::timeline})});
  return places;
}

std::vector<Place> places_of_locked_record() {
  const auto changed = [](auto change) {
    return [change](WindowDriver& window) {
      window.state_for_tests().unlock = UnlockState();
      change(window.state_for_tests().unlock);
      window.router().apply(GoBack{});
      window.settle();
    };
  };
  return {{"unlock", Screen::unlock, "Notes", changed([](UnlockState&) {})},
          {"unlock after a lock", Screen::unlock, "Notes",
           changed([](UnlockState& unlock) { unlock.locked = "Locked at 21:14: no use for 5 minutes"; })},
          {"unlock with the sheet", Screen::unlock, "Notes",
           changed([](UnlockState& unlock) { unlock.with_sheet = true; })},
          {"a new passphrase", Screen::unlock, "Notes",
           changed([](UnlockState& unlock) { unlock.wants_new_passphrase = true; })},
          {"unlock with neither", Screen::unlock, "Notes",
           [changed](WindowDriver& window) {
             changed([](UnlockState& unlock) { unlock.with_sheet = true; })(window);
             window.forms().unlock.has_neither = true;
           },
           [](WindowDriver& window) { window.forms().unlock.has_neither = false; }},
          {"a damaged record", Screen::unlock, "Notes", changed([](UnlockState& unlock) { unlock.is_damaged = true; })},
          {"open a backup", Screen::keep_safe, "Open a backup", doing(BeginSafety{Task::restore})},
          {"bring back", Screen::keep_safe, "Bring back what can be read", doing(BeginSafety{Task::salvage})},
          {"check, locked", Screen::check, "Check a copy", doing(Go{Screen::check})},
          {"the page after hiding", Screen::cover, "Page",
           [](WindowDriver& window) { window.router().show_cover("milk\nbread\ncall the dentist"); }}};
}

}  // namespace daybook::test
