#include "ui/model/share_questions.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/model/questions.h"
#include "ui/words/translate.h"
#include "vault/record/people.h"

namespace daybook::ui {
namespace {

using vault::ItemNumber;

// Looks up the words for what vault::copy_questions() found.
class Asking {
 public:
  Asking(vault::Record& record, const ShareDecisions& decided) : m_record(record), m_decided(decided) {}

  Result<ShareQuestions> ask(const vault::SnapshotRequest& request) {
    TRY_ASSIGN(vault::CopyQuestions open, vault::copy_questions(m_record, request));
    ShareQuestions questions;
    TRY(add_notes(questions, open));
    TRY(add_places(questions, open));
    for (const auto& [exported, conversation] : open.exports) questions.exports.push_back({exported, conversation});
    for (const auto& [exported, conversation] : m_decided.exports_included)
      questions.exports.push_back({exported, conversation});
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
    questions.notes.push_back({note, about, std::move(begins), is_cut, std::move(title)});
    return {};
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
  const ShareDecisions& m_decided;
};

}  // namespace

void ShareDecisions::choose(ItemNumber item) {
  chosen.insert(item);
  notes_included.erase(item);  // she chose it herself
  exports_included.erase(item);
  sends_helper_names = false;
  notes_left_out.erase(item);
  places_left_out.erase(item);
}

bool ShareDecisions::choose(const std::set<ItemNumber>& items) {
  const std::size_t before = chosen.size();
  places_left_out.clear();
  for (const ItemNumber item : items) {
    if (!chosen.contains(item)) choose(item);
  }
  return chosen.size() > before;
}

// Files that stay here for their place are still asked about, so that she can change her mind. Once she chooses items
// anew, what she did not choose must not come back with another answer.
void ShareDecisions::toggle(ItemNumber item) {
  places_left_out.clear();
  if (!chosen.contains(item)) return choose(item);
  chosen.erase(item);
  notes_included.erase(item);
  exports_included.erase(item);
  places_accepted.erase(item);
  drop_without_item();
}

void ShareDecisions::forget(ItemNumber item) {
  for (auto* set : {&chosen, &notes_left_out, &places_accepted, &places_left_out}) set->erase(item);
  notes_included.erase(item);
  exports_included.erase(item);
  drop_without_item();
}

bool ShareDecisions::include(const std::vector<ShareQuestions::Export>& exports) {
  bool is_more = false;
  for (const auto& [exported, conversation] : exports) {
    if (chosen.contains(exported)) continue;
    choose(exported);
    exports_included.emplace(exported, conversation);
    is_more = true;
  }
  return is_more;
}

void ShareDecisions::decide_note(const ShareQuestions::Note& note, bool goes_along) {
  if (goes_along) {
    choose(note.note);
    notes_included.emplace(note.note, note.about);
    return;
  }
  chosen.erase(note.note);
  notes_included.erase(note.note);
  notes_left_out.insert(note.note);
  drop_without_item();
}

void ShareDecisions::decide_places(const std::vector<ShareQuestions::Picture>& pictures, bool go_along) {
  for (const auto& [item, title] : pictures) {
    for (auto* set : {&chosen, &places_accepted}) {
      if (go_along)
        set->insert(item);
      else
        set->erase(item);
    }
    if (go_along)
      places_left_out.erase(item);
    else
      places_left_out.insert(item);
  }
  drop_without_item();
}

// A note can stand beside a note or an export, so what goes out can take others along.
void ShareDecisions::drop_without_item() {
  const auto goes_out = [&](const auto& one) {
    const auto& [item, because] = one;
    return !chosen.contains(because) && chosen.erase(item) > 0;
  };
  while (std::erase_if(exports_included, goes_out) + std::erase_if(notes_included, goes_out) > 0) {
  }
}

Decision ShareDecisions::of_note(ItemNumber note) const {
  if (chosen.contains(note)) return Decision::goes_along;
  return notes_left_out.contains(note) ? Decision::stays_here : Decision::open;
}

Decision ShareDecisions::of_places(const std::vector<ShareQuestions::Picture>& pictures) const {
  const auto all_in = [&](const std::set<ItemNumber>& set) {
    return std::all_of(pictures.begin(), pictures.end(), [&](const auto& one) { return set.contains(one.item); });
  };
  if (all_in(places_accepted) && all_in(chosen)) return Decision::goes_along;
  return all_in(places_left_out) ? Decision::stays_here : Decision::open;
}

Result<ShareQuestions> find_share_questions(vault::RecordAccess& access, const vault::FileReaders& readers,
                                            vault::SnapshotRequest request, const ShareDecisions& decided) {
  // What she has decided is looked up too, because it is still shown.
  request.notes_left_out.clear();
  request.places_accepted.clear();
  vault::look_at_files(access, readers, request.items);
  return access.ask([&](vault::Record& record) { return Asking(record, decided).ask(request); });
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
