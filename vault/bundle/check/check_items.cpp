#include "vault/bundle/check/check_items.h"

#include <map>

#include "vault/bundle/check/check_part.h"
#include "vault/bundle/check/clock_entries.h"

namespace daybook::vault {
namespace {

// The check of one item. Entries that were looked at are kept, because the item's history names most of them once more.
class ItemCheck {
 public:
  ItemCheck(const Listed& listed, const Head& head, const ManifestItem& item, FindingLog& log)
      : m_listed(listed), m_head(head), m_item(item), m_log(log) {}

  Result<void> check(const ItemReceiver& receiver) {
    std::vector<Finding> findings;
    for (const auto& version : m_item.versions) {
      TRY_ASSIGN(const Finding finding, judge(version));
      findings.push_back(finding);
    }
    if (m_item.part) {
      TRY_ASSIGN(const auto* entry, proven(m_item.part->entry));
      TRY_ASSIGN(const Finding finding, check_part(m_listed, m_item, *entry, m_log));
      findings.push_back(finding);
    }
    TRY_ASSIGN(const std::optional<Finding> fault, judge_whole());
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const bool is_good = findings[i] == Finding::item_matches || findings[i] == Finding::item_newer;
      if (fault && is_good) findings[i] = *fault;
      if (m_is_newer && findings[i] == Finding::item_matches) findings[i] = Finding::item_newer;
      TRY(receiver(verdict_on(i, findings[i])));
    }
    return {};
  }

 private:
  Result<const std::variant<ProvenEntry, Finding>*> proven(EntryNumber number) {
    const auto known = m_entries.find(number);
    if (known != m_entries.end()) return &known->second;
    TRY_ASSIGN(auto entry, ProvenEntry::establish(m_listed, m_head, number, m_log));
    return &m_entries.emplace(number, std::move(entry)).first->second;
  }

  ItemVerdict verdict_on(std::size_t version, Finding finding) const {
    if (m_item.part) return {m_item.number, m_item.part->lines.path, m_item.part->name, finding, m_item.part->entry};
    const auto& one = m_item.versions[version];
    return {m_item.number, one.path, one.name, finding, one.entry};
  }

  // The finding on one version by its own file, entry and opening. The first fault counts, in the order of the table in
  // section 5 of format.md.
  Result<Finding> judge(const ManifestItem::Version& version) {
    const auto state = m_listed.state(version.path);
    if (state == Listed::State::unlisted || state == Listed::State::missing) return Finding::item_file_missing;
    const auto file = m_listed.payload(version.path);
    if (!file) return Finding::item_file_changed;
    TRY_ASSIGN(const auto* found, proven(version.entry));
    if (const auto* fault = std::get_if<Finding>(found)) return *fault;
    const ProvenEntry& entry = std::get<ProvenEntry>(*found);
    bool is_newer = entry.is_newer();
    const bool is_note = m_item.kind == "note";
    const bool is_of_its_type = entry.type() == (is_note ? entry_type::kNote : entry_type::kAdd);
    if (entry.is_of_unknown_kind()) return Finding::item_newer;
    if ((is_known_kind(m_item.kind) && !is_of_its_type) || !entry.names_only(m_item.number))
      return Finding::item_entry_of_another;
    TRY_ASSIGN(const auto json, opening_of(m_listed, entry, m_log));
    if (const auto* fault = std::get_if<Finding>(&json)) return *fault;
    const auto opening = parse_version_opening(std::get<Json>(json));
    if (!opening) return Finding::item_opening_wrong;
    is_newer |= opening->is_newer;
    if (opening->item.empty()) return Finding::item_newer;  // an opening of another `v`, of which nothing is known
    if (!says_the_same(version, *opening, *file, entry)) return Finding::item_described_otherwise;
    return is_newer ? Finding::item_newer : Finding::item_matches;
  }

  bool says_the_same(const ManifestItem::Version& version, const VersionOpening& opening, const Listed::Payload& file,
                     const ProvenEntry& entry) const {
    const ManifestItem::Version& other = opening.version;
    constexpr std::size_t kNumberAt = 5, kNumberSize = 6;  // data/NNNNNN
    return version.path.substr(kNumberAt, kNumberSize) == m_item.number && opening.item == m_item.number &&
           opening.kind == m_item.kind && opening.about == m_item.about && other.number == version.number &&
           other.name == version.name && other.type == version.type && other.size == version.size &&
           other.sha256 == version.sha256 && other.sha512 == version.sha512 && other.modified == version.modified &&
           other.created == version.created && other.name_bytes == version.name_bytes && other.on == version.on &&
           other.out_of == version.out_of && file.size == version.size && file.sha256 == version.sha256 &&
           file.sha512 == version.sha512 && version.recorded == ManifestItem::Recorded{entry.time(), entry.offset()};
  }

  // The fault of an item as a whole, by its answers, its history and what the list claims; nothing when it has none.
  Result<std::optional<Finding>> judge_whole() {
    m_is_newer = m_item.is_newer;
    for (const auto& answer : m_item.answers) {
      TRY_ASSIGN(const bool holds, answer_holds(answer));
      if (!holds) return std::optional(Finding::item_answer_wrong);
    }
    for (const EntryNumber number : m_item.history) {
      TRY_ASSIGN(const bool holds, is_about_this(number));
      if (!holds) return std::optional(Finding::item_history_wrong);
    }
    const bool is_borne_out = !m_item.claims_more && !(m_item.part && m_item.about) &&
                              m_item.exhibit == m_item.newest_answer("exhibit") &&
                              m_item.keeper == m_item.newest_answer("when") && m_item.recorded == recorded_first();
    if (!is_borne_out) return std::optional(Finding::item_claim_not_borne_out);
    return std::optional<Finding>();
  }

  const ManifestItem::Recorded& recorded_first() const {
    return m_item.part ? m_item.part->recorded : m_item.versions.front().recorded;
  }

  // Whether an entry is of a kind that is not known here. What rests on it is then neither right nor wrong, and the
  // item is `item_newer`.
  bool is_unknown(const ProvenEntry& entry) {
    m_is_newer |= entry.is_newer();
    return entry.is_of_unknown_kind();
  }

  Result<bool> answer_holds(const ManifestItem::Answer& answer) {
    TRY_ASSIGN(const auto* found, proven(answer.entry));
    const auto* entry = std::get_if<ProvenEntry>(found);
    if (entry == nullptr) return false;
    if (is_unknown(*entry)) return true;
    if (entry->type() != entry_type::kAnswer || !entry->names_only(m_item.number)) return false;
    TRY_ASSIGN(const auto json, opening_of(m_listed, *entry, m_log));
    if (!std::holds_alternative<Json>(json)) return false;
    const auto opening = parse_answer_opening(std::get<Json>(json));
    if (!opening) return false;
    m_is_newer |= opening->is_newer;
    if (opening->item.empty()) return true;
    return opening->item == m_item.number && opening->answer.question == answer.question &&
           opening->answer.text == answer.text && opening->answer.version == answer.version;
  }

  Result<bool> is_about_this(EntryNumber number) {
    TRY_ASSIGN(const auto* found, proven(number));
    const auto* entry = std::get_if<ProvenEntry>(found);
    return entry != nullptr && (is_unknown(*entry) || entry->names(m_item.number));
  }

  const Listed& m_listed;
  const Head& m_head;
  const ManifestItem& m_item;
  FindingLog& m_log;
  std::map<EntryNumber, std::variant<ProvenEntry, Finding>> m_entries;
  bool m_is_newer = false;
};

}  // namespace

class ItemsCheck {
 public:
  static Result<std::optional<WholeCopy>> check(const Listed& listed, const Head& head, const LogPast& past,
                                                const ItemList& items, const ItemReceiver& receiver, FindingLog& log) {
    TRY_ASSIGN(const bool clock_holds, check_clock_entries(listed, head, items.clock(), log));
    std::size_t versions = 0;
    bool all_match = true;
    const auto count = [&](ItemVerdict verdict) -> Result<void> {
      log.add_uncounted(verdict.finding);
      all_match &= verdict.finding == Finding::item_matches;
      ++versions;
      return receiver(std::move(verdict));
    };
    TRY_ASSIGN(const bool is_same, items.visit([&](const ManifestItem& item) -> Result<void> {
      if (log.is_stopped()) return {};
      return ItemCheck(listed, head, item, log).check(count);
    }));
    if (!is_same) {
      log.add(Finding::file_changed, "meta/manifest.json");
      return std::optional<WholeCopy>();
    }
    if (!all_match) return std::optional<WholeCopy>();
    log.add(Finding::items_match, std::to_string(versions));
    return past.holds && clock_holds ? std::optional(WholeCopy()) : std::nullopt;
  }
};

Result<std::optional<WholeCopy>> check_items(const Listed& listed, const Head& head, const LogPast& past,
                                             const ItemList& items, const ItemReceiver& receiver, FindingLog& log) {
  return ItemsCheck::check(listed, head, past, items, receiver, log);
}

}  // namespace daybook::vault
