#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/words/conversation_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr Look kSmallPrint{Size::small, Weight::regular, Tone::secondary};

}  // namespace

std::string message_tags_text(const ConversationState& shown, std::uint64_t message) {
  std::string names;
  for (const std::string& tag : tags_of(shown.tags.placed, shown.conversation->id, message))
    names += (names.empty() ? "" : ", ") + isolated(foreign_line(tag));
  return names.empty() ? names : fmt::format(fmt::runtime(tr("tags: {}")), names);
}

void show_message_tags(Frame& frame) {
  frame.forms.conversation.shows_tags = true;
  frame.ui.focus(tr("Another tag"));
}

// The tags that all chosen messages have are on. One that only some of them have is offered to the others.
void draw_message_tags(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  if (frame.state.is_read_only) return;
  Ui& ui = frame.ui;
  const vault::MessageRun chosen{shown.first_chosen(), shown.last_chosen()};
  ui.text(fmt::format(fmt::runtime(tr("Tags of {}")), numbers_text(chosen.first, chosen.last)),
          {Size::body, Weight::semibold});
  std::vector<std::string> tags;
  for (const std::string& tag : tags_of(shown.tags.placed, shown.conversation->id, chosen.first)) {
    if (all_have(shown.tags, chosen, tag)) tags.push_back(tag);
  }
  if (const auto pressed = draw_tag_chips(tags, true, form.new_tag, frame))
    frame.actions.push_back(TagMessages{*pressed});
  if (ui.button(tr("Done with tags"), ButtonKind::quiet, Icon::tag)) {
    form.shows_tags = false;
    ui.focus(tr("Messages"));
  }
  ui.text(tr("Tags stay in this record. No copy has them."), kSmallPrint, 60);
}

void draw_tags_not_shown(const ConversationState& shown, Ui& ui) {
  if (!shown.tags.is_readable)
    ui.text(tr("The tags on messages cannot be read. They stay as they are."), kSmallPrint, 60);
  if (!shown.tags.not_placed.empty())
    ui.text(fmt::format(fmt::runtime(tr("Tags on messages that this reading does not have as they were: {}.")),
                        shown.tags.not_placed.size()),
            kSmallPrint, 60);
}

}  // namespace daybook::ui
