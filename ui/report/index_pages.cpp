#include "ui/report/index_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "ui/report/described_item.h"
#include "ui/report/report_words.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

ReportLine item_link(const CopyItem& copy) { return {link_to(copy.item.number, item_text(copy.item.number))}; }

}  // namespace

ReportPage index_page(const CopySnapshot& snapshot) {
  ReportBlock table = block(ReportBlock::Kind::table);
  table.rows.push_back({{ours(say::kItem)}, {ours(say::kWhat)}, {ours(say::kWhen)}, {ours(say::kRecorded)}});
  for (const CopyItem& copy : snapshot.items) {
    ReportLine item = item_link(copy);
    if (const std::string exhibit = copy.answer(question::kExhibit); !exhibit.empty()) {
      item.push_back(ours(" "));
      item.push_back(kept(exhibit));
    }
    // The words are those of the first version, so its file stands first.
    ReportLine what = described(copy, snapshot);
    for (const CopyVersion& version : copy.versions) {
      what.push_back(ours(" "));
      what.push_back(file_link(version));
    }
    table.rows.push_back({std::move(item), std::move(what), happened(copy).said, {ours(recorded_days(copy))}});
  }
  ReportPage page;
  page.blocks = {heading(say::kIndex), std::move(table)};
  return page;
}

std::optional<ReportPage> exhibits_page(const CopySnapshot& snapshot) {
  std::multimap<std::string, const CopyItem*> exhibits;
  for (const CopyItem& copy : snapshot.items) {
    if (const std::string exhibit = copy.answer(question::kExhibit); !exhibit.empty()) exhibits.emplace(exhibit, &copy);
  }
  if (exhibits.empty()) return std::nullopt;
  ReportBlock table = block(ReportBlock::Kind::table);
  table.rows.push_back({{ours(say::kExhibit)}, {ours(say::kItem)}, {ours(say::kWhat)}});
  for (const auto& [exhibit, copy] : exhibits)
    table.rows.push_back({{kept(exhibit)}, item_link(*copy), described(*copy, snapshot)});
  ReportPage page;
  page.blocks = {heading(say::kExhibits), paragraph({ours(say::kExhibitsMean)}), std::move(table)};
  return page;
}

ReportPage chronology_page(const CopySnapshot& snapshot) {
  struct Row {
    DayRange days;
    int seconds;
    const CopyItem* copy;
    ReportLine said;
  };
  std::vector<Row> known;
  std::vector<const CopyItem*> unknown;
  for (const CopyItem& copy : snapshot.items) {
    Happened when = happened(copy);
    if (when.days.empty()) unknown.push_back(&copy);
    for (Happened::OnDays& on : when.days)
      known.push_back({on.days, on.seconds.value_or(-1), &copy, std::move(on.said)});
  }
  std::stable_sort(known.begin(), known.end(), [](const Row& a, const Row& b) {
    return std::tuple(a.days.first, a.days.last, a.seconds) < std::tuple(b.days.first, b.days.last, b.seconds);
  });
  ReportPage page;
  page.blocks = {heading(say::kChronology), paragraph({ours(say::kChronologyMeans)})};
  const auto add_table = [&](const char* name) -> ReportBlock& {
    page.blocks.push_back(block(ReportBlock::Kind::table));
    page.blocks.back().rows.push_back({{ours(name)}, {ours(say::kItem)}, {ours(say::kWhat)}});
    return page.blocks.back();
  };
  if (!known.empty()) {
    ReportBlock& table = add_table(say::kWhen);
    for (Row& row : known)
      table.rows.push_back({std::move(row.said), item_link(*row.copy), described(*row.copy, snapshot)});
  }
  if (!unknown.empty()) {
    ReportBlock& table = add_table(say::kDayNotKnown);
    for (const CopyItem* copy : unknown)
      table.rows.push_back({happened(*copy).said, item_link(*copy), described(*copy, snapshot)});
  }
  return page;
}

std::optional<ReportPage> people_page(const CopySnapshot& snapshot) {
  auto named = snapshot.named_people();
  std::erase_if(named, [](const auto& one) { return !is_name(one.first); });
  if (named.empty()) return std::nullopt;
  const auto& people = snapshot.stated.people;
  ReportBlock table = block(ReportBlock::Kind::table);
  table.rows.push_back({{ours(say::kName)}, {ours(say::kInItems)}});
  if (!people.empty()) table.rows[0].insert(table.rows[0].end(), {{ours(say::kAlsoCalled)}, {ours(say::kRelation)}});
  for (const auto& [name, items] : named) {
    ReportLine links;
    for (const ItemNumber item : items) {
      if (!links.empty()) links.push_back(ours(", "));
      links.push_back(link_to(item, item_text(item)));
    }
    std::vector<ReportLine> row{{kept(name)}, std::move(links)};
    if (!people.empty()) {
      const auto said =
          std::find_if(people.begin(), people.end(), [&](const Description& one) { return one.name == name; });
      row.insert(row.end(),
                 {{kept(said == people.end() ? "" : said->also)}, {kept(said == people.end() ? "" : said->relation)}});
    }
    table.rows.push_back(std::move(row));
  }
  ReportPage page;
  page.blocks = {heading(say::kPeople), paragraph({ours(say::kPeopleMeans)}), std::move(table)};
  return page;
}

}  // namespace daybook::ui
