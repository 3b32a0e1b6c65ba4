#include <fmt/format.h>

#include "ui/model/date_text.h"
#include "ui/model/jobs.h"
#include "ui/model/translate.h"
#include "vault/intake/file.h"
#include "vault/intake/words.h"

namespace daybook::ui {
namespace {

constexpr double kDraftSeconds = 2;

}  // namespace

void App::on(const BeginAdding& begin) {
  if (!m_state.is_open) return;
  AddState& add = m_state.add;
  const bool goes_on = !add.text.empty() && add.kind == begin.kind;  // what she had begun is still there
  add.kind = begin.kind;
  if (!goes_on || begin.about) add.about = begin.about;
  add.was_pasted = false;
  m_state.banner.reset();
  go(Screen::add);
}

void App::on(const PasteWords& paste) {
  if (!m_state.is_open || paste.text.empty()) return;
  AddState& add = m_state.add;
  if (!add.text.empty() && !add.was_pasted) {
    // A note that was begun is not mixed with what is pasted: it goes on where its caret is.
    add.text.insert(paste.text);
  } else {
    add.kind = AddState::Kind::words;
    add.about.reset();
    add.text.clear();
    add.text.insert(paste.text);
    add.was_pasted = true;
  }
  m_state.banner.reset();
  go(Screen::add);
}

void App::on(const DropAdded&) {
  m_state.add = AddState();
  on(GoBack{});
}

void App::on(const SaveAdded& save) {
  AddState& add = m_state.add;
  if (add.is_saving || add.text.empty() || !m_state.is_open) return;
  add.is_saving = true;
  ask<vault::AddOutcome>(
      [kind = add.kind, text = add.text.text(), about = add.about](Record& record) {
        return kind == AddState::Kind::words ? vault::keep_words(record, text, {})
                                             : vault::keep_note(record, text, about, {});
      },
      [this, save](Result<vault::AddOutcome> outcome) {
        m_state.add.is_saving = false;
        if (!outcome) return show(outcome.error());  // what was typed stays where it is
        const bool was_words = m_state.add.kind == AddState::Kind::words;
        const auto about = m_state.add.about;
        const bool was_pasted = m_state.add.was_pasted;
        m_state.add = AddState();
        m_state.screen = m_state.before.empty() ? Screen::timeline : m_state.before.back();
        if (!m_state.before.empty()) m_state.before.pop_back();
        saved();
        if (outcome->same_content && *outcome->same_content != outcome->item)
          m_state.banner->more = fmt::format(fmt::runtime(tr("The same words are kept as item {} too.")),
                                             vault::item_text(*outcome->same_content));
        else if (was_words)
          m_state.banner->more = tr("If it is safe, keep the message on your phone too. The original helps.");
        if (was_pasted && m_state.preferences.empties_clipboard) {
          m_state.wants_empty_clipboard = true;
          m_state.banner->more += std::string(" ") + tr("The clipboard was emptied.");
        }
        if (save.then_asks) {
          on(OpenItem{outcome->item});
          on(AskQuestion{0});
        } else if (about && m_state.screen == Screen::item) {
          load_item(*about);
        }
      });
}

void App::saved() {
  m_state.saved_at = time_text(m_surroundings.vault.clock.now().utc_seconds);
  say(fmt::format(fmt::runtime(tr("Saved and sealed at {} by this computer's clock.")), m_state.saved_at));
  save_draft_later();
  load_keys();
}

// Reading and writing the file is the long worker's; the database is asked twice, briefly.
void App::on(const ImportFiles& files) {
  if (!m_state.is_open) return;
  for (const vault::Path& path : files.files) {
    auto import = std::make_shared<Import>();
    import->name = vault::shown_name(path.filename()).text;
    m_state.imports.push_back(import);
    using Reserved = std::shared_ptr<vault::ReservedObject>;
    ask<Reserved>(
        [](Record& record) -> Result<Reserved> {
          TRY_ASSIGN(auto reserved, vault::reserve_object(record.vault()));
          return std::make_shared<vault::ReservedObject>(std::move(reserved));
        },
        [this, path, import](Result<Reserved> reserved) {
          if (!reserved) {
            std::erase(m_state.imports, import);
            return show(reserved.error());
          }
          using Stored = std::shared_ptr<vault::StoredFile>;
          ask_long<Stored>(
              [record = m_record, path, import, held = *reserved, &disk = m_surroundings.vault.files,
               wake = m_surroundings.wake]() -> Result<Stored> {
                if (const auto facts = disk.facts(path)) import->size = facts->size;
                TRY_ASSIGN(auto stored, vault::store_file(record->vault(), *held, disk, path, [&](std::uint64_t done) {
                             const std::uint64_t percent = import->size / 100 + 1;
                             if (import->done.exchange(done) / percent != done / percent) wake();
                             return !import->is_cancelled;
                           }));
                return std::make_shared<vault::StoredFile>(std::move(stored));
              },
              [this, import, held = *reserved](Result<Stored> stored) {
                if (!stored) {
                  std::erase(m_state.imports, import);
                  return show(stored.error());
                }
                keep_stored_file(import, std::move(*stored), held);
              });
        });
  }
}

void App::keep_stored_file(std::shared_ptr<Import> import, std::shared_ptr<vault::StoredFile> file,
                           std::shared_ptr<vault::ReservedObject> held) {
  ask<vault::KeptFile>([file, held](Record& record) { return vault::keep_stored(record, std::move(*file), {}, false); },
                       [this, import](Result<vault::KeptFile> kept) {
                         std::erase(m_state.imports, import);
                         if (!kept) return show(kept.error());
                         if (!kept->outcome.added) {
                           say(fmt::format(fmt::runtime(tr("You already saved this file, as item {}.")),
                                           vault::item_text(kept->outcome.item)),
                               tr("Nothing was added."));
                           return;
                         }
                         saved();
                         m_state.banner->more =
                             kept->changed_while_read
                                 ? tr("The file changed while it was being read. Add it again when it is finished.")
                                 : fmt::format(
                                       fmt::runtime(tr("{} is kept byte for byte. The file itself is where it was.")),
                                       import->name);
                       });
}

// What has been typed and not been saved.
std::string App::draft_text() const { return m_state.add.text.text(); }

void App::save_draft_later() {
  m_draft_due = m_surroundings.seconds() + kDraftSeconds;
  std::string text = draft_text();
  if (text == m_kept_draft || !m_drafts || m_state.is_read_only) return;
  m_kept_draft = text;
  ask_long<bool>(
      [drafts = m_drafts, number = m_drafts->next++, text = std::move(text)]() -> Result<bool> {
        TRY(drafts->save(number, text));
        return true;
      },
      [this](Result<bool> done) {
        m_state.draft_failed = !done;
        if (!done) m_kept_draft = "\x01";  // not kept: try again
      });
}

void App::keep_draft() {
  if (!m_drafts || m_state.is_read_only) return;
  (void)m_drafts->save(m_drafts->next++, draft_text());  // there is nobody left to tell
}

}  // namespace daybook::ui
