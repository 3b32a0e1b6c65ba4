#include "vault/record/beside_day.h"

#include <algorithm>

#include "vault/record/conversation_days.h"

namespace daybook::vault {
namespace {

std::int32_t length_of(const ItemKey& key) { return key.happened ? key.happened->last - key.happened->first : 0; }

// The items whose day is known, and notes, which are at least of the day on which they were written.
Result<std::vector<ItemKey>> keys_of_day(Record& record, std::int32_t day) {
  ListQuery query;
  query.days = DayRange{day, day};
  TRY_ASSIGN(auto keys, record.keys(query));
  ListQuery notes = query;
  notes.kind = ItemKind::note;
  TRY_ASSIGN(const auto written, record.keys(notes));
  std::set<ItemNumber> are_notes;
  for (const ItemKey& key : written) are_notes.insert(key.number);
  std::erase_if(keys, [&](const ItemKey& key) { return !key.happened && !are_notes.contains(key.number); });
  std::reverse(keys.begin(), keys.end());
  std::stable_sort(keys.begin(), keys.end(),
                   [](const ItemKey& a, const ItemKey& b) { return length_of(a) < length_of(b); });
  return keys;
}

Result<std::string> time_in_file(Record& record, ItemNumber number) {
  TRY_ASSIGN(const Item item, record.item(number));
  TRY_ASSIGN(const auto known, record.known_file(item.newest().content));
  if (!known || !known->facts || !known->facts->taken) return std::string();
  const std::string& taken = *known->facts->taken;  // YYYY-MM-DDThh:mm:ss
  return taken.size() < 16 ? std::string() : taken.substr(11, 5);
}

Result<BesideDay::Item> beside(Record& record, ListedItem row, const ItemKey& key) {
  using Dated = BesideDay::Item::Dated;
  BesideDay::Item item{std::move(row), Dated::said_by_keeper, ""};
  if (!key.happened) item.dated = Dated::written;
  if (key.happened && !days_said(item.row.when)) {
    item.dated = Dated::said_by_file;
    TRY_ASSIGN(item.time, time_in_file(record, key.number));
  }
  return item;
}

Result<void> add_conversation(Record& record, ItemNumber number, std::int32_t day, BesideDay& beside) {
  TRY_ASSIGN(Conversation other, open_conversation(record, number));
  TRY_ASSIGN(const auto runs, messages_of_days(record, other, {{day, day}}));
  if (runs.empty()) return {};
  beside.conversations.push_back({number, std::move(other.heading), runs.front().first, messages_in(runs)});
  return {};
}

}  // namespace

Result<BesideDay> beside_day(Record& record, ItemNumber conversation, std::int32_t day) {
  BesideDay all;
  TRY_ASSIGN(const auto keys, keys_of_day(record, day));
  for (const ItemKey& key : keys) {
    if (key.number == conversation) continue;
    TRY_ASSIGN(auto rows, record.rows({key.number}));
    if (rows.empty() || rows.front().about == conversation) continue;
    if (rows.front().kind == ItemKind::conversation) {
      TRY(add_conversation(record, key.number, day, all));
    } else if (all.items.size() == kMostBesideDay) {
      ++all.more;
    } else {
      TRY_ASSIGN(BesideDay::Item item, beside(record, std::move(rows.front()), key));
      all.items.push_back(std::move(item));
    }
  }
  return all;
}

}  // namespace daybook::vault
