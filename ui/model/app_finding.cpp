#include <algorithm>

#include "ui/model/app.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"
#include "vault/record/people.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kPage = 64;
constexpr std::size_t kMostRows = 4096;

Result<std::vector<Person>> people_in(vault::Record& record) {
  TRY_ASSIGN(auto listed, vault::everybody(record));
  std::vector<Person> people;
  for (vault::ListedPerson& one : listed) {
    vault::Description& said = one.said;
    if (!one.number && is_nobody(said.name)) continue;
    people.push_back(
        {std::move(said.name), one.items, std::move(said.also), std::move(said.relation), one.number.has_value()});
  }
  return people;
}

}  // namespace

bool is_nobody(const std::string& name) {
  for (const Question& question : questions()) {
    if (std::string_view(question.id) != vault::question::kWho) continue;
    for (const char* choice : question.choices) {
      if (name == tr(choice)) return true;
    }
  }
  return false;
}

const std::vector<const char*>& starter_tags() {
  static const std::vector<const char*> tags{tr_later("home"), tr_later("money"), tr_later("children"),
                                             tr_later("work"), tr_later("phone")};
  return tags;
}

void App::load_keys() {
  const Filter filter = m_state.timeline.found;
  vault::ListQuery query;
  query.words = filter.words;
  query.shown = filter.shown;
  if (!filter.tag.empty()) query.tags = {filter.tag};
  query.days = vault::days_said(filter.when);
  query.orders_by_happened = filter.by_happened;
  if (!filter.person.empty()) {
    query.people = {filter.person};
    for (const Person& person : m_state.people.people) {
      if (person.name != filter.person) continue;
      for (std::string& name : vault::names_in(person.also)) query.people.push_back(std::move(name));
    }
  }
  m_state.timeline.is_loading = true;
  m_jobs.ask([query](Record& record) { return record.keys(query); },
             [this, filter](Result<std::vector<vault::ItemKey>> keys) {
               TimelineState& timeline = m_state.timeline;
               if (filter != timeline.found) return;  // she has gone on
               timeline.is_loading = false;
               if (!keys) return show(keys.error());
               timeline.keys = std::move(*keys);
               timeline.asked.clear();
               ++timeline.revision;
             });
}

void App::on(const SearchNow&) {
  TimelineState& timeline = m_state.timeline;
  if (!m_state.is_open) return;
  timeline.wanted.words = timeline.search.text();
  timeline.wanted.when = timeline.when.text();
  if (timeline.wanted == timeline.found) return;
  timeline.found = timeline.wanted;
  load_keys();
}

void App::on(const FilterBy& by) {
  TimelineState& timeline = m_state.timeline;
  if (timeline.search.text() != by.filter.words) timeline.search.set(by.filter.words);
  if (timeline.when.text() != by.filter.when) timeline.when.set(by.filter.when);
  timeline.wanted = by.filter;
  on(SearchNow{});
}

void App::on(const NeedRows& need) {
  TimelineState& timeline = m_state.timeline;
  if (timeline.rows.size() > kMostRows) {
    timeline.rows.clear();
    timeline.asked.clear();
  }
  const std::size_t end = std::min(need.first + need.count, timeline.keys.size());
  for (std::size_t page = need.first / kPage; page * kPage < end; ++page) {
    if (!timeline.asked.insert(page).second) continue;
    std::vector<vault::ItemNumber> numbers;
    for (std::size_t i = page * kPage; i < std::min((page + 1) * kPage, timeline.keys.size()); ++i)
      numbers.push_back(timeline.keys[i].number);
    m_jobs.ask([numbers](Record& record) { return record.rows(numbers); },
               [this](Result<std::vector<vault::ListedItem>> rows) {
                 if (!rows) return show(rows.error());
                 for (vault::ListedItem& row : *rows) {
                   const vault::ItemNumber number = row.number;
                   m_state.timeline.rows[number] = std::move(row);
                 }
               });
  }
}

void App::load_names() {
  struct Names {
    std::vector<Person> people;
    std::vector<std::string> tags;
  };
  m_jobs.ask(
      [](Record& record) -> Result<Names> {
        Names names;
        TRY_ASSIGN(names.people, people_in(record));
        TRY_ASSIGN(names.tags, record.all_tags());
        return names;
      },
      [this](Result<Names> names) {
        m_state.people.is_loading = false;
        if (!names) return show(names.error());
        m_state.people.people = std::move(names->people);
        m_state.people.tags = std::move(names->tags);
      });
}

void App::on(const ChoosePerson& chosen) {
  PeopleState& people = m_state.people;
  people.chosen = chosen.name;
  for (const Person& person : people.people) {
    if (chosen.name != person.name) continue;
    people.also.set(person.also);
    people.relation.set(person.relation);
  }
}

void App::on(const AddPerson&) {
  PeopleState& people = m_state.people;
  const std::vector<std::string> names = vault::names_in(people.added.text());
  if (names.empty()) return;
  const bool is_known = std::any_of(people.people.begin(), people.people.end(),
                                    [&](const Person& person) { return person.name == names[0]; });
  people.added.clear();
  if (!is_known) people.people.push_back({names[0], 0, "", "", false});
  on(ChoosePerson{names[0]});
  if (!is_known) keep_person({names[0], "", ""});
}

// Only those of whom more is known than what the items say.
void App::on(const SavePerson&) {
  PeopleState& people = m_state.people;
  std::optional<vault::Description> described;
  for (Person& person : people.people) {
    if (people.chosen != person.name) continue;
    person.also = people.also.text();
    person.relation = people.relation.text();
    if (person.is_described || person.items == 0 || !person.also.empty() || !person.relation.empty())
      described = {person.name, person.also, person.relation};
  }
  people.chosen.reset();
  if (described) keep_person(std::move(*described));
}

void App::keep_person(vault::Description described) {
  if (m_state.is_read_only) return;
  m_jobs.ask(
      [described = std::move(described)](Record& record) -> Result<void> {
        TRY(vault::describe_person(record, described));
        return {};
      },
      [this](Result<void> done) {
        if (!done) return show(done.error());
        m_state.saved_at = time_text(m_surroundings.vault.clock.now().utc_seconds);
        load_names();
      });
}

}  // namespace daybook::ui
