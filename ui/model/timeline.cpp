#include "ui/model/timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/model/several_items.h"
#include "ui/words/translate.h"
#include "vault/record/people.h"

namespace daybook::ui {
namespace {

using Items = std::set<vault::ItemNumber>;

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
        mark(m_state.marked);  // an item that is not listed any more is not chosen any more
      });
}

void TimelineArea::load_all() {
  load_keys();
  m_texts.begin();
}

// A search that did not look into some texts is made again when it can.
void TimelineArea::look_again() {
  if (m_session.state().is_open && !m_state.found.words.empty()) load_keys();
}

void TimelineArea::search() {
  if (!m_session.state().is_open) return;
  m_state.wanted.words = m_form.search.text();
  m_state.wanted.when = m_form.when.text();
  if (m_state.wanted == m_state.found) return;
  Filter in_same_order = m_state.wanted;
  in_same_order.by_happened = m_state.found.by_happened;
  const bool is_same_list = in_same_order == m_state.found;
  m_state.found = m_state.wanted;
  if (!is_same_list) mark({});  // what was chosen in another list is not what she sees now
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

void TimelineArea::on(const ItemsAnswered& answered) {
  for (const vault::ItemNumber item : answered.items) m_state.rows.erase(item);
  m_state.asked.clear();
  if (m_state.found.narrows() || m_state.found.by_happened) load_keys();
}

// The rows go at once, before the list is read anew, so that nothing can be done to what is gone.
void TimelineArea::on(const ItemsGone& gone) {
  std::erase_if(m_state.keys, [&](const vault::ItemKey& key) { return gone.items.contains(key.number); });
  for (const vault::ItemNumber item : gone.items) m_state.rows.erase(item);
  m_state.asked.clear();
  ++m_state.revision;
  mark(m_state.marked);
  load_keys();
}

// Any change of what is marked ends the question whether to remove it, because it was asked about other items.
void TimelineArea::mark(const Items& wanted) {
  Items marked;
  for (const vault::ItemKey& key : m_state.keys) {
    if (wanted.contains(key.number)) marked.insert(key.number);
  }
  if (marked != m_state.marked) m_state.asks_to_remove = false;
  if (marked.empty()) m_form.shows_tags = false;
  m_state.marked = std::move(marked);
}

void TimelineArea::on(const ToggleMarked& toggled) {
  Items wanted = m_state.marked;
  if (wanted.erase(toggled.item) == 0) wanted.insert(toggled.item);
  mark(wanted);
}

void TimelineArea::on(const MarkAll&) {
  Items all;
  for (const vault::ItemKey& key : m_state.keys) all.insert(key.number);
  mark(all);
}

void TimelineArea::on(const AskToRemoveMarked& ask_first) {
  m_state.asks_to_remove = ask_first.asks && !m_state.marked.empty() && m_session.can_write();
  m_state.read_from_marked.reset();
  if (!m_state.asks_to_remove) return;
  m_session.jobs().ask([items = m_state.marked](vault::Record& record) { return conversations_left_by(record, items); },
                       [this, items = m_state.marked](Result<Items> left) {
                         if (!left) return m_session.screens().show(left.error());
                         if (m_state.asks_to_remove && m_state.marked == items)
                           m_state.read_from_marked = std::move(*left);
                       });
}

void TimelineArea::on(const RemoveMarked&) {
  if (!m_state.asks_to_remove || !m_state.read_from_marked || works()) return;
  m_state.asks_to_remove = false;
  m_state.removes = m_session.jobs().new_progress();
  m_state.removes_count = m_state.marked.size();
  m_session.jobs().ask_long([items = m_state.marked, progress = m_state.removes](
                                vault::RecordAccess& access) { return remove_each(access, items, *progress); },
                            [this, wanted = m_state.marked.size()](Result<RemovedItems> removed) {
                              m_state.removes.reset();
                              if (!removed) return m_session.screens().show(removed.error());
                              m_session.screens().say(removed_text(*removed, wanted));
                              if (!removed->gone.empty()) m_session.events().tell(ItemsGone{std::move(removed->gone)});
                            });
}

void TimelineArea::stop_removing() {
  if (m_state.removes) m_state.removes->stop();
}

void TimelineArea::on(const TagMarked& tagged) {
  if (tagged.tag.empty() || m_state.marked.empty() || !m_session.can_write()) return;
  m_form.new_tag.clear();
  m_form.shows_tags = false;
  m_session.jobs().ask_long(
      [items = m_state.marked, tag = tagged.tag](vault::RecordAccess& access) { return tag_each(access, items, tag); },
      [this, items = m_state.marked, tag = tagged.tag](Result<void> done) {
        m_session.events().tell(ItemsAnswered{items, /*names_somebody=*/true});  // at a fault some have it already
        if (!done) return m_session.screens().show(done.error());
        m_session.note_saving();
        m_session.screens().say(
            items.size() == 1 ? fmt::format(fmt::runtime(tr("1 item has the tag \"{}\".")), tag)
                              : fmt::format(fmt::runtime(tr("{} items have the tag \"{}\".")), items.size(), tag));
      });
}

// What goes on with them goes on in Share.
void TimelineArea::on(const BeginSharing& begin) {
  if (!begin.items.empty()) mark({});
}

}  // namespace daybook::ui
