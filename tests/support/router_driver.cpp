#include "tests/support/router_driver.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

namespace daybook::test {

using namespace daybook::ui;

RouterDriver::RouterDriver() { start(); }

void RouterDriver::start() {
  ProgramSurroundings given{{vault::operating_system_files(), clock},
                            folder / "config" / "settings.json",
                            record_path(),
                            vault::PictureReader(DAYBOOK_PICTURE_READER),
                            vault::CopyDoor(DAYBOOK_COPY_READER),
                            [] {},
                            [this] { return now; },
                            folder / "languages"};
  given.media = vault::MediaReader(DAYBOOK_MEDIA_READER);
  given.archives = vault::ArchiveReader(DAYBOOK_ARCHIVE_READER);
  given.made_at = made_at;
  m_router = std::make_unique<Router>(std::move(given));
}

void RouterDriver::act(Action action) {
  m_router->apply(std::move(action));
  settle();
}

void RouterDriver::settle() {
  const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  for (int quiet = 0; quiet < 3;) {
    m_router->poll();
    quiet = m_router->is_idle() ? quiet + 1 : 0;
    if (quiet == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (std::chrono::steady_clock::now() > limit) FAIL("the workers do not come to an end");
  }
}

void RouterDriver::wait(double seconds) {
  now += seconds;
  settle();
}

void RouterDriver::make_record() {
  using Step = FirstRunState::Step;
  while (state().first_run.step != Step::passphrase) act(NextStep{});
  forms().first_run.next.chosen.set(secret(kOwnPassphrase));
  act(NextStep{});
  REQUIRE(state().first_run.step == Step::sheet);
  act(NextStep{});
  const std::string sheet(state().first_run.sheet->expose_text());
  forms().first_run.groups.set(sheet.substr(5, 4) + sheet.substr(20, 4));
  act(NextStep{});
  REQUIRE(state().first_run.step == Step::try_passphrase);
  forms().first_run.next.attempt.set(secret(kOwnPassphrase));
  act(NextStep{});
  REQUIRE(state().first_run.step == Step::locking);
  act(NextStep{});
  REQUIRE(state().is_open);
}

void RouterDriver::restart() {
  m_router->keep_draft();
  m_router.reset();
  start();
}

void RouterDriver::unlock(std::string_view passphrase) {
  forms().unlock.secret.set(secret(passphrase));
  act(Unlock{});
}

void RouterDriver::paste_and_save(std::string_view text) {
  act(PasteWords{std::string(text)});
  act(SaveAdded{});
}

void RouterDriver::choose(BrowseFor purpose, const vault::Path& path) {
  const bool is_folder = std::filesystem::is_directory(path);
  act(Browse{purpose, is_folder ? path : path.parent_path()});
  if (is_folder)
    act(ChooseFolder{});
  else
    act(ChooseFile{path});
}

}  // namespace daybook::test
