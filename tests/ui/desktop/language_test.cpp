// The window in a language in which every sentence is written from its end (tests/ui/words/reversed_catalogue.py). What
// is still English on the screen is a sentence that nobody can translate.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/window_driver.h"
#include "ui/model/questions.h"
#include "ui/words/error_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/languages.h"
#include "ui/words/translate.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// The runs of letters in a text, but for those of a path and those beside a digit, which are names of files and codes.
std::vector<std::string> words_in(const std::string& text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::vector<std::string> words;
  std::string token;
  const auto end_token = [&] {
    const bool is_name = token.find_first_of("/0123456789") != std::string::npos;
    std::string word;
    for (const char c : token + " ") {
      if (is_letter(c)) {
        word += c;
        continue;
      }
      if (word.size() > 1 && !is_name) words.push_back(word);
      word.clear();
    }
    token.clear();
  };
  for (const char c : text + " ") {
    if (c == ' ' || c == '\n')
      end_token();
    else
      token += c;
  }
  return words;
}

std::string from_its_end(std::string_view text) { return std::string(text.rbegin(), text.rend()); }

// A record of hers in which every word is `qqq`, and the window in reversed letters.
struct Reversed {
  explicit Reversed(bool has_record) {
    std::filesystem::create_directory(window.folder / "languages");
    std::filesystem::copy_file(DAYBOOK_REVERSED_CATALOGUE, window.folder / "languages" / "xx.mo");
    if (has_record) window.make_record();
    window.restart(false);  // languages are looked for at the beginning
    if (has_record) {
      window.type(WindowDriver::kOwnPassphrase);
      window.key(ImGuiKey_Enter);
      window.router().apply(Go{Screen::settings});
    }
    window.settle();
    const auto catalogue = Catalogue::parse(read_file(DAYBOOK_REVERSED_CATALOGUE)).value();
    CHECK(catalogue->left_out() == 0);
    REQUIRE(window.state().languages == std::vector<Language>{{"en", "English"}, {"xx", "hsilgnE"}});
    window.click("hsilgnE");
    REQUIRE(std::string(tr("Continue")) == from_its_end("Continue"));
  }
  ~Reversed() { speak(nullptr); }

  template <class... Shown>
  void go(Shown... actions) {
    (window.router().apply(std::move(actions)), ...);
    window.settle();
  }
  // At both sizes every word is one that a sentence from its end has, or hers, and stands within the window.
  void look(const std::string& screen) {
    for (const int percent : {100, 200}) {
      window.state_for_tests().settings.text_percent = percent;
      window.settle();
      for (const Widget& one : window.ui().widgets()) {
        read(screen, one.name);
        read(screen, one.value);
        if (one.max.x > 1366 + 1) m_english.insert(screen + ": over the edge: " + one.name);
      }
    }
    window.state_for_tests().settings.text_percent = 100;
    window.settle();
    ++m_screens;
  }
  // A record of which everything is asked before a copy: a note beside an item, a place, a helper, names, earlier
  // versions.
  void ask_for_much() {
    window.forms().helper.role.set("qqq");
    window.forms().helper.name.set("qqq");
    go(BeginHelp{}, PasteWords{"qqq qqq"}, SaveAdded{}, EndHelp{});
    go(BeginAdding{Begun::Kind::note, vault::ItemNumber{1}});
    window.type("qqq");
    go(SaveAdded{});
    std::filesystem::copy_file(test_data() / "made-up" / "photo.jpg", window.folder / "qqq.jpg");
    go(ImportFiles{{window.folder / "qqq.jpg"}});
    know("qqq.jpg");
    go(OpenItem{vault::ItemNumber{1}});
    for (std::size_t question = 0; question < 2 * questions().size(); ++question)
      go(AskQuestion{question % questions().size()}, AnswerQuestion{question < questions().size() ? "qqq" : "qqqq"});
    go(ChoosePerson{"qqqq"});
    window.forms().people.relation.set("qqq");
    go(SavePerson{});
  }
  // Decides one thing after the other, and goes on each time, so that all is said that is missing.
  void decide() {
    const auto miss = [this] {
      look("questions");
      go(NextShareStep{});
    };
    window.forms().share.lists_places = window.forms().share.sends_descriptions = true;
    miss();
    go(DecideNote{vault::ItemNumber{2}, true}, SendHelperNames{true});
    miss();
    go(DecidePlaces{true});
    miss();
    window.forms().share.states_left_out = true;
  }
  void read(const std::string& screen, const std::string& text) {
    for (const std::string& word : words_in(text)) {
      if (!m_known.contains(word)) m_english.insert(screen + ": " + word + " in: " + text);
    }
  }
  void finish(int least_screens) {
    std::string all;
    for (const std::string& one : m_english) all += one + "\n";
    INFO(all);
    CHECK(m_english.empty());
    CHECK(m_screens >= least_screens);
  }
  /// What others wrote, which stays as it is.
  void know(const std::string& text) {
    for (const std::string& word : words_in(text)) m_known.insert(word);
  }

  WindowDriver window;

 private:
  static std::set<std::string> known() {
    // The states of a widget are told to nobody yet, and the words for sizes stand in every language.
    std::set<std::string> known{"qqq", "qqqq",    "qqqqqqqqq", "English", "hsilgnE", "on",
                                "off", "current", "chosen",    "kB",      "MB",      "GB"};
    for (const std::string& word : words_in(read_file(DAYBOOK_REVERSED_SENTENCES))) known.insert(word);
    return known;
  }
  std::set<std::string> m_known = known(), m_english;
  int m_screens = 0;
};

}  // namespace

TEST_CASE("in another language no sentence of first run and the way in is left out") {
  Reversed walk(false);
  WindowDriver& window = walk.window;
  using Step = FirstRunState::Step;
  for (int i = 0; i < 12 && window.state().first_run.step != Step::passphrase; ++i) {
    walk.look("first run");
    walk.go(NextStep{});
  }
  NewPassphrase& next = window.forms().first_run.next;
  next.chosen.set(secret(""));
  walk.look("passphrase");
  next.begin_own();
  walk.look("own passphrase");
  for (const char* weak : {"qqq", "qqqqqqqqqqqqqqqqq", "abcdefghijkl", "1703198417031984", "17031984"}) {
    next.chosen.set(secret(weak));
    walk.go(NextStep{});
    walk.look("weak passphrase");
  }
  next.chosen.set(secret(WindowDriver::kOwnPassphrase));
  walk.go(NextStep{});
  REQUIRE(window.state().first_run.step == Step::sheet);
  window.state_for_tests().first_run.sheet.emplace(secret("2222-2222"));
  walk.look("sheet");
  walk.go(NextStep{});
  walk.look("groups");
  walk.go(NextStep{});
  walk.look("try");
  next.attempt.set(secret("wrong"));
  walk.go(NextStep{});
  walk.look("wrong try");
  next.attempt.set(secret(WindowDriver::kOwnPassphrase));
  walk.go(NextStep{});
  REQUIRE(window.state().first_run.step == Step::locking);
  walk.look("locking");
  walk.go(NextStep{});
  REQUIRE(window.state().is_open);
  walk.look("empty");
  window.restart(true);
  walk.look("unlock");
  window.type("wrong");
  window.key(ImGuiKey_Enter);
  walk.look("wrong passphrase");
  walk.go(UseSheet{true});
  window.forms().unlock.has_neither = true;
  walk.look("sheet");
  window.state_for_tests().unlock.wants_new_passphrase = true;
  window.forms().unlock.next.begin_own();
  walk.look("new passphrase");
  walk.go(BeginAnew{});
  // The program began again since `next` was taken: its forms are others now.
  window.forms().first_run.next.chosen.set(secret(""));
  walk.look("beside");
  walk.finish(19);
}

TEST_CASE("in another language no sentence of an open record is left out") {
  Reversed walk(true);
  WindowDriver& window = walk.window;
  const auto paste = [&](const char* text) { walk.go(PasteWords{text}, SaveAdded{}); };
  paste("qqq qqq");
  walk.look("saved");
  paste("qqq qqq");
  walk.look("saved before");
  walk.go(BeginAdding{Begun::Kind::note, 1_item});
  walk.look("note");
  window.type("qqq");
  walk.look("note with words");
  walk.go(SaveAdded{});
  write_file(window.folder / "qqq.bin", "q");
  std::filesystem::copy_file(test_data() / "pictures" / "item_light.webp", window.folder / "qqq.webp");
  walk.go(ImportFiles{{window.folder / "qqq.bin", window.folder / "qqq.webp", window.folder / "qqq.not"}});
  walk.know("qqq.bin qqq.webp qqq.not");
  walk.look("imported");
  for (const vault::ItemNumber item : {1_item, 2_item, 3_item, 4_item}) {
    walk.go(OpenItem{item});
    walk.look("item");
    walk.go(CheckItem{});
    walk.look("checked item");
    walk.go(AskToRemove{true});
    walk.look("to remove");
    walk.go(AskToRemove{false}, GoBack{});
  }
  walk.go(OpenItem{4_item}, UncoverPicture{});
  walk.look("picture");
  walk.go(OpenItem{1_item});
  for (std::size_t question = 0; question < questions().size(); ++question) {
    walk.go(AskQuestion{question});
    walk.look("question");
    walk.go(AnswerQuestion{"qqq"});
  }
  walk.go(AskQuestion{std::nullopt}, ToggleTag{"qqq"});
  walk.look("answered item");
  walk.go(Go{Screen::timeline});
  walk.look("timeline");
  window.forms().timeline.shows_filters = true;
  walk.look("filters");
  walk.go(FilterBy{Filter{vault::ShownAs::picture, "qqqqqqqqq", "qqq", "qqq", "qqq", true}});
  walk.look("nothing found");
  window.forms().timeline.shows_filters = false;
  walk.go(FilterBy{Filter{}}, Go{Screen::people});
  walk.look("people");
  walk.go(ChoosePerson{"qqq"});
  walk.look("person");
  for (const Screen screen : {Screen::case_details, Screen::settings, Screen::helper, Screen::help, Screen::check}) {
    walk.go(Go{screen});
    walk.look("screen");
  }
  window.forms().helper.name.set("qqq");
  walk.go(Go{Screen::helper}, BeginHelp{});
  walk.look("helped");
  walk.go(PasteWords{"qqqq"}, SaveAdded{}, EndHelp{}, OpenItem{5_item});
  walk.look("helped item");
  walk.go(Browse{BrowseFor::adding});
  walk.go(BrowseTo{window.folder.path()});
  walk.know("config share languages");
  for (const vault::Path& place : window.state().browse.places) walk.know(place.filename().string());
  walk.look("browse");
  walk.finish(36);
}

TEST_CASE("in another language no sentence of sharing, checking and keeping safe is left out") {
  Reversed walk(true);
  WindowDriver& window = walk.window;
  walk.ask_for_much();
  walk.know("stick");
  walk.go(BeginSharing{1_item}, BeginSharing{3_item});
  walk.look("a copy is begun");
  walk.go(GoOnSharing{true});
  using Step = ShareState::Step;
  window.state_for_tests().share.folder = window.folder / "stick";
  std::filesystem::create_directory(window.folder / "stick");
  window.handed_out = {window.folder / "stick"};
  for (int i = 0; i < 8 && window.state().share.step != Step::done; ++i) {
    if (window.state().share.step == Step::questions) walk.decide();
    if (window.state().share.step != Step::preview) walk.look("share");  // the preview is the copy, which is in English
    walk.go(NextShareStep{});
  }
  REQUIRE(window.state().share.step == Step::done);
  window.state_for_tests().share.key_words = "qqq qqq";
  window.state_for_tests().share.receipt = std::string(64, '7');
  window.state_for_tests().share.passphrase.emplace(secret("qqq qqq"));
  walk.look("shared");
  walk.go(NextShareStep{});
  walk.look("the last question");
  walk.go(PreviousShareStep{}, ShowCopies{});
  for (vault::CopyMade& copy : window.state_for_tests().copies.copies) {
    walk.know(copy.key_words);
    copy.key_words = "qqq qqq";
    copy.receipt = std::string(64, '7');
    walk.know(copy.folder + " " + copy.bundle.substr(0, 8));
    for (const std::string& name : copy.files) walk.know(name);
  }
  walk.look("copies");
  walk.go(ChooseCopy{window.state().copies.copies.front().bundle}, NoteGiven{vault::Given::yes});
  walk.look("copy");
  walk.go(OpenItem{1_item});
  walk.know("typed by the record keeper, with a helper (qqq) present");  // kept in English, and shown as it is kept
  walk.look("item of a copy");
  for (const auto& entry : std::filesystem::directory_iterator(test_data() / "copies")) {
    const vault::Path copy = entry.path() / "copy.zip";
    if (!std::filesystem::exists(copy)) continue;
    if (entry.path().filename() == "added_hostile_names") continue;  // names that run into the words beside them
    window.state_for_tests().check.file = copy;
    walk.go(Go{Screen::check}, CheckCopy{});
    if (!window.state().check.shows_how) walk.go(ShowHow{});
    const vault::CopyVerdict& verdict = *window.state().check.verdict;
    walk.know(verdict.key_words + " " + verdict.receipt);
    if (verdict.seal) walk.know(verdict.seal->purpose + " " + verdict.seal->tool);
    for (const vault::ItemVerdict& item : verdict.items) walk.know(item.name);
    if (verdict.stated) {
      for (const auto* text : {&verdict.stated->prepared_by, &verdict.stated->reference}) walk.know(text->value_or(""));
      if (verdict.stated->people) {
        for (const std::string& name : verdict.stated->people->first) walk.know(name);
      }
    }
    // Names of files and members. Where the subject is a word of ours, it is translated.
    for (const vault::VerdictLine& line : verdict.lines) {
      if (line.finding != vault::Finding::container_not_a_copy) walk.know(foreign_line(line.subject));
    }
    walk.look("check " + entry.path().filename().string());
  }
  using Task = SafetyState::Task;
  for (const Task task :
       {Task::none, Task::backup, Task::restore, Task::passphrase, Task::sheet, Task::new_keys, Task::remove_all}) {
    walk.go(BeginSafety{task});
    walk.look("safety");
    window.forms().safety.passphrase.set(secret("wrong"));
    window.forms().safety.next.chosen.set(secret("qqqqqqqqqqqqqqqqq"));
    window.state_for_tests().safety.place = window.folder / "stick";
    if (task != Task::none) walk.go(DoSafety{});
    walk.look("safety done wrong");
    window.forms().safety.passphrase.set(secret(WindowDriver::kOwnPassphrase));
    window.forms().safety.next.chosen.set(secret(WindowDriver::kOwnPassphrase));
    window.forms().safety.next.attempt.set(secret(WindowDriver::kOwnPassphrase));
    if (task != Task::none && task != Task::remove_all) walk.go(DoSafety{});
    if (window.state().safety.sheet) window.state_for_tests().safety.sheet.emplace(secret("2222-2222"));
    if (!window.state().safety.key_words.empty()) window.state_for_tests().safety.key_words = "qqq";
    walk.look("safety done");
  }
  walk.finish(24);
}

TEST_CASE("in another language no sentence of an error is left out") {
  Reversed walk(true);
  for (int code = 0; code <= static_cast<int>(ErrorCode::not_decided); ++code) {
    const ErrorText text = explain(Error{static_cast<ErrorCode>(code), "qqq"});
    for (const std::string& sentence : {text.what, text.safe, text.next})
      walk.read("error " + std::to_string(code), sentence);
  }
  walk.finish(0);
}
