#include "vault/bundle/snapshot.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/encoding.h"
#include "vault/bundle/answers_at_home.h"
#include "vault/bundle/copy_questions.h"
#include "vault/bundle/copy_times.h"
#include "vault/bundle/entry_order.h"
#include "vault/intake/file_ending.h"
#include "vault/intake/media_type.h"
#include "vault/intake/text_pieces.h"
#include "vault/record/conversation.h"
#include "vault/store/copy_stream.h"

namespace daybook::vault {
namespace {

// The path of an original in a copy: data/000123.jpg, and data/000123-v1.txt for an earlier version of a note.
std::string data_path(const Item& item, const ItemVersion& version) {
  const std::string suffix = version.number == item.newest().number ? "" : fmt::format("-v{}", version.number);
  return fmt::format("{}{}{}.{}", copy_path::kData, item_text(item.number), suffix,
                     handed_over_ending(version.media, version.name));
}

class SnapshotTaker {
 public:
  SnapshotTaker(Record& record, const SnapshotRequest& request, const CopyTicket& ticket)
      : m_record(record), m_log(record.log()), m_request(request), m_ticket(ticket) {}

  Result<CopySnapshot> take(const std::vector<crypto::AgeRecipient>& recipients) {
    const LogIdentity& log = m_record.keys().log;
    TRY_ASSIGN(const crypto::Checkpoint head, crypto::open_checkpoint(m_ticket.head.note, log.verifier()));
    SealFacts seal{m_ticket.bundle,
                   m_record.record_id(),
                   m_ticket.number,
                   format_utc(m_ticket.started.utc_seconds),
                   m_request.purpose,
                   {},
                   log.origin,
                   {head.size, head.root},
                   std::nullopt,
                   {},
                   {}};
    for (const auto& recipient : recipients) seal.recipients.push_back(recipient_hash(seal.bundle, recipient));
    std::sort(seal.recipients.begin(), seal.recipients.end());
    CopySnapshot snapshot{
        std::move(seal), {}, {}, {}, m_ticket.head.note, log.verifier().to_text(), m_record.keys().root_public(), {}};
    m_snapshot = &snapshot;
    TRY(add_consistency());
    for (const EarlierLog& earlier : m_record.keys().earlier_logs) TRY(disclose(earlier.entry, false));
    m_chosen.insert(m_request.items.begin(), m_request.items.end());
    TRY_ASSIGN(m_notes, m_record.all_notes_beside());
    for (const ItemNumber number : m_chosen) TRY(add_item(number));
    if (!m_open.is_decided()) return not_decided(m_open);
    TRY(add_message_times(m_record, snapshot.items));
    const bool has_conversation = std::any_of(snapshot.items.begin(), snapshot.items.end(), [](const CopyItem& copy) {
      return copy.item.kind == ItemKind::conversation;
    });
    if (has_conversation) snapshot.seal.needs = {kNeedsMessages};
    TRY(add_clock());
    TRY(add_statement());
    mark_out_of_order(snapshot.items, snapshot.clock);
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
    m_disclosed.clear();
    m_hidden.clear();
    const auto part = m_request.parts.find(number);
    TRY(part == m_request.parts.end() ? add_versions(copy) : add_part(copy, part->second));
    if (copy.item.kind == ItemKind::conversation && !copy.part) TRY(require_exports(copy));
    TRY(add_answers(copy));
    TRY(add_history(copy));
    TRY_ASSIGN(auto known, m_record.known_file(copy.item.newest().content));
    if (may_hold_place(copy.item, known) && !m_request.places_accepted.contains(number))
      m_open.places.push_back(number);
    if (known) copy.says = std::move(known->facts);
    for (const ItemNumber note : m_notes[number]) {
      if (m_chosen.contains(note))
        copy.notes.push_back(note);
      else if (!m_request.notes_left_out.contains(note))
        m_open.notes.push_back({note, number});
    }
    m_snapshot->items.push_back(std::move(copy));
    return {};
  }

  bool stays_at_home(EntryNumber sequence) const {
    return m_request.newest_only || m_request.stays_home.contains(sequence);
  }

  Result<void> add_versions(CopyItem& copy) {
    for (const ItemVersion& version : copy.item.versions) {
      if (version.number != copy.item.newest().number && stays_at_home(version.sequence)) {
        m_hidden.insert(version.sequence);
        continue;
      }
      TRY_ASSIGN(Entry entry, disclose(version.sequence, true));
      m_disclosed.insert(version.sequence);
      CopyVersion added{copy.item.number, version, data_path(copy.item, version), std::move(entry), "", false};
      if (is_text(version.media)) {
        bool is_cut = false;
        TRY_ASSIGN(auto content, m_record.open_version(version));
        if (is_utf8_text(version.media)) {
          TRY_ASSIGN(added.first_words, read_text(*content, kMostFirstWords, is_cut));
        } else {
          TRY_ASSIGN(TextBeginning beginning, read_beginning(*content, kMostFirstWords));
          added.first_words = std::move(beginning.text);
        }
      }
      copy.versions.push_back(std::move(added));
    }
    return {};
  }

  // Of the newest reading some messages go along, and the entry by which they are proven. Earlier readings stay home.
  Result<void> add_part(CopyItem& copy, const std::vector<MessageRun>& runs) {
    if (copy.item.kind != ItemKind::conversation)
      return Error{ErrorCode::usage, "item " + item_text(copy.item.number) + " is no conversation"};
    const ItemNumber number = copy.item.number;
    TRY_ASSIGN(const auto exports, exports_of(m_record, copy.item));
    for (const ItemNumber exported : exports) {
      // With it everything would go out of which the copy says that only the number does.
      if (m_chosen.contains(exported))
        return Error{ErrorCode::usage, "item " + item_text(exported) +
                                           " has all messages of a conversation of which only some are chosen"};
    }
    for (const ItemVersion& version : copy.item.versions) m_hidden.insert(version.sequence);
    const ItemVersion& reading = copy.item.newest();
    m_hidden.erase(reading.sequence);
    TRY_ASSIGN(Entry entry, disclose(reading.sequence, false));
    m_disclosed.insert(reading.sequence);
    const auto messages = messages_of(entry);
    if (!messages) return Error{ErrorCode::damaged, "item " + item_text(number)};
    TRY_ASSIGN(const OpenedReading opened, open_reading(m_record, reading));
    TRY_ASSIGN(PartFacts facts, measure_part(*opened.reading, opened.sources.all(), reading.sequence, *messages, runs));
    m_snapshot->log_files[copy_path::messages(number)] = std::move(facts.tree);
    copy.reading = opened.id;
    copy.part = CopyPart{reading, runs, *messages, facts.bytes, copy_path::part_bytes(number)};
    ItemVersion shown = reading;
    shown.content.facts = facts.lines;
    copy.versions.push_back({number, std::move(shown), copy_path::part_lines(number), std::move(entry), "", false});
    return {};
  }

  // Who gets a whole conversation has to be able to hold it against its exports.
  Result<void> require_exports(CopyItem& copy) {
    TRY_ASSIGN(const auto newest, m_record.open_version(copy.item.newest()));
    ReadingLines lines(*newest);
    TRY(lines.head());
    copy.reading = lines.id();
    TRY_ASSIGN(const auto exports, exports_of(m_record, copy.item));
    for (const ItemNumber exported : exports) {
      if (!m_chosen.contains(exported)) m_open.exports.push_back({exported, copy.item.number});
    }
    return {};
  }

  Result<void> add_answers(CopyItem& copy) {
    TRY_ASSIGN(const AnswersAtHome at_home, AnswersAtHome::of(m_record, copy.item, m_request));
    std::map<std::string, int> newest;
    for (const ItemAnswer& answer : copy.item.answers) {
      if (!at_home.has(answer)) newest[answer.question] = answer.version;
    }
    for (const ItemAnswer& answer : copy.item.answers) {
      if (at_home.has(answer) || (answer.version != newest[answer.question] && stays_at_home(answer.sequence))) {
        m_hidden.insert(answer.sequence);
        if (!at_home.has(answer)) ++copy.answers_left_out;
        continue;
      }
      TRY_ASSIGN(Entry entry, disclose(answer.sequence, true));
      m_disclosed.insert(answer.sequence);
      copy.answers.push_back({answer, std::move(entry)});
    }
    return {};
  }

  Result<void> add_history(CopyItem& copy) {
    for (const EntryNumber sequence : copy.item.history) {
      if (leaf_index(sequence) >= m_ticket.head.size || m_hidden.contains(sequence)) continue;
      TRY_ASSIGN(const std::string line, m_log.entry_line(sequence));
      TRY_ASSIGN(Entry entry, parse_entry(line));
      // An entry that also names items outside of this copy stays out, for it would tell that they exist.
      const auto is_chosen = [&](ItemNumber item) { return m_chosen.contains(item); };
      if (!std::all_of(entry.items.begin(), entry.items.end(), is_chosen)) continue;
      if (!m_disclosed.contains(sequence)) TRY(disclose(sequence, false));
      copy.history.push_back(std::move(entry));
    }
    return {};
  }

  // A clock that was set speaks for or against every time in the copy. So all such entries go along, whatever is
  // chosen: they name no item.
  Result<void> add_clock() {
    TRY_ASSIGN(const auto entries, m_log.entries_of(entry_type::kClock));
    for (const Entry& entry : entries) {
      if (leaf_index(entry.sequence) >= m_ticket.head.size) continue;
      TRY(disclose(entry.sequence, false));
      m_snapshot->clock.push_back(entry);
    }
    return {};
  }

  Result<void> add_statement() {
    CopyStatement& stated = m_snapshot->stated;
    stated.prepared_by = m_request.prepared_by;
    stated.reference = m_request.reference;
    stated.original_kept = m_request.original_kept;
    if (m_request.with_descriptions) TRY(add_people(stated));
    if (m_request.states_left_out) TRY(add_left_out(stated));
    return {};
  }

  // Of the people whom she described, only those whom an answer in the copy names.
  Result<void> add_people(CopyStatement& stated) {
    const auto named = m_snapshot->named_people();
    TRY_ASSIGN(const auto versions, person_versions(m_record));
    for (const auto& [number, said] : current_people(versions)) {
      bool is_named = named.contains(said.name);
      for (const std::string& other : names_in(said.also)) is_named |= named.contains(other);
      if (is_named) stated.people.push_back(said);
    }
    return {};
  }

  Result<void> add_left_out(CopyStatement& stated) {
    CopyStatement::LeftOut& left_out = stated.left_out.emplace(CopyStatement::LeftOut());
    TRY_ASSIGN(const std::uint64_t kept, m_record.count());
    left_out.items = kept - m_snapshot->items.size();
    for (const CopyItem& copy : m_snapshot->items) {
      const std::size_t notes = m_notes[copy.item.number].size();
      if (notes > copy.notes.size()) left_out.notes_beside[copy.item.number] = notes - copy.notes.size();
    }
    TRY_ASSIGN(left_out.removed, m_log.entries_of(entry_type::kRemove));
    return {};
  }

  Record& m_record;
  CustodyLog m_log;
  const SnapshotRequest& m_request;
  const CopyTicket& m_ticket;
  CopySnapshot* m_snapshot = nullptr;
  std::set<ItemNumber> m_chosen;
  std::map<ItemNumber, std::vector<ItemNumber>> m_notes;  // by the item beside which they stand
  CopyQuestions m_open;                                   // what she was not asked, or did not answer
  std::set<EntryNumber> m_disclosed, m_hidden;            // of the item that is being added
};

}  // namespace

const CopyItem* CopySnapshot::find(ItemNumber number) const {
  const auto at = std::lower_bound(items.begin(), items.end(), number,
                                   [](const CopyItem& copy, ItemNumber wanted) { return copy.item.number < wanted; });
  return at != items.end() && at->item.number == number ? &*at : nullptr;
}

std::map<std::string, std::vector<ItemNumber>> CopySnapshot::named_people() const {
  std::map<std::string, std::vector<ItemNumber>> named;
  for (const CopyItem& copy : items) {
    for (const CopyAnswer& answer : copy.answers) {
      if (!names_people(answer.said.question)) continue;
      for (const std::string& name : lines_of(answer.said.value)) {
        auto& numbers = named[name];
        if (numbers.empty() || numbers.back() != copy.item.number) numbers.push_back(copy.item.number);
      }
    }
  }
  return named;
}

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

}  // namespace daybook::vault
