#include "vault/bundle/check_items.h"

#include <set>

#include "crypto/encoding.h"
#include "crypto/tlog_proof.h"

namespace daybook::vault {
namespace {

class ItemChecker {
 public:
  ItemChecker(const CopyContents& contents, const std::optional<LogHead>& signed_head, CopyVerdict& verdict)
      : m_contents(contents), m_verdict(verdict), m_head(signed_head) {}

  void check() {
    find_head();
    const std::string* text = m_contents.text(copy_path::kItems);
    const auto json = text != nullptr ? parse_json(*text) : Result<Json>(Error{ErrorCode::malformed, ""});
    if (!json || !json->is_object() || !json->contains("items") || !(*json)["items"].is_array()) {
      m_verdict.add(CheckStep::items, Outcome::bad, Finding::item_list_unreadable);
      return check_by_openings();
    }
    for (const Json& item : (*json)["items"]) check_item(item);
    if (text_is_altered(copy_path::kItems)) check_by_openings();
    summarise();
  }

 private:
  // The head that the signature names; where that does not match, the seal's; where that is unreadable, the log
  // folder's.
  void find_head() {
    if (m_head) return;
    if (m_verdict.seal) {
      m_head = m_verdict.seal->log;
      return;
    }
    const std::string* note = m_contents.text(copy_path::kCheckpoint);
    if (note == nullptr) return;
    if (const auto checkpoint = crypto::Checkpoint::parse(*note)) m_head = LogHead{checkpoint->size, checkpoint->root};
  }

  bool text_is_altered(const char* path) const {
    for (const VerdictLine& line : m_verdict.lines) {
      if (line.finding == Finding::file_changed && line.subject == path) return true;
    }
    return false;
  }

  void check_item(const Json& item) {
    const std::string number = text_member(item, "item").value_or("");
    if (!item.is_object() || !item.contains("versions") || !item["versions"].is_array()) {
      m_verdict.add(CheckStep::items, Outcome::bad, Finding::item_list_unreadable, number);
      return;
    }
    for (const Json& version : item["versions"]) {
      ItemVerdict result;
      result.item = number;
      result.path = text_member(version, "path").value_or("");
      result.name = text_member(version, "name").value_or("");
      if (const auto entry = integer_member(version, "entry"); entry && *entry >= 0)
        result.entry = static_cast<std::uint64_t>(*entry);
      m_listed.insert(result.path);
      result.finding = judge_version(item, version, result);
      result.outcome = result.finding == Finding::item_matches ? Outcome::good : Outcome::bad;
      m_verdict.items.push_back(std::move(result));
    }
    check_answers(item, number);
    check_history(item, number);
  }

  Finding judge_version(const Json& item, const Json& version, const ItemVerdict& result) {
    const auto found = m_contents.files.find("bag/" + result.path);
    if (found == m_contents.files.end()) return Finding::item_file_missing;
    const ContentFacts& facts = found->second.facts;
    if (!found->second.is_readable) return Finding::item_file_changed;
    if (!result.entry) return Finding::item_entry_missing;
    Json opening;
    if (const Finding finding = judge_entry(*result.entry, opening); finding != Finding::item_matches) return finding;
    // The opening has the last word on the file: it was hashed into the log when the item came in.
    if (text_member(opening, "sha512") != crypto::to_hex(facts.sha512) ||
        text_member(opening, "sha256") != crypto::to_hex(facts.sha256) ||
        integer_member(opening, "size") != static_cast<std::int64_t>(facts.size)) {
      return Finding::item_file_changed;
    }
    return describes(item, version, opening) ? Finding::item_matches : Finding::item_description_differs;
  }

  // Every member of the opening but the salt stands in the list with the same value.
  static bool describes(const Json& item, const Json& version, const Json& opening) {
    for (const auto& [name, value] : opening.items()) {
      if (name == "salt" || name == "v") continue;
      const bool of_item = name == "item" || name == "kind" || name == "about";
      const Json& holder = of_item ? item : version;
      if (!holder.contains(name) || holder[name] != value) return false;
    }
    return true;
  }

  // Entry, leaf, proof, head; and the opening under the entry's subject.
  Finding judge_entry(std::uint64_t sequence, Json& opening) {
    if (const Finding finding = judge_inclusion(sequence); finding != Finding::item_matches) return finding;
    const std::string* line = m_contents.text(copy_path::opening(sequence));
    if (line == nullptr) return Finding::item_entry_missing;
    const auto entry = parse_entry(*m_contents.text(copy_path::entry(sequence)));
    const auto parsed = parse_canonical(*line);
    if (!entry || !parsed || entry->subject != crypto::Sha256::of(as_bytes(*line)))
      return Finding::item_opening_differs;
    opening = *parsed;
    return Finding::item_matches;
  }

  Finding judge_inclusion(std::uint64_t sequence) const { return vault::judge_inclusion(m_contents, m_head, sequence); }

  void check_answers(const Json& item, const std::string& number) {
    if (!item.contains("answers") || !item["answers"].is_array()) return;
    for (const Json& answer : item["answers"]) {
      const auto sequence = integer_member(answer, "entry");
      Json opening;
      const Finding finding = sequence && *sequence >= 0 ? judge_entry(static_cast<std::uint64_t>(*sequence), opening)
                                                         : Finding::item_entry_missing;
      const bool same = finding == Finding::item_matches && text_member(opening, "item") == number &&
                        opening.value("question", Json()) == answer.value("question", Json()) &&
                        opening.value("answer", Json()) == answer.value("answer", Json()) &&
                        opening.value("version", Json()) == answer.value("version", Json());
      if (!same)
        m_verdict.add(CheckStep::items, Outcome::bad,
                      finding == Finding::item_matches ? Finding::item_description_differs : finding, number);
    }
  }

  void check_history(const Json& item, const std::string& number) {
    if (!item.contains("history") || !item["history"].is_array()) return;
    for (const Json& sequence : item["history"]) {
      const bool fits = sequence.is_number_integer() && sequence.get<std::int64_t>() >= 0 &&
                        judge_inclusion(sequence.get<std::uint64_t>()) == Finding::item_matches;
      if (!fits) m_verdict.add(CheckStep::items, Outcome::bad, Finding::history_entry_wrong, number);
    }
  }

  // The list of items cannot be trusted: the openings, which the log commits to, still say what each file should be.
  void check_by_openings() {
    const auto openings = openings_by_digest();
    for (const auto& [path, file] : m_contents.files) {
      if (!path.starts_with(copy_path::kData) || m_listed.contains(path.substr(4))) continue;
      ItemVerdict result;
      result.path = path.substr(4);
      result.finding = Finding::item_entry_missing;
      if (const auto found = openings.find(crypto::to_hex(file.facts.sha512)); found != openings.end()) {
        Json opening;
        result.entry = found->second;
        result.finding = judge_entry(found->second, opening);
        result.item = text_member(opening, "item").value_or("");
        result.name = text_member(opening, "name").value_or("");
      }
      result.outcome = result.finding == Finding::item_matches ? Outcome::good : Outcome::bad;
      m_verdict.items.push_back(std::move(result));
    }
    summarise();
  }

  // Digest of a file -> number of the entry whose opening names it.
  std::map<std::string, std::uint64_t> openings_by_digest() const {
    constexpr std::string_view kFolder = "bag/log/openings/", kEnding = ".json";
    std::map<std::string, std::uint64_t> result;
    for (const auto& [path, file] : m_contents.files) {
      if (!path.starts_with(kFolder) || !path.ends_with(kEnding)) continue;
      const auto opening = parse_canonical(file.text);
      const auto digest = opening ? text_member(*opening, "sha512") : std::nullopt;
      const std::string number = path.substr(kFolder.size(), path.size() - kFolder.size() - kEnding.size());
      const auto sequence = crypto::from_decimal(strip_zeros(number), INT64_MAX);
      if (digest && sequence) result.emplace(*digest, *sequence);
    }
    return result;
  }

  static std::string strip_zeros(std::string text) {
    while (text.size() > 1 && text[0] == '0') text.erase(0, 1);
    return text;
  }

  void summarise() {
    if (m_summarised) return;
    m_summarised = true;
    std::size_t matching = 0;
    for (const ItemVerdict& item : m_verdict.items) matching += item.outcome == Outcome::good;
    const bool all = matching == m_verdict.items.size();
    m_verdict.add(CheckStep::items, all ? Outcome::good : Outcome::bad, Finding::item_matches,
                  std::to_string(matching) + " of " + std::to_string(m_verdict.items.size()));
  }

  const CopyContents& m_contents;
  CopyVerdict& m_verdict;
  std::optional<LogHead> m_head;
  std::set<std::string> m_listed;
  bool m_summarised = false;
};

}  // namespace

Finding judge_inclusion(const CopyContents& contents, const std::optional<LogHead>& head, std::uint64_t sequence) {
  const std::string* line = contents.text(copy_path::entry(sequence));
  const std::string* proof_text = contents.text(copy_path::proof(sequence));
  if (line == nullptr || proof_text == nullptr) return Finding::item_entry_missing;
  const auto entry = parse_entry(*line);
  if (!entry || entry->sequence != sequence) return Finding::item_entry_altered;
  const auto proof = crypto::TlogProof::parse(*proof_text);
  if (!proof || !head || proof->index != sequence) return Finding::item_proof_wrong;
  // The proof carries a head of its own, which must be the head of this copy.
  const auto checkpoint = crypto::Checkpoint::parse(proof->checkpoint);
  if (!checkpoint || LogHead{checkpoint->size, checkpoint->root} != *head) return Finding::item_proof_wrong;
  const crypto::TreeHash leaf = crypto::leaf_hash(as_bytes(*line));
  return crypto::verify_inclusion(sequence, head->size, leaf, proof->path, head->root) ? Finding::item_matches
                                                                                       : Finding::item_entry_altered;
}

void check_items(const CopyContents& contents, const std::optional<LogHead>& signed_head, CopyVerdict& verdict) {
  ItemChecker(contents, signed_head, verdict).check();
}

}  // namespace daybook::vault
