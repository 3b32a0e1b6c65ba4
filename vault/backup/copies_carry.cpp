#include "vault/backup/copies_carry.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "vault/record/opened_entry.h"

namespace daybook::vault {
namespace {

Json texts_of(const std::vector<ItemNumber>& items) {
  Json texts = Json::array();
  for (const ItemNumber item : items) texts.push_back(item_text(item));
  return texts;
}

class CopiesCarrier {
 public:
  CopiesCarrier(Record& into, LogWriter& log, const NewNumbers& numbers, const BroughtBy& brought_by)
      : m_database(into.vault().database()), m_log(log), m_numbers(numbers), m_brought_by(brought_by) {}

  Result<void> carry(const CopyMade& copy, const std::string& tag_digest) {
    const std::string description = to_canonical(describe(copy));
    TRY(insert_row(copy, description, tag_digest));
    if (copy.state != CopyMade::State::finished) return append_unfinished(copy);
    Json members{{"bundle", copy.bundle}, {"description", description}};
    if (copy.items) {
      members["items"] = texts_of(here(*copy.items));
      members["items_in_copy"] = texts_of(copy.items_in_copy.empty() ? *copy.items : copy.items_in_copy);
    }
    if (!copy.files.empty()) members["files"] = copy.files;
    if (!copy.receipt.empty()) members["receipt"] = copy.receipt;
    if (!copy.key_words.empty()) members["key_words"] = copy.key_words;
    EntryDraft draft = draft_of(entry_type::kExport, m_entries[copy.bundle]);
    draft.more["bundle"] = copy.bundle;
    draft.more["tagmanifest_sha512"] = tag_digest;
    TRY(append_opened(m_database, m_log, std::move(draft), members));
    return {};
  }

  // Every answer to whether a copy was given, under its own number and version.
  Result<void> carry_answer(const CopyRows::Said& said) {
    Json members = said.opening;
    members.erase("salt");
    TRY(append_opened(m_database, m_log, draft_of(entry_type::kHandOver, said.entry.sequence), members));
    return {};
  }

  void learn_entry(const std::string& bundle, EntryNumber sequence) { m_entries[bundle] = sequence; }

 private:
  EntryDraft draft_of(const char* type, const std::optional<EntryNumber>& old) const {
    EntryDraft draft{type, {}, std::nullopt, Json::object()};
    const Json brought = old ? m_brought_by(*old) : Json(nullptr);
    if (!brought.is_null()) draft.more["brought"] = brought;
    return draft;
  }

  std::vector<ItemNumber> here(const std::vector<ItemNumber>& items) const {
    std::vector<ItemNumber> found;
    for (const ItemNumber item : items) {
      if (const auto number = m_numbers.find(item); number != m_numbers.end()) found.push_back(number->second);
    }
    return found;
  }

  Json describe(const CopyMade& copy) const {
    Json description{{"purpose", copy.purpose}, {"to", copy.recipient}};
    if (copy.is_locked) description["locked"] = *copy.is_locked;
    if (copy.items) description["items"] = texts_of(here(*copy.items));
    std::map<ItemNumber, std::vector<MessageRun>> parts;
    for (const auto& [conversation, runs] : copy.parts) {
      if (const auto number = m_numbers.find(conversation); number != m_numbers.end()) parts[number->second] = runs;
    }
    if (!parts.empty()) description["parts"] = parts_json(parts);
    return description;
  }

  Result<void> insert_row(const CopyMade& copy, const std::string& description, const std::string& tag_digest) {
    const bool is_finished = copy.state == CopyMade::State::finished;
    TRY_ASSIGN(Statement insert, m_database.prepare("INSERT INTO exports (bundle, state, target, started_at, number, "
                                                    "description, tagmanifest_sha512) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(copy.bundle).bind(is_finished ? "done" : "unfinished").bind(copy.folder).bind(copy.started_at);
    const auto digest = crypto::from_hex(tag_digest);
    return insert.bind(copy.number).bind(description).bind_blob(digest ? *digest : Bytes()).run();
  }

  Result<void> append_unfinished(const CopyMade& copy) {
    EntryDraft draft = draft_of(entry_type::kExportUnfinished, std::nullopt);
    draft.more["bundle"] = copy.bundle;
    TRY(m_log.append(draft));
    return {};
  }

  Database& m_database;
  LogWriter& m_log;
  const NewNumbers& m_numbers;
  const BroughtBy& m_brought_by;
  std::map<std::string, std::optional<EntryNumber>> m_entries;  // the old `export` entries, by UUID
};

// Makes rows of copies whose own could not be read and of which an entry tells.
void add_rows_of_entries(CopyRows& found) {
  for (const CopyRows::Said& said : found.said) {
    if (said.entry.type != entry_type::kExport) continue;
    CopyMade copy;
    copy.state = CopyMade::State::finished;
    copy.bundle = text_member(said.opening, "bundle").value_or("");
    if (copy.bundle.empty() || found.descriptions.contains(copy.bundle)) continue;
    copy.number = found.rows.empty() ? 1 : found.rows.back().number + 1;
    copy.started_at = said.entry.utc_seconds;
    take_description(copy, text_member(said.opening, "description").value_or(""));
    found.descriptions[copy.bundle] = "";
    found.tag_digests[copy.bundle] = text_member(said.entry.json, "tagmanifest_sha512").value_or("");
    found.rows.push_back(std::move(copy));
  }
}

}  // namespace

Result<std::size_t> carry_copies(Record& into, const CopyRows& read, const NewNumbers& numbers,
                                 const BroughtBy& brought_by) {
  CopyRows found = read;
  add_rows_of_entries(found);
  if (found.rows.empty()) return std::size_t{0};
  TRY_ASSIGN(auto log, into.write());
  CopiesCarrier carrier(into, *log, numbers, brought_by);
  for (const CopyRows::Said& said : found.said) {
    if (said.entry.type == entry_type::kExport)
      carrier.learn_entry(text_member(said.opening, "bundle").value_or(""), said.entry.sequence);
  }
  std::vector<CopyMade> copies = copies_of(found);
  std::reverse(copies.begin(), copies.end());  // oldest first, as they were made
  for (const CopyMade& copy : copies) TRY(carrier.carry(copy, found.tag_digests.at(copy.bundle)));
  for (const CopyRows::Said& said : found.said) {
    const std::string bundle = text_member(said.opening, "bundle").value_or("");
    if (said.entry.type == entry_type::kHandOver && found.descriptions.contains(bundle))
      TRY(carrier.carry_answer(said));
  }
  TRY(log->commit());
  return copies.size();
}

}  // namespace daybook::vault
