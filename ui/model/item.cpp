#include "ui/model/item.h"

#include <fmt/format.h>

#include "ui/model/questions.h"
#include "ui/model/when_answer.h"
#include "ui/words/translate.h"
#include "ui/words/when_text.h"
#include "vault/intake/chat/formats.h"
#include "vault/intake/file_ending.h"
#include "vault/intake/media_type.h"
#include "vault/intake/text_pieces.h"
#include "vault/record/conversation.h"
#include "vault/store/copy_stream.h"
#include "vault/store/measurement.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostText = 1 << 20;
constexpr std::uint64_t kCheckAtOnce = std::uint64_t{64} << 20;  // larger items are read through only on request

struct Loaded {
  vault::Item item;
  std::string text;
  bool is_text = false, is_cut = false, is_chat = false;
  std::vector<vault::ItemNumber> conversations;
  std::vector<NoteText> notes;
  std::vector<vault::CopyMade> copies;
};

Result<std::string> text_of(vault::Record& record, const vault::ItemVersion& version, bool& is_cut) {
  TRY_ASSIGN(const auto source, record.open_version(version));
  return vault::read_text(*source, kMostText, is_cut);
}

// The beginning of a file, if the file is a text. What is a picture, a film or a document by its content is none.
Result<void> load_beginning(vault::Record& record, const vault::ItemVersion& version, Loaded& loaded) {
  constexpr std::size_t kPieces = 2;
  if (!vault::is_text(version.media) && version.media != "application/octet-stream") return {};
  TRY_ASSIGN(auto opened, record.open_version(version));
  const std::shared_ptr<ByteSource> source = std::move(opened);
  TRY_ASSIGN(const auto encoding, vault::encoding_of(*source, vault::ItemKind::file));
  if (!encoding) return {};
  const vault::TextPieces text(source, encoding->encoding, encoding->mark_bytes);
  for (std::size_t i = 0; i < std::min(kPieces, text.count()); ++i) {
    TRY_ASSIGN(const std::string piece, text.read(i));
    loaded.text += piece;
  }
  loaded.is_text = true;
  loaded.is_cut = text.count() > kPieces;
  loaded.is_chat = vault::chat_format_of(*source).ok();
  return {};
}

Result<Loaded> load_from(vault::Record& record, vault::ItemNumber number) {
  Loaded loaded;
  TRY_ASSIGN(loaded.item, record.item(number));
  if (loaded.item.removed) return Error{ErrorCode::not_found, "item " + vault::item_text(number)};
  switch (loaded.item.kind) {
    case vault::ItemKind::words:
    case vault::ItemKind::note: {
      loaded.is_text = true;
      TRY_ASSIGN(loaded.text, text_of(record, loaded.item.newest(), loaded.is_cut));
      break;
    }
    case vault::ItemKind::file:
      TRY(load_beginning(record, loaded.item.newest(), loaded));
      // Whether there is a chat in a ZIP is seen only when it is taken apart, which takes long.
      if (vault::has_ending(loaded.item.newest().name, "zip")) loaded.is_chat = true;
      break;
    case vault::ItemKind::conversation:
      break;
  }
  const vault::ItemVersion& newest = loaded.item.newest();
  if (loaded.is_chat || newest.out_of) {
    TRY_ASSIGN(loaded.conversations,
               vault::conversations_on(record, newest.out_of ? newest.out_of->sha256 : newest.content.facts.sha256));
  }
  TRY_ASSIGN(const auto notes, record.notes_about(number));
  for (const vault::ItemNumber note : notes) {
    NoteText text;
    TRY_ASSIGN(text.item, record.item(note));
    TRY_ASSIGN(text.text, text_of(record, text.item.newest(), text.text_is_cut));
    loaded.notes.push_back(std::move(text));
  }
  // That the list of copies cannot be read must not keep her from the item.
  if (auto copies = vault::copies_with(record, number)) loaded.copies = std::move(*copies);
  record.viewed(number);
  return loaded;
}

// Reads and hashes the content anew, and compares it with the size and the hashes that were noted when it was added.
Result<bool> is_unchanged(vault::RecordAccess& access, const vault::ItemVersion& version) {
  TRY_ASSIGN(const auto source, access.ask([&](vault::Record& record) { return record.open_version(version); }));
  const vault::ContentFacts& facts = version.content.facts;
  TRY_ASSIGN(const vault::ContentFacts now, vault::measure(*source));
  return now.size == facts.size && now.sha256 == facts.sha256 && now.sha512 == facts.sha512;
}

}  // namespace

void ItemArea::show(vault::ItemNumber number) {
  if (!m_session.state().is_open) return;
  m_session.screens().say_nothing();
  m_state = ItemState();
  m_form = ItemForm();
  m_session.screens().go(Screen::item);
  load(number);
}

void ItemArea::load(vault::ItemNumber number) {
  m_state.number = number;
  m_state.is_loading = true;
  m_session.jobs().ask([number](vault::Record& record) { return load_from(record, number); },
                       [this, number](Result<Loaded> loaded) {
                         if (m_state.number != number) return;  // another item was opened meanwhile
                         m_state.is_loading = false;
                         if (!loaded) return m_session.screens().show(loaded.error());
                         m_state.item = std::move(loaded->item);
                         m_state.text = std::move(loaded->text);
                         m_state.is_text = loaded->is_text;
                         m_state.text_is_cut = loaded->is_cut;
                         m_state.looks_like_chat = loaded->is_chat;
                         m_state.conversations = std::move(loaded->conversations);
                         m_state.notes = std::move(loaded->notes);
                         m_state.copies = std::move(loaded->copies);
                         // A question that was asked before the item was there.
                         if (m_state.question && m_form.answer.empty()) show_known_answer();
                         const bool is_small = m_state.item->newest().content.facts.size <= kCheckAtOnce;
                         if (m_state.check == ItemState::Check::not_yet && is_small) check();
                       });
}

void ItemArea::check() {
  using Check = ItemState::Check;
  if (!m_state.item || m_state.check == Check::running) return;
  m_state.check = Check::running;
  m_session.jobs().ask_long(
      [version = m_state.item->newest()](vault::RecordAccess& access) { return is_unchanged(access, version); },
      [this, number = m_state.number](Result<bool> same) {
        if (m_state.number != number) return;  // another item was opened meanwhile
        m_state.check = !same ? Check::unreadable : *same ? Check::matches : Check::differs;
      });
}

void ItemArea::on(const RemoveItem&) {
  if (!m_state.item) return;
  m_session.jobs().ask(
      [number = m_state.number](vault::Record& record) -> Result<void> {
        TRY(record.remove(number));
        return {};
      },
      [this, number = m_state.number](Result<void> done) {
        if (!done) return m_session.screens().show(done.error());
        m_state = ItemState();
        m_form = ItemForm();
        m_session.screens().go_back();
        m_session.screens().say(
            fmt::format(fmt::runtime(tr("Item {} is gone from this record.")), vault::item_text(number)),
            tr("Backups and copies that were made with it still have it."));
        m_session.events().tell(ItemsGone{{number}});
      });
}

void ItemArea::ask(std::optional<std::size_t> question) {
  m_state.question = question && *question < questions().size() ? question : std::nullopt;
  m_state.question_error.clear();
  m_form.answer.clear();
  if (m_state.question && m_state.item) show_known_answer();
}

// Puts the answer that was given before into the field.
void ItemArea::show_known_answer() {
  const auto answers = m_state.item->current_answers();
  if (const auto known = answers.find(questions()[*m_state.question].id); known != answers.end())
    m_form.answer.set(known->first == vault::question::kWhen ? typed_when(shown_answer(known->first, known->second))
                                                             : shown_answer(known->first, known->second));
}

void ItemArea::on(const AnswerQuestion& given) {
  if (!m_state.question) return;
  const char* question = questions()[*m_state.question].id;
  std::string kept = kept_answer(question, given.answer);
  // Enter in an empty field says nothing where nothing was said before, and takes nothing back.
  const bool says_nothing = kept.empty() && m_state.item && !m_state.item->current_answers().contains(question);
  if (says_nothing) return ask(*m_state.question + 1);
  if (question == std::string_view(vault::question::kWhen)) {
    if (m_state.item) kept = when_in_field(*m_state.item, kept);
    const vault::LocalMoment& now = m_session.state().now;
    const vault::WhenRead read = given.means ? vault::WhenRead{{*given.means}} : vault::read_when(kept, now);
    const bool has_no_day = given.names_no_time && read.is_ambiguous();
    m_state.question_error = is_ahead(read, now) ? not_happened_text()
                             : read.is_ambiguous() && !has_no_day
                                 ? tr("Choose which time it is, or \"I'm not sure which\".")
                                 : "";
    if (!m_state.question_error.empty()) {
      // An answer that came from a button stands in the field now, below which it is asked what it means.
      if (m_form.answer.empty()) m_form.answer.set(typed_when(given.answer));
      return;
    }
    if (read.time() != nullptr) kept = vault::kept_when(kept, *read.time());
  }
  m_last[question] = kept;
  answer({{question, kept}});
  ask(*m_state.question + 1);
}

void ItemArea::answer(vault::Answers answers) {
  namespace question = vault::question;
  const bool names_somebody =
      answers.contains(question::kWho) || answers.contains(question::kPeople) || answers.contains(question::kTags);
  m_session.jobs().ask(
      [number = m_state.number, answers = std::move(answers)](vault::Record& record) -> Result<void> {
        TRY(record.answer(number, answers));
        return {};
      },
      [this, number = m_state.number, names_somebody](Result<void> done) {
        if (!done) return m_session.screens().show(done.error());
        m_session.note_saving();
        m_session.events().tell(ItemsAnswered{{number}, names_somebody});
      });
}

// Tags are kept one a line, in the order in which the keeper chose them.
void ItemArea::on(const ToggleTag& toggled) {
  if (!m_state.item || toggled.tag.empty()) return;
  const auto answers = m_state.item->current_answers();
  const auto found = answers.find(vault::question::kTags);
  std::vector<std::string> tags = vault::lines_of(found == answers.end() ? "" : found->second);
  if (std::erase(tags, toggled.tag) == 0) tags.push_back(toggled.tag);
  std::string lines;
  for (const std::string& tag : tags) lines += (lines.empty() ? "" : "\n") + tag;
  m_form.new_tag.clear();
  answer({{vault::question::kTags, lines}});
}

void ItemArea::on(const ItemKept& kept) {
  if (kept.then_asks) {
    show(kept.item);
    ask(0);
  } else if (kept.changes && m_session.screens().shown() == Screen::item) {
    load(*kept.changes);
  }
}

void ItemArea::on(const CopiesChanged&) {
  if (m_session.screens().shown() == Screen::item && m_state.item) load(m_state.number);
}

// It may have been removed with others while its page is open.
void ItemArea::on(const ItemsGone& gone) {
  if (!gone.items.contains(m_state.number)) return;
  m_state = ItemState();
  m_state.is_loading = false;
  m_form = ItemForm();
}

void ItemArea::on(const ItemsAnswered& answered) {
  if (answered.items.contains(m_state.number)) load(m_state.number);
}

}  // namespace daybook::ui
