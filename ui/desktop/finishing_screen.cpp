#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

// The lines name no file and no person, because somebody else may be at the computer by now.
std::string what_goes_on(const AppState& state) {
  std::string lines;
  const auto add = [&](const std::string& line) { lines += (lines.empty() ? "" : "\n") + line; };
  if (state.share.is_working && state.share.progress)
    add(fmt::format(fmt::runtime(tr("A copy: {} percent")), state.share.progress->percent()));
  if (state.safety.is_working && state.safety.progress)
    add(fmt::format(fmt::runtime(tr("A backup: {} MB")), state.safety.progress->megabytes()));
  if (const auto& imports = state.importing.imports; !imports.empty()) {
    add(fmt::format(fmt::runtime(tr("A file: {} percent")), imports.front().progress->percent()));
    if (imports.size() > 1) add(fmt::format(fmt::runtime(tr("Files that wait: {}")), imports.size() - 1));
  }
  return lines;
}

}  // namespace

void draw_finishing(Frame& frame) {
  Ui& ui = frame.ui;
  ui.heading(tr("Closed"));
  ui.text(tr("It was not used for a while. What is being saved is finished first. Then it locks."));
  ui.gap(0.3f);
  const std::string lines = what_goes_on(frame.state);
  const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(30));
  const TextStyle style = ui.style({}, width - ui.em(2));
  const Paragraph& paragraph = ui.layout(lines, style);
  // This area has the focus and does nothing, so that an Enter that is pressed to wake the screen does not stop the
  // save.
  const Ui::Press press = ui.area(tr("What is being saved"), "status", {width, paragraph.height + ui.em(1.2f)}, lines);
  ui.panel(press.min, press.max, ui.colors().panel);
  ui.draw(paragraph, {press.min.x + ui.em(1), press.min.y + ui.em(0.6f)}, style.size, ui.colors().text);
  ui.gap(0.5f);
  if (ui.button(tr("Stop and lock now"), ButtonKind::normal, Icon::lock)) frame.actions.push_back(LockNow{});
}

}  // namespace daybook::ui
