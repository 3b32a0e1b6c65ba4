#pragma once

#include <string>
#include <string_view>

#include "crypto/result.h"

namespace daybook::ui {

/// The sentence in the language of the window: the English one itself where no catalogue is loaded or none has it.
/// Every sentence that a person reads in the window stands in a call of this with a literal, so that xgettext finds it
/// and the tests read them all.
const char* tr(const char* english);

/// Marks a sentence of a table, which is given to tr() later.
constexpr const char* tr_later(const char* english) { return english; }

/// Reads a catalogue in GNU gettext's binary format (.mo), and returns how many of its sentences were left out, for which
/// the English ones stand in: those whose places for values (`{}`, `{0}`) are not those of the original, which would end
/// the program or show a wrong value. `malformed` when it is no catalogue; then nothing changes. Call it before the window
/// is drawn.
Result<std::size_t> load_catalogue(std::string_view bytes);

}  // namespace daybook::ui
