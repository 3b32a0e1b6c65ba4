#include <fmt/format.h>

#include "ui/model/app.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"
#include "vault/intake/small_picture.h"
#include "vault/store/copy_stream.h"
#include "vault/store/measurement.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostPictures = 64;
constexpr std::size_t kMostText = 1 << 20;
constexpr std::uint64_t kCheckAtOnce = std::uint64_t{64} << 20;

Result<std::string> text_of(vault::Record& record, const vault::ItemVersion& version, bool& is_cut) {
  TRY_ASSIGN(const auto source, record.open_version(version));
  return vault::read_text(*source, kMostText, is_cut);
}

}  // namespace

const std::vector<Question>& questions() {
  static const std::vector<Question> all{
      {vault::question::kWhere,
       tr_later("Where did this come from?"),
       tr_later("It helps others know how this was saved."),
       {tr_later("My phone"), tr_later("My computer"), tr_later("My online account"), tr_later("Paper"),
        tr_later("Someone gave it to me"), tr_later("Another person's phone or account"), tr_later("I'm not sure")}},
      {vault::question::kWho,
       tr_later("Who sent or made it?"),
       tr_later("A name or a nickname is enough."),
       {tr_later("I did"), tr_later("I'm not sure")}},
      {vault::question::kWhen,
       tr_later("When was it sent, or when did it happen?"),
       tr_later("Your own words are good: \"early May 2025\", \"the week we moved\"."),
       {tr_later("I'm not sure")}},
      {vault::question::kHow,
       tr_later("How was it copied?"),
       tr_later("It tells others what they are looking at."),
       {tr_later("Screenshot"), tr_later("Photo of a screen"), tr_later("Exported chat"), tr_later("Pasted"),
        tr_later("Typed out"), tr_later("I'm not sure")}},
      {vault::question::kComplete,
       tr_later("Is this all of it, or part?"),
       tr_later("Others will ask what came before and after."),
       {tr_later("All of it"), tr_later("Part of it"), tr_later("I'm not sure")}},
      {vault::question::kTitle,
       tr_later("What would you call it?"),
       tr_later("A few words, for finding it again."),
       {}}};
  return all;
}

// Asked of the database first; only what was never looked at goes to the process for pictures.
void App::on(const NeedPicture& need) {
  if (m_state.pictures.contains(need.item) || !m_state.is_open) return;
  if (m_state.pictures.size() >= kMostPictures) m_state.pictures.clear();
  m_state.pictures[need.item];
  struct Found {
    std::optional<vault::KnownPicture> known;
    vault::ItemVersion version;
    std::unique_ptr<ByteSource> source;
  };
  m_jobs.ask(
      [number = need.item](Record& record) -> Result<Found> {
        TRY_ASSIGN(const vault::Item item, record.item(number));
        if (item.removed) return Error{ErrorCode::not_found, "item"};
        Found found;
        TRY_ASSIGN(found.known, record.picture(item.newest().content));
        if (found.known) return found;
        found.version = item.newest();
        TRY_ASSIGN(found.source, record.open_version(found.version));
        return found;
      },
      [this, number = need.item](Result<Found> found) {
        SmallPicture& picture = m_state.pictures[number];
        if (found && !found->known) return read_picture(number, found->version, std::move(found->source));
        picture.is_ready = true;
        if (!found || !found->known->facts) return;
        picture.facts = found->known->facts;
        if (auto pixels = vault::decode_small_picture(found->known->small)) picture.pixels = std::move(*pixels);
      });
}

void App::read_picture(vault::ItemNumber number, const vault::ItemVersion& version,
                       std::unique_ptr<ByteSource> source) {
  m_jobs.ask_aside([source = std::move(source),
                    reader = m_surroundings.pictures] { return vault::read_new_picture(reader, *source); },
                   [this, number, content = version.content](Result<vault::NewPicture> read) {
                     SmallPicture& picture = m_state.pictures[number];
                     picture.is_ready = true;
                     if (!read) return;
                     picture.facts = read->known.facts;
                     picture.pixels = std::move(read->pixels);
                     m_jobs.ask([content, known = std::move(read->known)](
                                    Record& record) { return record.keep_picture(content, known); },
                                [](Result<void>) {});  // derived: if it cannot be kept, it is made again
                   });
}

void App::on(const OpenItem& open) {
  if (!m_state.is_open) return;
  m_state.banner.reset();
  m_state.item = ItemState();
  go(Screen::item);
  load_item(open.item);
}

void App::load_item(vault::ItemNumber number) {
  m_state.item.number = number;
  m_state.item.is_loading = true;
  struct Loaded {
    vault::Item item;
    std::string text;
    bool is_cut = false;
    std::vector<NoteText> notes;
  };
  m_jobs.ask(
      [number](Record& record) -> Result<Loaded> {
        Loaded loaded;
        TRY_ASSIGN(loaded.item, record.item(number));
        if (loaded.item.removed) return Error{ErrorCode::not_found, "item " + vault::item_text(number)};
        if (loaded.item.kind != vault::ItemKind::file) {
          TRY_ASSIGN(loaded.text, text_of(record, loaded.item.newest(), loaded.is_cut));
        }
        TRY_ASSIGN(const auto notes, record.notes_about(number));
        for (const vault::ItemNumber note : notes) {
          NoteText text;
          bool is_cut = false;
          TRY_ASSIGN(text.item, record.item(note));
          TRY_ASSIGN(text.text, text_of(record, text.item.newest(), is_cut));
          loaded.notes.push_back(std::move(text));
        }
        record.viewed(number);
        return loaded;
      },
      [this, number](Result<Loaded> loaded) {
        ItemState& item = m_state.item;
        if (item.number != number) return;  // another one was opened meanwhile
        item.is_loading = false;
        if (!loaded) return show(loaded.error());
        item.item = std::move(loaded->item);
        item.text = std::move(loaded->text);
        item.text_is_cut = loaded->is_cut;
        item.notes = std::move(loaded->notes);
        if (item.check == ItemState::Check::not_yet && item.item->newest().content.facts.size <= kCheckAtOnce)
          on(CheckItem{});
      });
}

// The content read and hashed anew, held against what was written when it was added.
void App::on(const CheckItem&) {
  ItemState& item = m_state.item;
  if (!item.item || item.check == ItemState::Check::running) return;
  item.check = ItemState::Check::running;
  m_jobs.ask_long(
      [version = item.item->newest()](vault::RecordAccess& access) -> Result<bool> {
        TRY_ASSIGN(const auto source, access.ask([&](Record& record) { return record.open_version(version); }));
        const vault::ContentFacts& facts = version.content.facts;
        TRY_ASSIGN(const vault::ContentFacts now, vault::measure(*source));
        return now.size == facts.size && now.sha256 == facts.sha256 && now.sha512 == facts.sha512;
      },
      [this, number = item.number](Result<bool> same) {
        using Check = ItemState::Check;
        if (m_state.item.number != number) return;  // another one was opened meanwhile
        m_state.item.check = !same ? Check::unreadable : *same ? Check::matches : Check::differs;
      });
}

void App::on(const UncoverPicture&) { m_state.item.is_uncovered = !m_state.item.is_uncovered; }
void App::on(const AskToRemove& ask_first) { m_state.item.asks_to_remove = ask_first.asks; }

void App::on(const RemoveItem&) {
  if (!m_state.item.item) return;
  m_jobs.ask(
      [number = m_state.item.number](Record& record) -> Result<void> {
        TRY(record.remove(number));
        return {};
      },
      [this, number = m_state.item.number](Result<void> done) {
        if (!done) return show(done.error());
        m_state.pictures.erase(number);
        m_state.timeline.rows.erase(number);
        m_state.share.chosen.erase(number);
        m_state.item = ItemState();
        on(GoBack{});
        say(fmt::format(fmt::runtime(tr("Item {} is gone from this record.")), vault::item_text(number)),
            tr("Older backups and copies still have it."));
        load_keys();
      });
}

void App::on(const AskQuestion& next) {
  ItemState& item = m_state.item;
  item.question = next.question && *next.question < questions().size() ? next.question : std::nullopt;
  item.answer.clear();
  item.question_error.clear();
  if (!item.question || !item.item) return;
  const auto answers = item.item->current_answers();
  if (const auto known = answers.find(questions()[*item.question].id); known != answers.end())
    item.answer.set(known->second);
}

void App::on(const AnswerQuestion& given) {
  ItemState& item = m_state.item;
  if (!item.question) return;
  const char* question = questions()[*item.question].id;
  const auto days =
      question == std::string_view(vault::question::kWhen) ? vault::days_said(given.answer) : std::nullopt;
  if (days && days->first > vault::local_day(m_surroundings.vault.clock.now().utc_seconds)) {
    item.question_error = tr("That date has not happened yet. Check the year, or choose \"I'm not sure\".");
    return;
  }
  m_state.last_answers[question] = given.answer;
  answer_item(item.number, {{question, given.answer}});
  on(AskQuestion{*item.question + 1});
}

void App::answer_item(vault::ItemNumber number, vault::Answers answers) {
  namespace question = vault::question;
  const bool names_somebody =
      answers.contains(question::kWho) || answers.contains(question::kPeople) || answers.contains(question::kTags);
  m_jobs.ask(
      [number, answers = std::move(answers)](Record& record) -> Result<void> {
        TRY(record.answer(number, answers));
        return {};
      },
      [this, number, names_somebody](Result<void> done) {
        if (!done) return show(done.error());
        m_state.saved_at = time_text(m_surroundings.vault.clock.now().utc_seconds);
        m_state.timeline.rows.erase(number);
        m_state.timeline.asked.clear();
        if (m_state.item.number == number) load_item(number);
        if (names_somebody) load_names();  // goes through the answers of all items
        if (m_state.timeline.found.narrows() || m_state.timeline.found.by_happened) load_keys();
      });
}

// Her own order, one tag a line.
void App::on(const ToggleTag& toggled) {
  if (!m_state.item.item || toggled.tag.empty()) return;
  const auto answers = m_state.item.item->current_answers();
  const auto found = answers.find(vault::question::kTags);
  std::vector<std::string> tags = vault::lines_of(found == answers.end() ? "" : found->second);
  if (std::erase(tags, toggled.tag) == 0) tags.push_back(toggled.tag);
  std::string lines;
  for (const std::string& tag : tags) lines += (lines.empty() ? "" : "\n") + tag;
  m_state.item.new_tag.clear();
  answer_item(m_state.item.number, {{vault::question::kTags, lines}});
}

}  // namespace daybook::ui
