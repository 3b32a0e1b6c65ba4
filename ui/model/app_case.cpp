#include <fmt/format.h>

#include "ui/words/date_text.h"
#include "ui/model/app.h"
#include "ui/words/translate.h"
#include "vault/store/schema.h"

namespace daybook::ui {
namespace {

constexpr const char* kCaseSetting = "case";

// Names in the record, in the order of CaseState::Field.
constexpr std::array<const char*, CaseState::kFields> kNames = {"reference", "force",     "officer",      "contact",
                                                                "reported",  "statement", "next_contact", "decision"};

}  // namespace

void App::load_case() {
  m_jobs.ask(
      [](Record& record) { return vault::get_setting(record.vault().database(), kCaseSetting); },
      [this](Result<std::optional<std::string>> text) {
        if (!text) return show(text.error());
        const auto json = vault::parse_json(text->value_or("{}"));
        for (std::size_t i = 0; i < kNames.size(); ++i) {
          const std::string kept = json && json->is_object() ? vault::text_member(*json, kNames[i]).value_or("") : "";
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
    if (name == kNames[i]) m_state.case_details.fields[i].set(value);
  }
}

void App::on(const SaveCase&) {
  if (!m_state.is_open || m_state.is_read_only || unsaved_case().empty()) return;
  vault::Json json = vault::Json::object();
  std::array<std::string, CaseState::kFields> texts;
  for (std::size_t i = 0; i < kNames.size(); ++i) json[kNames[i]] = texts[i] = m_state.case_details.fields[i].text();
  m_jobs.ask(
      [text = vault::to_canonical(json)](Record& record) -> Result<void> {
        TRY(vault::set_setting(record.vault().database(), kCaseSetting, text));
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
