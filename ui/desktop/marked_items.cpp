#include "ui/desktop/marked_items.h"

#include <fmt/format.h>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/item_row.h"
#include "ui/desktop/scrolling.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

// The titles of the first marked items: what is removed is named before it goes.
std::string titles_of(const TimelineState& timeline) {
  constexpr std::size_t kMostNamed = 3;
  std::string titles;
  std::size_t named = 0;
  for (const vault::ItemNumber item : timeline.marked) {
    const auto row = timeline.rows.find(item);
    const bool is_known = row != timeline.rows.end() && named < kMostNamed;
    if (!is_known) continue;
    titles += (titles.empty() ? "" : "; ") + vault::item_text(item) + " " + isolated(title_of(row->second));
    ++named;
  }
  if (named > 0 && named < timeline.marked.size())
    titles += fmt::format(fmt::runtime(tr("; and {} more")), timeline.marked.size() - named);
  return titles;
}

// Asks with the words that are used for one item.
void draw_question(const TimelineState& timeline, Frame& frame) {
  Ui& ui = frame.ui;
  const std::size_t count = timeline.marked.size();
  const bool is_one = count == 1;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const bool has_come = ui.is_focus_wanted(is_one ? tr("Keep it") : tr("Keep them"));
  if (const std::string titles = titles_of(timeline); !titles.empty()) ui.text(titles, {}, 60);
  ui.text(is_one ? std::string(tr("The item will be gone from here for good. The log will show that one item was "
                                  "removed on this date, not what it was."))
                 : fmt::format(fmt::runtime(tr("These {} items will be gone from here for good.")), count) + " " +
                       fmt::format(fmt::runtime(tr("The log will show that {} items were removed on this date, not "
                                                   "what they were.")),
                                   count),
          {Size::body, Weight::medium});
  const auto& left = timeline.read_from_marked;
  if (left) draw_left_by_removal({left->begin(), left->end()}, is_one, ui);
  const char* keep = is_one ? tr("Keep it") : tr("Keep them");
  const char* remove = is_one ? tr("Remove it") : tr("Remove them");
  if (ui.button(keep, ButtonKind::primary)) {
    frame.actions.push_back(AskToRemoveMarked{false});
    frame.views.wants_list = true;
  }
  ui.beside(remove, Icon::remove);
  if (ui.button(remove, ButtonKind::danger, Icon::remove, left.has_value())) {
    frame.actions.push_back(RemoveMarked{});
    frame.views.wants_list = true;
  }
  // The question comes into view, and not its buttons alone.
  if (has_come) bring_into_view(top, ImGui::GetItemRectMax());
}

// Draws the tags of the record, and some to begin with, of which one is given to all marked items.
void draw_tags(Frame& frame) {
  const auto tag = draw_tag_chips({}, true, frame.forms.timeline.new_tag, frame);
  if (!tag) return;
  frame.actions.push_back(TagMarked{*tag});
  frame.views.wants_list = true;
}

}  // namespace

void draw_left_by_removal(const std::vector<vault::ItemNumber>& conversations, bool is_one_file, Ui& ui) {
  if (conversations.empty()) return;
  const bool is_one = conversations.size() == 1;
  const char* read = is_one_file
                         ? is_one ? tr("Conversation {} was read from it.") : tr("Conversations {} were read from it.")
                     : is_one ? tr("Conversation {} was read from one of them.")
                              : tr("Conversations {} were read from some of them.");
  ui.text(fmt::format(fmt::runtime(read), vault::item_list_text(conversations)) + " " +
              tr("The words can still be read here, the pictures and sounds of that file no more.") + " " +
              tr("Nothing of it can be shared or checked until you keep the same file again."),
          {Size::body, Weight::semibold, Tone::fault}, 60);
}

void ask_to_remove_marked(Frame& frame) {
  frame.actions.push_back(AskToRemoveMarked{true});
  frame.ui.focus(frame.state.timeline.marked.size() == 1 ? tr("Keep it") : tr("Keep them"), /*comes_into_view=*/false);
}

void draw_marked_items(Frame& frame) {
  const TimelineState& timeline = frame.state.timeline;
  const std::size_t count = timeline.marked.size();
  if (count == 0) return;
  if (timeline.asks_to_remove) return draw_question(timeline, frame);
  Ui& ui = frame.ui;
  bool& shows_tags = frame.forms.timeline.shows_tags;
  ui.line(fmt::format(fmt::runtime(tr("{} of {} chosen")), count, timeline.keys.size()), {Size::body, Weight::semibold},
          2.45f);
  const char* share = count == 1 ? tr("Share it") : tr("Share them");
  ui.beside(share, Icon::copy);
  if (ui.button(share, ButtonKind::normal, Icon::copy)) frame.actions.push_back(BeginSharing{timeline.marked});
  ui.beside(tr("Add a tag"), Icon::tag);
  if (ui.button(tr("Add a tag"), ButtonKind::normal, Icon::tag)) {
    shows_tags = !shows_tags;
    if (shows_tags) ui.focus(tr("Another tag"));
  }
  const char* remove = count == 1 ? tr("Remove it ...") : tr("Remove them ...");
  ui.beside(remove, Icon::remove);
  if (ui.button(remove, ButtonKind::normal, Icon::remove)) ask_to_remove_marked(frame);
  ui.hint(tr("Delete"));
  ui.beside(tr("Choose none"));
  if (ui.button(tr("Choose none"), ButtonKind::quiet)) {
    frame.actions.push_back(MarkOnly{});
    frame.views.wants_list = true;
  }
  if (shows_tags) draw_tags(frame);
}

}  // namespace daybook::ui
