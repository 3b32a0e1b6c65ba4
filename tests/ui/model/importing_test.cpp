#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("a file is kept, and deleting the one outside is offered, never done by itself") {
  RouterDriver window;
  window.make_record();
  const vault::Path file = window.folder / "voice.ogg";
  write_file(file, "OggS and so on");
  window.act(ImportFiles{{file}});
  CHECK(window.state().timeline.keys.size() == 1);
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->offer == Banner::Offer::delete_files);
  CHECK(std::filesystem::exists(file));
  window.act(TakeOffer{});
  CHECK(window.state().importing.asks_to_delete == std::vector{file});
  CHECK(std::filesystem::exists(file));
  window.act(AskToDelete{false});
  window.act(DeleteImported{});
  CHECK(std::filesystem::exists(file));
  window.act(AskToDelete{true});
  window.act(DeleteImported{});
  CHECK_FALSE(std::filesystem::exists(file));
  CHECK(window.state().importing.imports.empty());
}

TEST_CASE("a file that was changed since it was kept is not deleted where it is") {
  RouterDriver window;
  window.make_record();
  const vault::Path file = window.folder / "diary.txt";
  write_file(file, "one line");
  window.act(ImportFiles{{file}});
  write_file(file, "one line and what he wrote later");
  window.act(TakeOffer{});
  window.act(DeleteImported{});
  CHECK(read_file(file) == "one line and what he wrote later");
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->is_fault);
  CHECK(window.state().banner->more.find("diary.txt") != std::string::npos);
}

TEST_CASE("the files of the record itself are neither kept in it nor offered to be deleted") {
  RouterDriver window;
  window.make_record();
  std::filesystem::create_directory_symlink(window.record_path(), window.folder / "by a link");
  window.act(ImportFiles{{window.record_path() / "header", window.folder / "by a link" / "records"}});
  CHECK(window.state().timeline.keys.empty());
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->is_fault);
  CHECK(window.state().banner->offer == Banner::Offer::none);
}

TEST_CASE("nothing is said to be saved when the files of the record were moved away while it is open") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("before");
  std::filesystem::rename(window.record_path() / "records", window.folder / "moved");
  window.act(PasteWords{"after"});
  window.act(SaveAdded{});
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->is_fault);
  CHECK(window.state().banner->text == "The files of the record were moved or removed while it is open.");
  CHECK(window.state().timeline.keys.size() == 1);
}

TEST_CASE("nothing is said to be saved when an older database was written over the one that is open") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("before");
  const vault::Path records = window.record_path() / "records";
  const std::string older = read_file(records);
  window.paste_and_save("later");
  write_file(records, older);
  window.act(PasteWords{"after"});
  window.act(SaveAdded{});
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->is_fault);
  CHECK(window.state().banner->text == "Another program wrote into the files of the record while it is open.");
  CHECK(window.state().timeline.keys.size() == 2);
}

TEST_CASE("a file that is kept already is told, and offers nothing") {
  RouterDriver window;
  window.make_record();
  const vault::Path file = window.folder / "voice.ogg";
  write_file(file, "OggS and so on");
  window.act(ImportFiles{{file}});
  window.act(ImportFiles{{file}});
  CHECK(window.state().timeline.keys.size() == 1);
  CHECK(window.state().banner->offer == Banner::Offer::none);
}

TEST_CASE("of several files each is kept or told for itself") {
  RouterDriver window;
  window.make_record();
  write_file(window.folder / "a.txt", "one");
  write_file(window.folder / "b.txt", "two");
  window.act(ImportFiles{{window.folder / "a.txt", window.folder / "b.txt", window.folder / "not there"}});
  CHECK(window.state().timeline.keys.size() == 2);
  CHECK(window.state().banner->is_fault);
}

TEST_CASE("the time that is left is told by the bytes that are left, not by the files") {
  ImportState importing;
  importing.all = 4;
  importing.seconds = 60;
  importing.work_done = 3e6;
  importing.imports.push_back({"film.mp4", "film.mp4", std::make_shared<JobProgress>([] {}), 600'000'000});
  CHECK(progress_text(importing).second == "film.mp4, 0 percent.");  // how large it is was not looked up yet
  importing.knows_sizes = true;
  CHECK(progress_text(importing).second == "film.mp4, 0 percent. About 201 minutes left.");
  importing.imports.front().bytes = 1000;
  CHECK(progress_text(importing).second == "film.mp4, 0 percent. Less than a minute left.");
}

TEST_CASE("a file that was chosen by looking through folders is kept, and what was chosen for something else is not") {
  RouterDriver window;
  window.make_record();
  write_file(window.folder / "a.txt", "one");
  window.choose(BrowseFor::key_file, window.folder / "a.txt");
  CHECK(window.state().timeline.keys.empty());
  window.choose(BrowseFor::adding, window.folder / "a.txt");
  CHECK(window.state().timeline.keys.size() == 1);
  CHECK(window.state().screen == Screen::timeline);
}
