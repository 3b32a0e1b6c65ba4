#include "vault/record/copies_made.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "vault/log/clock.h"
#include "vault/record/opened_entry.h"

namespace daybook::vault {
namespace {

// Digits of a UUID that tell a copy from all others of a record; a name of a copy's file has as many.
constexpr std::size_t kLeastDigits = 8;
constexpr std::string_view kStem = "copy-";

std::optional<CopyMade::State> parse_state(std::string_view text) {
  if (text == "pending") return CopyMade::State::being_made;
  if (text == "done") return CopyMade::State::finished;
  if (text == "unfinished") return CopyMade::State::unfinished;
  return std::nullopt;
}

std::optional<std::vector<ItemNumber>> items_member(const Json& object, const char* name) {
  if (!object.is_object() || !object.contains(name) || !object[name].is_array()) return std::nullopt;
  std::vector<ItemNumber> items;
  for (const Json& member : object[name]) {
    const auto item = member.is_string() ? parse_item(member.get<std::string>()) : std::nullopt;
    if (!item) return std::nullopt;
    items.push_back(*item);
  }
  return items;
}

// Of a description that is not understood, none.
std::map<ItemNumber, std::vector<MessageRun>> parts_member(const Json& object) {
  std::map<ItemNumber, std::vector<MessageRun>> parts;
  if (!object.contains("parts") || !object["parts"].is_object()) return {};
  for (const auto& [name, runs] : object["parts"].items()) {
    const auto item = parse_item(name);
    if (!item || !runs.is_array()) return {};
    for (const Json& run : runs) {
      const bool is_run =
          run.is_array() && run.size() == 2 && run[0].is_number_unsigned() && run[1].is_number_unsigned();
      if (!is_run) return {};
      parts[*item].push_back({run[0].get<std::uint64_t>(), run[1].get<std::uint64_t>()});
    }
  }
  return parts;
}

// What the `export` entry of a finished copy stands for. Openings that a program of before wrote have only the items.
void take_export(CopyMade& copy, const Json& opening) {
  if (auto items = items_member(opening, "items")) copy.items = std::move(items);
  if (auto items = items_member(opening, "items_in_copy")) copy.items_in_copy = std::move(*items);
  copy.receipt = text_member(opening, "receipt").value_or("");
  copy.key_words = text_member(opening, "key_words").value_or("");
  if (!opening.contains("files") || !opening["files"].is_array()) return;
  for (const Json& name : opening["files"]) {
    if (name.is_string()) copy.files.push_back(name.get<std::string>());
  }
}

// When an entry was made. One that a salvage brought along says when the old one was.
std::int64_t said_at(const Entry& entry) {
  const auto before = entry.json.contains("brought") ? text_member(entry.json["brought"], "time") : std::nullopt;
  const auto time = before ? parse_utc(*before) : std::nullopt;
  return time ? *time : entry.utc_seconds;
}

Result<CopyRows> load_all(Database& database) {
  CopyRows found;
  TRY(load_copy_rows(database, found));
  TRY(load_copy_openings(database, found));
  return found;
}

// The members of an opening that says whether a copy was given. A hand-over has a number of its own, because one can be
// of something that is no copy.
Json hand_over_members(const std::vector<CopyRows::Said>& said, const std::string& bundle, Given given) {
  std::int64_t number = 0, highest = 0, version = 0;
  for (const CopyRows::Said& one : said) {
    if (one.entry.type != entry_type::kHandOver) continue;
    const std::int64_t of = integer_member(one.opening, "hand_over").value_or(0);
    highest = std::max(highest, of);
    if (text_member(one.opening, "bundle") != bundle) continue;
    number = of;
    version = std::max(version, integer_member(one.opening, "version").value_or(0));
  }
  return {{"hand_over", number > 0 ? number : highest + 1},
          {"version", version + 1},
          {"bundle", bundle},
          {"given", to_text(given)}};
}

}  // namespace

const char* to_text(Given given) {
  switch (given) {
    case Given::not_said:
      return "";
    case Given::yes:
      return "yes";
    case Given::no:
      return "no";
  }
  return "";
}

std::optional<Given> parse_given(std::string_view text) {
  for (const Given given : {Given::not_said, Given::yes, Given::no}) {
    if (text == to_text(given)) return given;
  }
  return std::nullopt;
}

bool CopyMade::has(ItemNumber item) const {
  return items && std::find(items->begin(), items->end(), item) != items->end();
}

void take_description(CopyMade& copy, const std::string& text) {
  const auto said = parse_json(text);
  if (!said || !said->is_object()) return;
  copy.purpose = text_member(*said, "purpose").value_or("");
  copy.recipient = text_member(*said, "to").value_or("");
  if (said->contains("locked") && (*said)["locked"].is_boolean()) copy.is_locked = (*said)["locked"].get<bool>();
  copy.items = items_member(*said, "items");
  copy.parts = parts_member(*said);
}

Json parts_json(const std::map<ItemNumber, std::vector<MessageRun>>& parts) {
  Json all = Json::object();
  for (const auto& [conversation, runs] : parts) {
    Json& part = all[item_text(conversation)] = Json::array();
    for (const MessageRun& run : runs) part.push_back(Json::array({run.first, run.last}));
  }
  return all;
}

Result<void> load_copy_rows(Database& database, CopyRows& found) {
  TRY_ASSIGN(Statement rows, database.prepare("SELECT bundle, state, target, started_at, number, description, "
                                              "tagmanifest_sha512 FROM exports ORDER BY number, started_at"));
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return {};
    CopyMade copy;
    copy.bundle = rows.text(0);
    const auto state = parse_state(rows.text(1));
    if (!state) return Error{ErrorCode::damaged, "a copy that was made"};
    copy.state = *state;
    copy.folder = rows.text(2);
    copy.started_at = rows.integer(3);
    copy.number = rows.integer(4);
    take_description(copy, rows.text(5));
    found.descriptions[copy.bundle] = rows.text(5);
    found.tag_digests[copy.bundle] = crypto::to_hex(rows.blob(6));
    found.rows.push_back(std::move(copy));
  }
}

// An opening that belongs to no item is that of a fact, of a person or of a copy, so they are few.
Result<void> load_copy_openings(Database& database, CopyRows& found) {
  TRY_ASSIGN(Statement rows,
             database.prepare("SELECT e.line, o.line FROM openings o JOIN entries e ON e.sequence = o.sequence WHERE "
                              "o.item IS NULL ORDER BY o.sequence"));
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return {};
    auto entry = parse_entry(as_text(rows.blob(0)));
    if (!entry || !tells_of_copies(entry->type)) continue;
    auto opening = parse_json(as_text(rows.blob(1)));
    if (opening && opening->is_object()) found.said.push_back({std::move(*entry), std::move(*opening)});
  }
}

std::vector<CopyMade> copies_of(const CopyRows& found) {
  std::map<std::string, CopyMade> by_bundle;
  for (const CopyMade& copy : found.rows) by_bundle[copy.bundle] = copy;
  for (const CopyRows::Said& said : found.said) {
    const auto copy = by_bundle.find(text_member(said.opening, "bundle").value_or(""));
    if (copy == by_bundle.end()) continue;
    if (said.entry.type == entry_type::kExport) take_export(copy->second, said.opening);
    const auto given = said.entry.type == entry_type::kHandOver
                           ? parse_given(text_member(said.opening, "given").value_or(""))
                           : std::nullopt;
    if (!given) continue;
    copy->second.given = *given;
    copy->second.given_noted_at = said_at(said.entry);
  }
  std::vector<CopyMade> copies;
  for (auto& [bundle, copy] : by_bundle) copies.push_back(std::move(copy));
  std::sort(copies.begin(), copies.end(), [](const CopyMade& a, const CopyMade& b) { return a.number > b.number; });
  return copies;
}

Result<std::vector<CopyMade>> copies_made(Record& record) {
  TRY_ASSIGN(const CopyRows found, load_all(record.vault().database()));
  return copies_of(found);
}

Result<std::vector<CopyMade>> copies_with(Record& record, ItemNumber item) {
  TRY_ASSIGN(auto copies, copies_made(record));
  std::erase_if(copies,
                [item](const CopyMade& copy) { return copy.state != CopyMade::State::finished || !copy.has(item); });
  return copies;
}

Result<CopyMade> copy_made(Record& record, std::string_view digits) {
  const std::string as_typed(digits);
  if (digits.starts_with(kStem)) digits.remove_prefix(kStem.size());
  if (digits.size() < kLeastDigits) return Error{ErrorCode::usage, "eight digits of a copy at least: " + as_typed};
  TRY_ASSIGN(auto copies, copies_made(record));
  std::erase_if(copies, [&](const CopyMade& copy) { return !copy.bundle.starts_with(digits); });
  if (copies.empty()) return Error{ErrorCode::not_found, "copy " + as_typed};
  if (copies.size() > 1) return Error{ErrorCode::usage, "several copies begin so: " + as_typed};
  return std::move(copies.front());
}

Result<void> note_given(Record& record, const std::string& bundle, Given given) {
  Database& database = record.vault().database();
  TRY_ASSIGN(const CopyRows found, load_all(database));
  const auto copies = copies_of(found);
  const auto copy = std::find_if(copies.begin(), copies.end(), [&](const auto& one) { return one.bundle == bundle; });
  if (copy == copies.end()) return Error{ErrorCode::not_found, "copy " + bundle};
  if (copy->state != CopyMade::State::finished) return Error{ErrorCode::usage, "this copy was not finished"};
  if (copy->given == given) return {};
  TRY_ASSIGN(auto log, record.write());
  EntryDraft draft{entry_type::kHandOver, {}, std::nullopt, Json::object()};
  TRY(append_opened(database, *log, std::move(draft), hand_over_members(found.said, bundle, given)));
  return log->commit();
}

bool tells_of_copies(std::string_view type) {
  return type == entry_type::kExport || type == entry_type::kExportUnfinished || type == entry_type::kHandOver;
}

namespace {

// Holds the rows of copies against the entries about them, in both directions.
class Comparison {
 public:
  Comparison(const CopyRows& found, const std::vector<Entry>& entries) : m_found(found), m_entries(entries) {
    for (const CopyRows::Said& said : found.said) m_openings[said.entry.sequence] = &said.opening;
  }

  std::vector<std::string> differences() {
    for (const Entry& entry : m_entries) compare_entry(entry);
    for (const CopyMade& copy : m_found.rows) {
      if (copy.state == CopyMade::State::finished && !m_exported.contains(copy.bundle))
        m_differences.push_back(name_of(copy.bundle) + " has no entry in the log");
      if (copy.state == CopyMade::State::unfinished && !m_abandoned.contains(copy.bundle))
        m_differences.push_back(name_of(copy.bundle) + " has no entry in the log that it was not finished");
    }
    return std::move(m_differences);
  }

 private:
  static std::string name_of(const std::string& bundle) { return "copy " + bundle; }

  void compare_entry(const Entry& entry) {
    const auto opening = m_openings.find(entry.sequence);
    if (entry.subject && opening == m_openings.end())
      m_differences.push_back("what log entry " + entry_text(entry.sequence) + " says of a copy is missing");
    const Json& names =
        entry.type == entry_type::kHandOver && opening != m_openings.end() ? *opening->second : entry.json;
    const std::string bundle = text_member(names, "bundle").value_or("");
    if (entry.type == entry_type::kExportUnfinished) m_abandoned.insert(bundle);
    if (entry.type == entry_type::kExport) m_exported.insert(bundle);
    const auto description = m_found.descriptions.find(bundle);
    const bool is_named = entry.type != entry_type::kHandOver || opening != m_openings.end();
    if (is_named && description == m_found.descriptions.end())
      m_differences.push_back(name_of(bundle) + " of log entry " + entry_text(entry.sequence) +
                              " is not there any more");
    else if (entry.type == entry_type::kExport && !agrees(entry, opening, bundle, description->second))
      m_differences.push_back(name_of(bundle) + " differs from its log entry " + entry_text(entry.sequence));
  }

  using Openings = std::map<EntryNumber, const Json*>;
  bool agrees(const Entry& entry, Openings::const_iterator opening, const std::string& bundle,
              const std::string& description) const {
    if (opening == m_openings.end()) return true;  // that it is missing is told already
    const auto is_of = [&](const CopyMade& copy) { return copy.bundle == bundle; };
    const auto row = std::find_if(m_found.rows.begin(), m_found.rows.end(), is_of);
    // A copy whose files were taken back after its entry was written has no digest in its row.
    const bool is_finished = row != m_found.rows.end() && row->state == CopyMade::State::finished;
    return text_member(*opening->second, "bundle") == bundle &&
           text_member(*opening->second, "description") == description &&
           (!is_finished || text_member(entry.json, "tagmanifest_sha512") == m_found.tag_digests.at(bundle));
  }

  const CopyRows& m_found;
  const std::vector<Entry>& m_entries;
  Openings m_openings;
  std::set<std::string> m_exported, m_abandoned;
  std::vector<std::string> m_differences;
};

}  // namespace

Result<std::vector<std::string>> compare_copies_with_log(Database& database, const std::vector<Entry>& entries) {
  TRY_ASSIGN(const CopyRows found, load_all(database));
  return Comparison(found, entries).differences();
}

}  // namespace daybook::vault
