#include "ui/model/importing.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/model/kept_banner.h"
#include "ui/words/translate.h"

namespace daybook::ui {

void ImportingArea::on(const ImportFiles& files) {
  if (!m_session.state().is_open) return;
  for (const vault::Path& file : files.files) begin(file);
}

void ImportingArea::on(const PlaceChosen& chosen) {
  if (chosen.purpose == BrowseFor::adding && m_session.state().is_open) begin(chosen.path);
}

void ImportingArea::begin(const vault::Path& file) {
  const Import import{vault::shown_name(file.filename()).text, file, m_session.jobs().new_progress()};
  m_state.imports.push_back(import);
  m_session.jobs().ask_long(
      [&disk = m_session.surroundings().vault.files, file, progress = import.progress,
       answers = m_who_is_present()](vault::RecordAccess& access) {
        const auto facts = disk.facts(file);
        return vault::keep_file(access, disk, file, answers, /*keep_twice=*/false,
                                JobProgress::of(progress, facts ? facts->size : 0));
      },
      [this, import](Result<vault::KeptFile> kept) {
        std::erase_if(m_state.imports, [&](const Import& one) { return one.progress == import.progress; });
        if (!kept) return m_session.screens().show(kept.error());
        imported(import, *kept);
      });
}

void ImportingArea::imported(const Import& import, const vault::KeptFile& kept) {
  const vault::AddOutcome& outcome = kept.outcome;
  if (!outcome.added)
    return m_session.screens().say(
        fmt::format(fmt::runtime(tr("You already saved this file, as item {}.")), vault::item_text(outcome.item)),
        tr("Nothing was added."));
  Banner banner = kept_banner(m_session);
  if (kept.changed_while_read) {
    banner.more = tr("The file changed while it was being read. Add it again when it is finished.");
  } else {
    banner.more =
        fmt::format(fmt::runtime(tr("{} is kept byte for byte. The file itself is where it was.")), import.name);
    banner.offer = Banner::Offer::delete_file;
    banner.file = import.file;
  }
  m_session.screens().say(std::move(banner));
  m_session.events().tell(ItemKept{outcome.item, std::nullopt, false});
}

// Deletes the file outside the record when the keeper has taken that offer. Whether it is really gone is looked up
// afterwards, because another program may hold it.
void ImportingArea::on(const DeleteImported& deleted) {
  m_session.jobs().ask_aside(
      [&files = m_session.surroundings().vault.files, file = deleted.file] {
        (void)files.remove(file);
        return !files.exists(file);
      },
      [this, file = deleted.file](bool is_gone) {
        const std::string name = vault::shown_name(file.filename()).text;
        if (is_gone)
          return m_session.screens().say(
              fmt::format(fmt::runtime(tr("{} was deleted. What was saved of it here stays.")), name),
              tr("Deleting leaves traces that experts may find."));
        m_session.screens().say_fault(
            tr("It is still there. Another program may be using it."),
            fmt::format(fmt::runtime(tr("You can delete it yourself: {}")), vault::to_utf8(file)));
      });
}

void ImportingArea::on(const RecordCloses&) {
  for (const Import& import : m_state.imports) import.progress->stop();
}

}  // namespace daybook::ui
