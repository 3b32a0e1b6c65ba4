#include "ui/model/timeline.h"

#include <algorithm>

#include "vault/record/people.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kPage = 64;
constexpr std::size_t kMostRows = 4096;

vault::ListQuery query_of(const Filter& filter, const vault::LocalMoment& now) {
  vault::ListQuery query;
  query.words = filter.words;
  query.shown = filter.shown;
  if (!filter.tag.empty()) query.tags = {filter.tag};
  query.days = days_of(filter, now);
  query.orders_by_happened = filter.by_happened;
  return query;
}

}  // namespace

std::optional<vault::DayRange> days_of(const Filter& filter, const vault::LocalMoment& now) {
  const vault::WhenRead read = vault::read_when(filter.when, now);
  if (read.time() == nullptr || read.time()->first > now.day) return std::nullopt;
  return vault::DayRange{read.time()->first, read.time()->last};
}

void TimelineArea::load_keys() {
  const Filter filter = m_state.found;
  m_state.is_loading = true;
  m_session.jobs().ask(
      [query = query_of(filter, m_session.state().now),
       person = filter.person](vault::Record& record) mutable -> Result<std::vector<vault::ItemKey>> {
        if (!person.empty()) {
          TRY_ASSIGN(query.people, vault::all_names_of(record, person));
        }
        return record.keys(query);
      },
      [this, filter](Result<std::vector<vault::ItemKey>> keys) {
        if (filter != m_state.found) return;  // another filter was chosen meanwhile
        m_state.is_loading = false;
        if (!keys) return m_session.screens().show(keys.error());
        m_state.keys = std::move(*keys);
        m_state.asked.clear();
        ++m_state.revision;
      });
}

void TimelineArea::search() {
  if (!m_session.state().is_open) return;
  m_state.wanted.words = m_form.search.text();
  m_state.wanted.when = m_form.when.text();
  if (m_state.wanted == m_state.found) return;
  m_state.found = m_state.wanted;
  load_keys();
}

void TimelineArea::on(const FilterBy& by) {
  if (m_form.search.text() != by.filter.words) m_form.search.set(by.filter.words);
  if (m_form.when.text() != by.filter.when) m_form.when.set(by.filter.when);
  m_state.wanted = by.filter;
  search();
}

void TimelineArea::on(const NeedRows& need) {
  if (m_state.rows.size() > kMostRows) {
    m_state.rows.clear();
    m_state.asked.clear();
  }
  const std::size_t end = std::min(need.first + need.count, m_state.keys.size());
  for (std::size_t page = need.first / kPage; page * kPage < end; ++page) {
    if (!m_state.asked.insert(page).second) continue;
    std::vector<vault::ItemNumber> numbers;
    for (std::size_t i = page * kPage; i < std::min((page + 1) * kPage, m_state.keys.size()); ++i)
      numbers.push_back(m_state.keys[i].number);
    m_session.jobs().ask([numbers](vault::Record& record) { return record.rows(numbers); },
                         [this](Result<std::vector<vault::ListedItem>> rows) {
                           if (!rows) return m_session.screens().show(rows.error());
                           for (vault::ListedItem& row : *rows) {
                             const vault::ItemNumber number = row.number;
                             m_state.rows[number] = std::move(row);
                           }
                         });
  }
}

void TimelineArea::on(const ItemAnswered& answered) {
  m_state.rows.erase(answered.item);
  m_state.asked.clear();
  if (m_state.found.narrows() || m_state.found.by_happened) load_keys();
}

void TimelineArea::on(const ItemGone& gone) {
  m_state.rows.erase(gone.item);
  load_keys();
}

}  // namespace daybook::ui
