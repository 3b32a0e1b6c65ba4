#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

void ask_for_removal(RouterDriver& window, std::string_view passphrase) {
  window.act(BeginSafety{SafetyState::Task::remove_all});
  window.forms().safety.passphrase.set(secret(passphrase));
  window.forms().safety.word.set("remove");
  window.act(DoSafety{});
}

}  // namespace

TEST_CASE("removal needs the passphrase, counts down, and can be stopped until the end") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  ask_for_removal(window, "not mine");
  CHECK(window.state().removal.at == 0);
  ask_for_removal(window, RouterDriver::kOwnPassphrase);
  CHECK(window.forms().safety.passphrase.empty());
  window.wait(4);
  CHECK(window.state().removal.seconds_left == 1);
  window.act(StopRemoval{});
  window.wait(10);
  CHECK(window.state().is_open);
  CHECK(window.state().timeline.keys.size() == 1);
  ask_for_removal(window, RouterDriver::kOwnPassphrase);
  window.act(BeginSafety{SafetyState::Task::none});  // something else was pressed
  window.wait(10);
  CHECK(window.state().is_open);
}

TEST_CASE("nothing is removed while she looks at something else") {
  RouterDriver window;
  window.make_record();
  ask_for_removal(window, RouterDriver::kOwnPassphrase);
  window.act(Go{Screen::timeline});
  CHECK(window.state().removal.at == 0);
  window.wait(10);
  CHECK(window.state().is_open);
  // Nor when she left while the passphrase was still being looked at.
  window.act(BeginSafety{SafetyState::Task::remove_all});
  window.forms().safety.passphrase.set(secret(RouterDriver::kOwnPassphrase));
  window.forms().safety.word.set("remove");
  window.router().apply(DoSafety{});
  window.router().apply(Go{Screen::timeline});
  window.settle();
  window.wait(10);
  CHECK(window.state().is_open);
  CHECK(std::filesystem::exists(window.record_path()));
}

TEST_CASE("at the end the record and the settings are gone, and the program ends") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  ask_for_removal(window, RouterDriver::kOwnPassphrase);
  window.wait(6);
  CHECK_FALSE(window.state().is_open);
  CHECK(window.router().leaving() == Leaving::hide);
  CHECK_FALSE(std::filesystem::exists(window.record_path()));
  CHECK_FALSE(std::filesystem::exists(window.folder / "config" / "settings.json"));
  window.router().keep_draft();
  CHECK_FALSE(std::filesystem::exists(window.record_path()));
}
