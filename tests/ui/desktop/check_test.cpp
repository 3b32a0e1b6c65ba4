#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/window_driver.h"
#include "ui/model/verdict_text.h"
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
  window.app().apply(Go{Screen::check});
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
    CheckState& check = window.state().check;
    check = CheckState();
    check.file = copy;
    if (typed.contains("identity")) check.key_file = folder / typed["identity"].get<std::string>();
    if (typed.contains("words")) check.words.set(typed["words"].get<std::string>());
    window.app().apply(CheckCopy{});
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
  window.app().apply(Go{Screen::check});
  window.state().check.file = test_data() / "copies" / "full" / "copy.zip";
  window.app().apply(CheckCopy{});
  window.settle();
  CHECK(window.words().find("Signature: ") == std::string::npos);
  window.click("How it was checked");
  CHECK(window.words().find("Signature: ") != std::string::npos);
  window.click("Close how it was checked");
  CHECK(window.words().find("Signature: ") == std::string::npos);
}
