#include "ui/desktop/when_views.h"

#include <fmt/format.h>

#include "ui/words/translate.h"
#include "ui/words/when_text.h"

namespace daybook::ui {

std::optional<vault::SaidTime> draw_when(const vault::WhenRead& read, Ui& ui, float most_ems) {
  constexpr float kNarrow = 30;
  const Look look{Size::small, Weight::regular, Tone::secondary};
  if (const vault::SaidTime* time = read.time()) {
    ui.text(fmt::format(fmt::runtime(tr("Read as {}.")), when_text(*time)), look, most_ems);
    return std::nullopt;
  }
  if (!read.is_ambiguous()) return std::nullopt;
  ui.text(tr("These words can mean more than one time. Which is it?"), look, most_ems);
  std::optional<vault::SaidTime> chosen;
  for (const vault::SaidTime& said : read.readings) {
    const std::string name = when_text(said);
    if (&said != &read.readings.front() && most_ems > kNarrow) ui.beside(name.c_str());
    if (ui.button((name + "##when").c_str())) chosen = said;
  }
  return chosen;
}

}  // namespace daybook::ui
