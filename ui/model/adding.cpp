#include "ui/model/adding.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/model/kept_banner.h"
#include "ui/words/translate.h"
#include "vault/intake/file.h"
#include "vault/intake/words.h"

namespace daybook::ui {
namespace {

using Kind = AddState::Kind;

struct Typed {
  Kind kind;
  std::string text;
  std::optional<vault::ItemNumber> about, rewrites;
  vault::Answers answers;
};

Result<vault::AddOutcome> keep(vault::Record& record, const Typed& typed) {
  if (typed.kind == Kind::words) return vault::keep_words(record, typed.text, typed.answers);
  if (!typed.rewrites) return vault::keep_note(record, typed.text, typed.about, typed.answers);
  TRY(record.rewrite_note(*typed.rewrites, typed.text));
  if (!typed.answers.empty()) TRY(record.answer(*typed.rewrites, typed.answers));
  return vault::AddOutcome{*typed.rewrites, true, std::nullopt};
}

// A picture that was pasted or taken of the screen has no name of its own. It is named after the time, in UTC.
std::string picture_name(bool is_of_screen, std::int64_t utc_seconds) {
  std::string time = vault::format_utc(utc_seconds);
  std::erase_if(time, [](char c) { return c == ':' || c == '-'; });
  return (is_of_screen ? "screen-" : "pasted-") + time;
}

}  // namespace

bool is_empty(const AddState& add, const AddForm& form) {
  return add.kind == Kind::picture ? add.picture == nullptr : form.text.empty();
}

void AddingArea::clear() {
  const bool empties = m_state.wants_empty_clipboard;
  m_state = AddState();
  m_state.wants_empty_clipboard = empties;
  m_form = AddForm();
}

void AddingArea::on(const BeginAdding& begin) {
  if (!m_session.state().is_open) return;
  if (m_state.kind == Kind::picture) clear();
  const bool goes_on = !m_form.text.empty() && m_state.kind == begin.kind;  // what she had begun is still there
  if (goes_on && m_state.rewrites && begin.about) {
    // The new version of one note must not turn into a note about another item.
    m_session.screens().say(tr("There is a note that you have not finished. It is here; save it first."));
    return m_session.screens().go(Screen::add);
  }
  m_state.kind = begin.kind;
  if (!goes_on || begin.about) {
    m_state.about = begin.about;
    m_state.rewrites.reset();
  }
  m_state.was_pasted = false;
  m_session.screens().say_nothing();
  m_session.screens().go(Screen::add);
}

// A new version of a note begins with the words of the newest one. The record keeps every version.
void AddingArea::on(const RewriteNote& rewrite) {
  if (m_form.text.empty()) {
    clear();
    m_state.kind = Kind::note;
    m_state.rewrites = rewrite.note;
    m_form.text.set(rewrite.text);
  } else if (m_state.rewrites != rewrite.note) {
    m_session.screens().say(tr("There is a note that you have not finished. It is here; save it first."));
  }
  m_session.screens().go(Screen::add);
}

void AddingArea::on(const PasteWords& paste) {
  if (!m_session.state().is_open || paste.text.empty()) return;
  // While words or a note are being typed, what is pasted is inserted at the caret and belongs to them. Else it begins
  // something new, and replaces what was pasted before and not saved.
  const bool goes_on = !m_form.text.empty() && !m_state.was_pasted;
  if (!goes_on) clear();
  m_form.text.insert(paste.text);
  if (!goes_on) m_state.was_pasted = true;
  m_session.screens().say_nothing();
  m_session.screens().go(Screen::add);
}

// The picture is told to the area that decodes it without keys, so that the keeper sees what she keeps.
void AddingArea::on(const PastePicture& paste) {
  if (!m_session.state().is_open) return;
  if (!paste.bytes || paste.bytes->empty())
    return m_session.screens().say_fault(tr("The picture of the screen could not be taken."),
                                         tr("Take it with the desktop's own tool, then press Ctrl+V."));
  if (!m_form.text.empty() && !m_state.was_pasted)
    return m_session.screens().say(tr("There is a note that you have not finished."),
                                   tr("Save it first, then paste the picture."));
  clear();
  m_state.kind = Kind::picture;
  m_state.picture = paste.bytes;
  m_state.picture_number = vault::ItemNumber{--m_last_picture};
  m_state.was_pasted = !paste.is_of_screen;
  m_state.is_of_screen = paste.is_of_screen;
  m_session.screens().say_nothing();
  m_session.screens().go(Screen::add);
  m_session.events().tell(PictureBrought{m_state.picture_number, paste.bytes});
}

void AddingArea::on(const PasteFailed&) {
  m_session.screens().say_fault(tr("The program that holds what you copied did not answer."),
                                tr("Copy it again, then press Ctrl+V."));
}

void AddingArea::on(const DropAdded&) {
  clear();
  m_session.screens().go_back();
}

void AddingArea::on(const SaveAdded& save) {
  if (m_state.is_saving || is_empty(m_state, m_form) || !m_session.state().is_open) return;
  m_state.is_saving = true;
  if (m_state.kind == Kind::picture)
    save_picture(save);
  else
    save_text(save);
}

void AddingArea::save_text(const SaveAdded& save) {
  m_session.jobs().ask([typed = Typed{m_state.kind, m_form.text.text(), m_state.about, m_state.rewrites,
                                      m_who_is_present()}](vault::Record& record) { return keep(record, typed); },
                       [this, save](Result<vault::AddOutcome> outcome) {
                         m_state.is_saving = false;
                         if (!outcome)
                           return m_session.screens().show(outcome.error());  // what was typed stays where it is
                         saved(save, *outcome);
                       });
}

void AddingArea::save_picture(const SaveAdded& save) {
  vault::Answers answers = m_who_is_present();
  answers[vault::question::kHow] = m_state.is_of_screen ? "Screenshot" : "Pasted";  // two of the choices
  m_session.jobs().ask([picture = m_state.picture, name = picture_name(m_state.is_of_screen, m_session.utc_now()),
                        answers](vault::Record& record) { return vault::keep_bytes(record, *picture, name, answers); },
                       [this, save](Result<vault::KeptFile> kept) {
                         m_state.is_saving = false;
                         if (!kept) return m_session.screens().show(kept.error());
                         saved(save, kept->outcome);
                       });
}

void AddingArea::saved(const SaveAdded& save, const vault::AddOutcome& outcome) {
  const auto changes = m_state.rewrites ? m_state.rewrites : m_state.about;
  const bool is_note = m_state.kind == Kind::note;
  say_saved(outcome);
  clear();
  if (is_note && !m_session.state().preferences.knows_notes) {
    Preferences preferences = m_session.state().preferences;
    preferences.knows_notes = true;
    m_session.change_preferences(preferences);
  }
  m_session.events().tell(ItemKept{outcome.item, changes, save.then_asks});
}

void AddingArea::say_saved(const vault::AddOutcome& outcome) {
  Banner banner = kept_banner(m_session);
  if (!outcome.added) {
    banner.text = fmt::format(fmt::runtime(tr("You already saved this, as item {}.")), vault::item_text(outcome.item));
    banner.more = tr("Nothing was added.");
  } else if (outcome.same_content && *outcome.same_content != outcome.item) {
    banner.more = fmt::format(fmt::runtime(tr("The same words are kept as item {} too.")),
                              vault::item_text(*outcome.same_content));
  } else if (m_state.kind == Kind::words) {
    banner.more = tr("If it is safe, keep the message on your phone too. The original helps.");
  }
  if (m_state.was_pasted && m_session.state().preferences.empties_clipboard) {
    m_state.wants_empty_clipboard = true;
    banner.more += std::string(" ") + tr("The clipboard was emptied.");
  }
  leave_screen();
  m_session.screens().say(std::move(banner));
}

// The keeper may have gone to another screen while the item was being saved, and then stays there.
void AddingArea::leave_screen() {
  if (m_session.screens().shown() != Screen::add) return;
  if (m_session.state().before.empty())
    m_session.screens().begin_at({Screen::timeline});
  else
    m_session.screens().go_back();
}

vault::Draft AddingArea::draft() const {
  if (m_form.text.empty()) return {};
  return {m_form.text.text(), m_state.kind == Kind::words, m_state.about, m_state.rewrites, {}};
}

void AddingArea::on(const RecordOpened& opened) {
  const vault::Draft& draft = opened.draft;
  if (draft.text.empty()) return;
  m_state.kind = draft.is_words ? Kind::words : Kind::note;
  m_state.about = draft.about;
  m_state.rewrites = draft.rewrites;
  m_form.text.set(draft.text);
}

}  // namespace daybook::ui
