#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr float kNarrow = 46;           // ems: below this width the list needs the room more than the kinds do
constexpr std::size_t kMostChips = 10;  // of people or tags in a row; the people screen lists all people

using vault::ShownAs;

// Draws chips of which one is chosen, or none. Returns whether the choice has changed.
bool draw_chips(const std::vector<std::string>& names, const char* group, std::string& chosen, Ui& ui) {
  bool has_changed = false;
  for (std::size_t i = 0; i < names.size() && i < kMostChips; ++i) {
    if (i > 0) ui.beside(names[i].c_str());
    if (!ui.chip((names[i] + "##" + group).c_str(), chosen == names[i])) continue;
    chosen = chosen == names[i] ? "" : names[i];
    has_changed = true;
  }
  return has_changed;
}

void draw_kinds(Filter& filter, bool& has_changed, Ui& ui, bool begins_line) {
  const std::pair<std::optional<ShownAs>, const char*> kinds[] = {{std::nullopt, tr("All")},
                                                                  {ShownAs::words, tr("Words")},
                                                                  {ShownAs::note, tr("Notes")},
                                                                  {ShownAs::picture, tr("Pictures")},
                                                                  {ShownAs::file, tr("Other files")}};
  for (const auto& [shown, name] : kinds) {
    if (!begins_line) ui.beside(name);
    begins_line = false;
    if (!ui.chip(name, filter.shown == shown)) continue;
    filter.shown = shown;
    has_changed = true;
  }
}

void draw_orders(Filter& filter, bool& has_changed, Ui& ui) {
  const std::pair<bool, const char*> orders[] = {{false, tr("the day it was added")},
                                                 {true, tr("the day it happened")}};
  for (const auto& [by_happened, name] : orders) {
    if (by_happened) ui.beside(name);
    if (!ui.chip(name, filter.by_happened == by_happened)) continue;
    filter.by_happened = by_happened;
    has_changed = true;
  }
}

void draw_more(const PeopleState& known, TimelineForm& form, Filter& filter, bool& has_changed, Ui& ui) {
  // Writes before a row of chips what the row is for.
  const auto title = [&](const char* text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui.label(text, {at.x, at.y + ui.em(0.45f)}, {Size::small, Weight::semibold, Tone::secondary}, ui.em(8));
    ImGui::SetCursorScreenPos({at.x + ui.em(8.5f), at.y});
  };
  std::vector<std::string> people;
  for (const Person& person : known.people) people.push_back(person.name);
  // The person who was chosen on the people screen stands first, so that the choice can always be taken back.
  if (const auto at = std::find(people.begin(), people.end(), filter.person); at != people.end())
    std::rotate(people.begin(), at, at + 1);
  if (!people.empty()) {
    title(tr("From or with"));
    has_changed |= draw_chips(people, "person", filter.person, ui);
  }
  if (!known.tags.empty()) {
    title(tr("Tag"));
    has_changed |= draw_chips(known.tags, "tag", filter.tag, ui);
  }
  title(tr("Day, month or year"));
  ui.field(tr("Day, month or year"), form.when, 16, tr("such as May 2025"), false);
  const std::string& when = form.when.text();
  if (const auto days = vault::days_said(when))
    ui.text(fmt::format(fmt::runtime(tr("Shows what happened on {}. Where no day is known, the day of adding counts.")),
                        days_text(*days)),
            {Size::small, Weight::regular, Tone::secondary}, 60);
  else if (!when.empty())
    ui.text(tr("No days can be read from this yet. Write the year too."),
            {Size::small, Weight::regular, Tone::secondary});
  title(tr("In the order of"));
  draw_orders(filter, has_changed, ui);
}

// Says how many items the filter has found, and offers the way back to all items.
void draw_found(const TimelineState& timeline, bool by_happened, Ui& ui, Actions& actions) {
  if (timeline.is_loading) return;
  if (!timeline.found.narrows()) {
    if (timeline.keys.size() > 1)
      ui.text(fmt::format(fmt::runtime(tr("{} items")), timeline.keys.size()),
              {Size::small, Weight::regular, Tone::secondary});
    return;
  }
  std::string found = fmt::format(fmt::runtime(tr("{} found")), timeline.keys.size());
  const std::string when = vault::days_said(timeline.found.when) ? timeline.found.when : "";
  for (const std::string& part : {timeline.found.person, timeline.found.tag, when})
    if (!part.empty()) found += "  \u00b7  " + part;
  ui.line(found, {Size::small, Weight::medium, Tone::secondary}, 2.45f);
  ui.beside(tr("Show everything"));
  Filter everything;
  everything.by_happened = by_happened;
  if (ui.button(tr("Show everything"), ButtonKind::quiet)) actions.push_back(FilterBy{everything});
}

}  // namespace

void draw_filters(const TimelineState& timeline, TimelineForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Filter filter = timeline.wanted;
  bool has_changed = false;
  const bool is_narrow = ImGui::GetContentRegionAvail().x < ui.em(kNarrow);
  constexpr float kLeastSearch = 13, kSearch = 19;
  const float beside = ui.at_right(kLeastSearch, kSearch);
  ui.field(tr("Search"), form.search, beside > 0 ? beside : kSearch, tr("Search everything"), false, tr("Ctrl F"));
  if (!is_narrow) draw_kinds(filter, has_changed, ui, beside > 0);
  const char* more = tr("More filters");
  ui.beside(more);
  if (ui.chip(more, form.shows_filters)) form.shows_filters = !form.shows_filters;
  if (form.shows_filters && is_narrow) draw_kinds(filter, has_changed, ui, true);
  if (form.shows_filters) draw_more(frame.state.people, form, filter, has_changed, ui);
  filter.words = form.search.text();
  filter.when = form.when.text();
  if (has_changed)
    frame.actions.push_back(FilterBy{filter});
  else if (filter != timeline.found)
    frame.actions.push_back(SearchNow{});
  draw_found(timeline, filter.by_happened, ui, frame.actions);
  ui.gap(0.1f);
}

}  // namespace daybook::ui
