#include "ui/model/kept_banner.h"

#include <fmt/format.h>

#include "ui/words/translate.h"

namespace daybook::ui {

Banner kept_banner(Session& session) {
  return {fmt::format(fmt::runtime(tr("Saved and sealed at {} by this computer's clock.")), session.note_saving())};
}

}  // namespace daybook::ui
