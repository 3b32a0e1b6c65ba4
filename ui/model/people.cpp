#include "ui/model/people.h"

#include <algorithm>

#include "ui/model/questions.h"

namespace daybook::ui {
namespace {

struct Names {
  std::vector<Person> people;
  std::vector<std::string> tags;
};

Result<Names> names_in_record(vault::Record& record) {
  Names names;
  TRY_ASSIGN(auto listed, vault::everybody(record));
  for (vault::ListedPerson& one : listed) {
    vault::Description& said = one.said;
    if (!one.number && is_nobody(said.name)) continue;
    names.people.push_back(
        {std::move(said.name), one.items, std::move(said.also), std::move(said.relation), one.number.has_value()});
  }
  TRY_ASSIGN(names.tags, record.all_tags());
  return names;
}

}  // namespace

void PeopleArea::load() {
  m_session.jobs().ask(names_in_record, [this](Result<Names> names) {
    m_state.is_loading = false;
    if (!names) return m_session.screens().show(names.error());
    m_state.people = std::move(names->people);
    m_state.tags = std::move(names->tags);
  });
}

void PeopleArea::choose(std::optional<std::string> name) {
  for (const Person& person : m_state.people) {
    if (name != person.name) continue;
    m_form.also.set(person.also);
    m_form.relation.set(person.relation);
  }
  m_state.chosen = std::move(name);
}

void PeopleArea::on(const AddPerson&) {
  const std::vector<std::string> names = vault::names_in(m_form.added.text());
  if (names.empty()) return;
  const bool is_known = std::any_of(m_state.people.begin(), m_state.people.end(),
                                    [&](const Person& person) { return person.name == names[0]; });
  m_form.added.clear();
  if (!is_known) m_state.people.push_back({names[0], 0, "", "", false});
  choose(names[0]);
  if (!is_known) keep({names[0], "", ""});
}

// A person whom items name gets a description of their own only when the keeper says more of them than the name.
void PeopleArea::on(const SavePerson&) {
  std::optional<vault::Description> described;
  for (Person& person : m_state.people) {
    if (m_state.chosen != person.name) continue;
    person.also = m_form.also.text();
    person.relation = m_form.relation.text();
    if (person.is_described || person.items == 0 || !person.also.empty() || !person.relation.empty())
      described = {person.name, person.also, person.relation};
  }
  m_state.chosen.reset();
  if (described) keep(std::move(*described));
}

void PeopleArea::keep(vault::Description described) {
  if (!m_session.can_write()) return;
  m_session.jobs().ask(
      [described = std::move(described)](vault::Record& record) -> Result<void> {
        TRY(vault::describe_person(record, described));
        return {};
      },
      [this](Result<void> done) {
        if (!done) return m_session.screens().show(done.error());
        m_session.note_saving();
        load();
      });
}

// The list is read anew only when an answer can change it, because that goes through the answers of all items.
void PeopleArea::on(const ItemsAnswered& answered) {
  if (answered.names_somebody) load();
}

}  // namespace daybook::ui
