#include "vault/bundle/snapshot.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/encoding.h"
#include "vault/intake/media_type.h"
#include "vault/store/copy_stream.h"

namespace daybook::vault {
namespace {

// The path of an original in a copy: data/000123.jpg, and data/000123-v1.txt for an earlier version of a note.
std::string data_path(const Item& item, const ItemVersion& version) {
  const std::string suffix = version.number == item.newest().number ? "" : fmt::format("-v{}", version.number);
  return fmt::format("{}{}{}.{}", copy_path::kData, item_text(item.number), suffix, ending_for(version.media));
}

class SnapshotTaker {
 public:
  SnapshotTaker(Record& record, const SnapshotRequest& request, const CopyTicket& ticket)
      : m_record(record), m_log(record.log()), m_request(request), m_ticket(ticket) {}

  Result<CopySnapshot> take(const std::vector<crypto::AgeRecipient>& recipients) {
    const LogIdentity& log = m_record.keys().log;
    TRY_ASSIGN(const crypto::Checkpoint head, crypto::open_checkpoint(m_ticket.head.note, log.verifier()));
    SealFacts seal{m_ticket.bundle,   m_record.record_id(),
                   m_ticket.number,   format_utc(m_ticket.started.utc_seconds),
                   m_request.purpose, {},
                   log.origin,        {head.size, head.root},
                   std::nullopt};
    for (const auto& recipient : recipients) seal.recipients.push_back(recipient_hash(seal.bundle, recipient));
    std::sort(seal.recipients.begin(), seal.recipients.end());
    CopySnapshot snapshot{
        std::move(seal), {}, m_ticket.head.note, log.verifier().to_text(), m_record.keys().root_public(), {}};
    m_snapshot = &snapshot;
    TRY(add_consistency());
    for (const EarlierLog& earlier : m_record.keys().earlier_logs) TRY(disclose(earlier.entry, false));
    for (const ItemNumber number : m_request.items) m_chosen.insert(number);
    for (const ItemNumber number : m_chosen) TRY(add_item(number));
    return snapshot;
  }

 private:
  Result<void> add_consistency() {
    if (!m_ticket.previous_checkpoint) return {};
    TRY_ASSIGN(const crypto::Checkpoint previous, m_record.keys().open_checkpoint(*m_ticket.previous_checkpoint));
    m_snapshot->seal.previous = LogHead{previous.size, previous.root};
    TRY_ASSIGN(auto path, crypto::prove_consistency(previous.size, m_ticket.head.size, m_log.lookup()));
    m_snapshot->log_files[copy_path::consistency(previous.size)] =
        crypto::ConsistencyProof{previous.size, std::move(path), m_ticket.head.note}.to_text();
    return {};
  }

  // Puts an entry and its path to the head into the copy. Its opening goes with it only where all that the entry stands
  // for is handed over.
  Result<Entry> disclose(EntryNumber sequence, bool with_opening) {
    TRY_ASSIGN(const std::string line, m_log.entry_line(sequence));
    TRY_ASSIGN(Entry entry, parse_entry(line));
    // No item's history names an entry that must stay home. Where a damaged record's does, no copy is made.
    if (stays_home(entry.type)) return Error{ErrorCode::damaged, "log entry " + entry_text(sequence)};
    TRY_ASSIGN(auto path, crypto::prove_inclusion(leaf_index(sequence), m_ticket.head.size, m_log.lookup()));
    m_snapshot->log_files[copy_path::entry(sequence)] = line;
    m_snapshot->log_files[copy_path::proof(sequence)] =
        crypto::TlogProof{leaf_index(sequence), std::move(path), m_ticket.head.note}.to_text();
    if (with_opening) {
      TRY_ASSIGN(const auto opening, m_record.opening(sequence));
      if (!opening) return Error{ErrorCode::damaged, "log entry " + entry_text(sequence)};
      m_snapshot->log_files[copy_path::opening(sequence)] = *opening;
    }
    return entry;
  }

  Result<void> add_item(ItemNumber number) {
    CopyItem copy;
    TRY_ASSIGN(copy.item, m_record.item(number));
    if (copy.item.removed) return Error{ErrorCode::not_found, "item " + item_text(number) + " was removed"};
    std::set<EntryNumber> disclosed, hidden;
    for (const ItemVersion& version : copy.item.versions) {
      if (!m_request.all_versions && version.number != copy.item.newest().number) continue;
      TRY_ASSIGN(Entry entry, disclose(version.sequence, true));
      disclosed.insert(version.sequence);
      copy.versions.push_back({version, data_path(copy.item, version), std::move(entry)});
    }
    for (const ItemAnswer& answer : copy.item.answers) {
      if (answer.question == question::kTags)
        hidden.insert(answer.sequence);
      else if (is_current(copy.item, answer)) {
        TRY(disclose(answer.sequence, true));
        disclosed.insert(answer.sequence);
        copy.answers.push_back(answer);
      }
    }
    for (const EntryNumber sequence : copy.item.history) {
      if (leaf_index(sequence) >= m_ticket.head.size || hidden.contains(sequence)) continue;
      TRY_ASSIGN(const std::string line, m_log.entry_line(sequence));
      TRY_ASSIGN(Entry entry, parse_entry(line));
      // An entry that also names items outside of this copy stays out, for it would tell that they exist.
      if (!std::all_of(entry.items.begin(), entry.items.end(),
                       [&](ItemNumber item) { return m_chosen.contains(item); }))
        continue;
      if (!disclosed.contains(sequence)) TRY(disclose(sequence, false));
      copy.history.push_back(std::move(entry));
    }
    TRY(add_text(copy));
    TRY_ASSIGN(auto known, m_record.picture(copy.item.newest().content));
    if (known) copy.picture = std::move(known->facts);
    m_snapshot->items.push_back(std::move(copy));
    return {};
  }

  static bool is_current(const Item& item, const ItemAnswer& answer) {
    for (const ItemAnswer& other : item.answers) {
      if (other.question == answer.question && other.version > answer.version) return false;
    }
    return !answer.value.empty();
  }

  Result<void> add_text(CopyItem& copy) {
    if (copy.item.kind == ItemKind::file) return {};
    TRY_ASSIGN(auto content, m_record.open_version(copy.versions.back().version));
    TRY_ASSIGN(copy.text, read_text(*content, kMostReportText, copy.text_is_cut));
    return {};
  }

  Record& m_record;
  CustodyLog m_log;
  const SnapshotRequest& m_request;
  const CopyTicket& m_ticket;
  CopySnapshot* m_snapshot = nullptr;
  std::set<ItemNumber> m_chosen;
};

Json recorded_json(const Entry& entry) {
  return Json{{"time", format_utc(entry.utc_seconds)}, {"offset", entry.offset_minutes}};
}

Json version_json(const CopyItem& copy, const CopyVersion& version) {
  // The members are those of the opening, so that a checker can compare the two.
  Json json = version_opening_members(copy.item.number, copy.item.kind, copy.item.about, version.version);
  json.erase("item");
  json.erase("kind");
  json.erase("about");
  json["path"] = version.path.substr(4);  // relative to the bag
  json["entry"] = version.version.sequence;
  json["recorded"] = recorded_json(version.entry);
  return json;
}

// The times of an item, by who says them: the file, the keeper, the record, and outside time-stamps, of which there are
// none. They are kept apart because they are worth different things.
Json times_json(const CopyItem& copy, const Answers& answers) {
  const ItemVersion& newest = copy.versions.back().version;
  Json says = Json::object();
  if (newest.modified) says["file_modified"] = format_utc(*newest.modified);
  if (newest.created) says["file_created"] = format_utc(*newest.created);
  if (copy.picture && copy.picture->taken) says["taken"] = *copy.picture->taken;
  const auto when = answers.find(question::kWhen);
  Json times{{"says", says}, {"attested", Json::array()}};
  times["keeper"] = when == answers.end() ? Json(nullptr) : Json(when->second);
  times["recorded"] = recorded_json(copy.versions.front().entry);
  return times;
}

Json item_json(const CopyItem& copy) {
  Answers answers;
  Json json{{"item", item_text(copy.item.number)},
            {"kind", to_text(copy.item.kind)},
            {"derived_from", nullptr},
            {"covered", nullptr}};
  json["about"] = copy.item.about ? Json(item_text(*copy.item.about)) : Json(nullptr);
  json["answers"] = Json::array();
  for (const ItemAnswer& answer : copy.answers) {
    answers[answer.question] = answer.value;
    json["answers"].push_back({{"question", answer.question},
                               {"answer", answer.value},
                               {"version", answer.version},
                               {"entry", answer.sequence}});
  }
  const auto exhibit = answers.find(question::kExhibit);
  json["exhibit"] = exhibit == answers.end() ? Json(nullptr) : Json(exhibit->second);
  json["times"] = times_json(copy, answers);
  // The list says only that a picture holds a place, not which: the place itself stands in the original.
  json["picture"] = nullptr;
  if (copy.picture)
    json["picture"] = {{"width", copy.picture->width},
                       {"height", copy.picture->height},
                       {"place_in_file", copy.picture->place.has_value()}};
  json["versions"] = Json::array();
  for (const CopyVersion& version : copy.versions) json["versions"].push_back(version_json(copy, version));
  json["versions_kept"] = copy.item.versions.size();
  json["history"] = Json::array();
  for (const Entry& entry : copy.history) json["history"].push_back(entry.sequence);
  return json;
}

}  // namespace

Result<CopySnapshot> take_snapshot(Record& record, const SnapshotRequest& request, const CopyTicket& ticket,
                                   const std::vector<crypto::AgeRecipient>& recipients) {
  return SnapshotTaker(record, request, ticket).take(recipients);
}

Result<CopySnapshot> preview_snapshot(Record& record, const SnapshotRequest& request) {
  CopyTicket none{};
  TRY_ASSIGN(none.head, record.log().head());
  TRY_ASSIGN(CopySnapshot snapshot, take_snapshot(record, request, none, {}));
  snapshot.seal = SealFacts{};
  snapshot.seal.purpose = request.purpose;
  return snapshot;
}

// The list of items names every version by its digest, every answer, and every log entry about an item. So two previews
// with the same purpose and the same list show a reader the same.
SeenPreview::SeenPreview(const CopySnapshot& preview)
    : m_digest(crypto::Sha256::of(as_bytes(preview.seal.purpose + "\n" + items_json(preview)))) {
  DAYBOOK_ASSERT(preview.is_preview());
}

std::string items_json(const CopySnapshot& snapshot) {
  Json items = Json::array();
  for (const CopyItem& copy : snapshot.items) items.push_back(item_json(copy));
  return to_canonical(Json{{"v", 1}, {"items", items}});
}

}  // namespace daybook::vault
