#include "ui/model/case.h"

#include <fmt/format.h>

#include "ui/words/translate.h"
#include "vault/record/case_facts.h"
#include "vault/record/said_when.h"

namespace daybook::ui {
namespace {

namespace fact = vault::fact;

// Names of the fields in the record, in the order of CaseState::Field.
constexpr std::array<const char*, CaseState::kFields> kNames = {
    fact::kReference, fact::kForce,     fact::kOfficer,     fact::kContact,
    fact::kReported,  fact::kStatement, fact::kNextContact, fact::kDecisionTold};
// The name of the last field in drafts that an older release left.
constexpr const char* kOldDecision = "decision";

}  // namespace

bool CaseState::is_time(Field field) { return vault::is_past_time(kNames[field]); }

// What is in a field, as the record would keep it.
std::string CaseArea::text_of(std::size_t field) const {
  const std::string& typed = m_form.fields[field].text();
  return vault::is_past_time(kNames[field]) ? vault::kept_when(typed, m_session.state().now) : typed;
}

void CaseArea::load() {
  m_session.jobs().ask(
      [](vault::Record& record) -> Result<vault::Facts> {
        TRY_ASSIGN(const auto versions, vault::fact_versions(record));
        return vault::current_facts(versions);
      },
      [this](Result<vault::Facts> facts) {
        if (!facts) return m_session.screens().show(facts.error());
        for (std::size_t i = 0; i < kNames.size(); ++i) {
          const std::string kept = (*facts)[kNames[i]];
          // A field that came with the draft is newer than what was saved, so it stays.
          if (m_form.fields[i].empty()) m_form.fields[i].set(kept);
          m_state.kept[i] = kept;
        }
      });
}

std::map<std::string, std::string> CaseArea::unsaved() const {
  std::map<std::string, std::string> unsaved;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const std::string text = text_of(i);
    if (text != m_state.kept[i]) unsaved[kNames[i]] = text;
  }
  return unsaved;
}

void CaseArea::save() {
  if (!m_session.can_write() || unsaved().empty()) return;
  std::array<std::string, CaseState::kFields> typed, texts;
  for (std::size_t i = 0; i < kNames.size(); ++i) typed[i] = m_form.fields[i].text(), texts[i] = text_of(i);
  m_session.jobs().ask(
      [facts = unsaved()](vault::Record& record) -> Result<void> {
        TRY(vault::say_facts(record, facts));
        return {};
      },
      [this, typed, texts](Result<void> done) {
        if (!done) return m_session.screens().show(done.error());
        m_state.kept = texts;
        for (std::size_t i = 0; i < kNames.size(); ++i) {
          TextInput& field = m_form.fields[i];
          if (field.text() == typed[i] && typed[i] != texts[i]) field.set(texts[i]);
        }
        m_session.screens().say(fmt::format(fmt::runtime(tr("Saved at {}.")), m_session.note_saving()));
        m_session.events().tell(CaseSaved{});
      });
}

void CaseArea::on(const ScreenLeft& left) {
  if (left.left == Screen::case_details) save();
}

void CaseArea::on(const RecordOpened& opened) {
  for (const auto& [name, value] : opened.unsaved.fields) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      if (name == kNames[i] || (name == kOldDecision && i == CaseState::decision)) m_form.fields[i].set(value);
    }
  }
  load();
}

}  // namespace daybook::ui
