#include "ui/desktop/attachment_views.h"

#include <fmt/format.h>

#include "ui/model/attachment_text.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

// The files that messages name, as the screen of their conversation shows them.
namespace daybook::ui {
namespace {

bool are_of(const AttachmentsState& attachments, const ConversationState& shown) {
  return attachments.conversation == shown.number && attachments.of == shown.revision;
}

bool is_picture_here(const ShownAttachment& one) {
  return one.found.state == vault::AttachmentState::here && one.found.kind == vault::MediaKind::picture;
}

}  // namespace

void drop_old_attachments(const AppState& state, Views& views, Textures& textures) {
  const AttachmentsState& attachments = state.attachments;
  const bool is_another = views.attachments_of != attachments.of;
  std::erase_if(views.attachments, [&](const auto& one) {
    const ShownAttachment* known = attachments.find(one.first);
    const bool is_old = is_another || known == nullptr || !known->small;
    if (is_old) textures.destroy(one.second);
    return is_old;
  });
  views.attachments_of = attachments.of;
}

Textures::Id find_attachment(Frame& frame, std::uint64_t message) {
  const ShownAttachment* known = frame.state.attachments.find(message);
  if (known == nullptr || !known->small) return 0;
  Textures::Id& texture = frame.views.attachments[message];
  if (texture == 0)
    texture = frame.ui.textures().create(static_cast<int>(known->small->width), static_cast<int>(known->small->height),
                                         known->small->rgba);
  return texture;
}

SeenAttachment seen_attachment(Frame& frame, const vault::ReadMessage& message) {
  const AttachmentsState& attachments = frame.state.attachments;
  SeenAttachment seen;
  if (message.file.empty() || !are_of(attachments, frame.state.conversation)) return seen;
  seen.known = attachments.find(message.number);
  if (seen.known == nullptr || !is_picture_here(*seen.known)) return seen;
  seen.is_covered = frame.state.preferences.covers_pictures && !attachments.uncovered.contains(message.number);
  seen.is_picture = seen.is_covered || !seen.known->is_looked_at || seen.known->small;
  if (!seen.is_covered) seen.texture = find_attachment(frame, message.number);
  return seen;
}

void show_attachment(Frame& frame, const vault::ReadMessage& message) {
  const SeenAttachment seen = seen_attachment(frame, message);
  if (seen.known == nullptr) return;
  if (!seen.is_picture) return frame.actions.push_back(AskAboutAttachment{message});
  if (seen.is_covered) return frame.actions.push_back(UncoverAttachment{message.number});
  if (seen.texture != 0)
    frame.actions.push_back(LookAtPicture{frame.state.conversation.number, {}, false, message.number});
}

// It stands above everything else of the page, in view at once, like the question how much goes into a copy.
void draw_asked_attachment(const vault::ReadMessage& message, Frame& frame) {
  Ui& ui = frame.ui;
  const SeenAttachment seen = seen_attachment(frame, message);
  if (seen.known == nullptr) return;
  const ShownAttachment& known = *seen.known;
  const bool is_here = known.found.state == vault::AttachmentState::here;
  ui.text(fmt::format("{}  {}: {}", numbers_text(message.number, message.number), attachment_kind_text(known),
                      isolated(foreign_line(message.file))),
          {Size::body, Weight::semibold});
  std::string line = attachment_state_text(known.found.state);
  if (is_here) line += " " + size_text(known.found.entry->size) + ".";
  if (known.found.is_of_other_export)
    line += std::string(" ") + tr("The file is that of another export of this conversation.");
  if (is_here && !known.found.why.empty())
    line += std::string(" ") + tr("Another export of this conversation has another file of this name.");
  ui.text(line, {Size::small}, 60);
  const std::string open =
      known.kept ? fmt::format(fmt::runtime(tr("Open item {}")), vault::item_text(*known.kept)) : std::string();
  const bool can_be_kept = is_here && !known.kept && !frame.state.is_read_only && !frame.state.attachments.keeps;
  bool is_first = true;
  const auto press = [&](const char* name, ButtonKind kind) {
    if (!is_first) ui.beside(name);
    if (std::exchange(is_first, false) && frame.has_come) ui.focus(name);
    return ui.button(name, kind);
  };
  if (seen.is_covered && press(tr("Show the picture"), ButtonKind::normal)) {
    show_attachment(frame, message);
    ui.focus(tr("Back to the messages"));  // this button goes
  }
  if (seen.texture != 0 && press(tr("Show it large"), ButtonKind::normal)) show_attachment(frame, message);
  if (known.kept && press(open.c_str(), ButtonKind::normal)) frame.actions.push_back(OpenItem{*known.kept});
  if (can_be_kept && press(tr("Keep it as an item"), ButtonKind::primary)) {
    frame.actions.push_back(KeepAttachment{});
    ui.focus(tr("Back to the messages"));  // this button goes
  }
  if (press(tr("Back to the messages"), ButtonKind::quiet)) {
    frame.actions.push_back(LeaveAttachment{});
    ui.focus(tr("Messages"));
  }
  if (is_here && !known.kept)
    ui.text(tr("As an item it can be described, tagged and shared on its own. The export stays as it is."),
            {Size::small, Weight::regular, Tone::secondary}, 60);
}

}  // namespace daybook::ui
