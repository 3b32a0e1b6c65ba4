#include <fmt/format.h>

#include "ui/model/app.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"
#include "vault/intake/file.h"
#include "vault/intake/words.h"

namespace daybook::ui {
namespace {

constexpr double kDraftSeconds = 2;

}  // namespace

void App::on(const BeginAdding& begin) {
  if (!m_state.is_open) return;
  AddState& add = m_state.add;
  if (add.kind == AddState::Kind::picture) add = AddState();
  const bool goes_on = !add.text.empty() && add.kind == begin.kind;  // what she had begun is still there
  if (goes_on && add.rewrites && begin.about) {
    // A change of one note does not become another beside something else.
    say(tr("There is a note that you have not finished. It is here; save it first."));
    return go(Screen::add);
  }
  add.kind = begin.kind;
  if (!goes_on || begin.about) {
    add.about = begin.about;
    add.rewrites.reset();
  }
  add.was_pasted = false;
  m_state.banner.reset();
  go(Screen::add);
}

// The old version stays; the new one is written over its words.
void App::on(const RewriteNote&) {
  const ItemState& item = m_state.item;
  if (!item.item || item.item->kind != vault::ItemKind::note || item.text_is_cut) return;
  if (m_state.add.text.empty()) {
    m_state.add = AddState();
    m_state.add.kind = AddState::Kind::note;
    m_state.add.rewrites = item.number;
    m_state.add.text.set(item.text);
  } else if (m_state.add.rewrites != item.number) {
    say(tr("There is a note that you have not finished. It is here; save it first."));
  }
  go(Screen::add);
}

void App::on(const PasteWords& paste) {
  if (!m_state.is_open || paste.text.empty()) return;
  AddState& add = m_state.add;
  if (!add.text.empty() && !add.was_pasted) {
    // A note that was begun is not mixed with what is pasted: it goes on where its caret is.
    add.text.insert(paste.text);
  } else {
    add = AddState();
    add.text.insert(paste.text);
    add.was_pasted = true;
  }
  m_state.banner.reset();
  go(Screen::add);
}

// Looked at in the process for pictures, so that she sees what she keeps.
void App::on(const PastePicture& paste) {
  if (!m_state.is_open) return;
  if (!paste.bytes || paste.bytes->empty()) {
    say(tr("The picture of the screen could not be taken."),
        tr("Take it with the desktop's own tool, then press Ctrl+V."));
    m_state.banner->is_fault = true;
    return;
  }
  if (!m_state.add.text.empty() && !m_state.add.was_pasted)
    return say(tr("There is a note that you have not finished."), tr("Save it first, then paste the picture."));
  m_state.add = AddState();
  m_state.add.kind = AddState::Kind::picture;
  m_state.add.picture = paste.bytes;
  m_state.add.picture_number = --m_last_pasted_picture;
  m_state.add.was_pasted = !paste.is_of_screen;
  m_state.add.is_of_screen = paste.is_of_screen;
  m_state.banner.reset();
  go(Screen::add);
  m_jobs.ask_aside(
      [bytes = paste.bytes, reader = m_surroundings.pictures]() -> Result<vault::ReducedPicture> {
        MemorySource source(*bytes);
        return reader.read(source);
      },
      [this, number = m_last_pasted_picture](Result<vault::ReducedPicture> pixels) {
        SmallPicture& picture = m_state.pictures[number];
        picture.is_ready = true;
        if (pixels) picture.pixels = std::move(*pixels);
      });
}

void App::on(const PasteFailed&) {
  say(tr("The program that holds what you copied did not answer."), tr("Copy it again, then press Ctrl+V."));
  m_state.banner->is_fault = true;
}

void App::on(const UncoverAdded&) { m_state.add.is_uncovered = !m_state.add.is_uncovered; }

void App::on(const DropAdded&) {
  m_state.add = AddState();
  on(GoBack{});
}

void App::on(const SaveAdded& save) {
  AddState& add = m_state.add;
  if (add.is_saving || add.is_empty() || !m_state.is_open) return;
  add.is_saving = true;
  if (add.kind == AddState::Kind::picture) return keep_picture(save);
  m_jobs.ask(
      [kind = add.kind, text = add.text.text(), about = add.about, rewrites = add.rewrites,
       answers = answers_of_helper()](Record& record) -> Result<vault::AddOutcome> {
        if (kind == AddState::Kind::words) return vault::keep_words(record, text, answers);
        if (!rewrites) return vault::keep_note(record, text, about, answers);
        TRY(record.rewrite_note(*rewrites, text));
        if (!answers.empty()) TRY(record.answer(*rewrites, answers));
        return vault::AddOutcome{*rewrites, true, std::nullopt};
      },
      [this, save](Result<vault::AddOutcome> outcome) {
        m_state.add.is_saving = false;
        if (!outcome) return show(outcome.error());  // what was typed stays where it is
        added(save, *outcome);
      });
}

void App::keep_picture(const SaveAdded& save) {
  const std::int64_t now = m_surroundings.vault.clock.now().utc_seconds;
  std::string time = vault::format_utc(now);
  std::erase_if(time, [](char c) { return c == ':' || c == '-'; });
  const std::string name = (m_state.add.is_of_screen ? "screen-" : "pasted-") + time;
  vault::Answers answers = answers_of_helper();
  answers[vault::question::kHow] = m_state.add.is_of_screen ? tr("Screenshot") : tr("Pasted");
  m_jobs.ask([picture = m_state.add.picture, name,
              answers](Record& record) { return vault::keep_bytes(record, *picture, name, answers); },
             [this, save](Result<vault::KeptFile> kept) {
               m_state.add.is_saving = false;
               if (!kept) return show(kept.error());
               added(save, kept->outcome);
             });
}

void App::added(const SaveAdded& save, const vault::AddOutcome& outcome) {
  const AddState add = std::move(m_state.add);
  m_state.add = AddState();
  m_state.screen = m_state.before.empty() ? Screen::timeline : m_state.before.back();
  if (!m_state.before.empty()) m_state.before.pop_back();
  saved();
  if (!outcome.added)
    say(fmt::format(fmt::runtime(tr("You already saved this, as item {}.")), vault::item_text(outcome.item)),
        tr("Nothing was added."));
  else if (outcome.same_content && *outcome.same_content != outcome.item)
    m_state.banner->more = fmt::format(fmt::runtime(tr("The same words are kept as item {} too.")),
                                       vault::item_text(*outcome.same_content));
  else if (add.kind == AddState::Kind::words)
    m_state.banner->more = tr("If it is safe, keep the message on your phone too. The original helps.");
  if (add.was_pasted && m_state.preferences.empties_clipboard) {
    m_state.wants_empty_clipboard = true;
    m_state.banner->more += std::string(" ") + tr("The clipboard was emptied.");
  }
  if (add.kind == AddState::Kind::note && !m_state.preferences.knows_notes) {
    Preferences preferences = m_state.preferences;
    preferences.knows_notes = true;
    on(ChangePreferences{preferences});
  }
  const auto shown = add.rewrites ? add.rewrites : add.about;
  if (save.then_asks) {
    on(OpenItem{outcome.item});
    on(AskQuestion{0});
  } else if (shown && m_state.screen == Screen::item) {
    load_item(*shown);
  }
}

void App::saved() {
  m_state.saved_at = time_text(m_surroundings.vault.clock.now().utc_seconds);
  say(fmt::format(fmt::runtime(tr("Saved and sealed at {} by this computer's clock.")), m_state.saved_at));
  save_draft_later();
  load_keys();
}

void App::on(const ImportFiles& files) {
  if (!m_state.is_open) return;
  for (const vault::Path& path : files.files) {
    Import import{vault::shown_name(path.filename()).text, path, m_jobs.new_progress()};
    m_state.imports.push_back(import);
    m_jobs.ask_long(
        [&disk = m_surroundings.vault.files, path, progress = import.progress,
         answers = answers_of_helper()](vault::RecordAccess& access) {
          const auto facts = disk.facts(path);
          return vault::keep_file(access, disk, path, answers, /*keep_twice=*/false,
                                  JobProgress::of(progress, facts ? facts->size : 0));
        },
        [this, import](Result<vault::KeptFile> kept) {
          std::erase_if(m_state.imports, [&](const Import& one) { return one.progress == import.progress; });
          if (!kept) return show(kept.error());
          imported(import, *kept);
        });
  }
}

void App::imported(const Import& import, const vault::KeptFile& kept) {
  if (!kept.outcome.added)
    return say(
        fmt::format(fmt::runtime(tr("You already saved this file, as item {}.")), vault::item_text(kept.outcome.item)),
        tr("Nothing was added."));
  saved();
  if (kept.changed_while_read) {
    m_state.banner->more = tr("The file changed while it was being read. Add it again when it is finished.");
    return;
  }
  m_state.banner->more =
      fmt::format(fmt::runtime(tr("{} is kept byte for byte. The file itself is where it was.")), import.name);
  m_state.banner->offer = Banner::Offer::delete_file;
  m_state.banner->file = import.file;
}

// Only after she was asked, and looked at again afterwards: another program may hold it.
void App::delete_imported(const vault::Path& file) {
  m_jobs.ask_aside(
      [&files = m_surroundings.vault.files, file]() -> Result<bool> {
        (void)files.remove(file);
        return !files.exists(file);
      },
      [this, file](Result<bool> is_gone) {
        const std::string name = vault::shown_name(file.filename()).text;
        if (is_gone && *is_gone)
          return say(fmt::format(fmt::runtime(tr("{} was deleted. What was saved of it here stays.")), name),
                     tr("Deleting leaves traces that experts may find."));
        say(tr("It is still there. Another program may be using it."),
            fmt::format(fmt::runtime(tr("You can delete it yourself: {}")), vault::to_utf8(file)));
        m_state.banner->is_fault = true;
      });
}

// What has been typed and not been saved.
vault::Draft App::draft() const {
  const AddState& add = m_state.add;
  vault::Draft draft;
  if (!add.text.empty()) draft = {add.text.text(), add.kind == AddState::Kind::words, add.about, add.rewrites, {}};
  draft.fields = unsaved_case();
  return draft;
}

void App::save_draft_later() {
  m_draft_due = m_surroundings.seconds() + kDraftSeconds;
  vault::Draft now = draft();
  if (now == m_kept_draft || !m_drafts || m_state.is_read_only) return;
  m_kept_draft = now;
  m_jobs.ask_aside([drafts = m_drafts, number = m_drafts->next_number(),
                    text = vault::to_text(now)] { return drafts->save(number, text); },
                   [this](Result<void> done) {
                     m_state.draft_failed = !done;
                     if (!done) m_kept_draft.text = "\x01";  // not kept: try again
                   });
}

void App::keep_draft() {
  if (!m_drafts || m_state.is_read_only) return;
  (void)m_drafts->save(m_drafts->next_number(), vault::to_text(draft()));  // there is nobody left to tell
}

void App::take_up_draft(const vault::Draft& draft) {
  m_kept_draft = draft;
  for (const auto& [name, value] : draft.fields) set_case_field(name, value);
  if (draft.text.empty()) return;
  AddState& add = m_state.add;
  add.kind = draft.is_words ? AddState::Kind::words : AddState::Kind::note;
  add.about = draft.about;
  add.rewrites = draft.rewrites;
  add.text.set(draft.text);
}

}  // namespace daybook::ui
