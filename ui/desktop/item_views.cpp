#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/model/translate.h"
#include "vault/intake/picture.h"

namespace daybook::ui {

bool draw_picture(AppState& state, Views& views, Ui& ui, vault::ItemNumber item, bool is_covered) {
  if (is_covered) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 end(corner.x + std::min(ui.em(20), ImGui::GetContentRegionAvail().x - ui.em(1)), corner.y + ui.em(8));
    ui.panel(corner, end, ui.colors().accent_soft);
    ui.icon(Icon::cover, {corner.x + ui.em(1), corner.y + ui.em(1)}, 1.6f, ui.colors().on_soft);
    ui.label(tr("Covered"), {corner.x + ui.em(3.2f), corner.y + ui.em(1.05f)}, {Size::body, Weight::medium});
    ImGui::SetCursorScreenPos({corner.x + ui.em(1), corner.y + ui.em(4)});
    const bool was_pressed = ui.button(tr("Show the picture"), ButtonKind::normal, Icon::uncover);
    ImGui::SetCursorScreenPos({corner.x, end.y + ui.em(0.4f)});
    return was_pressed;
  }
  Textures::Id texture = 0;
  const SmallPicture* picture = find_picture(state, views, ui, item, texture);
  if (picture == nullptr || !picture->is_ready) {
    ui.text(tr("One moment ..."));
    return false;
  }
  if (!picture->pixels) {
    ui.text(tr("It is kept exactly as it is, but it cannot be shown: damaged, or of a kind that is not read here."));
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
  return state.preferences.covers_pictures && ui.button(tr("Cover it"), ButtonKind::quiet, Icon::cover);
}

const SmallPicture* find_picture(AppState& state, Views& views, Ui& ui, vault::ItemNumber item, Textures::Id& texture) {
  const auto found = state.pictures.find(item);
  if (found == state.pictures.end()) {
    if (const auto old = views.pictures.find(item); old != views.pictures.end()) {
      ui.textures().destroy(old->second);
      views.pictures.erase(old);
    }
    return nullptr;
  }
  const SmallPicture& picture = found->second;
  if (picture.pixels) {
    auto& slot = views.pictures[item];
    if (slot == 0)
      slot = ui.textures().create(static_cast<int>(picture.pixels->width), static_cast<int>(picture.pixels->height),
                                  picture.pixels->rgba);
    texture = slot;
  }
  return &picture;
}

const char* kind_name(vault::ItemKind kind, std::string_view media) {
  if (kind == vault::ItemKind::words) return tr("Words");
  if (kind == vault::ItemKind::note) return tr("Note");
  return vault::is_picture(media) ? tr("Picture") : tr("File");
}

Icon kind_icon(vault::ItemKind kind, std::string_view media) {
  if (kind == vault::ItemKind::words) return Icon::words;
  if (kind == vault::ItemKind::note) return Icon::note;
  return vault::is_picture(media) ? Icon::picture : Icon::file;
}

}  // namespace daybook::ui
