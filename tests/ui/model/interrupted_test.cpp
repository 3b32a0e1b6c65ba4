// What hiding broke off is said once at the next opening, and nothing readable of it is left.
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/corpora.h"
#include "tests/support/router_driver.h"
#include "vault/intake/save_out.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

bool says(const RouterDriver& window, std::string_view words) {
  return window.state().banner && window.state().banner->more.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("files that hiding kept from being saved are named at the next opening, and saved when she says so") {
  RouterDriver window;
  window.make_record();
  write_file(window.folder / "a.txt", "one");
  write_file(window.folder / "b.txt", "two");
  window.router().apply(ImportFiles{{window.folder / "a.txt", window.folder / "b.txt"}});  // and nothing is waited for
  window.restart();
  window.unlock();
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->offer == Banner::Offer::save_files);
  CHECK(says(window, "was broken off"));
  window.act(TakeOffer{});
  CHECK(window.state().timeline.keys.size() == 2);
  CHECK(window.state().interrupted.files.empty());
  // It is not said again.
  window.restart();
  window.unlock();
  CHECK_FALSE(window.state().banner);
}

TEST_CASE("what she leaves is not said again, and what she has not decided is") {
  RouterDriver window;
  window.make_record();
  write_file(window.folder / "a.txt", "one");
  window.router().apply(ImportFiles{{window.folder / "a.txt"}});
  window.restart();
  window.unlock();
  REQUIRE(window.state().banner);
  window.restart();
  window.unlock();
  REQUIRE(window.state().banner);
  window.act(LeaveInterrupted{});
  window.restart();
  window.unlock();
  CHECK_FALSE(window.state().banner);
}

TEST_CASE("a picture that was pasted and not saved is told, because only its memory had it") {
  RouterDriver window;
  window.make_record();
  window.act(PastePicture{std::make_shared<const Bytes>(Bytes(2000, 7))});
  window.restart();
  window.unlock();
  CHECK(says(window, "A pasted picture was not saved."));
}

TEST_CASE("several files make one message with what failed, and deleting them there names and asks first") {
  RouterDriver window;
  window.make_record();
  std::vector<vault::Path> files;
  for (int i = 0; i < 9; ++i) {
    files.push_back(window.folder / ("picture" + std::to_string(i) + ".txt"));
    write_file(files.back(), "content " + std::to_string(i));
  }
  files.push_back(window.folder / "not there");
  window.act(ImportFiles{files});
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text == "9 of 10 files are saved and sealed.");
  CHECK(window.state().banner->is_fault);
  CHECK(says(window, "not there"));
  window.act(TakeOffer{});
  CHECK(window.state().importing.asks_to_delete.size() == 9);
  for (int i = 0; i < 9; ++i) CHECK(std::filesystem::exists(files[static_cast<std::size_t>(i)]));
  window.act(DeleteImported{});
  for (int i = 0; i < 9; ++i) CHECK_FALSE(std::filesystem::exists(files[static_cast<std::size_t>(i)]));
  CHECK(window.state().banner->text == "9 files were deleted. What was saved of them here stays.");
  CHECK(window.state().timeline.keys.size() == 9);
}

TEST_CASE("an item is saved out byte for byte under a name that was free, and half of one goes at the next opening") {
  RouterDriver window;
  window.make_record();
  const std::string content = "a voice message\r\n\x00\xff and its end";
  write_file(window.folder / "voice.ogg", content);
  window.act(ImportFiles{{window.folder / "voice.ogg"}});
  std::filesystem::create_directory(window.folder / "out");
  write_file(window.folder / "out" / "voice.bin", "another file of hers");
  window.act(AskToSaveOut{vault::ItemNumber{1}});
  window.choose(BrowseFor::save_out, window.folder / "out");
  REQUIRE(window.state().banner);
  CHECK_FALSE(window.state().banner->is_fault);
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(window.folder / "out"))
    found.push_back(read_file(entry.path()));
  CHECK(found.size() == 2);
  CHECK(std::count(found.begin(), found.end(), content) == 1);
  CHECK(std::count(found.begin(), found.end(), "another file of hers") == 1);
  // What was half written when the program was hidden is gone after the next opening, and nothing beside it.
  const vault::Path rest = window.folder / "out" / vault::unfinished_name(vault::ItemNumber{1});
  write_file(rest, "half of it");
  window.state_for_tests().saving_out.progress = std::make_shared<JobProgress>([] {});
  window.state_for_tests().saving_out.unfinished = rest;
  window.restart();
  window.unlock();
  CHECK(says(window, "An item was not saved out, and nothing of it is left there."));
  CHECK_FALSE(std::filesystem::exists(rest));
  CHECK(std::distance(std::filesystem::directory_iterator(window.folder / "out"), {}) == 2);
}
