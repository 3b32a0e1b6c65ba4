#pragma once

#include <string_view>

namespace daybook::ui {

/// How Arabic letters are written: Urdu and Shahmukhi hang from their words, and need higher lines.
enum class Hand { naskh, nastaliq };
/// By letters that only these languages have. One hand for the whole of a text.
Hand hand_of(std::string_view text);

}  // namespace daybook::ui
