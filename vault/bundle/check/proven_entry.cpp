#include "vault/bundle/check/proven_entry.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "crypto/tlog_proof.h"

namespace daybook::vault {
namespace {

// Reads the members that an entry of this type has beside those that all entries have (format.md section 2, "Entry").
void read_rest(MemberReader& entry, const std::string& type, std::vector<std::string>& items, std::string& subject,
               GrammarNotes& notes) {
  const auto item = [&] { items.push_back(entry.number("item")); };
  if (type == entry_type::kAdd || type == entry_type::kNote) {
    item();
    subject = entry.hex("subject", 32);
    const Json* brought = entry.value_if_there("brought");
    if (brought != nullptr && !brought->is_object()) entry.malformed();
    if (const Json* messages = type == entry_type::kAdd ? entry.value_if_there("messages") : nullptr) {
      MemberReader reader(*messages, notes);
      (void)reader.count("count");
      (void)reader.hash("root");
      reader.finish();
    }
  } else if (type == entry_type::kAnswer) {
    item();
    subject = entry.hex("subject", 32);
  } else if (type == entry_type::kRemove) {
    item();
  } else if (type == entry_type::kViewed) {
    const Json* many = entry.value_if_there("items");
    if (many == nullptr) return item();
    if (!many->is_array() || many->size() < 2 || entry.value_if_there("item") != nullptr) return entry.malformed();
    for (const Json& one : *many) {
      if (!one.is_string() || !is_item_number(one.get<std::string>())) return entry.malformed();
      items.push_back(one.get<std::string>());
    }
  } else if (type == entry_type::kClock) {
    (void)entry.integer_if_there("jump");
    (void)entry.count_if_there("earlier", 1);
  } else if (type == entry_type::kKey) {
    (void)entry.hash("old_root");
    (void)entry.hash("new_root");
    (void)entry.text("new_log");
    for (const char* signature : {"signed_by_old", "signed_by_new"}) {
      if (!crypto::exactly<64>(crypto::from_base64(entry.text(signature)))) entry.malformed();
    }
  } else if (type == entry_type::kBranch) {
    (void)entry.text("branch");
    (void)entry.text("reason");
    (void)entry.text("new_log");
    MemberReader of(entry.object("of"), notes);
    (void)of.text("origin");
    (void)of.count("size");
    (void)of.hash("root");
    (void)of.text("vkey");
    of.finish();
  }
}

bool is_known_and_unnamed(const std::string& type) {
  return type == entry_type::kGenesis || type == entry_type::kExport || type == entry_type::kExportUnfinished ||
         type == entry_type::kFiller;
}

bool is_known(const std::string& type) {
  return is_known_and_unnamed(type) || type == entry_type::kClock || type == entry_type::kAdd ||
         type == entry_type::kNote || type == entry_type::kAnswer || type == entry_type::kViewed ||
         type == entry_type::kRemove || type == entry_type::kKey || type == entry_type::kBranch;
}

bool leads_to(const LogHead& head, EntryNumber number, std::string_view line, const std::string& proof_text) {
  const auto proof = crypto::TlogProof::parse(proof_text);
  // The path must have the one spelling of this program. C2SP tlog-proof allows an `extra` line, which nobody here
  // would look at: a place to hide something.
  if (!proof || proof->index != leaf_index(number) || proof->to_text() != proof_text) return false;
  const auto checkpoint = crypto::Checkpoint::parse(proof->checkpoint);
  if (!checkpoint || LogHead{checkpoint->size, checkpoint->root} != head) return false;
  return crypto::verify_inclusion(leaf_index(number), head.size, crypto::leaf_hash(as_bytes(line)), proof->path,
                                  head.root);
}

// The finding for a file of the log that is not unchanged.
Finding fault_of(Listed::State state) {
  return state == Listed::State::unlisted || state == Listed::State::missing ? Finding::item_entry_missing
                                                                             : Finding::item_entry_wrong;
}

}  // namespace

bool ProvenEntry::is_of_unknown_kind() const { return !is_known(m_type); }

bool ProvenEntry::names(const std::string& item) const {
  return std::find(m_items.begin(), m_items.end(), item) != m_items.end();
}

// Reads the entry by its grammar. False when the entry breaks it.
bool ProvenEntry::read_members() {
  GrammarNotes notes;
  MemberReader entry(m_json, notes);
  if (!entry.version()) {
    m_is_newer = true;
    return notes.is_good();
  }
  m_type = entry.text("type");
  // Nothing but its place in the log is asked of an entry of an unknown type (format.md section 4).
  if (notes.is_good() && !is_known(m_type)) {
    m_is_newer = true;
    return true;
  }
  if (entry.count("seq") != leaf_index(m_number)) entry.malformed();
  m_time = entry.time("time");
  m_offset = entry.offset("offset");
  (void)entry.hash("prev");
  (void)entry.hash("salt");
  read_rest(entry, m_type, m_items, m_subject, notes);
  if (!is_known_and_unnamed(m_type)) entry.finish();
  m_is_newer = !notes.newer.empty();
  return notes.is_good();
}

Result<std::variant<ProvenEntry, Finding>> ProvenEntry::establish(const Listed& listed, const Head& head,
                                                                  EntryNumber number, FindingLog& log) {
  using Told = std::variant<ProvenEntry, Finding>;
  const std::string entry_path = copy_path::entry(number).substr(4), proof_path = copy_path::proof(number).substr(4);
  for (const std::string& path : {entry_path, proof_path}) {
    const auto state = listed.state(path);
    if (state == Listed::State::unlisted || state == Listed::State::missing) return Told(fault_of(state));
  }
  if (listed.size(entry_path) > kMostEntryBytes) return Told(Finding::item_entry_wrong);
  TRY_ASSIGN(auto line, listed.text(entry_path, kMostEntryBytes, log));
  TRY_ASSIGN(const auto proof, listed.text(proof_path, kMostNoteBytes, log));
  if (!line || !proof) return Told(Finding::item_entry_wrong);
  bool is_over_limit = false;
  auto json = parse_bounded(*line, is_over_limit);
  if (is_over_limit) log.add(Finding::over_limit, entry_path);
  if (!json || !json->is_object()) return Told(Finding::item_entry_wrong);
  ProvenEntry entry;
  entry.m_number = number;
  entry.m_line = std::move(*line);
  entry.m_json = std::move(*json);
  if (!leads_to(head.log_head(), number, entry.m_line, *proof) || !entry.read_members())
    return Told(Finding::item_entry_wrong);
  return Told(std::move(entry));
}

Result<std::variant<Json, Finding>> opening_of(const Listed& listed, const ProvenEntry& entry, FindingLog& log) {
  using Told = std::variant<Json, Finding>;
  const std::string path = copy_path::opening(entry.number()).substr(4);
  const auto state = listed.state(path);
  if (state != Listed::State::unchanged) return Told(fault_of(state));
  TRY_ASSIGN(const auto line, listed.text(path, kMostJsonBytes, log));
  if (!line) return Told(Finding::item_entry_wrong);
  if (crypto::to_hex(crypto::Sha256::of(as_bytes(*line))) != entry.subject()) return Told(Finding::item_opening_wrong);
  bool is_over_limit = false;
  auto json = parse_bounded(*line, is_over_limit);
  if (is_over_limit) log.add(Finding::over_limit, path);
  if (!json || !json->is_object()) return Told(Finding::item_opening_wrong);
  return Told(std::move(*json));
}

}  // namespace daybook::vault
