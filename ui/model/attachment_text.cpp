#include "ui/model/attachment_text.h"

#include <fmt/format.h>

#include "ui/report/report_times.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using vault::AttachmentState;
using vault::MediaKind;

const char* kind_text(MediaKind kind) {
  switch (kind) {
    case MediaKind::picture:
      return tr("Picture");
    case MediaKind::film:
      return tr("Film");
    case MediaKind::sound:
      return tr("Sound");
    case MediaKind::document:
    case MediaKind::contact:
    case MediaKind::other:
      break;
  }
  return tr("File");
}

}  // namespace

std::string attachment_state_text(AttachmentState state) {
  switch (state) {
    case AttachmentState::here:
      return tr("It is in the export.");
    case AttachmentState::text_alone:
      return tr("The export is the text alone, and holds no file.");
    case AttachmentState::not_there:
      return tr("It is not in the export.");
    case AttachmentState::unclear:
      return tr("Several files in the export have this name. Nothing says which is meant.");
    case AttachmentState::unreadable:
      return tr("It is in the export, and cannot be read.");
    case AttachmentState::no_export:
      break;
  }
  return tr("The export is not there any more, or cannot be read.");
}

std::string attachment_kind_text(const ShownAttachment& attachment) {
  const char* kind = kind_text(attachment.found.kind);
  if (!attachment.milliseconds) return kind;
  return fmt::format(fmt::runtime(tr("{}, {} long")), kind, length_text(*attachment.milliseconds));
}

// An export of the text alone lacks every file, which the head of the conversation says once.
std::string attachment_lack_text(const ShownAttachment& attachment) {
  if (attachment.kept) return fmt::format(fmt::runtime(tr("Kept as item {}")), vault::item_text(*attachment.kept));
  switch (attachment.found.state) {
    case AttachmentState::here:
      if (!attachment.found.why.empty())
        return tr("Another export of this conversation has another file of this name.");
      return "";
    case AttachmentState::text_alone:
      return "";
    case AttachmentState::not_there:
    case AttachmentState::unclear:
    case AttachmentState::unreadable:
    case AttachmentState::no_export:
      break;
  }
  return attachment_state_text(attachment.found.state);
}

}  // namespace daybook::ui
