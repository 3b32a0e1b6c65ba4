#include "crypto/encoding.h"
#include "vault/record/message_tags.h"
#include "vault/record/outline.h"
#include "vault/record/record.h"
#include "vault/record/search_index.h"

namespace daybook::vault {

namespace {

constexpr std::size_t kMostNameBytes = 4096;

Result<void> check_answers(const Answers& answers) {
  for (const auto& [question, value] : answers) {
    if (!is_question(question)) return Error{ErrorCode::usage, "unknown question: " + question};
    const std::size_t most = question == question::kMessageTags ? kMostMessageTagsBytes : kMostAnswerBytes;
    if (value.size() > most) return Error{ErrorCode::too_large, "answer to " + question};
    if (!crypto::is_utf8(value)) return Error{ErrorCode::malformed, "answer to " + question};
  }
  return {};
}

}  // namespace

Result<EntryNumber> Record::append_about(LogWriter& log, const char* type, ItemNumber item,
                                         const std::optional<std::string>& opening, Json more) {
  EntryDraft draft{type, {item}, std::nullopt, std::move(more)};
  if (opening) draft.subject = crypto::Sha256::of(as_bytes(*opening));
  TRY_ASSIGN(const EntryNumber sequence, log.append(draft));
  if (opening) {
    TRY_ASSIGN(Statement insert, database().prepare("INSERT INTO openings (sequence, item, line) VALUES (?, ?, ?)"));
    TRY(insert.bind(sequence).bind(item).bind_blob(as_bytes(*opening)).run());
  }
  TRY_ASSIGN(Statement history, database().prepare("INSERT INTO item_entries (item, sequence) VALUES (?, ?)"));
  TRY(history.bind(item).bind(sequence).run());
  return sequence;
}

Result<void> Record::add_version(LogWriter& log, ItemNumber item, int number, const Addition& addition,
                                 std::int64_t content, const ContentFacts& facts, const Json& brought) {
  const ItemVersion version{number,
                            {},
                            {content, facts},
                            addition.media,
                            addition.name,
                            addition.name_bytes,
                            addition.modified,
                            addition.created,
                            addition.out_of};
  const std::string opening =
      make_opening(version_opening_members(item, addition.kind, addition.about, addition.on, version));
  const char* type = addition.kind == ItemKind::note ? entry_type::kNote : entry_type::kAdd;
  Json more = Json::object();
  if (!brought.is_null()) more["brought"] = brought;
  if (addition.messages) more["messages"] = to_json(*addition.messages);
  TRY_ASSIGN(const EntryNumber sequence, append_about(log, type, item, opening, std::move(more)));
  TRY_ASSIGN(Statement insert,
             database().prepare(
                 "INSERT INTO versions (item, version, sequence, content, media, name, name_bytes, modified, created) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  insert.bind(item).bind(number).bind(sequence).bind(content).bind(version.media).bind(version.name);
  if (version.name_bytes)
    insert.bind_blob(*version.name_bytes);
  else
    insert.bind_null();
  return insert.bind_optional(version.modified).bind_optional(version.created).run();
}

Result<AddOutcome> Record::add_within(LogWriter& log, const Addition& addition, StoredContent& content,
                                      const Json& brought) {
  TRY(check_answers(addition.answers));
  if (addition.name.size() > kMostNameBytes || !crypto::is_utf8(addition.name))
    return Error{ErrorCode::malformed, "name"};
  if (addition.about) TRY(require_present(*addition.about));
  AddOutcome outcome;
  bool was_known = false;
  TRY_ASSIGN(const std::int64_t content_id, insert_content(*m_vault, content, was_known));
  if (was_known) {
    TRY_ASSIGN(Statement same, database().prepare("SELECT min(item) FROM versions WHERE content = ?"));
    same.bind(content_id);
    TRY_ASSIGN(const bool found, same.step());
    if (found && !same.is_null(0)) outcome.same_content = same.number<ItemNumber>(0);
    if (outcome.same_content && !addition.keep_twice) {
      outcome.item = *outcome.same_content;
      outcome.added = false;
      return outcome;
    }
  }
  TRY_ASSIGN(Statement insert, database().prepare("INSERT INTO items (kind, about, added_at) VALUES (?, ?, ?)"));
  TRY(insert.bind(to_text(addition.kind)).bind_optional(addition.about).bind(log.now().utc_seconds).run());
  outcome.item = database().last_number<ItemNumber>();
  TRY(add_version(log, outcome.item, 1, addition, content_id, content.facts(), brought));
  TRY(answer_within(log, outcome.item, addition.answers));
  if (addition.outline != nullptr) TRY(store_outline(database(), outcome.item, *addition.outline));
  TRY(index_item(*this, outcome.item));
  return outcome;
}

Result<AddOutcome> Record::add(const Addition& addition, StoredContent content) {
  TRY_ASSIGN(auto log, write());
  TRY_ASSIGN(const AddOutcome outcome, add_within(*log, addition, content));
  if (!outcome.added) return outcome;  // the transaction is rolled back, and `content` removes its object
  if (!outcome.same_content) content.leave_to_record();
  TRY(log->commit());
  return outcome;
}

Result<AddOutcome> Record::add_text(const Addition& addition, std::string_view text) {
  TRY_ASSIGN(const auto outcomes, add_texts({{addition, std::string(text)}}));
  return outcomes[0];
}

Result<std::vector<AddOutcome>> Record::add_texts(const std::vector<std::pair<Addition, std::string>>& additions) {
  std::vector<StoredContent> contents;
  for (const auto& [addition, text] : additions) {
    if (text.empty()) return Error{ErrorCode::usage, "there are no words to keep"};
    if (!crypto::is_utf8(text)) return Error{ErrorCode::malformed, "the words are not readable text (UTF-8)"};
    TRY_ASSIGN(auto content, store_bytes(*m_vault, as_bytes(text)));
    contents.push_back(std::move(content));
  }
  TRY_ASSIGN(auto log, write());
  std::vector<AddOutcome> outcomes;
  for (std::size_t i = 0; i < additions.size(); ++i) {
    Addition addition = additions[i].first;
    addition.media = kUtf8Text;
    TRY_ASSIGN(const AddOutcome outcome, add_within(*log, addition, contents[i]));
    outcomes.push_back(outcome);
  }
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (!outcomes[i].same_content) contents[i].leave_to_record();
  }
  TRY(log->commit());
  return outcomes;
}

Result<int> Record::rewrite_note(ItemNumber number, std::string_view text) {
  if (text.empty()) return Error{ErrorCode::usage, "there are no words to keep"};
  if (!crypto::is_utf8(text)) return Error{ErrorCode::malformed, "the words are not readable text (UTF-8)"};
  TRY_ASSIGN(const Item note, item(number));
  if (note.removed) return Error{ErrorCode::not_found, "item " + item_text(number) + " was removed"};
  if (note.kind != ItemKind::note)
    return Error{ErrorCode::usage, "item " + item_text(number) + " is not a note: originals never change"};
  TRY_ASSIGN(auto content, store_bytes(*m_vault, as_bytes(text)));
  TRY_ASSIGN(auto log, write());
  Addition addition;
  addition.kind = ItemKind::note;
  addition.about = note.about;
  addition.on = note.on;
  addition.media = note.newest().media;
  addition.name = note.newest().name;
  TRY_ASSIGN(const int version, add_newest(*log, note, addition, content));
  TRY(log->commit());
  return version;
}

// Adds a version behind the newest one. When it returns without an error, the content belongs to the record.
Result<int> Record::add_newest(LogWriter& log, const Item& item, const Addition& addition, StoredContent& content) {
  bool was_known = false;
  TRY_ASSIGN(const std::int64_t content_id, insert_content(*m_vault, content, was_known));
  const int version = item.newest().number + 1;
  TRY(add_version(log, item.number, version, addition, content_id, content.facts()));
  if (addition.outline != nullptr) TRY(store_outline(database(), item.number, *addition.outline));
  TRY(index_item(*this, item.number));
  if (!was_known) content.leave_to_record();
  return version;
}

Result<int> Record::add_reading(ItemNumber number, const Addition& addition, StoredContent reading) {
  DAYBOOK_ASSERT(addition.kind == ItemKind::conversation && addition.messages && addition.outline != nullptr);
  TRY(require_present(number));
  TRY_ASSIGN(const Item conversation, item(number));
  if (conversation.kind != ItemKind::conversation)
    return Error{ErrorCode::usage, "item " + item_text(number) + " is no conversation"};
  TRY_ASSIGN(auto log, write());
  TRY_ASSIGN(const int version, add_newest(*log, conversation, addition, reading));
  TRY(log->commit());
  return version;
}

Result<void> Record::answer_within(LogWriter& log, ItemNumber item, const Answers& answers) {
  for (const auto& [question, value] : answers) {
    TRY_ASSIGN(Statement newest,
               database().prepare("SELECT coalesce(max(version), 0) FROM answers WHERE item = ? AND question = ?"));
    newest.bind(item).bind(question);
    TRY(newest.step());
    const ItemAnswer answer{question, static_cast<int>(newest.integer(0)) + 1, {}, value};
    TRY_ASSIGN(const EntryNumber sequence,
               append_about(log, entry_type::kAnswer, item, make_opening(answer_opening_members(item, answer))));
    TRY_ASSIGN(
        Statement insert,
        database().prepare("INSERT INTO answers (item, question, version, sequence, value) VALUES (?, ?, ?, ?, ?)"));
    TRY(insert.bind(item).bind(question).bind(answer.version).bind(sequence).bind(value).run());
  }
  return {};
}

Result<void> Record::answer(ItemNumber item, const Answers& answers) {
  TRY(check_answers(answers));
  TRY(require_present(item));
  TRY_ASSIGN(auto log, write());
  TRY(answer_within(*log, item, answers));
  TRY(index_item(*this, item));
  return log->commit();
}

Result<void> Record::remove(ItemNumber number) {
  TRY_ASSIGN(const Item item, this->item(number));
  if (item.removed) return Error{ErrorCode::not_found, "item " + item_text(number) + " was removed before"};
  TRY_ASSIGN(auto log, write());
  TRY(append_about(*log, entry_type::kRemove, number, std::nullopt));
  for (const char* sql : {"DELETE FROM openings WHERE item = ?", "DELETE FROM versions WHERE item = ?",
                          "DELETE FROM answers WHERE item = ?", "UPDATE items SET removed = 1 WHERE id = ?"}) {
    TRY_ASSIGN(Statement statement, database().prepare(sql));
    TRY(statement.bind(number).run());
  }
  TRY(forget_in_index(database(), number));
  TRY(forget_outline(database(), number));
  for (const ItemVersion& version : item.versions) TRY(release_content(*m_vault, version.content.id));
  TRY(log->commit());
  // A failure here is no error: the item is removed, and files that are left go when the record is opened next.
  (void)settle_pending_objects(*m_vault);
  return {};
}

Result<void> Record::require_present(ItemNumber item) {
  TRY_ASSIGN(Statement statement, database().prepare("SELECT removed FROM items WHERE id = ?"));
  statement.bind(item);
  TRY_ASSIGN(const bool found, statement.step());
  if (!found) return Error{ErrorCode::not_found, "item " + item_text(item)};
  if (statement.integer(0) != 0) return Error{ErrorCode::not_found, "item " + item_text(item) + " was removed"};
  return {};
}

}  // namespace daybook::vault
