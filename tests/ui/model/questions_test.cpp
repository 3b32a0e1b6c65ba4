#include "ui/model/questions.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/catalogue_file.h"
#include "tests/support/corpora.h"
#include "tests/support/router_driver.h"
#include "ui/report/described_item.h"
#include "ui/report/item_facts.h"
#include "ui/words/translate.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("a choice is kept in English and shown in the language of the window, her own words stay as they are") {
  const auto catalogue =
      Catalogue::parse(catalogue_file({{"My phone", "Moj telefon"}, {"I'm not sure", "Nie wiem"}})).value();
  speak(catalogue);
  CHECK(kept_answer(vault::question::kWhere, "Moj telefon") == "My phone");
  CHECK(shown_answer(vault::question::kWhere, "My phone") == "Moj telefon");
  CHECK(kept_answer(vault::question::kWhere, "od siostry") == "od siostry");
  CHECK(shown_answer(vault::question::kTitle, "My phone") == "My phone");  // there it is a word of hers
  CHECK(is_nobody("I'm not sure"));
  speak(nullptr);
}

TEST_CASE("the answers that the report tells apart are those that are offered") {
  const auto is_offered = [](const char* question, const std::string& answer) {
    for (const Question& one : questions()) {
      if (std::string_view(one.id) != question) continue;
      for (const char* choice : one.choices) {
        if (answer == choice) return true;
      }
    }
    return false;
  };
  for (const char* answer : {vault::kTypedOut, kPasted}) CHECK(is_offered(vault::question::kHow, answer));
  for (const char* answer : {kKeeperDid, kNotSure}) CHECK(is_offered(vault::question::kWho, answer));
  for (const Question& one : questions()) {
    if (std::string_view(one.id) != vault::question::kWho) continue;
    for (const char* choice : one.choices) CHECK(is_nobody(choice));
  }
  CHECK_FALSE(is_nobody("Mark"));
}

TEST_CASE("nothing that the window says of an item in another language stands in the record") {
  RouterDriver window;
  std::filesystem::create_directory(window.folder / "languages");
  write_file(window.folder / "languages" / "pl.mo",
             catalogue_file({{"", "X-Language-Name: Polski\n"},
                             {"My phone", "Moj telefon"},
                             {"Pasted", "Wklejone"},
                             {"typed by {}, with the record keeper present", "pisze {}"}}));
  window.restart();
  window.act(ChooseLanguage{"pl"});
  window.make_record();
  window.forms().helper.name.set("Anna");
  window.act(BeginHelp{});
  window.paste_and_save("where are you");
  window.act(OpenItem{1_item});
  window.act(AskQuestion{0});
  window.act(AnswerQuestion{"Moj telefon"});
  const auto answers = window.state().item.item->current_answers();
  CHECK(answers.at(vault::question::kWhere) == "My phone");
  CHECK(answers.at(vault::question::kTyped).find("with") != std::string::npos);
  window.act(AskQuestion{0});
  CHECK(window.forms().item.answer.text() == "Moj telefon");
  speak(nullptr);
}
