#include <fmt/format.h>

#include "ui/model/app.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"
#include "vault/record/case_facts.h"

namespace daybook::ui {
namespace {

namespace fact = vault::fact;

// Names in the record, in the order of CaseState::Field.
constexpr std::array<const char*, CaseState::kFields> kNames = {
    fact::kReference, fact::kForce,     fact::kOfficer,     fact::kContact,
    fact::kReported,  fact::kStatement, fact::kNextContact, fact::kDecisionTold};
// In a draft that an older window left, the last of them.
constexpr const char* kOldDecision = "decision";

}  // namespace

void App::load_case() {
  m_jobs.ask(
      [](Record& record) -> Result<vault::Facts> {
        TRY_ASSIGN(const auto versions, vault::fact_versions(record));
        return vault::current_facts(versions);
      },
      [this](Result<vault::Facts> facts) {
        if (!facts) return show(facts.error());
        for (std::size_t i = 0; i < kNames.size(); ++i) {
          const std::string kept = (*facts)[kNames[i]];
          auto& field = m_state.case_details.fields[i];
          // What was being typed when the window went stands over what was saved before.
          if (field.empty()) field.set(kept);
          m_state.case_details.kept[i] = kept;
        }
      });
}

std::map<std::string, std::string> App::unsaved_case() const {
  std::map<std::string, std::string> unsaved;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const std::string& text = m_state.case_details.fields[i].text();
    if (text != m_state.case_details.kept[i]) unsaved[kNames[i]] = text;
  }
  return unsaved;
}

void App::set_case_field(const std::string& name, const std::string& value) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (name == kNames[i] || (name == kOldDecision && i == CaseState::decision))
      m_state.case_details.fields[i].set(value);
  }
}

void App::on(const SaveCase&) {
  if (!m_state.is_open || m_state.is_read_only || unsaved_case().empty()) return;
  std::array<std::string, CaseState::kFields> texts;
  for (std::size_t i = 0; i < kNames.size(); ++i) texts[i] = m_state.case_details.fields[i].text();
  m_jobs.ask(
      [facts = unsaved_case()](Record& record) -> Result<void> {
        TRY(vault::say_facts(record, facts));
        return {};
      },
      [this, texts](Result<void> done) {
        if (!done) return show(done.error());
        m_state.case_details.kept = texts;
        m_state.saved_at = time_text(m_surroundings.vault.clock.now().utc_seconds);
        say(fmt::format(fmt::runtime(tr("Saved at {}.")), m_state.saved_at));
        save_draft_later();
      });
}

void App::on(const BeginHelp&) {
  HelperState& helper = m_state.helper;
  if (helper.name.empty()) return;
  helper.is_on = true;
  helper.until = m_surroundings.seconds() + helper.minutes * 60;
  on(Go{Screen::timeline});
}

void App::on(const EndHelp&) {
  if (!m_state.helper.is_on) return;
  m_state.helper.is_on = false;
  say(tr("The session has ended. What you keep from now on says nothing of it."));
}

// In the copy too: who typed is part of how a note came about.
vault::Answers App::answers_of_helper() const {
  const HelperState& helper = m_state.helper;
  if (!helper.is_on) return {};
  std::string who = helper.name.text();
  if (!helper.role.empty()) who += ", " + helper.role.text();
  return {{vault::question::kTyped,
           fmt::format(fmt::runtime(helper.they_type ? tr("typed by {}, with the record keeper present")
                                                     : tr("typed by the record keeper, with {} present")),
                       who)}};
}

}  // namespace daybook::ui
