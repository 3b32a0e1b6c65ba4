#include "vault/bundle/copy_questions.h"

#include <algorithm>

#include "vault/bundle/answers_at_home.h"
#include "vault/intake/known_file.h"
#include "vault/record/helper.h"
#include "vault/record/reading.h"
#include "vault/record/shown_as.h"
#include "vault/store/copy_stream.h"

namespace daybook::vault {
namespace {

class Asking {
 public:
  Asking(Record& record, const SnapshotRequest& request)
      : m_record(record), m_request(request), m_chosen(request.items.begin(), request.items.end()) {}

  Result<CopyQuestions> ask() {
    TRY_ASSIGN(m_notes, m_record.all_notes_beside());
    for (const ItemNumber number : m_chosen) {
      TRY_ASSIGN(const Item item, m_record.item(number));
      if (item.removed) return Error{ErrorCode::not_found, "item " + item_text(number) + " was removed"};
      ask_about_notes(number);
      TRY(ask_about_exports(item));
      TRY(ask_about_place(item));
      const std::size_t first = m_questions.earlier.size();
      TRY(ask_about_answers(item));
      TRY(ask_about_versions(item));
      TRY(look_up_days(first));
    }
    m_questions.people.assign(m_people.begin(), m_people.end());
    std::sort(m_questions.notes.begin(), m_questions.notes.end(),
              [](const auto& a, const auto& b) { return a.note < b.note; });
    return std::move(m_questions);
  }

 private:
  void ask_about_notes(ItemNumber about) {
    for (const ItemNumber note : m_notes[about]) {
      if (!m_chosen.contains(note) && !m_request.notes_left_out.contains(note))
        m_questions.notes.push_back({note, about});
    }
  }

  Result<void> ask_about_exports(const Item& item) {
    if (item.kind != ItemKind::conversation || m_request.parts.contains(item.number)) return {};
    TRY_ASSIGN(const auto exports, exports_of(m_record, item));
    for (const ItemNumber exported : exports) {
      if (!m_chosen.contains(exported)) m_questions.exports.push_back({exported, item.number});
    }
    return {};
  }

  Result<void> ask_about_place(const Item& item) {
    if (m_request.places_accepted.contains(item.number)) return {};
    TRY_ASSIGN(const auto known, m_record.known_file(item.newest().content));
    if (may_hold_place(item, known)) m_questions.places.push_back(item.number);
    return {};
  }

  Result<void> ask_about_answers(const Item& item) {
    TRY_ASSIGN(const AnswersAtHome at_home, AnswersAtHome::of(m_record, item, m_request));
    bool has_helper = false;
    std::map<std::string, const ItemAnswer*> newest;
    for (const ItemAnswer& answer : item.answers) {
      has_helper |= may_name_helper(answer);
      if (at_home.has(answer)) continue;
      newest[answer.question] = &answer;
    }
    if (has_helper) m_questions.helpers.push_back(item.number);
    for (const ItemAnswer& answer : item.answers) {
      if (at_home.has(answer)) continue;
      const bool is_newest = newest.at(answer.question) == &answer;
      const bool stays = !is_newest && (m_request.newest_only || m_request.stays_home.contains(answer.sequence));
      if (names_people(answer.question) && !stays) {
        for (std::string& name : lines_of(answer.value)) m_people.insert(std::move(name));
      }
      if (is_newest) continue;
      m_questions.earlier.push_back({item.number, answer.sequence, answer.question, answer.version, 0, answer.value});
    }
    return {};
  }

  // Of a part of a conversation no earlier reading goes along.
  Result<void> ask_about_versions(const Item& item) {
    if (m_request.parts.contains(item.number)) return {};
    for (const ItemVersion& version : item.versions) {
      if (version.number == item.newest().number) continue;
      CopyQuestions::Earlier earlier{item.number, version.sequence, "", version.number, 0, ""};
      if (item.kind == ItemKind::note) {
        bool is_cut = false;
        TRY_ASSIGN(auto content, m_record.open_version(version));
        TRY_ASSIGN(earlier.text, read_text(*content, kMostEarlierText, is_cut));
      }
      m_questions.earlier.push_back(std::move(earlier));
    }
    return {};
  }

  // Looks up when the earlier ones from this one on were said.
  Result<void> look_up_days(std::size_t first) {
    for (std::size_t i = first; i < m_questions.earlier.size(); ++i) {
      CopyQuestions::Earlier& earlier = m_questions.earlier[i];
      TRY_ASSIGN(const std::string line, m_record.log().entry_line(earlier.entry));
      TRY_ASSIGN(const Entry entry, parse_entry(line));
      earlier.said_at = entry.utc_seconds;
    }
    return {};
  }

  Record& m_record;
  const SnapshotRequest& m_request;
  std::set<ItemNumber> m_chosen;
  std::map<ItemNumber, std::vector<ItemNumber>> m_notes;  // by the item beside which they stand
  std::set<std::string> m_people;
  CopyQuestions m_questions;
};

}  // namespace

Result<CopyQuestions> copy_questions(Record& record, const SnapshotRequest& request) {
  return Asking(record, request).ask();
}

Result<std::vector<ItemNumber>> exports_of(Record& record, const Item& conversation) {
  std::set<ItemNumber> exports;
  for (const ItemVersion& version : conversation.versions) {
    TRY_ASSIGN(const auto reading, record.open_version(version));
    ReadingLines lines(*reading);
    const auto head = lines.head();
    if (!head) return Error{ErrorCode::damaged, "item " + item_text(conversation.number)};
    for (const ReadingSource& source : head->sources) {
      TRY_ASSIGN(const auto items, record.items_with(source.sha256));
      if (!items.empty()) exports.insert(items.front());
    }
  }
  return std::vector<ItemNumber>(exports.begin(), exports.end());
}

bool may_hold_place(const Item& item, const std::optional<KnownFile>& known) {
  if (known && known->facts) return known->facts->holds_place;
  const ItemVersion& newest = item.newest();
  if (item.kind != ItemKind::file || newest.content.facts.size == 0 || !says_of_itself(newest.media)) return false;
  // A film that was looked at and says nothing is of a kind that says nothing. Every picture says something.
  return !known || shown_as(item.kind, newest.media) == ShownAs::picture;
}

Error not_decided(const CopyQuestions& open) {
  DAYBOOK_ASSERT(!open.is_decided());
  if (!open.notes.empty())
    return Error{ErrorCode::not_decided, "a note beside item " + item_text(open.notes.front().about)};
  if (!open.exports.empty())
    return Error{ErrorCode::not_decided, "the export of conversation " + item_text(open.exports.front().conversation)};
  return Error{ErrorCode::not_decided, "the place in item " + item_text(open.places.front())};
}

}  // namespace daybook::vault
