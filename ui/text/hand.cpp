#include "ui/text/hand.h"

namespace daybook::ui {

Hand hand_of(std::string_view text) {
  // Letters that Urdu and Punjabi have and Arabic and Persian do not: tteh, ddal, rreh, noon ghunna, heh goal and its
  // forms, yeh barree and its form.
  for (const char* letter :
       {"\u0679", "\u0688", "\u0691", "\u06ba", "\u06c1", "\u06c2", "\u06c3", "\u06d2", "\u06d3"}) {
    if (text.find(letter) != std::string_view::npos) return Hand::nastaliq;
  }
  return Hand::naskh;
}

}  // namespace daybook::ui
