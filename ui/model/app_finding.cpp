#include <algorithm>

#include "ui/words/date_text.h"
#include "ui/model/app.h"
#include "ui/words/translate.h"
#include "vault/store/schema.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kPage = 64;
constexpr std::size_t kMostRows = 4096;
constexpr const char* kPeopleSetting = "people";

// Names and numbers of one person, as she parted them.
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",\n"), text.size());
    std::string_view name = text.substr(0, end);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (!name.empty()) names.emplace_back(name);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

// "I did" and "I'm not sure" are answers, not people.
bool is_nobody(const std::string& name) {
  for (const Question& question : questions()) {
    if (std::string_view(question.id) != vault::question::kWho) continue;
    for (const char* choice : question.choices) {
      if (name == tr(choice)) return true;
    }
  }
  return false;
}

vault::Json to_json(const std::vector<Person>& people) {
  vault::Json json = vault::Json::array();
  for (const Person& person : people)
    json.push_back({{"name", person.name}, {"also", person.also}, {"relation", person.relation}});
  return json;
}

std::vector<Person> parse_people(const std::string& text) {
  std::vector<Person> people;
  const auto json = vault::parse_json(text);
  if (!json || !json->is_array()) return people;
  for (const vault::Json& one : *json) {
    if (!one.is_object()) continue;
    Person person{vault::text_member(one, "name").value_or(""), 0, vault::text_member(one, "also").value_or(""),
                  vault::text_member(one, "relation").value_or("")};
    if (!person.name.empty()) people.push_back(std::move(person));
  }
  return people;
}

// Those she described, each with what her other names have too; then those who are only named in items.
std::vector<Person> merged(std::vector<Person> people, const std::vector<vault::NamedPerson>& named) {
  for (const vault::NamedPerson& one : named) {
    if (is_nobody(one.name)) continue;
    const auto known = std::find_if(people.begin(), people.end(), [&](const Person& person) {
      const auto names = names_in(person.also);
      return person.name == one.name || std::find(names.begin(), names.end(), one.name) != names.end();
    });
    if (known != people.end())
      known->items += one.items;
    else
      people.push_back({one.name, one.items, "", ""});
  }
  std::sort(people.begin(), people.end(), [](const Person& a, const Person& b) { return a.name < b.name; });
  return people;
}

}  // namespace

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
      for (std::string& name : names_in(person.also)) query.people.push_back(std::move(name));
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
        TRY_ASSIGN(const auto text, vault::get_setting(record.vault().database(), kPeopleSetting));
        TRY_ASSIGN(const auto named, record.people());
        names.people = merged(parse_people(text.value_or("")), named);
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
  const std::vector<std::string> names = names_in(people.added.text());
  if (names.empty()) return;
  const bool is_known = std::any_of(people.people.begin(), people.people.end(),
                                    [&](const Person& person) { return person.name == names[0]; });
  people.added.clear();
  if (!is_known) people.people.push_back({names[0], 0, "", ""});
  on(ChoosePerson{names[0]});
  if (!is_known) keep_people();
}

void App::on(const SavePerson&) {
  PeopleState& people = m_state.people;
  for (Person& person : people.people) {
    if (people.chosen != person.name) continue;
    person.also = people.also.text();
    person.relation = people.relation.text();
  }
  people.chosen.reset();
  keep_people();
}

// Only those of whom more is known than what the items say.
void App::keep_people() {
  if (m_state.is_read_only) return;
  std::vector<Person> described;
  for (const Person& person : m_state.people.people) {
    if (person.items == 0 || !person.also.empty() || !person.relation.empty()) described.push_back(person);
  }
  m_jobs.ask(
      [text = vault::to_canonical(to_json(described))](Record& record) -> Result<void> {
        TRY(vault::set_setting(record.vault().database(), kPeopleSetting, text));
        return {};
      },
      [this](Result<void> done) {
        if (!done) return show(done.error());
        m_state.saved_at = time_text(m_surroundings.vault.clock.now().utc_seconds);
        load_names();
      });
}

}  // namespace daybook::ui
