#pragma once

#include <string>
#include <string_view>

namespace daybook::ui {

/// The detail of an Error in the language of the window, such as "item 000003 was removed". What is in no sentence of
/// ours, such as the name of a file, stays as it is.
std::string detail_text(std::string_view detail);

}  // namespace daybook::ui
