#include "ui/words/helplines.h"

#include "ui/words/translate.h"

namespace daybook::ui {

// The month is shown beside the numbers, so that nobody takes an old number for a new one.
const char* helplines_date() { return tr("November 2026"); }

const std::vector<const char*>& helplines() {
  static const std::vector<const char*> lines{
      tr_later("If you are in danger now, call 999. On a mobile, if you cannot speak, press 55 when asked."),
      tr_later("National Domestic Abuse Helpline: 0808 2000 247. It is free, 24 hours a day."),
      tr_later("Intimate pictures that somebody shared: Revenge Porn Helpline, 0345 6000 459.")};
  return lines;
}

}  // namespace daybook::ui
