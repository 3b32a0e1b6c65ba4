#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

/// The message that something was kept just now, in the same words for files, pasted words and pictures. The session
/// notes the time. The caller adds what to do next (Banner::more).
Banner kept_banner(Session& session);

}  // namespace daybook::ui
