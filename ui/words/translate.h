#pragma once

#include <string>
#include <string_view>

#include "crypto/result.h"

namespace daybook::ui {

/// A sentence in the language of the window. The English sentence stands in where no catalogue is loaded or the
/// catalogue does not have it. Every sentence that a person reads in the window must be the literal in a call of tr()
/// or tr_later(), because xgettext and the tests find them there. The result stays valid until another catalogue is
/// loaded.
const char* tr(const char* english);

/// Marks a sentence in a table, which is given to tr() when it is shown.
constexpr const char* tr_later(const char* english) { return english; }

/// Loads a catalogue in GNU gettext's binary format (.mo) and returns how many of its sentences were left out. A
/// sentence is left out when its places for values (`{}`, `{0}`) are not those of the English one: it would end the
/// program or show a wrong value. `malformed` when the bytes are no catalogue; then the one that was loaded stays. To
/// be called before anything is drawn.
Result<std::size_t> load_catalogue(std::string_view bytes);

}  // namespace daybook::ui
