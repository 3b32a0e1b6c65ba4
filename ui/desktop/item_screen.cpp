#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/marked_items.h"
#include "ui/desktop/screens.h"
#include "ui/model/questions.h"
#include "ui/words/date_text.h"
#include "ui/words/digest_text.h"
#include "ui/words/file_says_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"
#include "vault/log/clock.h"

namespace daybook::ui {
namespace {

constexpr float kTwoColumns = 54;  // ems: from this width on what is known stands beside the item

constexpr float kLabel = 6.6f;  // ems

void row(Ui& ui, const char* label, std::string_view value, Tone tone = Tone::normal) {
  draw_fact(ui, label, value, kLabel, tone);
}

void draw_sealed(const ItemState& state, Ui& ui) {
  switch (state.check) {
    case ItemState::Check::not_yet:
      return row(ui, tr("Sealed"), tr("Yes. Not looked at yet today."));
    case ItemState::Check::running:
      return row(ui, tr("Sealed"), tr("Yes. Being read through ..."));
    case ItemState::Check::matches:
      return row(ui, tr("Sealed"), tr("Yes. Has not changed since it was added."), Tone::good);
    case ItemState::Check::differs:
      return row(
          ui, tr("Sealed"),
          tr("This is not the same as what you added. It may be damaged. Do not delete it. Look for it in a backup."),
          Tone::fault);
    case ItemState::Check::unreadable:
      return row(ui, tr("Sealed"),
                 tr("It cannot be read. It may be damaged. Do not delete it. Look for it in a backup."), Tone::fault);
  }
}

const char* answer_label(std::string_view question) {
  if (question == vault::question::kWho) return tr("From");
  if (question == vault::question::kWhen) return tr("When");
  if (question == vault::question::kWhere) return tr("Comes from");
  if (question == vault::question::kHow) return tr("Copied by");
  if (question == vault::question::kLanguage) return tr("Language");
  return tr("How much");
}

// Draws the keeper's own answers, apart from what is known without her.
void draw_said(const vault::Item& item, Ui& ui) {
  const auto answers = item.current_answers();
  std::size_t open = questions().size();
  ui.gap(0.3f);
  ui.text(tr("What you say"), {Size::large, Weight::semibold});
  for (const Question& question : questions()) {
    const auto found = answers.find(question.id);
    if (found == answers.end() || found->second.empty()) continue;
    --open;
    if (std::string_view(question.id) != vault::question::kTitle)
      row(ui, answer_label(question.id), shown_answer(question.id, found->second));
  }
  if (const auto typed = answers.find(vault::question::kTyped); typed != answers.end())
    row(ui, tr("Typed"), typed->second);
  if (const auto helper = answers.find(vault::question::kHelper); helper != answers.end())
    row(ui, tr("Helper"), helper->second);
  if (open == 0) return;
  ui.text(open == questions().size() ? std::string(tr("Nothing yet. It can wait."))
          : open == 1                ? std::string(tr("1 more detail you can add"))
                                     : fmt::format(fmt::runtime(tr("{} more details you can add")), open),
          {Size::small, Weight::regular, Tone::secondary});
}

// Times from different sources are never blended: what this computer's clock said has one row, what the file says of
// itself another, and what the keeper says stands among her answers (draw_said()).
void draw_facts(const ItemState& shown, const SmallPicture* picture, Ui& ui) {
  const vault::Item& item = *shown.item;
  const vault::ItemVersion& version = item.newest();
  ui.text(tr("What we know"), {Size::large, Weight::semibold});
  row(ui, tr("Added"),
      fmt::format(fmt::runtime(tr("{}, {}, by this computer's clock")), day_text(item.added_at),
                  time_text(item.added_at)));
  draw_sealed(shown, ui);
  std::string says;
  const auto add = [&says](const std::string& part) { says += (says.empty() ? "" : "; ") + part; };
  if (version.modified)
    add(vault::is_usable_time(*version.modified)
            ? fmt::format(fmt::runtime(tr("last changed {}, {}")), day_text(*version.modified),
                          time_text(*version.modified))
            : std::string(tr("the time of the file is not usable")));
  if (picture != nullptr && picture->facts) {
    for (const std::string& part : file_says_parts(*picture->facts)) add(part);
  }
  if (!says.empty()) row(ui, tr("File says"), says);
  if (!version.name.empty()) row(ui, tr("Name"), foreign_line(version.name));
  if (version.out_of)
    row(ui, tr("Out of"),
        fmt::format(fmt::runtime(tr("the export of a chat, where it is {}")),
                    isolated(foreign_line(version.out_of->entry))));
  row(ui, tr("Size"), size_text(version.content.facts.size));
  if (item.versions.size() > 1)
    row(ui, tr("Versions"), fmt::format(fmt::runtime(tr("{}, all kept")), item.versions.size()));
}

std::vector<vault::ItemNumber> listed(const TimelineState& timeline) {
  std::vector<vault::ItemNumber> items;
  for (const vault::ItemKey& key : timeline.keys) items.push_back(key.number);
  return items;
}

// Says in which copies the item went, and leads to them.
void draw_copies_of_item(const ItemState& shown, Ui& ui, Actions& actions) {
  if (shown.copies.empty()) return;
  const bool is_one = shown.copies.size() == 1;
  row(ui, tr("Copies"), went_in_text(shown.copies));
  if (!ui.button(is_one ? tr("Show the copy") : tr("Show all copies"), ButtonKind::quiet, Icon::copy)) return;
  actions.push_back(ShowCopies{is_one ? std::optional(shown.copies.front().bundle) : std::nullopt});
}

// Leads to what was read from the file, or offers to read it.
void draw_conversation_of(const ItemState& shown, Frame& frame) {
  for (const vault::ItemNumber conversation : shown.conversations) {
    const std::string name = fmt::format(fmt::runtime(tr("Read conversation {}")), vault::item_text(conversation));
    if (frame.ui.button(name.c_str(), ButtonKind::normal, Icon::conversation))
      frame.actions.push_back(OpenConversation{conversation});
  }
  if (!shown.conversations.empty() || !shown.looks_like_chat) return;
  if (frame.state.is_read_only || frame.state.taking_chat.reads) return;
  if (!frame.state.taking_chat.offered.empty()) return;  // it stands at the top of the page
  if (frame.ui.button(tr("Keep it as a conversation"), ButtonKind::normal, Icon::conversation))
    frame.actions.push_back(KeepAsConversation{{shown.number}});
}

void draw_content(const ItemState& shown, Frame& frame) {
  const vault::Item& item = *shown.item;
  Ui& ui = frame.ui;
  if (shown.is_text) {
    draw_conversation_of(shown, frame);
    return draw_item_text(shown, frame);
  }
  // What a file says of itself is read though it is covered, and of a film too: that it holds a place matters before
  // anybody has looked at it.
  const bool is_read = item.kind == vault::ItemKind::file && vault::says_of_itself(item.newest().media);
  if (is_read && frame.state.pictures.find(item.number) == nullptr) frame.actions.push_back(NeedPicture{item.number});
  if (item.kind == vault::ItemKind::conversation) {
    if (ui.button(tr("Read the conversation"), ButtonKind::normal, Icon::conversation))
      frame.actions.push_back(OpenConversation{item.number});
    return;
  }
  draw_conversation_of(shown, frame);
  if (shown_as(item.kind, item.newest().media) != vault::ShownAs::picture) {
    ui.text(tr("It is kept exactly as it is. This kind of file cannot be shown here."));
    return;
  }
  const bool is_covered = frame.state.preferences.covers_pictures && !shown.is_uncovered;
  switch (draw_picture(frame, item.number, is_covered)) {
    case PictureWish::none:
      break;
    case PictureWish::cover_or_uncover:
      frame.actions.push_back(UncoverPicture{});
      if (is_covered) ui.focus(tr("Show it large"), /*comes_into_view=*/false);  // the picture is what is looked at
      break;
    case PictureWish::look:
      frame.actions.push_back(LookAtPicture{item.number, listed(frame.state.timeline)});
      break;
  }
}

void draw_acts(const ItemState& shown, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  const vault::Item& item = *shown.item;
  const bool has_asked = std::exchange(frame.views.asks_to_remove, shown.asks_to_remove);
  if (shown.asks_to_remove) {
    if (!has_asked) {
      ImGui::SetScrollY(0);
      ui.focus(tr("Keep it"));
    }
    ui.text(fmt::format("{} {}", name_of(shown_as(item.kind, item.newest().media)), vault::item_text(item.number)));
    ui.text(
        tr("The item will be gone from here for good. The log will show that one item was removed on this date, not "
           "what it was."),
        {Size::body, Weight::medium});
    if (!item.newest().out_of) draw_left_by_removal(shown.conversations, /*is_one_file=*/true, ui);
    if (ui.button(tr("Keep it"), ButtonKind::primary)) actions.push_back(AskToRemove{false});
    ui.beside(tr("Remove it"));
    if (ui.button(tr("Remove it"), ButtonKind::danger, Icon::remove)) actions.push_back(RemoveItem{});
    return;
  }
  if (frame.state.saving_out.asks == item.number) {
    ui.text(
        tr("A file goes where you choose. Anybody who opens it there can read it, and deleting it leaves traces. To "
           "give something away, use Share: that is sealed."),
        {Size::body, Weight::medium});
    if (ui.button(tr("Choose the place"), ButtonKind::primary, Icon::folder))
      actions.push_back(Browse{BrowseFor::save_out});
    ui.beside(tr("Do not save it out"));
    if (ui.button(tr("Do not save it out"), ButtonKind::quiet)) actions.push_back(AskToSaveOut{std::nullopt});
    return;
  }
  if (ui.button(tr("Write a note beside it"), ButtonKind::primary, Icon::note))
    actions.push_back(BeginAdding{Begun::Kind::note, item.number});
  if (item.kind == vault::ItemKind::note && !shown.text_is_cut) {
    ui.beside(tr("Change the note"), Icon::words);
    if (ui.button(tr("Change the note"), ButtonKind::normal, Icon::words))
      actions.push_back(RewriteNote{item.number, shown.text});
  }
  ui.beside(tr("Answer questions"), Icon::help);
  if (ui.button(tr("Answer questions"), ButtonKind::normal, Icon::help)) actions.push_back(AskQuestion{0});
  ui.beside(tr("Share it"), Icon::copy);
  if (ui.button(tr("Share it"), ButtonKind::normal, Icon::copy)) actions.push_back(BeginSharing{item.number});
  ui.beside(tr("Check again"), Icon::check);
  if (ui.button(tr("Check again"), ButtonKind::normal, Icon::check)) actions.push_back(CheckItem{});
  ui.beside(tr("Save it out ..."), Icon::file);
  if (ui.button(tr("Save it out ..."), ButtonKind::normal, Icon::file)) {
    actions.push_back(AskToSaveOut{item.number});
    ui.focus(tr("Choose the place"));
  }
  ui.beside(tr("Remove ..."), Icon::remove);
  if (ui.button(tr("Remove ..."), ButtonKind::quiet, Icon::remove)) actions.push_back(AskToRemove{true});
}

// Draws the tags of the item. More are chosen from those that the record has, and from some to begin with.
void draw_tags(const ItemState& shown, ItemForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  const bool is_read_only = frame.state.is_read_only;
  const auto answers = shown.item->current_answers();
  const auto found = answers.find(vault::question::kTags);
  const std::vector<std::string> tags = vault::lines_of(found == answers.end() ? "" : found->second);
  ui.text(tr("Tags"), {Size::small, Weight::semibold, Tone::secondary});
  const auto pressed = draw_tag_chips(tags, form.shows_tags, form.new_tag, frame);
  if (is_read_only) return;
  if (pressed) frame.actions.push_back(ToggleTag{*pressed});
  const char* more = form.shows_tags ? tr("Done with tags") : tr("Choose tags");
  if (!tags.empty() && !form.shows_tags) ui.beside(more, Icon::tag);
  if (ui.button(more, ButtonKind::quiet, Icon::tag)) form.shows_tags = !form.shows_tags;
}

void draw_item_itself(const ItemState& shown, Frame& frame) {
  const vault::Item& item = *shown.item;
  Ui& ui = frame.ui;
  ui.heading(fmt::format("{} {}", name_of(shown_as(item.kind, item.newest().media)), vault::item_text(item.number)));
  const auto answers = item.current_answers();
  if (const auto title = answers.find(vault::question::kTitle); title != answers.end() && !title->second.empty())
    ui.text(title->second, {Size::large});
  const bool is_on_messages = item.on && std::holds_alternative<vault::MessagesNoted>(*item.on);
  if (item.about && is_on_messages && ui.button(tr("Show the messages"), ButtonKind::quiet, Icon::conversation))
    frame.actions.push_back(OpenConversation{*item.about, "", item.number});
  ui.gap(0.2f);
  // What is asked stands at the heading, where it is in view however long the item is.
  const bool asks = shown.asks_to_remove && !frame.state.is_read_only;
  if (asks) draw_acts(shown, frame);
  draw_content(shown, frame);
  draw_item_notes(shown, frame);
  ui.gap(0.2f);
  if (!asks && !frame.state.is_read_only) draw_acts(shown, frame);
}

void draw_known(const ItemState& shown, ItemForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  draw_facts(shown, frame.state.pictures.find(shown.number), ui);
  draw_copies_of_item(shown, ui, frame.actions);
  draw_said(*shown.item, ui);
  ui.gap(0.3f);
  draw_tags(shown, form, frame);
  ui.text(tr("Fingerprint"), {Size::small, Weight::semibold, Tone::secondary});
  ui.text(grouped_digest(shown.item->newest().content.facts.sha256), {Size::small, Weight::regular, Tone::secondary});
}

}  // namespace

void draw_item(const ItemState& item, ItemForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  if (ui.button(tr("Back"), ButtonKind::quiet, Icon::back)) frame.actions.push_back(GoBack{});
  if (frame.has_come) ui.focus(tr("Back"));
  if (!item.item) {
    ui.text(item.is_loading ? tr("One moment ...") : tr("This item is not here any more."));
    return;
  }
  if (item.question) return draw_question(item, form, frame);
  const float room = ImGui::GetContentRegionAvail().x;
  if (room < ui.em(kTwoColumns)) {
    draw_item_itself(item, frame);
    ui.gap(0.5f);
    draw_known(item, form, frame);
    ui.gap(1);
    return;
  }
  const float right = ui.em(23), left = room - right - ui.em(2.2f);
  begin_part("itself", {left, 0}, ImGuiChildFlags_AutoResizeY, ImGuiWindowFlags_NoScrollbar);
  ImGui::SetCursorPos({ui.em(0.35f), ui.em(0.35f)});
  ImGui::BeginGroup();
  draw_item_itself(item, frame);
  ImGui::EndGroup();
  ui.gap(0.6f);
  ImGui::EndChild();
  ImGui::SameLine(0, ui.em(1.2f));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.colors().panel);
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, ui.em(0.5f));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.em(1), ui.em(0.8f)});
  begin_part("known", {right, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysUseWindowPadding,
             ImGuiWindowFlags_NoScrollbar);
  draw_known(item, form, frame);
  ImGui::EndChild();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
  ui.gap(1);
}

}  // namespace daybook::ui
