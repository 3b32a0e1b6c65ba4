#include <fmt/format.h>

#include <algorithm>

#include "crypto/encoding.h"
#include "ui/desktop/screens.h"
#include "ui/model/date_text.h"
#include "ui/model/translate.h"
#include "vault/log/clock.h"

namespace daybook::ui {
namespace {

void row(Ui& ui, const char* label, std::string_view value, Tone tone = Tone::normal) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float label_width = ui.em(6.6f), room = ImGui::GetContentRegionAvail().x - ui.em(0.6f);
  ui.label(label, at, {Size::small, Weight::regular, Tone::secondary}, label_width);
  const bool is_beside = room > ui.em(16);
  const TextStyle style =
      ui.style({Size::body, Weight::regular}, is_beside ? std::min(ui.em(30), room - label_width) : room);
  const Paragraph& paragraph = ui.layout(value, style);
  const ImVec2 place(is_beside ? at.x + label_width : at.x, is_beside ? at.y - ui.em(0.1f) : at.y + ui.em(1.3f));
  ui.draw(paragraph, place, style.size, ui.color(tone));
  ImGui::Dummy({1, paragraph.height + (is_beside ? 0 : ui.em(1.3f))});
}

// An empty last line would only look like one that is missing.
std::string_view without_last_line_end(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::string grouped(ByteView digest) {
  const std::string hex = crypto::to_hex(digest);
  std::string text;
  for (std::size_t at = 0; at < hex.size(); at += 8) text += (at > 0 ? " " : "") + hex.substr(at, 8);
  return text;
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

// Four times, never blended: what the file says, what she says, what this computer's clock said, and nobody else yet.
void draw_facts(AppState& state, const vault::Item& item, const SmallPicture* picture, Ui& ui) {
  const vault::ItemVersion& version = item.newest();
  ui.text(tr("What we know"), {Size::large, Weight::semibold});
  row(ui, tr("Added"),
      fmt::format(fmt::runtime(tr("{}, {}, by this computer's clock")), day_text(item.added_at),
                  time_text(item.added_at)));
  draw_sealed(state.item, ui);
  std::string says;
  if (version.modified)
    says =
        fmt::format(fmt::runtime(tr("last changed {}, {}")), day_text(*version.modified), time_text(*version.modified));
  if (picture != nullptr && picture->facts && picture->facts->taken) {
    std::string taken = *picture->facts->taken;
    taken[10] = ' ';
    says += (says.empty() ? "" : "; ") + fmt::format(fmt::runtime(tr("taken {}")), taken);
  }
  if (picture != nullptr && picture->facts && picture->facts->place) says += std::string("; ") + tr("it holds a place");
  if (!says.empty()) row(ui, tr("File says"), says);
  const auto answers = item.current_answers();
  std::string keeper;
  for (const Question& question : questions()) {
    const auto found = answers.find(question.id);
    if (found == answers.end() || found->second.empty() || std::string_view(question.id) == vault::question::kTitle)
      continue;
    keeper += (keeper.empty() ? "" : "\n") + std::string(tr(question.text)) + " " + found->second;
  }
  row(ui, tr("You say"), keeper.empty() ? tr("nothing yet") : keeper);
  if (!version.name.empty()) row(ui, tr("Name"), version.name);
  row(ui, tr("Size"), size_text(version.content.facts.size));
  if (item.versions.size() > 1)
    row(ui, tr("Versions"), fmt::format(fmt::runtime(tr("{}, all kept")), item.versions.size()));
  row(ui, tr("Fingerprint"), grouped(version.content.facts.sha256));
}

void draw_content(AppState& state, Views& views, const vault::Item& item, Ui& ui, Actions& actions,
                  const SmallPicture*& picture) {
  if (item.kind != vault::ItemKind::file) {
    const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(40));
    const TextStyle style = ui.style({}, width - ui.em(2.2f));
    const Paragraph& paragraph = ui.layout(without_last_line_end(state.item.text), style);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const bool is_note = item.kind == vault::ItemKind::note;
    const ImVec2 end(corner.x + width, corner.y + paragraph.height + ui.em(1.6f));
    ui.panel(corner, end, is_note ? ui.colors().note_soft : ui.colors().panel);
    ui.draw(paragraph, {corner.x + ui.em(1.1f), corner.y + ui.em(0.8f)}, style.size, ui.colors().text);
    ImGui::Dummy({width, end.y - corner.y});
    if (state.item.text_is_cut)
      ui.text(tr("Only the beginning is shown. All of it is kept."), {Size::small, Weight::regular, Tone::secondary});
    return;
  }
  if (!vault::is_picture(item.newest().media)) {
    ui.text(tr("It is kept exactly as it is. This kind of file cannot be shown here."));
    return;
  }
  if (state.preferences.covers_pictures && !state.item.is_uncovered) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 end(corner.x + std::min(ui.em(20), ImGui::GetContentRegionAvail().x - ui.em(1)), corner.y + ui.em(8));
    ui.panel(corner, end, ui.colors().accent_soft);
    ui.icon(Icon::cover, {corner.x + ui.em(1), corner.y + ui.em(1)}, 1.6f, ui.colors().on_soft);
    ui.label(tr("Covered"), {corner.x + ui.em(3.2f), corner.y + ui.em(1.05f)}, {Size::body, Weight::medium});
    ImGui::SetCursorScreenPos({corner.x + ui.em(1), corner.y + ui.em(4)});
    if (ui.button(tr("Show the picture"), ButtonKind::normal, Icon::uncover)) actions.push_back(UncoverPicture{});
    ImGui::SetCursorScreenPos({corner.x, end.y + ui.em(0.4f)});
    return;
  }
  Textures::Id texture = 0;
  picture = find_picture(state, views, ui, item.number, texture);
  if (picture == nullptr) {
    actions.push_back(NeedPicture{item.number});
    ui.text(tr("One moment ..."));
  } else if (picture->is_ready && !picture->pixels) {
    ui.text(tr("It is kept exactly as it is, but it cannot be shown: damaged, or of a kind that is not read here."));
  } else if (picture->pixels) {
    const float room = std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(27));
    const float scale = std::min(room / static_cast<float>(picture->pixels->width),
                                 ui.em(22) / static_cast<float>(picture->pixels->height));
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 size(static_cast<float>(picture->pixels->width) * scale,
                      static_cast<float>(picture->pixels->height) * scale);
    ui.picture(texture, corner, {corner.x + size.x, corner.y + size.y});
    ImGui::Dummy(size);
    if (state.preferences.covers_pictures && ui.button(tr("Cover it"), ButtonKind::quiet, Icon::cover))
      actions.push_back(UncoverPicture{});
  }
}

void draw_notes(const ItemState& item, Ui& ui) {
  for (const NoteText& note : item.notes) {
    const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(40));
    const TextStyle style = ui.style({}, width - ui.em(2.4f));
    const Paragraph& paragraph = ui.layout(without_last_line_end(note.text), style);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 end(corner.x + width, corner.y + paragraph.height + ui.em(2.8f));
    ui.panel(corner, end, ui.colors().note_soft, 0.5f, false);
    ImGui::GetWindowDrawList()->AddRectFilled(corner, {corner.x + ui.em(0.22f), end.y}, ui.colors().note_edge);
    ui.label(fmt::format(fmt::runtime(tr("My note, item {}, written {}, {}")), vault::item_text(note.item.number),
                         day_text(note.item.added_at), time_text(note.item.added_at)),
             {corner.x + ui.em(1.2f), corner.y + ui.em(0.5f)}, {Size::small, Weight::medium, Tone::secondary},
             width - ui.em(2.4f));
    ui.draw(paragraph, {corner.x + ui.em(1.2f), corner.y + ui.em(2)}, style.size, ui.colors().text);
    ImGui::Dummy({width, end.y - corner.y});
  }
}

void draw_question(ItemState& item, Ui& ui, Actions& actions) {
  const std::size_t number = *item.question;
  const Question& question = questions()[number];
  ui.text(fmt::format(fmt::runtime(tr("Question {} of {}. You can stop at any time; everything is saved.")), number + 1,
                      questions().size()),
          {Size::small, Weight::regular, Tone::secondary});
  ui.heading(tr(question.text));
  ui.text(tr(question.why), {Size::body, Weight::regular, Tone::secondary});
  for (const char* choice : question.choices) {
    if (ui.choice(tr(choice), item.answer.text() == tr(choice))) item.answer.set(tr(choice));
  }
  if (ui.field(tr("In your own words"), item.answer, 30)) actions.push_back(AnswerQuestion{item.answer.text()});
  if (std::string_view(item.answer.text()) == tr("Another person's phone or account"))
    ui.text(
        tr("You can still keep this. How it was got can matter later. Before you share it, ask an advocate or a "
           "solicitor."));
  ui.gap(0.4f);
  if (ui.button(tr("Continue"), ButtonKind::primary, Icon::none, !item.answer.empty()))
    actions.push_back(AnswerQuestion{item.answer.text()});
  ui.beside(tr("Skip for now"));
  if (ui.button(tr("Skip for now"))) actions.push_back(AskQuestion{number + 1});
  if (number > 0) {
    ui.beside(tr("Question before"));
    if (ui.button(tr("Question before"), ButtonKind::quiet)) actions.push_back(AskQuestion{number - 1});
  }
  ui.beside(tr("Enough for now"));
  if (ui.button(tr("Enough for now"), ButtonKind::quiet)) actions.push_back(AskQuestion{std::nullopt});
}

void draw_acts(AppState& state, const vault::Item& item, Ui& ui, Actions& actions) {
  if (state.item.asks_to_remove) {
    ui.text(
        tr("The item will be gone from here for good. The log will show that one item was removed on this date, not "
           "what it was."),
        {Size::body, Weight::medium});
    if (ui.button(tr("Keep it"), ButtonKind::primary)) actions.push_back(AskToRemove{false});
    ui.beside(tr("Remove it"));
    if (ui.button(tr("Remove it"), ButtonKind::danger, Icon::remove)) actions.push_back(RemoveItem{});
    return;
  }
  if (ui.button(tr("Write a note beside it"), ButtonKind::primary, Icon::note))
    actions.push_back(BeginAdding{AddState::Kind::note, item.number});
  ui.beside(tr("Answer questions"), Icon::help);
  if (ui.button(tr("Answer questions"), ButtonKind::normal, Icon::help)) actions.push_back(AskQuestion{0});
  ui.beside(tr("Share it"), Icon::copy);
  if (ui.button(tr("Share it"), ButtonKind::normal, Icon::copy)) actions.push_back(BeginSharing{item.number});
  ui.beside(tr("Check again"), Icon::check);
  if (ui.button(tr("Check again"), ButtonKind::normal, Icon::check)) actions.push_back(CheckItem{});
  ui.beside(tr("Remove ..."), Icon::remove);
  if (ui.button(tr("Remove ..."), ButtonKind::quiet, Icon::remove)) actions.push_back(AskToRemove{true});
}

}  // namespace

void draw_item(AppState& state, Views& views, Ui& ui, Actions& actions, bool has_come) {
  if (ui.button(tr("Back"), ButtonKind::quiet, Icon::back)) actions.push_back(GoBack{});
  if (has_come) ui.focus(tr("Back"));
  if (!state.item.item) {
    ui.text(state.item.is_loading ? tr("One moment ...") : tr("This item is not here any more."));
    return;
  }
  const vault::Item& item = *state.item.item;
  if (state.item.question) return draw_question(state.item, ui, actions);
  ui.heading(fmt::format("{} {}", kind_name(item.kind, item.newest().media), vault::item_text(item.number)));
  const auto answers = item.current_answers();
  if (const auto title = answers.find(vault::question::kTitle); title != answers.end() && !title->second.empty())
    ui.text(title->second, {Size::large});
  ui.gap(0.2f);
  const SmallPicture* picture = nullptr;
  draw_content(state, views, item, ui, actions, picture);
  if (const auto known = state.pictures.find(item.number); known != state.pictures.end()) picture = &known->second;
  draw_notes(state.item, ui);
  ui.gap(0.2f);
  if (!state.is_read_only) draw_acts(state, item, ui, actions);
  ui.gap(0.5f);
  draw_facts(state, item, picture, ui);
  ui.gap(1);
}

}  // namespace daybook::ui
