#include "ui/model/open_questions.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/model/questions.h"
#include "ui/words/translate.h"
#include "vault/bundle/copy_attachments.h"
#include "vault/record/people.h"

namespace daybook::ui {
namespace {

using vault::ItemNumber;

// Looks up the words for what vault::copy_questions() found.
class Asking {
 public:
  Asking(vault::Record& record, const vault::ArchiveReader& archives, const ShareDecisions& decided)
      : m_record(record), m_archives(archives), m_decided(decided) {}

  Result<ShareQuestions> ask(vault::SnapshotRequest request) {
    ShareQuestions questions;
    TRY(look_at_parts(questions));
    if (!questions.read_anew.empty() || !questions.exports_beside_parts.empty()) return questions;
    request.notes_left_out = questions.notes_elsewhere;
    TRY_ASSIGN(vault::CopyQuestions open, vault::copy_questions(m_record, request));
    TRY(add_notes(questions, open));
    TRY(add_places(questions, open));
    for (const auto& [exported, conversation] : open.exports) questions.exports.push_back({exported, conversation});
    for (const auto& [exported, conversation] : m_decided.exports_included)
      questions.exports.push_back({exported, conversation});
    for (ShareQuestions::Export& one : questions.exports) TRY(look_for_others(one));
    questions.helped_items = open.helpers.size();
    TRY_ASSIGN(const std::uint64_t items, m_record.count());
    questions.items_in_record = static_cast<std::size_t>(items);
    for (std::string& name : open.people) {
      if (!is_nobody(name)) questions.people.push_back(std::move(name));
    }
    TRY(look_for_descriptions(questions));
    questions.earlier = std::move(open.earlier);
    TRY(look_for_longer_ones(questions));
    return questions;
  }

 private:
  Result<void> look_at_parts(ShareQuestions& questions) {
    for (const auto& [number, part] : m_decided.chosen_parts()) {
      TRY_ASSIGN(const vault::Conversation conversation, vault::open_conversation(m_record, number));
      if (conversation.id != part.reading) {
        questions.read_anew.push_back(number);
        continue;
      }
      TRY_ASSIGN(const vault::Item item, m_record.item(number));
      TRY_ASSIGN(const auto exports, vault::exports_of(m_record, item));
      for (const ItemNumber exported : exports) {
        if (m_decided.chosen.contains(exported)) questions.exports_beside_parts.push_back({exported, number});
      }
      questions.parts.push_back(
          {number, vault::messages_in(part.runs), conversation.outline.messages, part.runs, 0, {}, {}, {}});
      TRY(look_at_files(questions.parts.back(), conversation));
      TRY(look_at_notes(questions, conversation));
    }
    return {};
  }

  // A ZIP can hold several chats: who gets one whole gets all of them.
  Result<void> look_for_others(ShareQuestions::Export& one) {
    TRY_ASSIGN(one.others, vault::conversations_read_from(m_record, one.exported));
    std::erase(one.others, one.conversation);
    return {};
  }

  Result<void> look_at_files(ShareQuestions::Part& part, const vault::Conversation& conversation) {
    TRY_ASSIGN(auto files, vault::files_of_part(m_record, conversation, part.runs, m_decided.chosen, m_archives));
    part.files_not_here = files.messages_without;
    part.kept_files = std::move(files.kept);
    part.files_along = std::move(files.along);
    return {};
  }

  Result<void> look_at_notes(ShareQuestions& questions, const vault::Conversation& conversation) {
    ShareQuestions::Part& part = questions.parts.back();
    TRY_ASSIGN(const auto notes, vault::notes_of_part(m_record, conversation, part.runs));
    const auto goes_along = [&](ItemNumber note) { return m_decided.chosen.contains(note); };
    for (const auto* some : {&notes.cut, &notes.elsewhere}) {
      std::copy_if(some->begin(), some->end(), std::back_inserter(part.cut_notes),
                   [&](const vault::MessageNote& note) { return goes_along(note.note); });
    }
    for (const vault::MessageNote& note : notes.elsewhere) {
      if (!goes_along(note.note)) questions.notes_elsewhere.insert(note.note);
    }
    for (const ItemNumber note : notes.not_placed) {
      if (!goes_along(note)) questions.notes_elsewhere.insert(note);
    }
    return {};
  }

  Result<void> add_notes(ShareQuestions& questions, const vault::CopyQuestions& open) {
    for (const auto& [note, about] : open.notes) TRY(add_note(questions, note, about));
    for (const auto& [note, about] : m_decided.notes_included) {
      TRY_ASSIGN(const vault::Item item, m_record.item(note));
      if (!item.removed) TRY(add_note(questions, note, about));
    }
    std::sort(questions.notes.begin(), questions.notes.end(),
              [](const auto& a, const auto& b) { return a.note < b.note; });
    return {};
  }

  Result<void> add_note(ShareQuestions& questions, ItemNumber note, ItemNumber about) {
    TRY_ASSIGN(const vault::Item item, m_record.item(note));
    TRY_ASSIGN(std::string begins, beginning_of(note));
    TRY_ASSIGN(std::string title, title_of(about));
    const bool is_cut = item.newest().content.facts.size > begins.size();
    TRY_ASSIGN(const auto on, messages_of(item));
    questions.notes.push_back({note, about, std::move(begins), is_cut, std::move(title), on});
    return {};
  }

  Result<std::optional<vault::MessageNote>> messages_of(const vault::Item& note) {
    if (!note.about || !note.on || !std::holds_alternative<vault::MessagesNoted>(*note.on))
      return std::optional<vault::MessageNote>();
    auto known = m_placed.find(*note.about);
    if (known == m_placed.end()) {
      TRY_ASSIGN(const vault::Conversation conversation, vault::open_conversation(m_record, *note.about));
      TRY_ASSIGN(vault::MessageNotes notes, vault::notes_on_messages(m_record, conversation));
      known = m_placed.emplace(*note.about, std::move(notes.placed)).first;
    }
    for (const vault::MessageNote& placed : known->second) {
      if (placed.note == note.number) return std::optional(placed);
    }
    return std::optional<vault::MessageNote>();
  }

  Result<void> add_places(ShareQuestions& questions, const vault::CopyQuestions& open) {
    std::set<ItemNumber> pictures(open.places.begin(), open.places.end());
    pictures.insert(m_decided.places_left_out.begin(), m_decided.places_left_out.end());
    for (const ItemNumber picture : pictures) {
      TRY_ASSIGN(std::string title, title_of(picture));
      TRY_ASSIGN(const vault::Item item, m_record.item(picture));
      questions.has_film |= !item.removed && shown_as(item.kind, item.newest().media) != vault::ShownAs::picture;
      questions.places.push_back({picture, std::move(title)});
    }
    return {};
  }

  // Only of those whom an answer in the copy names does a description go along.
  Result<void> look_for_descriptions(ShareQuestions& questions) {
    const std::vector<std::string>& people = questions.people;
    const auto is_named = [&](const std::string& name) {
      return std::find(people.begin(), people.end(), name) != people.end();
    };
    TRY_ASSIGN(const auto versions, vault::person_versions(m_record));
    for (const auto& [number, said] : vault::current_people(versions)) {
      const std::vector<std::string> others = vault::names_in(said.also);
      const bool says_more = !others.empty() || !said.relation.empty();
      if (says_more && (is_named(said.name) || std::any_of(others.begin(), others.end(), is_named)))
        questions.describes_somebody = true;
    }
    return {};
  }

  Result<void> look_for_longer_ones(ShareQuestions& questions) {
    for (const auto& one : questions.earlier) {
      if (!one.question.empty()) continue;  // an answer is whole
      TRY_ASSIGN(const vault::Item item, m_record.item(one.item));
      for (const vault::ItemVersion& version : item.versions) {
        if (version.sequence == one.entry && version.content.facts.size > one.text.size())
          questions.cut.insert(one.entry);
      }
    }
    return {};
  }

  Result<std::string> beginning_of(ItemNumber number) {
    TRY_ASSIGN(const auto rows, m_record.rows({number}));
    return rows.empty() ? "" : rows.front().beginning;
  }

  Result<std::string> title_of(ItemNumber number) {
    TRY_ASSIGN(const vault::Item item, m_record.item(number));
    TRY_ASSIGN(const std::string beginning, beginning_of(number));
    if (item.removed || beginning.empty()) return item.heading();
    return beginning.substr(0, beginning.find('\n'));
  }

  vault::Record& m_record;
  const vault::ArchiveReader& m_archives;
  const ShareDecisions& m_decided;
  std::map<ItemNumber, std::vector<vault::MessageNote>> m_placed;  // the notes beside messages, by conversation
};

}  // namespace

Result<ShareQuestions> find_share_questions(vault::RecordAccess& access, const vault::FileReaders& readers,
                                            const vault::ArchiveReader& archives, vault::SnapshotRequest request,
                                            const ShareDecisions& decided) {
  // What she has decided is looked up too, because it is still shown.
  request.places_accepted.clear();
  vault::look_at_files(access, readers, request.items);
  return access.ask([&](vault::Record& record) { return Asking(record, archives, decided).ask(request); });
}

std::vector<OpenQuestion> open_questions(const ShareQuestions& questions, const ShareDecisions& decided,
                                         std::optional<bool> states_left_out) {
  using About = OpenQuestion::About;
  std::vector<OpenQuestion> open;
  for (const ShareQuestions::Note& note : questions.notes) {
    if (decided.of_note(note.note) == Decision::open) open.push_back({About::note, note.note});
  }
  if (decided.of_places(questions.places) == Decision::open) open.push_back({About::places, {}});
  if (!states_left_out) open.push_back({About::rest, {}});
  return open;
}

std::optional<ErrorText> still_open(const std::vector<OpenQuestion>& open) {
  if (open.empty()) return std::nullopt;
  const std::string count = open.size() == 1
                                ? std::string(tr("One thing is not decided yet."))
                                : fmt::format(fmt::runtime(tr("{} things are not decided yet.")), open.size());
  return ErrorText{count, "", ""};
}

}  // namespace daybook::ui
