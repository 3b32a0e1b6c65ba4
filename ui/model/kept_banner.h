#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

/// What is said of something that was kept just now, whichever way it came; the session notes the time. What is to be
/// done next is the caller's to add.
Banner kept_banner(Session& session);

}  // namespace daybook::ui
