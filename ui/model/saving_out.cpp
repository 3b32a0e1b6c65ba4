#include "ui/model/saving_out.h"

#include <fmt/format.h>

#include "ui/model/interrupted.h"
#include "ui/words/translate.h"
#include "vault/intake/save_out.h"

namespace daybook::ui {

std::map<std::string, std::string> SavingOutArea::unsaved() const {
  if (!works()) return {};
  return {{interrupted::kSavingOut, vault::to_utf8(m_state.unfinished)}};
}

void SavingOutArea::stop() {
  if (m_state.progress) m_state.progress->stop();
}

void SavingOutArea::on(const PlaceChosen& chosen) {
  if (chosen.purpose != BrowseFor::save_out || !m_state.asks || works()) return;
  save(*std::exchange(m_state.asks, std::nullopt), chosen.path);
}

void SavingOutArea::save(vault::ItemNumber number, const vault::Path& folder) {
  m_state.progress = m_session.jobs().new_progress();
  m_state.unfinished = folder / vault::unfinished_name(number);
  m_session.jobs().ask_long(
      [number, folder, progress = m_state.progress, unfinished = m_state.unfinished,
       &files = m_session.surroundings().vault.files](vault::RecordAccess& access) -> Result<vault::SavedOut> {
        TRY_ASSIGN(const vault::Item item, access.ask([number](vault::Record& record) { return record.item(number); }));
        if (item.removed) return Error{ErrorCode::not_found, "item"};
        const vault::ItemVersion& version = item.newest();
        TRY_ASSIGN(const auto source, access.ask([&](vault::Record& record) { return record.open_version(version); }));
        return vault::save_out(files, *source, version.content.facts, unfinished,
                               folder / vault::name_to_save(item, version),
                               JobProgress::of(progress, version.content.facts.size));
      },
      [this](Result<vault::SavedOut> saved) {
        m_state.progress.reset();
        if (!saved && saved.error().code == ErrorCode::cancelled)
          return m_session.screens().say(tr("Stopped. Nothing was saved there."));
        if (!saved) return m_session.screens().show(saved.error());
        m_session.screens().say(
            fmt::format(fmt::runtime(tr("Saved there and read back: it is the same. {}")),
                        vault::to_utf8(saved->path())),
            tr("Anybody who opens it there can read it. Delete it when you do not need it. Deleting leaves traces."));
      });
}

}  // namespace daybook::ui
