#include "ui/model/conversation.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/words/translate.h"
#include "vault/record/search_index.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostHeld = 1024;     // messages
constexpr std::uint64_t kMostAtOnce = 256;  // messages that are read in one job
constexpr std::size_t kHitsAtOnce = 4096;   // that are looked up in one job
constexpr std::size_t kMostHits = 100'000;  // beyond that, nobody goes from one to the next

// What came of looking for a day, where that is not just what was asked for.
std::string told_of_day(const FoundDay& found) {
  switch (found.meant) {
    case FoundDay::Meant::several:
      return tr("That can be more than one day. Write it as 3 May 2025.");
    case FoundDay::Meant::nothing:
      return tr("That day is not understood. Write it as 3 May 2025.");
    case FoundDay::Meant::one_day:
      break;
  }
  if (found.message == 0) return tr("No message in this export is as late as that. This is the last one.");
  const std::string later =
      found.is_later ? tr("No message in this export is from that day. This is the next one.") : "";
  if (!found.taken_as) return later;
  return fmt::format(fmt::runtime(tr("Read as {}.")), vault::said_text(*found.taken_as)) +
         (later.empty() ? "" : " " + later);
}

}  // namespace

void ConversationArea::clear() {
  if (m_state.conversation != nullptr) m_left_at[m_state.number] = {m_state.conversation->id, m_state.caret};
  const std::uint64_t revision = m_state.revision, moves = m_state.moves;
  m_state = ConversationState();
  m_state.revision = revision + 1;
  m_state.moves = moves + 1;
  m_form = ConversationForm();
  m_need = {1, 0};
  m_day.reset();
  ++m_searches;
}

void ConversationArea::open(const OpenConversation& wanted) {
  if (!m_session.state().is_open) return;
  clear();
  m_state.number = wanted.item;
  m_wanted_note = wanted.note;
  m_wanted_message = wanted.message;
  if (!wanted.find.empty()) {
    m_form.find.set(wanted.find);
    m_form.looks_for = ConversationForm::Looks::words;
  }
  const auto& banner = m_session.state().banner;
  if (banner && banner->offer == Banner::Offer::delete_files) m_about_file = banner;
  m_session.screens().say_nothing();
  m_session.screens().go(Screen::conversation);
  load();
}

void ConversationArea::load() {
  m_session.jobs().ask([number = m_state.number](vault::Record& record) { return load_conversation(record, number); },
                       [this, number = m_state.number, revision = m_state.revision](Result<LoadedConversation> from) {
                         if (number != m_state.number || revision != m_state.revision) return;
                         m_state.is_loading = false;
                         if (!from) return m_session.screens().show(from.error());
                         loaded(std::move(*from));
                       });
}

// Of another reading, every message is read anew. What is chosen stays chosen where the same reading was opened again.
void ConversationArea::loaded(LoadedConversation from) {
  const auto before = m_state.conversation;
  const bool is_other = before == nullptr || before->id != from.conversation.id;
  m_state.conversation = std::make_shared<const vault::Conversation>(std::move(from.conversation));
  m_state.completeness = std::move(from.completeness);
  m_state.notes = std::move(from.notes);
  m_state.notes_not_placed = from.notes_not_placed;
  m_state.tags = std::move(from.tags);
  m_state.unclear = std::move(from.unclear);
  if (!is_other) return;
  m_form.asks_for_order = m_state.unclear.has_value();
  const std::uint64_t count = std::max<std::uint64_t>(1, m_state.conversation->outline.messages);
  m_state.read.clear();
  m_state.hits.clear();
  m_state.sought.clear();
  m_state.offer.reset();
  m_state.anchor = std::min(m_state.anchor, count);
  m_state.caret = std::min(m_state.caret, count);
  ++m_state.revision;
  ++m_state.moves;
  const auto left = m_left_at.find(m_state.number);
  if (before == nullptr && left != m_left_at.end() && left->second.first == m_state.conversation->id)
    go_to(left->second.second);
  for (const NoteOnMessages& note : m_state.notes) {
    if (note.place.note != m_wanted_note) continue;
    go_to(note.place.first);
    m_state.anchor = note.place.last;
  }
  m_wanted_note.reset();
  if (const std::uint64_t message = std::exchange(m_wanted_message, 0); message > 0) go_to(std::min(message, count));
  if (!m_form.find.empty()) find(true);
}

void ConversationArea::on(const NeedMessages& need) {
  m_need = need;
  read_missing();
}

void ConversationArea::read_missing() {
  if (m_state.conversation == nullptr || m_is_reading) return;
  std::uint64_t first = std::max<std::uint64_t>(1, m_need.first);
  std::uint64_t end = std::min(m_state.conversation->outline.messages + 1, first + std::min(m_need.count, kMostAtOnce));
  while (first < end && m_state.read.contains(first)) ++first;
  while (first < end && m_state.read.contains(end - 1)) --end;
  if (first >= end) return;
  m_is_reading = true;
  m_session.jobs().ask(
      [conversation = m_state.conversation, first, count = end - first](vault::Record& record) {
        return read_shown(record, *conversation, first, count);
      },
      [this, revision = m_state.revision](Result<std::vector<ShownMessage>> read) {
        m_is_reading = false;
        if (revision != m_state.revision) return read_missing();
        if (!read || read->empty()) {
          m_need.count = 0;  // the next that are needed are tried again
          if (!read) m_session.screens().show(read.error());
          return;
        }
        if (m_state.read.size() > kMostHeld) {
          const std::uint64_t from = m_need.first, to = from + m_need.count;
          std::erase_if(m_state.read, [&](const auto& one) { return one.first < from || one.first >= to; });
        }
        for (ShownMessage& one : *read) m_state.read[one.said.number] = std::move(one);
        read_missing();
      });
}

void ConversationArea::on(const LookBeside& look) {
  if (m_state.conversation == nullptr || m_day == look.day) return;
  m_day = look.day;
  look_beside();
}

void ConversationArea::look_beside() {
  if (m_state.conversation == nullptr || !m_day || m_is_looking) return;
  m_is_looking = true;
  m_session.jobs().ask(
      [number = m_state.number, day = *m_day](vault::Record& record) { return vault::beside_day(record, number, day); },
      [this, number = m_state.number, day = *m_day](Result<vault::BesideDay> found) {
        m_is_looking = false;
        if (number != m_state.number || day != m_day) return look_beside();
        if (!found) return m_session.screens().show(found.error());
        m_state.beside = ConversationState::Beside{day, std::move(*found)};
      });
}

void ConversationArea::on(const ChooseMessages& chosen) {
  if (m_state.conversation == nullptr) return;
  const std::uint64_t count = std::max<std::uint64_t>(1, m_state.conversation->outline.messages);
  m_state.anchor = std::clamp<std::uint64_t>(chosen.anchor, 1, count);
  m_state.caret = std::clamp<std::uint64_t>(chosen.caret, 1, count);
  m_state.offer.reset();  // it was about other messages
}

void ConversationArea::on(const AskHowMuch&) {
  if (m_state.conversation == nullptr || !m_session.can_write()) return;
  const vault::MessageRun chosen{m_state.first_chosen(), m_state.last_chosen()};
  m_session.jobs().ask([conversation = m_state.conversation,
                        chosen](vault::Record& record) { return offer_to_share(record, *conversation, chosen); },
                       [this, revision = m_state.revision](Result<ShareOffer> offer) {
                         if (revision != m_state.revision) return;
                         if (!offer) return m_session.screens().show(offer.error());
                         const vault::MessageRun now{m_state.first_chosen(), m_state.last_chosen()};
                         const AskHowMuch again;  // she may have chosen others meanwhile
                         if (offer->chosen != now) return on(again);
                         m_state.offer = std::move(*offer);
                       });
}

void ConversationArea::go_to(std::uint64_t message) {
  m_state.anchor = m_state.caret = message;
  m_state.offer.reset();
  ++m_state.moves;
}

void ConversationArea::find(bool forwards) {
  if (m_state.conversation == nullptr || m_form.find.empty()) return;
  if (m_state.sought == m_form.find.text()) {
    if (!m_state.is_seeking) go_to_hit(forwards);
    return;
  }
  m_state.sought = m_form.find.text();
  m_state.hits.clear();
  m_state.is_seeking = true;
  ++m_searches;
  seek(1, forwards);
}

// All messages that have the words are looked up, some at a time, so that what is typed meanwhile is saved at once.
void ConversationArea::seek(std::uint64_t from, bool forwards) {
  m_session.jobs().ask(
      [number = m_state.number, terms = vault::parse_search(m_state.sought), from](vault::Record& record) {
        return vault::find_messages(record, number, terms, {}, from, kHitsAtOnce);
      },
      [this, forwards, search = m_searches](Result<std::vector<std::uint64_t>> found) {
        if (search != m_searches) return;
        if (!found) {
          m_state.is_seeking = false;
          return m_session.screens().show(found.error());
        }
        m_state.hits.insert(m_state.hits.end(), found->begin(), found->end());
        if (found->size() == kHitsAtOnce && m_state.hits.size() < kMostHits)
          return seek(m_state.hits.back() + 1, forwards);
        m_state.is_seeking = false;
        // The chosen message may be the first hit itself.
        const auto here = std::lower_bound(m_state.hits.begin(), m_state.hits.end(), m_state.caret);
        m_state.has_gone_round = false;
        if (here != m_state.hits.end() && *here == m_state.caret) return go_to(*here);
        go_to_hit(forwards);
      });
}

void ConversationArea::go_to_hit(bool forwards) {
  const auto& hits = m_state.hits;
  if (hits.empty()) return;
  const auto next = std::upper_bound(hits.begin(), hits.end(), m_state.caret);
  const auto here = std::lower_bound(hits.begin(), hits.end(), m_state.caret);
  m_state.has_gone_round = forwards ? next == hits.end() : here == hits.begin();
  if (forwards)
    go_to(next == hits.end() ? hits.front() : *next);
  else
    go_to(here == hits.begin() ? hits.back() : *(here - 1));
}

void ConversationArea::on(const JumpToDate&) {
  if (m_state.conversation == nullptr || m_form.date.empty()) return;
  m_session.jobs().ask([conversation = m_state.conversation, words = m_form.date.text(), now = m_session.state().now](
                           vault::Record& record) { return find_day(record, *conversation, words, now); },
                       [this, revision = m_state.revision](Result<FoundDay> found) {
                         if (revision != m_state.revision) return;
                         if (!found) return m_session.screens().show(found.error());
                         m_state.told = told_of_day(*found);
                         if (found->meant != FoundDay::Meant::one_day) return;
                         go_to(found->message == 0 ? m_state.conversation->outline.messages : found->message);
                       });
}

void ConversationArea::on(const GoToMarked& wanted) {
  if (m_state.conversation == nullptr) return;
  m_session.jobs().ask([conversation = m_state.conversation, mark = wanted.mark, from = m_state.caret](
                           vault::Record& record) { return next_marked(record, *conversation, mark, from); },
                       [this, revision = m_state.revision](Result<std::uint64_t> found) {
                         if (revision != m_state.revision) return;
                         if (!found) return m_session.screens().show(found.error());
                         if (*found > 0) go_to(*found);
                       });
}

void ConversationArea::on(const ChooseMe& me) {
  if (m_state.conversation == nullptr || !m_session.can_write()) return;
  m_form.asks_me = false;
  m_session.jobs().ask(
      [number = m_state.number, name = me.name](vault::Record& record) {
        return record.answer(number, {{vault::question::kMe, name}});
      },
      [this, number = m_state.number](Result<void> done) {
        if (!done) return m_session.screens().show(done.error());
        m_session.note_saving();
        m_session.events().tell(ItemsAnswered{{number}, false});
      });
}

// The question what becomes of the export outside, which is as dangerous there as it was, takes room from the messages.
// It is asked again in the list.
void ConversationArea::on(const ScreenLeft& left) {
  if (left.next != Screen::timeline || !m_about_file || m_session.screens().says_something()) return;
  Banner again = *std::exchange(m_about_file, std::nullopt);
  again.stays = true;
  m_session.screens().say(std::move(again));
}

void ConversationArea::on(const RecordCloses&) {
  clear();
  m_left_at.clear();
  m_about_file.reset();
}

// What was just read is shown, unless she has gone on to something else.
void ConversationArea::on(const ChatRead& read) {
  const bool is_shown = m_session.screens().shown() == Screen::conversation && m_state.number == read.conversation;
  if (is_shown) return load();
  if (m_session.screens().shown() != read.begun_on) return;
  open({read.conversation});
}

void ConversationArea::on(const ItemKept& kept) {
  if (m_state.conversation == nullptr || !kept.changes) return;
  const bool is_beside = std::any_of(m_state.notes.begin(), m_state.notes.end(),
                                     [&](const NoteOnMessages& one) { return one.place.note == *kept.changes; });
  if (*kept.changes == m_state.number || is_beside) load();
}

void ConversationArea::on(const ItemsAnswered& answered) {
  if (m_state.conversation == nullptr) return;
  look_beside();
  if (answered.items.contains(m_state.number)) load();
}

void ConversationArea::on(const ItemsGone& gone) {
  if (m_state.conversation == nullptr) return;
  if (gone.items.contains(m_state.number)) {
    clear();
    m_state.is_loading = false;
    return;
  }
  look_beside();
  const bool is_beside = std::any_of(m_state.notes.begin(), m_state.notes.end(),
                                     [&](const NoteOnMessages& one) { return gone.items.contains(one.place.note); });
  if (is_beside) load();
}

}  // namespace daybook::ui
