#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/file_says_text.h"
#include "ui/words/translate.h"
#include "vault/intake/picture.h"

namespace daybook::ui {

PictureWish draw_picture(Frame& frame, vault::ItemNumber item, bool is_covered, bool can_be_opened) {
  Ui& ui = frame.ui;
  if (is_covered) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 end(corner.x + std::min(ui.em(20), ImGui::GetContentRegionAvail().x - ui.em(1)), corner.y + ui.em(8));
    ui.panel(corner, end, ui.colors().accent_soft);
    ui.icon(Icon::cover, {corner.x + ui.em(1), corner.y + ui.em(1)}, 1.6f, ui.colors().on_soft);
    ui.label(tr("Covered"), {corner.x + ui.em(3.2f), corner.y + ui.em(1.05f)}, {Size::body, Weight::medium});
    ImGui::SetCursorScreenPos({corner.x + ui.em(1), corner.y + ui.em(4)});
    const bool was_pressed = ui.button(tr("Show the picture"), ButtonKind::normal, Icon::uncover);
    ImGui::SetCursorScreenPos({corner.x, end.y + ui.em(0.4f)});
    return was_pressed ? PictureWish::cover_or_uncover : PictureWish::none;
  }
  const bool was_clicked = draw_bare_picture(frame, item);
  const SmallPicture* shown = frame.state.pictures.find(item);
  if (shown == nullptr || !shown->pixels) return PictureWish::none;
  bool looks = can_be_opened && was_clicked;
  if (can_be_opened) looks |= ui.button(tr("Show it large"), ButtonKind::normal, Icon::search);
  if (frame.state.preferences.covers_pictures) {
    if (can_be_opened) ui.beside(tr("Cover it"), Icon::cover);
    if (ui.button(tr("Cover it"), ButtonKind::quiet, Icon::cover)) return PictureWish::cover_or_uncover;
  }
  return looks ? PictureWish::look : PictureWish::none;
}

bool draw_bare_picture(Frame& frame, vault::ItemNumber item) {
  Ui& ui = frame.ui;
  Textures::Id texture = 0;
  const SmallPicture* picture = find_picture(frame, item, texture);
  if (picture == nullptr || !picture->is_ready) {
    ui.text(tr("One moment ..."));
    return false;
  }
  if (!picture->pixels) {
    ui.text(tr("It is kept exactly as it is."));
    ui.text(picture->facts ? drawn_text(*picture->facts)
                           : std::string(tr("It cannot be shown: damaged, too large, or of a kind not read here.")));
    return false;
  }
  const float room = std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(27));
  const float scale = std::min(room / static_cast<float>(picture->pixels->width),
                               ui.em(18) / static_cast<float>(picture->pixels->height));
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 size(static_cast<float>(picture->pixels->width) * scale,
                    static_cast<float>(picture->pixels->height) * scale);
  ui.picture(texture, corner, {corner.x + size.x, corner.y + size.y});
  ImGui::Dummy(size);
  const bool was_clicked = ImGui::IsItemClicked();
  if (const std::string lack = picture->facts ? drawn_text(*picture->facts) : ""; !lack.empty())
    ui.text(lack, {Size::small, Weight::regular, Tone::secondary});
  return was_clicked;
}

// Back leads to the page of the picture that was seen last, and not of the one that was first: what is done there is
// meant for it.
void leave_picture(Frame& frame) {
  const AppState& state = frame.state;
  frame.actions.push_back(GoBack{});
  const bool leads_to_item = !state.before.empty() && state.before.back() == Screen::item;
  if (leads_to_item && state.picture_view.message == 0 && state.item.number != state.picture_view.item)
    frame.actions.push_back(OpenItem{state.picture_view.item});
}

void drop_old_parts(const PictureViewState& looked_at, Views::LookedAt& view, Textures& textures) {
  const bool is_another = view.revision != looked_at.revision;
  std::erase_if(view.textures, [&](const auto& one) {
    const bool is_old = is_another || !looked_at.parts.contains(one.first);
    if (is_old) textures.destroy(one.second);
    return is_old;
  });
  if (is_another) view.wanted.clear();
}

void drop_old_pictures(const PicturesState& pictures, Views& views, Textures& textures) {
  std::erase_if(views.pictures, [&](const auto& one) {
    const SmallPicture* picture = pictures.find(one.first);
    const bool is_old = picture == nullptr || !picture->pixels;
    if (is_old) textures.destroy(one.second);
    return is_old;
  });
}

const SmallPicture* find_picture(Frame& frame, vault::ItemNumber item, Textures::Id& texture) {
  const SmallPicture* picture = frame.state.pictures.find(item);
  if (picture != nullptr && picture->pixels) {
    auto& slot = frame.views.pictures[item];
    if (slot == 0)
      slot = frame.ui.textures().create(static_cast<int>(picture->pixels->width),
                                        static_cast<int>(picture->pixels->height), picture->pixels->rgba);
    texture = slot;
  }
  return picture;
}

Action open_action(vault::ItemNumber item, const TimelineState& timeline) {
  const auto row = timeline.rows.find(item);
  if (row != timeline.rows.end() && row->second.kind == vault::ItemKind::conversation)
    return OpenConversation{item, timeline.found.words};
  return OpenItem{item};
}

void draw_scrollbar(double& scroll, double height, Ui& ui, const Ui::Press& area) {
  const ImVec2 min = area.min, max = area.max;
  const float room = max.y - min.y;
  if (height <= room) return;
  const float grip = std::max(ui.em(2), static_cast<float>(room * room / height));
  const double range = height - room;
  const float top = min.y + static_cast<float>(scroll / range) * (room - grip);
  const ImVec2 from(max.x - ui.em(0.45f), top), to(max.x - ui.em(0.1f), top + grip);
  ImGui::GetWindowDrawList()->AddRectFilled(from, to, ui.colors().border, ui.em(0.2f));
  const ImVec2 mouse = ImGui::GetMousePos();
  if (area.is_held && mouse.x > max.x - ui.em(0.8f))
    scroll = std::clamp((mouse.y - min.y - grip / 2) / (room - grip), 0.0f, 1.0f) * range;
}

void draw_fact(Ui& ui, const char* label, std::string_view value, float label_ems, Tone tone, float most) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = std::min(ImGui::GetContentRegionAvail().x - ui.em(0.6f), most);
  const bool is_beside = room > ui.em(16);
  const TextStyle style = ui.style({Size::small}, is_beside ? ui.em(label_ems - 0.4f) : room);
  const Paragraph& name = ui.layout(label, style);
  const float top = at.y + ui.em(0.1f), bottom = top + name.height;
  ui.draw(name, {at.x, top}, style.size, ui.color(Tone::secondary));
  const float width = is_beside ? std::min(ui.em(38), room - ui.em(label_ems)) : room;
  ImGui::SetCursorScreenPos({is_beside ? at.x + ui.em(label_ems) : at.x, is_beside ? at.y : bottom});
  ui.text(value, {Size::body, Weight::regular, tone}, width / ui.em());
  const float under_value = ImGui::GetItemRectMax().y;
  if (under_value >= bottom) return;
  ImGui::SetCursorScreenPos({at.x, under_value});
  ImGui::Dummy({1, bottom - under_value});
}

std::string_view without_last_line_end(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::string isolated(std::string_view words) { return "\u2068" + std::string(words) + "\u2069"; }

const char* name_of(vault::ShownAs shown) {
  switch (shown) {
    case vault::ShownAs::words:
      return tr("Words");
    case vault::ShownAs::note:
      return tr("Note");
    case vault::ShownAs::picture:
      return tr("Picture");
    case vault::ShownAs::file:
      return tr("File");
    case vault::ShownAs::conversation:
      return tr("Conversation");
  }
  return "";
}

Icon icon_of(vault::ShownAs shown) {
  switch (shown) {
    case vault::ShownAs::words:
      return Icon::words;
    case vault::ShownAs::note:
      return Icon::note;
    case vault::ShownAs::picture:
      return Icon::picture;
    case vault::ShownAs::file:
      return Icon::file;
    case vault::ShownAs::conversation:
      return Icon::conversation;
  }
  return Icon::file;
}

}  // namespace daybook::ui
