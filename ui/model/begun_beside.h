#pragma once

#include "ui/model/settings.h"

namespace daybook::ui {

/// The records that the open one was begun beside, as the settings name them: in the same folder, and with its name but
/// for a number behind it. Whatever else the settings name is none of them, because anybody can write a folder there.
std::vector<vault::Path> begun_beside(const Settings& settings);

}  // namespace daybook::ui
