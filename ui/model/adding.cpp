#include "ui/model/adding.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/model/interrupted.h"
#include "ui/model/keep_draft.h"
#include "ui/model/kept_banner.h"
#include "ui/words/translate.h"
#include "vault/intake/file.h"
#include "vault/intake/words.h"

namespace daybook::ui {
namespace {

using Kind = Begun::Kind;

// What was pasted or taken of the screen has no name of its own. It is named after the time, in UTC.
std::string named_after_time(const std::string& what, std::int64_t utc_seconds) {
  std::string time = vault::format_utc(utc_seconds);
  std::erase_if(time, [](char c) { return c == ':' || c == '-'; });
  return what + time;
}

}  // namespace

// What is begun stands on the page. A message about something else goes.
void AddingArea::begin(Begun begun, TextInput text) {
  m_list.begin(std::move(begun), std::move(text));
  show_page();
}

void AddingArea::show_page() {
  m_session.screens().say_nothing();
  m_session.screens().go(Screen::add);
}

// What she had begun of the same kind, beside the same item, is still there, and goes on.
void AddingArea::begin_writing(const BeginAdding& wanted) {
  if (!m_session.state().is_open) return;
  const bool goes_on = m_list.take_up_if([&](const Begun& one, const TextInput&) {
    return one.kind == wanted.kind && !one.was_pasted && !one.rewrites && one.about == wanted.about &&
           one.on == wanted.on;
  });
  if (goes_on) return show_page();
  Begun begun;
  begun.kind = wanted.kind;
  begun.about = wanted.about;
  begun.on = wanted.on;
  begin(std::move(begun), {});
}

// A new version of a note begins with the words of the newest one. The record keeps every version.
void AddingArea::on(const RewriteNote& rewrite) {
  if (!m_session.state().is_open) return;
  if (m_list.take_up_if([&](const Begun& one, const TextInput&) { return one.rewrites == rewrite.note; }))
    return show_page();
  Begun begun;
  begun.kind = Kind::note;
  begun.rewrites = rewrite.note;
  begun.unchanged = std::make_shared<const std::string>(rewrite.text);
  begin(std::move(begun), TextInput(rewrite.text));
}

void AddingArea::on(const OpenBegun& open) {
  if (m_list.take_up_if([&](const Begun& one, const TextInput&) { return one.number == open.number; })) show_page();
}

void AddingArea::say_nothing_to_paste() {
  Banner banner{tr("There is nothing to paste."), tr("Copy words, a picture or files first. Then press Ctrl+V.")};
  banner.offer = Banner::Offer::type_out;
  m_session.screens().say(std::move(banner));
}

// Each paste is something by itself. It never joins what she is writing, where it would stand as her own words.
void AddingArea::on(const PasteWords& paste) {
  if (!m_session.state().is_open) return;
  if (paste.text.empty()) return say_nothing_to_paste();
  TextInput text;
  text.insert(paste.text);
  if (text.empty())
    return m_session.screens().say_fault(tr("This cannot be pasted: it is too long, or has no words in it."),
                                         tr("Save it as a file, then choose \"Keep a file\"."));
  // The same once more, such as by a key that was pressed twice, is nothing new.
  const bool is_there = m_list.take_up_if([&](const Begun& one, const TextInput& other) {
    return one.kind == Kind::words && one.was_pasted && other.text() == text.text();
  });
  if (is_there) return show_page();
  const bool was_writing = m_session.screens().shown() == Screen::add && !is_empty(m_state, m_form.text);
  Begun begun;
  begun.was_pasted = true;
  begun.looks_like_chat = look_like_chat(text.text());
  begin(std::move(begun), std::move(text));
  if (was_writing)
    m_session.screens().say(tr("What you paste is kept by itself."),
                            tr("What stood here waits at the top of the timeline."));
}

// Her own words stay hers: they begin a note by themselves.
void AddingArea::on(const PasteOwnWords& paste) {
  if (!m_session.state().is_open || paste.text.empty()) return;
  Begun begun;
  begun.kind = Kind::note;
  begin(std::move(begun), TextInput(paste.text));
}

// The picture is told to the area that decodes it without keys, so that the keeper sees what she keeps.
void AddingArea::on(const PastePicture& paste) {
  if (!m_session.state().is_open) return;
  if (!paste.bytes || paste.bytes->empty())
    return m_session.screens().say_fault(tr("The picture of the screen could not be taken."),
                                         tr("Take it with the desktop's own tool, then press Ctrl+V."));
  Begun begun;
  begun.kind = Kind::picture;
  begun.picture = paste.bytes;
  begun.picture_number = vault::ItemNumber{--m_last_picture};
  begun.was_pasted = !paste.is_of_screen;
  begun.is_of_screen = paste.is_of_screen;
  begin(std::move(begun), {});
  m_session.events().tell(PictureBrought{m_state.picture_number, paste.bytes});
}

void AddingArea::on(const PasteFailed&) {
  m_session.screens().say_fault(tr("The program that holds what you copied did not answer."),
                                tr("Copy it again, then press Ctrl+V."));
}

void AddingArea::on(const TypedMyself&) {
  if (m_state.kind != Kind::words || m_state.is_saving) return;
  m_list.call_own();
}

void AddingArea::on(const DropAdded&) {
  if (m_state.is_saving) return;
  const bool was_something = m_list.drop();
  leave_screen();
  if (!was_something) return;
  Banner banner{tr("Not saved."), tr("You can take it back until this record is locked.")};
  banner.offer = Banner::Offer::take_back;
  m_session.screens().say(std::move(banner));
}

void AddingArea::on(const TakeBackDropped&) {
  if (m_list.take_back()) show_page();
}

void AddingArea::on(const SaveAdded& save) {
  if (m_session.screens().shown() != Screen::add) return;
  if (m_state.is_saving || is_empty(m_state, m_form.text) || !m_session.state().is_open) return;
  m_state.is_saving = true;
  if (m_state.kind == Kind::picture)
    save_picture(save);
  else if (save.then == SaveAdded::Then::conversation && m_state.looks_like_chat)
    save_chat(save);
  else
    save_text(save);
}

void AddingArea::save_text(const SaveAdded& save) {
  m_session.jobs().ask([draft = draft_of(m_state, m_form.text), answers = m_who_is_present()](
                           vault::Record& record) { return keep_draft(record, draft, answers); },
                       [this, save, number = m_state.number](Result<vault::AddOutcome> outcome) {
                         if (!outcome) return not_kept(number, outcome.error());
                         kept(number, save, *outcome);
                       });
}

void AddingArea::save_picture(const SaveAdded& save) {
  vault::Answers answers = m_who_is_present();
  answers[vault::question::kHow] = m_state.is_of_screen ? "Screenshot" : vault::kPasted;  // two of the choices
  m_session.jobs().ask([picture = m_state.picture,
                        name = named_after_time(m_state.is_of_screen ? "screen-" : "pasted-", m_session.utc_now()),
                        answers](vault::Record& record) { return vault::keep_bytes(record, *picture, name, answers); },
                       [this, save, number = m_state.number](Result<vault::KeptFile> file) {
                         if (!file) return not_kept(number, file.error());
                         kept(number, save, file->outcome);
                       });
}

// A chat is kept as the file that an export is, so that the conversation rests on its bytes.
void AddingArea::save_chat(const SaveAdded& save) {
  vault::Answers answers = m_who_is_present();
  answers[vault::question::kHow] = vault::kPasted;
  m_session.jobs().ask(
      [draft = draft_of(m_state, m_form.text), name = named_after_time("Pasted chat ", m_session.utc_now()) + ".txt",
       answers](vault::Record& record) { return vault::keep_bytes(record, as_bytes(draft.text), name, answers); },
      [this, save, number = m_state.number](Result<vault::KeptFile> file) {
        if (!file) return not_kept(number, file.error());
        m_session.events().tell(PastedChatKept{file->outcome.item});
        kept(number, save, file->outcome);
      });
}

// What could not be saved stays where it is.
void AddingArea::not_kept(std::uint64_t number, const Error& error) {
  if (Begun* begun = m_list.find(number)) begun->is_saving = false;
  m_session.screens().show(error);
}

// While it was being saved, the keeper may have gone on to something else, and then stays there.
void AddingArea::kept(std::uint64_t number, const SaveAdded& save, const vault::AddOutcome& outcome) {
  const Begun* found = m_list.find(number);
  const Begun saved = found != nullptr ? *found : Begun();
  const bool is_seen = m_state.number == number && m_session.screens().shown() == Screen::add;
  m_list.forget(number);
  if (is_seen) leave_screen();
  say_saved(saved, outcome);
  if (saved.kind == Kind::note && !m_session.state().preferences.knows_notes) {
    Preferences preferences = m_session.state().preferences;
    preferences.knows_notes = true;
    m_session.change_preferences(preferences);
  }
  const bool asks = is_seen && save.then == SaveAdded::Then::questions;
  m_session.events().tell(ItemKept{outcome.item, saved.rewrites ? saved.rewrites : saved.about, asks});
  if (is_seen && save.then == SaveAdded::Then::note) begin_writing({Kind::note, outcome.item});
}

void AddingArea::say_saved(const Begun& saved, const vault::AddOutcome& outcome) {
  Banner banner = kept_banner(m_session);
  if (!outcome.added) {
    banner.text = fmt::format(fmt::runtime(tr("You already saved this, as item {}.")), vault::item_text(outcome.item));
    banner.more = tr("Nothing was added.");
  } else if (outcome.same_content && *outcome.same_content != outcome.item) {
    banner.more = fmt::format(fmt::runtime(tr("The same words are kept as item {} too.")),
                              vault::item_text(*outcome.same_content));
  } else if (saved.kind == Kind::words) {
    banner.more = tr("If it is safe, keep the message on your phone too. The original helps.");
  }
  if (saved.was_pasted && m_session.state().preferences.empties_clipboard) {
    m_state.wants_empty_clipboard = true;
    banner.more += std::string(" ") + tr("The clipboard was emptied.");
  } else if (saved.was_pasted && !m_session.state().preferences.knows_clipboard && m_session.can_write()) {
    // Asked once, at the first paste that is saved. She may want to paste the same somewhere else.
    banner.more += std::string(" ") + tr("It is still in the clipboard, where others at this computer can paste it.");
    banner.offer = Banner::Offer::empty_clipboard;
    Preferences preferences = m_session.state().preferences;
    preferences.knows_clipboard = true;
    m_session.change_preferences(preferences);
  }
  m_session.screens().say(std::move(banner));
}

void AddingArea::on(const EmptyClipboard&) {
  Preferences preferences = m_session.state().preferences;
  preferences.empties_clipboard = true;
  m_session.change_preferences(preferences);
  m_state.wants_empty_clipboard = true;
  m_session.screens().say(tr("The clipboard is emptied, and will be after each paste that is saved."),
                          tr("Settings can change that. Some computers keep a history of it."));
}

void AddingArea::leave_screen() {
  if (m_session.screens().shown() != Screen::add) return;
  if (m_session.state().before.empty())
    m_session.screens().begin_at({Screen::timeline});
  else
    m_session.screens().go_back();
}

// The way back can lead to this page after what stood on it was saved. Then something else that waits stands there, or
// a new note.
void AddingArea::on(const ScreenLeft& left) {
  if (left.next != Screen::add || m_state.number != 0) return;
  if (!m_list.take_up_last()) begin_writing({Kind::note, std::nullopt});
}

std::map<std::string, std::string> AddingArea::unsaved_picture() const {
  const bool waits = std::any_of(m_state.waiting.begin(), m_state.waiting.end(),
                                 [](const AddState::Waiting& one) { return one.what.picture != nullptr; });
  if (!waits && m_state.picture == nullptr) return {};
  return {{interrupted::kPicture, "1"}};
}

void AddingArea::on(const RecordOpened& opened) {
  m_list.restore(opened.unsaved.drafts, m_session.screens().shown() == Screen::add);
}

}  // namespace daybook::ui
