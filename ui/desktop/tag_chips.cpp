#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/model/questions.h"
#include "ui/words/translate.h"

namespace daybook::ui {

std::optional<std::string> draw_tag_chips(const std::vector<std::string>& chosen, bool shows_others, TextInput& new_tag,
                                          Frame& frame) {
  Ui& ui = frame.ui;
  std::optional<std::string> pressed;
  bool is_first = true;
  const auto chip = [&](const std::string& tag, bool is_on) {
    if (!is_first) ui.beside(tag.c_str());
    is_first = false;
    if (ui.chip((tag + "##tag").c_str(), is_on)) pressed = tag;
  };
  for (const std::string& tag : chosen) chip(tag, true);
  if (!shows_others) return pressed;
  std::vector<std::string> others = frame.state.people.tags;
  for (const char* starter : starter_tags()) others.emplace_back(tr(starter));
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  for (const std::string& tag : others) {
    if (std::find(chosen.begin(), chosen.end(), tag) == chosen.end()) chip(tag, false);
  }
  if (ui.field(tr("Another tag"), new_tag, 14) && !new_tag.empty()) pressed = new_tag.text();
  return pressed;
}

}  // namespace daybook::ui
