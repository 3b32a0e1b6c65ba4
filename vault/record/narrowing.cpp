#include "vault/record/narrowing.h"

#include <algorithm>
#include <unordered_map>

#include "vault/record/calendar.h"
#include "vault/record/search_query.h"

namespace daybook::vault {
namespace {

using Use = std::function<void(ItemNumber, const std::string&)>;

// Calls `use` with the newest answer to a question, for every item that has one. A removed item has none: its answers
// were deleted with it.
Result<void> each_answer(Database& database, const char* question, const Use& use) {
  TRY_ASSIGN(Statement rows,
             database.prepare("SELECT a.item, a.value FROM answers a WHERE a.question = ? AND a.version = "
                              "(SELECT max(version) FROM answers b WHERE b.item = a.item AND "
                              "b.question = a.question)"));
  rows.bind(std::string_view(question));
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return {};
    use(rows.number<ItemNumber>(0), rows.text(1));
  }
}

Result<void> each_name(Database& database, const Use& use) {
  for (const char* question : {question::kWho, question::kPeople}) {
    TRY(each_answer(database, question, [&](ItemNumber item, const std::string& value) {
      for (const std::string& name : lines_of(value)) use(item, name);
    }));
  }
  return {};
}

using DaysOfItems = std::unordered_map<ItemNumber, DayRange>;

// The days of every item that has any: of a conversation all from its earliest message to its latest. The keeper's own
// words replace what a picture, film, sound or export says of itself, which nobody has confirmed.
Result<DaysOfItems> days_of_items(Database& database) {
  DaysOfItems days;
  TRY_ASSIGN(Statement rows, database.prepare("SELECT v.item, f.taken FROM file_facts f JOIN versions v ON v.content = "
                                              "f.content WHERE f.taken IS NOT NULL"));
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) break;
    if (const auto taken = days_said(rows.text(1).substr(0, 10))) days[rows.number<ItemNumber>(0)] = *taken;
  }
  TRY_ASSIGN(Statement chats,
             database.prepare("SELECT item, earliest, latest FROM conversations WHERE earliest IS NOT NULL"));
  for (;;) {
    TRY_ASSIGN(const bool row, chats.step());
    if (!row) break;
    days[chats.number<ItemNumber>(0)] = {day_of_seconds(chats.integer(1)), day_of_seconds(chats.integer(2))};
  }
  TRY(each_answer(database, question::kWhen, [&](ItemNumber item, const std::string& words) {
    if (const auto said = days_said(words)) days[item] = *said;
  }));
  return days;
}

}  // namespace

Result<void> narrow(Database& database, const ListQuery& query, std::vector<ItemKey>& keys) {
  if (!query.people.empty()) {
    std::set<std::string> wanted;
    for (const std::string& name : query.people) wanted.insert(fold_for_search(name));
    std::set<ItemNumber> named;
    TRY(each_name(database, [&](ItemNumber item, const std::string& name) {
      if (wanted.contains(fold_for_search(name))) named.insert(item);
    }));
    std::erase_if(keys, [&](const ItemKey& key) { return !named.contains(key.number); });
  }
  if (!query.days && !query.orders_by_happened) return {};
  TRY_ASSIGN(const DaysOfItems days, days_of_items(database));
  for (ItemKey& key : keys) {
    if (const auto found = days.find(key.number); found != days.end()) key.happened = found->second;
  }
  if (query.days) {
    std::erase_if(keys, [&](const ItemKey& key) {
      const std::int32_t added = local_day(key.added_at);
      return !query.days->meets(key.happened.value_or(DayRange{added, added}));
    });
  }
  if (query.orders_by_happened) {
    std::stable_sort(keys.begin(), keys.end(), [](const ItemKey& a, const ItemKey& b) {
      if (!a.happened || !b.happened) return a.happened.has_value() && !b.happened.has_value();
      return std::pair(a.happened->last, a.happened->first) > std::pair(b.happened->last, b.happened->first);
    });
  }
  return {};
}

Result<std::vector<NamedPerson>> Record::people() {
  // Names that a search cannot tell apart count as one, and the first spelling is shown.
  std::map<std::string, std::pair<std::string, std::set<ItemNumber>>> found;
  TRY(each_name(database(), [&](ItemNumber item, const std::string& name) {
    auto& person = found[fold_for_search(name)];
    if (person.first.empty()) person.first = name;
    person.second.insert(item);
  }));
  std::vector<NamedPerson> people;
  for (auto& [folded, person] : found) people.push_back({person.first, std::move(person.second)});
  return people;
}

}  // namespace daybook::vault
