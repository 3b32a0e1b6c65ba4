#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/window_driver.h"
#include "ui/words/verdict_text.h"
#include "vault/log/canonical_json.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

vault::Path copy_in(const vault::Path& folder) {
  for (const char* name : {"copy.zip", "copy.age", "copy.zip.001", "copy.age.001"}) {
    if (std::filesystem::exists(folder / name)) return folder / name;
  }
  return {};
}

}  // namespace

TEST_CASE("the window says of every copy of the conformance set what it is, in two lines, and red of one kind only") {
  WindowDriver window;
  window.settle();
  window.router().apply(Go{Screen::check});
  int copies = 0;
  for (const auto& entry : std::filesystem::directory_iterator(test_data() / "copies")) {
    const vault::Path folder = entry.path();
    const vault::Path copy = entry.is_directory() ? copy_in(folder) : vault::Path();
    if (copy.empty()) continue;  // a folder, which the terminal checks
    vault::Json typed = vault::Json::object();
    if (std::filesystem::exists(folder / "typed.json")) typed = vault::Json::parse(read_file(folder / "typed.json"));
    if (typed.contains("earlier") || typed.contains("passphrase")) continue;  // the window asks for none of these so
    const vault::Json expected = vault::Json::parse(read_file(folder / "expected.json"));
    INFO(folder.filename().string());
    CheckState& check = window.state_for_tests().check;
    check = CheckState();
    window.forms().check = CheckForm();
    check.file = copy;
    if (typed.contains("identity")) check.key_file = folder / typed["identity"].get<std::string>();
    if (typed.contains("words")) window.forms().check.words.set(typed["words"].get<std::string>());
    window.router().apply(CheckCopy{});
    window.settle();
    REQUIRE(check.verdict);
    CHECK(name_of(check.verdict->answer) == expected["answer"]);
    CHECK(check.verdict->items.size() == expected["items"].size());
    const std::string said = window.words();
    CHECK(said.find(answer_sentence(*check.verdict)) != std::string::npos);
    CHECK(said.find(next_sentence(*check.verdict)) != std::string::npos);
    const bool may_be_saved = expected["answer"] == "matches" || expected["answer"] == "added";
    CHECK(window.has("Save the files of the copy") == may_be_saved);
    CHECK(said.find("\xe2\x80\xae") == std::string::npos);
    ++copies;
  }
  CHECK(copies > 200);
}

TEST_CASE("how a copy was checked is closed at first") {
  WindowDriver window;
  window.settle();
  window.router().apply(Go{Screen::check});
  window.state_for_tests().check.file = test_data() / "copies" / "full" / "copy.zip";
  window.router().apply(CheckCopy{});
  window.settle();
  CHECK(window.words().find("Signature: ") == std::string::npos);
  window.click("How it was checked");
  CHECK(window.words().find("Signature: ") != std::string::npos);
  window.click("Close how it was checked");
  CHECK(window.words().find("Signature: ") == std::string::npos);
}

namespace {

constexpr std::string_view kWordsOfAnother = "abandon ability able about above absent absorb abstract";

vault::Path copy_of(const char* name) { return copy_in(test_data() / "copies" / name); }

// As a person does who has chosen it.
void choose(WindowDriver& window, const vault::Path& file, BrowseState::For purpose = BrowseState::For::copy_to_check) {
  window.router().apply(Browse{purpose});
  window.settle();
  window.router().apply(ChooseFile{file});
  window.settle();
}

void check(WindowDriver& window, const vault::Path& file) {
  choose(window, file);
  window.click("Check it");
}

}  // namespace

TEST_CASE("who has no record can check a copy as the first thing") {
  WindowDriver window;
  window.settle();
  window.click("Check a copy");
  CHECK(window.state().screen == Screen::check);
  CHECK(window.focused() == "Choose the copy");
  check(window, copy_of("full"));
  CHECK(window.words().find("This copy matches its seal.") != std::string::npos);
  window.click("Back");
  CHECK(window.state().screen == Screen::first_run);
}

TEST_CASE("what was brought for one copy says nothing of the next") {
  WindowDriver window;
  window.settle();
  window.router().apply(Go{Screen::check});
  choose(window, copy_of("parts_locked"));
  choose(window, test_data() / "copies" / "parts_locked" / "key.txt", BrowseState::For::key_file);
  const CheckState& now = window.state().check;
  CheckForm& typed = window.forms().check;
  CHECK(now.file == copy_of("parts_locked"));
  typed.words.set(std::string(kWordsOfAnother));
  typed.passphrase.insert(U'x');
  window.click("Check it");
  CHECK(now.verdict->answer == vault::Answer::could_not_be_checked);
  choose(window, copy_of("full"));
  CHECK(now.key_file.empty());
  CHECK(typed.words.empty());
  CHECK(typed.passphrase.empty());
  CHECK_FALSE(now.verdict);
  window.click("Check it");
  CHECK(now.verdict->answer == vault::Answer::matches);
}

TEST_CASE("the answer is what is in sight, at every size of text") {
  for (const int percent : {100, 200, 300}) {
    INFO(percent);
    WindowDriver window({800, 600});
    window.settle();
    window.state_for_tests().settings.text_percent = percent;
    window.router().apply(Go{Screen::check});
    check(window, copy_of("file_changed"));
    const auto answer = [&] {
      for (const Widget& widget : window.ui().widgets()) {
        if (widget.name.starts_with("This copy does not match its seal.")) return widget.min.y;
      }
      return -1.0f;
    };
    CHECK(answer() > 0);
    CHECK(answer() < 600);
    CHECK(window.focused() == "How it was checked");
    // What was changed is named without another press.
    CHECK(window.words().find("000001") != std::string::npos);
  }
}

TEST_CASE("a mistyped word is told, keeps what else was typed, and Enter checks") {
  WindowDriver window;
  window.settle();
  window.router().apply(Go{Screen::check});
  choose(window, copy_of("full"));
  const CheckState& now = window.state().check;
  CheckForm& typed = window.forms().check;
  typed.passphrase.insert(U'x');
  window.click("The eight key words, if the sender read them out to you");
  window.type("abandn ability");
  window.key(ImGuiKey_Enter);
  REQUIRE(now.error);
  CHECK(window.words().find("abandn") != std::string::npos);
  CHECK_FALSE(now.verdict);
  CHECK(typed.passphrase.characters() == 1);
  CHECK(typed.words.text() == "abandn ability");
}

TEST_CASE("a folder that somebody unpacked is checked as it is, and another is not offered") {
  WindowDriver window;
  window.settle();
  window.router().apply(Go{Screen::check});
  const vault::Path folder = test_data() / "copies" / "folder" / "copy";
  window.router().apply(Browse{BrowseState::For::copy_to_check});
  window.router().apply(BrowseTo{folder.parent_path()});
  window.settle();
  CHECK_FALSE(window.has("Check this folder"));
  for (const vault::Path& place : {folder, folder / "bag"}) {
    window.router().apply(Browse{BrowseState::For::copy_to_check});
    window.router().apply(BrowseTo{place});
    window.settle();
    window.click("Check this folder");
    CHECK_FALSE(window.has("Passphrase of the copy"));
    window.click("Check it");
    CHECK(window.words().find("This copy matches its seal.") != std::string::npos);
    CHECK_FALSE(window.has("Save the files of the copy"));
  }
}

TEST_CASE("the key that came with a copy is not taken for the copy") {
  WindowDriver window;
  window.settle();
  window.router().apply(Go{Screen::check});
  const vault::Path key = window.folder / "copy-3fa9c21e-key.age";
  write_file(key, "age-encryption.org/v1\n");
  choose(window, key);
  CHECK(window.words().find("This is the key that belongs to a copy") != std::string::npos);
  CHECK_FALSE(window.has("Check it"));
  CHECK(window.has("Choose the copy"));
}
