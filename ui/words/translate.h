#pragma once

#include "ui/words/catalogue.h"

namespace daybook::ui {

/// A sentence in the language of the window. The English sentence stands in where no catalogue is spoken, or the
/// catalogue does not have it. Every sentence that a person reads in the window must be the literal in a call of tr()
/// or tr_later(), because xgettext and the tests find them there. The result stays valid as long as the program.
const char* tr(const char* english);

/// Marks a sentence in a table, which is given to tr() when it is shown.
constexpr const char* tr_later(const char* english) { return english; }

/// The language of the window is that of this catalogue from now on, or English when it is null. Other threads may be
/// in tr() meanwhile, and screens hold what it returned: a catalogue that was spoken once is kept until the program
/// ends.
void speak(std::shared_ptr<const Catalogue> catalogue);

}  // namespace daybook::ui
