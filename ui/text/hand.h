#pragma once

#include <string_view>

namespace daybook::ui {

/// The hand in which Arabic letters are written. Urdu, and Punjabi in Shahmukhi, are read in Nastaliq, whose words
/// slope downwards and need higher lines. Other languages are read in Naskh.
enum class Hand { naskh, nastaliq };
/// The hand for the whole of a text: Nastaliq where it has a letter that only those languages use.
Hand hand_of(std::string_view text);

}  // namespace daybook::ui
