#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

#include "tests/support/corpora.h"
#include "tests/support/golden_record.h"
#include "tests/support/record_fixture.h"
#include "ui/model/router.h"
#include "vault/record/case_facts.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// The window's state and actions without a window, on a record of version 2 of the tables.
class OlderRecordInTheWindow {
 public:
  OlderRecordInTheWindow() {
    Settings settings;
    settings.record = m_golden.path();
    REQUIRE(save_settings(vault::operating_system_files(), settings_file(), settings).ok());
    open();
  }
  void open() {
    m_router.reset();
    m_router = std::make_unique<Router>(ProgramSurroundings{{vault::operating_system_files(), m_golden.clock},
                                                            settings_file(),
                                                            m_folder / "notes",
                                                            vault::PictureReader(m_folder / "none"),
                                                            vault::CopyDoor(m_folder / "none"),
                                                            [] {},
                                                            [] { return 0.0; }});
    settle();
    m_router->forms().unlock.secret.set(secret(m_golden.secret_text()));
    act(Unlock{});
    REQUIRE(state().is_open);
  }
  void act(Action action) {
    m_router->apply(std::move(action));
    settle();
  }
  const AppState& state() const { return m_router->state(); }
  Forms& forms() { return m_router->forms(); }
  std::unique_ptr<vault::Record> close() {
    m_router.reset();
    return m_golden.open().value();
  }

 private:
  vault::Path settings_file() const { return m_folder / "settings.json"; }
  void settle() {
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    for (int quiet = 0; quiet < 4;) {
      m_router->poll();
      quiet = m_router->is_idle() ? quiet + 1 : 0;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      if (std::chrono::steady_clock::now() > limit) FAIL("the workers do not come to an end");
    }
  }
  GoldenRecord m_golden{2, "record-with-case"};
  TemporaryFolder m_folder;
  std::unique_ptr<Router> m_router;
};

}  // namespace

TEST_CASE("case, people and preferences of an older record stand in the window as they were") {
  OlderRecordInTheWindow window;
  const CaseForm& details = window.forms().case_details;
  CHECK(details.fields[CaseState::reference].text() == "12/3456/25");
  CHECK(details.fields[CaseState::statement].text().empty());
  CHECK(details.fields[CaseState::decision].text() == "They stopped it on 12 June 2025");
  std::vector<std::string> described;
  for (const Person& person : window.state().people.people) {
    if (person.is_described) described.push_back(person.name + ": " + person.relation);
  }
  CHECK(described == std::vector<std::string>{"Alex: my former partner", "Dr Okafor: ", "Sam: our neighbour"});
  CHECK(static_cast<int>(window.state().preferences.theme) == 1);
}

TEST_CASE(
    "what is changed in the window of case, people and preferences is an entry for each, and none for preferences") {
  OlderRecordInTheWindow window;
  window.forms().case_details.fields[CaseState::decision].set("They stopped it");
  window.act(SaveCase{});
  window.act(SaveCase{});  // nothing is different any more
  window.act(ChoosePerson{"Sam"});
  window.forms().people.relation.set("a neighbour");
  window.act(SavePerson{});
  window.forms().people.added.set("Kim");
  window.act(AddPerson{});
  Preferences preferences = window.state().preferences;
  preferences.lock_minutes = 9;
  window.act(ChangePreferences{preferences});
  window.open();
  CHECK(window.state().case_details.kept[CaseState::decision] == "They stopped it");
  CHECK(window.state().preferences.lock_minutes == 9);
  bool has_kim = false;
  for (const Person& person : window.state().people.people) {
    if (person.name == "Sam") CHECK(person.relation == "a neighbour");
    has_kim |= person.name == "Kim" && person.is_described;
  }
  CHECK(has_kim);

  const auto record = window.close();
  const auto facts = vault::fact_versions(*record).value();
  const auto people = vault::person_versions(*record).value();
  REQUIRE(facts.size() == 8);  // seven taken over
  CHECK(facts.back().fact == vault::fact::kDecisionTold);
  CHECK(facts.back().version == 2);
  REQUIRE(people.size() == 5);  // three taken over
  CHECK(people.back().said == vault::Description{"Kim", "", ""});
  CHECK(record->log().head()->size == leaf_index(*people.back().sequence) + 1);
  require_clean(*record);
}
