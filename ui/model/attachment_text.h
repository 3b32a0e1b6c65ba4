#pragma once

#include <string>

#include "ui/model/attachments.h"

namespace daybook::ui {

/// What became of a file that a message names, in a sentence: `It is not in the export.`
std::string attachment_state_text(vault::AttachmentState state);

/// What the file is by its name, and how long it lasts where it says that: `Sound, 12 s long`.
std::string attachment_kind_text(const ShownAttachment& attachment);

/// What else there is to say of it in its message: that it is not there, or as which item it is kept. Often empty.
std::string attachment_lack_text(const ShownAttachment& attachment);

}  // namespace daybook::ui
