#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/preview_text.h"
#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = ShareState::Step;

namespace {

constexpr std::size_t kWho = 1, kWhen = 2;  // in questions()
constexpr float kLeastSeen = 60;            // pixels of a choice of several lines at the largest text

// A record of which everything is asked: a message (item 1) with a helper, names and an earlier answer, a note beside
// it (item 2) with an earlier version, and a photograph with a place (item 3).
struct Asked : WindowDriver {
  explicit Asked(ImVec2 size = {1366, 768}, int percent = 100) : WindowDriver(size) {
    make_record();
    forms().helper.name.set("Kestrel");
    go(BeginHelp{}, PasteWords{"sorry. home soon. love you"}, SaveAdded{}, EndHelp{}, OpenItem{1_item});
    for (const auto& [question, answer] :
         {std::pair(kWho, "D"), std::pair(kWhen, "early May 2025"), std::pair(kWhen, "about 12 May 2025")})
      go(AskQuestion{question}, AnswerQuestion{answer});
    go(ChoosePerson{"D"});
    forms().people.relation.set("my partner until 2026");
    go(SavePerson{}, BeginAdding{Begun::Kind::note, 1_item});
    forms().add.text.set("I was in the bathroom with the door locked.");
    go(SaveAdded{}, RewriteNote{2_item, ""});
    forms().add.text.set("I was in the bathroom with the door locked. I wrote this so that he would stop calling.");
    go(SaveAdded{});
    std::filesystem::copy_file(test_data() / "made-up" / "photo.jpg", folder / "door.jpg");
    go(ImportFiles{{folder / "door.jpg"}});
    Settings settings = state().settings;
    settings.text_percent = percent;
    go(ChangeSettings{settings}, BeginSharing{1_item}, ToggleShared{3_item}, NextShareStep{}, NextShareStep{});
    REQUIRE(state().share.step == Step::questions);
    REQUIRE(state().share.questions);
  }
  template <class... Done>
  void go(Done... actions) {
    ((router().apply(std::move(actions)), settle()), ...);
  }
};

// Whether a person sees the whole of a widget or a text without scrolling.
bool is_in_view(WindowDriver& window, const std::string& name, ImVec2 size) {
  for (const Widget& one : window.ui().widgets()) {
    if (one.name == name) return one.min.x >= 0 && one.max.x <= size.x && one.min.y >= 0 && one.max.y <= size.y;
  }
  return false;
}

}  // namespace

TEST_CASE("all that is asked before a copy is decided by keyboard alone, at every size of text") {
  for (const ImVec2 size : {ImVec2{1366, 768}, ImVec2{800, 600}}) {
    for (const int percent : {100, 200, 300}) {
      INFO(size.x << " pixels, " << percent << " percent");
      Asked window(size, percent);
      const auto press = [&](const char* name) {
        window.tab_to(name);
        INFO(name);
        CHECK(is_in_view(window, name, size));
        window.key(ImGuiKey_Space);
        CHECK(window.focused() == name);  // what comes of it does not take the focus away
      };
      // Keys show what stands above the button first, a page at a time.
      const auto go_on = [&] {
        window.tab_to("Continue");
        for (int i = 0; i < 40 && window.focused() == "Continue" && window.state().share.step == Step::questions; ++i)
          window.key(ImGuiKey_Enter);
      };
      CHECK(window.focused() == "Continue");
      CHECK(is_in_view(window, "For you to decide", size));  // the page opens at its beginning
      for (const Widget& one : window.ui().widgets()) {
        INFO(one.name);
        CHECK(one.max.x <= size.x);
      }
      go_on();
      CHECK(window.state().share.step == Step::questions);
      // What is missing is told where it is decided, in view, and the focus is there.
      const auto told = [&](const char* count, const char* name) {
        CHECK(window.focused() == "What is open");  // where no key decides anything
        CHECK(is_in_view(window, count, size));
        CHECK(window.widget(name).min.y + kLeastSeen < size.y);
        const auto chosen = window.state().share.chosen;
        window.key(ImGuiKey_Enter);
        window.key(ImGuiKey_Space);
        CHECK(window.state().share.chosen == chosen);
        CHECK(window.focused() == "What is open");
      };
      told("3 things are not decided yet.", "Include note 000002");
      press("Include note 000002");
      CHECK(window.words().find("not decided yet") == std::string::npos);
      go_on();
      told("2 things are not decided yet.", "Look");
      CHECK(window.words().find("The note beside item 000001 is in this copy.") != std::string::npos);
      press("Leave out note 000002");
      CHECK(window.words().find("A note beside item 000001 is not in this copy.") != std::string::npos);
      press("Include note 000002");
      window.tab_to("Leave the photograph out");
      window.key(ImGuiKey_Space);
      go_on();
      told("One thing is not decided yet.", "Do not say whether there is more");
      press("Leave the photograph out");
      CHECK_FALSE(window.state().share.chosen.contains(3_item));
      press("Send it with its place");
      CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item, 2_item, 3_item});
      press("Say how many items are left out, and how many were removed");
      CHECK(window.words().find("It stays here.") != std::string::npos);
      press("Send the name too");
      CHECK(window.words().find("It goes along.") != std::string::npos);
      press("Send other names, numbers, and who they are to me");
      press("Goes along");
      CHECK(window.forms().share.stays_home.size() == 1);
      go_on();
      REQUIRE(window.state().share.step == Step::preview);
      const auto& preview = window.state().share.preview;
      for (const char* said : {"door locked. I wrote this", "Kestrel", "my partner until 2026", "door.jpg"}) {
        INFO(said);
        CHECK(says(preview, said));
      }
      CHECK_FALSE(says(preview, "early May 2025"));
    }
  }
}

TEST_CASE("what is asked before a copy is said in words: what a note says, where it stands, who is named, and when") {
  Asked window;
  const std::string words = window.words();
  for (const char* said :
       {"3 of 5", "A note beside item 000001 is not in this copy.", "sorry. home soon. love you",
        "I wrote this so that he would stop calling.", "1 photograph contains a place.",
        "Should the copy say whether there is more?", "The name of somebody who helped you stands at 1 item.",
        "Your answers name these people: \u2068D\u2069", "When was it sent, or when did it happen?",
        "Earlier versions go along, each under its own day."}) {
    INFO(said);
    CHECK(words.find(said) != std::string::npos);
  }
  for (const char* choice : {"Include note 000002", "Leave out note 000002", "Leave the photograph out",
                             "Send it with its place", "Do not say whether there is more",
                             "Say how many items are left out, and how many were removed", "Send the name too"})
    CHECK_FALSE(window.widget(choice).is_chosen);
}

TEST_CASE("a photograph with a place is looked at from the questions, and Back comes back to them") {
  Asked window;
  window.click("Look");
  const std::string picture = "000003  " + isolated("door.jpg");
  window.click(picture);
  CHECK(window.state().screen == Screen::item);
  CHECK(window.state().item.number == 3_item);
  window.click("Back");
  CHECK(window.state().screen == Screen::share);
  CHECK(window.state().share.step == Step::questions);
  CHECK(window.has(picture));
  window.click("Look");
  CHECK_FALSE(window.has(picture));
  window.click("Include note 000002");
  window.click("Leave the photograph out");
  window.click("Do not say whether there is more");
  window.click("Continue");
  CHECK(window.state().share.step == Step::preview);
  CHECK_FALSE(says(window.state().share.preview, "door.jpg"));
}

TEST_CASE("all earlier versions are listed with their days, and each can be left at home") {
  Asked window;
  CHECK(window.state().share.questions->earlier.size() == 1);
  window.click("Include note 000002");  // and then its earlier version goes along
  REQUIRE(window.state().share.questions->earlier.size() == 2);
  std::vector<ImVec2> ticks;
  for (const Widget& one : window.ui().widgets()) {
    if (one.name != "Goes along") continue;
    CHECK(one.is_chosen);
    ticks.push_back(one.min);
  }
  CHECK(ticks.size() == 2);
  window.click("Goes along");
  const vault::EntryNumber first = window.state().share.questions->earlier[0].entry;
  CHECK(window.forms().share.stays_home == std::set{first});
  window.click("Goes along");
  CHECK(window.forms().share.stays_home.empty());
}

TEST_CASE("who she is, their number and the phone are asked in the first step, and none has to be said") {
  WindowDriver window;
  window.make_record();
  window.key(ImGuiMod_Alt | ImGuiKey_4);
  CHECK(window.focused() == "Police");  // so that the step is read from its beginning
  CHECK(window.words().find("1 of 5") != std::string::npos);
  CHECK(window.widget("I do not say").is_chosen);
  window.click("Your name or initials, for the front page. You can leave it empty.");
  window.type("S.M.J.");
  window.click("Their number for the case, if you have one.");
  window.type("06CC/1234/25");
  window.click("No");
  CHECK(window.forms().share.prepared_by.text() == "S.M.J.");
  CHECK(window.forms().share.reference.text() == "06CC/1234/25");
  CHECK(window.forms().share.original_kept == false);
  window.click("Yes");
  CHECK(window.forms().share.original_kept == true);
  window.click("I do not say");
  CHECK_FALSE(window.forms().share.original_kept);
}

TEST_CASE("the number of a saved copy is shown in full, in groups, and with what to do with it") {
  for (const int percent : {100, 300}) {
    WindowDriver window({800, 600});
    window.make_record();
    window.state_for_tests().settings.text_percent = percent;
    ShareState& share = window.state_for_tests().share;
    share.step = Step::done;
    share.receipt = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    window.router().apply(Go{Screen::share});
    window.settle();
    const std::string words = window.words();
    CHECK(words.find("01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef") != std::string::npos);
    for (const char* said : {"It is written without blanks", "by another way than the copy: on paper or by telephone.",
                             "Its name begins with START-HERE."})
      CHECK(words.find(said) != std::string::npos);
    for (const Widget& one : window.ui().widgets()) CHECK(one.max.x <= 800);
  }
}

TEST_CASE("a helper begins with a role or a name, and the name stands with the item, apart from who typed") {
  WindowDriver window;
  window.make_record();
  window.router().apply(Go{Screen::helper});
  window.settle();
  CHECK_FALSE(window.widget("Begin the session").is_enabled);
  window.click("Their role, such as IDVA");
  window.type("IDVA");
  window.click("Begin the session");
  REQUIRE(window.state().helper.is_on);
  window.router().apply(EndHelp{});
  window.forms().helper.name.set("Kestrel");
  for (Action action : {Action(BeginHelp{}), Action(PasteWords{"call me"}), Action(SaveAdded{}), Action(EndHelp{}),
                        Action(OpenItem{1_item})}) {
    window.router().apply(std::move(action));
    window.settle();
  }
  const std::string words = window.words();
  CHECK(words.find("typed by the record keeper, with a helper (IDVA) present") != std::string::npos);
  CHECK(words.find("text: Kestrel") != std::string::npos);
}
