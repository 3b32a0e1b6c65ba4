#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/last_frame.h"
#include "ui/desktop/marked_items.h"
#include "ui/desktop/screens.h"
#include "ui/desktop/when_views.h"
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
  const std::pair<std::optional<ShownAs>, const char*> kinds[] = {
      {std::nullopt, tr("All")},          {ShownAs::words, tr("Words")},
      {ShownAs::note, tr("Notes")},       {ShownAs::conversation, tr("Conversations")},
      {ShownAs::picture, tr("Pictures")}, {ShownAs::file, tr("Other files")}};
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

// Says how the days in the field are read. A time that is chosen among several takes the place of the words, which are
// kept nowhere.
void draw_days(TextInput& field, const vault::LocalMoment& now, Ui& ui) {
  if (field.empty()) return;
  const Look look{Size::small, Weight::regular, Tone::secondary};
  const vault::WhenRead read = vault::read_when(field.text(), now);
  const bool is_future = std::all_of(read.readings.begin(), read.readings.end(),
                                     [&](const vault::SaidTime& said) { return said.first > now.day; });
  if (!read.is_understood()) return ui.text(tr("No days can be read from this yet. Write the year too."), look);
  if (is_future) return ui.text(tr("That date has not happened yet. Check the year."), look);
  if (const auto chosen = draw_when(read, ui)) field.set(said_text(*chosen));
  if (read.time() != nullptr) ui.text(tr("Where no day is known, the day of adding counts."), look);
}

void draw_more(const PeopleState& known, const vault::LocalMoment& now, TimelineForm& form, Filter& filter,
               bool& has_changed, bool takes_focus, Ui& ui) {
  // Writes before a row of chips what the row is for.
  const auto title = [&](const char* text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui.label(text, {at.x, at.y + ui.em(0.45f)}, {Size::small, Weight::semibold, Tone::secondary}, ui.em(8));
    ImGui::SetCursorScreenPos({at.x + ui.em(8.5f), at.y});
  };
  std::vector<std::string> people;
  for (const Person& person : known.people) people.push_back(person.name);
  // Somebody for whom there is no room in the row stands first when chosen, so that the choice can be taken back.
  const auto at = std::find(people.begin(), people.end(), filter.person);
  if (static_cast<std::size_t>(at - people.begin()) >= kMostChips && at != people.end())
    std::rotate(people.begin(), at, at + 1);
  if (takes_focus) ui.focus(people.empty() ? tr("Day, month or year") : people.front());
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
  draw_days(form.when, now, ui);
  title(tr("In the order of"));
  draw_orders(filter, has_changed, ui);
}

// Says how many items the filter has found, and offers the way back to all items.
void draw_found(const TimelineState& timeline, const vault::LocalMoment& now, bool by_happened, Ui& ui,
                Actions& actions) {
  if (timeline.is_loading) return;
  if (!timeline.found.narrows()) {
    if (timeline.keys.size() > 1)
      ui.text(fmt::format(fmt::runtime(tr("{} items")), timeline.keys.size()),
              {Size::small, Weight::regular, Tone::secondary});
    return;
  }
  std::string found = fmt::format(fmt::runtime(tr("{} found")), timeline.keys.size());
  const std::string when = days_of(timeline.found, now) ? timeline.found.when : "";
  for (const std::string& part : {timeline.found.person, timeline.found.tag, when})
    if (!part.empty()) found += "  \u00b7  " + part;
  if (!timeline.found.words.empty() && timeline.not_searched > 0)
    found += "  \u00b7  " +
             (timeline.not_searched == 1
                  ? std::string(tr("1 long text is not searched yet"))
                  : fmt::format(fmt::runtime(tr("{} long texts are not searched yet")), timeline.not_searched));
  ui.line(found, {Size::small, Weight::medium, Tone::secondary}, 2.45f);
  ui.beside(tr("Show everything"));
  Filter everything;
  everything.by_happened = by_happened;
  if (ui.button(tr("Show everything"), ButtonKind::quiet)) actions.push_back(FilterBy{everything});
}

}  // namespace

bool goes_down() {
  if (!ImGui::IsItemFocused()) return false;
  const ImGuiID field = ImGui::GetItemID();
  ImGui::SetKeyOwner(ImGuiKey_DownArrow, field);
  return is_pressed(ImGuiKey_DownArrow, field, false);
}

void go_to_search(Frame& frame) {
  Forms& forms = frame.forms;
  const bool is_in_text = frame.state.screen == Screen::text, is_in_chat = frame.state.screen == Screen::conversation;
  if (is_in_chat) forms.conversation.looks_for = ConversationForm::Looks::words;
  TextInput& search = is_in_text ? forms.text_view.find : is_in_chat ? forms.conversation.find : forms.timeline.search;
  search.select_all();  // the first letter replaces it
  frame.ui.focus(is_in_text ? tr("Find in this text") : is_in_chat ? tr("Find in this conversation") : tr("Search"));
  if (!is_in_text && !is_in_chat && !was_drawn(frame.ui, tr("Search"))) frame.actions.push_back(Go{Screen::timeline});
}

void draw_filters(const TimelineState& timeline, TimelineForm& form, bool marks, Frame& frame) {
  Ui& ui = frame.ui;
  Filter filter = timeline.wanted;
  bool has_changed = false;
  const bool is_narrow = ImGui::GetContentRegionAvail().x < ui.em(kNarrow);
  constexpr float kLeastSearch = 13, kSearch = 19;
  const float beside = ui.at_right(kLeastSearch, kSearch);
  const bool was_entered = ui.field(tr("Search"), form.search, beside > 0 ? beside : kSearch, tr("Search everything"),
                                    /*shows_name=*/false, tr("Ctrl F"));
  if (!timeline.keys.empty()) frame.views.wants_list |= was_entered || goes_down();
  // Where rows are marked, what can be done with them takes the place of the kinds: another list would end the choice,
  // and the rows stay where they are.
  if (marks && !timeline.marked.empty() && !frame.state.is_read_only) {
    draw_marked_items(frame);
  } else {
    if (!is_narrow) draw_kinds(filter, has_changed, ui, beside > 0);
    const char* more = tr("More filters");
    ui.beside(more);
    if (ui.chip(more, form.shows_filters)) form.shows_filters = !form.shows_filters;
  }
  if (form.shows_filters && is_narrow) draw_kinds(filter, has_changed, ui, true);
  if (form.shows_filters) {
    const bool takes_focus = std::exchange(frame.views.wants_filters, false);
    draw_more(frame.state.people, frame.state.now, form, filter, has_changed, takes_focus, ui);
  }
  filter.words = form.search.text();
  filter.when = form.when.text();
  if (has_changed)
    frame.actions.push_back(FilterBy{filter});
  else if (filter != timeline.found)
    frame.actions.push_back(SearchNow{});
  if (filter != timeline.found) frame.views.list.scroll = 0;  // another list is seen from its beginning
  draw_found(timeline, frame.state.now, filter.by_happened, ui, frame.actions);
  ui.gap(0.1f);
}

}  // namespace daybook::ui
