#include "vault/bundle/check/item_list.h"

#include <algorithm>
#include <utility>

#include "vault/bundle/check/item_cutter.h"

namespace daybook::vault {
namespace {

constexpr const char* kPath = "meta/manifest.json";
// Of a list in which an item has a part in place of versions. An older checker says of it that it is newer; in a list
// of version 1 it would take such an item for a fault.
constexpr std::int64_t kVersionOfParts = 2;

class ListReader {
 public:
  ListReader(const Listed& listed, FindingLog& log) : m_listed(listed), m_log(log) {}

  Result<bool> establish() {
    if (m_listed.state(kPath) != Listed::State::unchanged) return false;
    ItemCutter cutter([this](std::string_view bytes, bool is_over_limit) {
      // The first item with a fault decides. The items after it are passed over, and only what is beside the list of
      // items is still of interest.
      if (m_fault == Fault::none) m_fault = is_over_limit ? Fault::over_limit : take(bytes);
      return true;
    });
    bool is_cut = true;
    TRY_ASSIGN(const bool is_same, m_listed.read(kPath, [&](ByteView block) -> Result<void> {
                 is_cut = is_cut && cutter.feed(as_text(block));
                 return {};
               }));
    if (!is_same) return m_log.add(Finding::file_changed, kPath), false;
    const Fault fault = is_cut ? judge(cutter.rest()) : Fault::over_limit;
    switch (fault) {
      case Fault::none:
        return has_every_payload();
      case Fault::malformed:
        m_log.add(Finding::item_list_malformed);
        return false;
      case Fault::over_limit:
        m_log.add(Finding::over_limit, kPath);
        return false;
      case Fault::of_newer_version:
        m_log.add(Finding::item_list_newer, "v");
        return false;
    }
    return false;
  }

  std::vector<EntryNumber> take_clock() { return std::move(m_clock); }
  StatedFacts take_stated() {
    m_stated.shorten();
    return std::move(m_stated);
  }

 private:
  enum class Fault { none, malformed, over_limit, of_newer_version };

  Fault take(std::string_view bytes) {
    bool is_over_limit = false;
    const auto json = parse_bounded(bytes, is_over_limit);
    if (is_over_limit) return Fault::over_limit;
    const auto item = json ? parse_manifest_item(*json) : std::nullopt;
    if (!item) return Fault::malformed;
    ++m_items;
    bool& seen = m_numbers[index_of(item->number)];
    bool is_twice = std::exchange(seen, true);
    for (const auto& version : item->versions) {
      const auto index = m_listed.payload_index(version.path);
      is_twice |= index ? std::exchange(m_has_version[*index], true) : !m_unlisted.insert(version.path).second;
    }
    if (item->part) {
      m_has_part = true;
      for (const std::string* path : {&item->part->lines.path, &item->part->bytes.path}) {
        const auto index = m_listed.payload_index(*path);
        is_twice |= index ? std::exchange(m_has_version[*index], true) : !m_unlisted.insert(*path).second;
      }
    }
    return is_twice ? Fault::malformed : Fault::none;
  }

  static std::size_t index_of(const std::string& number) { return static_cast<std::size_t>(std::stoul(number)); }

  // Judges what is beside the items, and only then what was found of the items: in another version of the format an
  // item may look wrong and be right. Whether it names items that are here can be told last.
  Fault judge(std::string_view rest) {
    bool is_over_limit = false;
    const auto json = parse_bounded(rest, is_over_limit);
    if (is_over_limit) return Fault::over_limit;
    if (!json) return Fault::malformed;
    GrammarNotes notes;
    MemberReader reader(*json, notes);
    if (!reader.version(kVersionOfParts)) return notes.is_good() ? Fault::of_newer_version : Fault::malformed;
    const bool may_have_parts = *reader.value("v") == kVersionOfParts;
    (void)reader.array("items");
    if (reader.value_if_there("clock") != nullptr) m_clock = read_entry_numbers(reader.array("clock"), notes);
    if (const Json* stated = reader.value_if_there("stated")) m_stated = read_stated_facts(*stated, notes);
    reader.finish();
    if (!notes.is_good()) return Fault::malformed;
    if (m_fault != Fault::none) return m_fault;
    if (m_items == 0 || m_has_part != may_have_parts || !has_items_beside_notes()) return Fault::malformed;
    for (const std::string& name : notes.newer) m_log.add(Finding::item_list_newer, name);
    return Fault::none;
  }

  bool has_items_beside_notes() const {
    if (!m_stated.notes_left_out) return true;
    const auto& beside = m_stated.notes_left_out->first;
    return std::all_of(beside.begin(), beside.end(),
                       [&](const StatedFacts::NotesBeside& one) { return m_numbers[index_of(one.item)]; });
  }

  bool has_every_payload() {
    const auto paths = m_listed.payload_paths();
    for (std::size_t i = 0; i < paths.size(); ++i) {
      if (!m_has_version[i] && kind_of_path(paths[i]) == PathKind::payload)
        m_log.add(Finding::payload_not_listed, paths[i]);
    }
    return !m_log.has(Finding::payload_not_listed);
  }

  const Listed& m_listed;
  FindingLog& m_log;
  std::unique_ptr<bool[]> m_numbers = std::make_unique<bool[]>(1'000'000);
  std::unique_ptr<bool[]> m_has_version = std::make_unique<bool[]>(m_listed.payload_count());
  std::set<std::string> m_unlisted;
  std::size_t m_items = 0;
  bool m_has_part = false;
  std::vector<EntryNumber> m_clock;
  StatedFacts m_stated;
  Fault m_fault = Fault::none;  // of the first item that has one
};

}  // namespace

Result<std::optional<ItemList>> ItemList::establish(const Listed& listed, const Head&, FindingLog& log) {
  ListReader reader(listed, log);
  TRY_ASSIGN(const bool holds, reader.establish());
  if (!holds) return std::optional<ItemList>();
  return std::optional(ItemList(listed, reader.take_clock(), reader.take_stated()));
}

Result<bool> ItemList::visit(const Visitor& visitor) const {
  Result<void> visited;
  ItemCutter cutter([&](std::string_view bytes, bool) {
    bool is_over_limit = false;
    const auto json = parse_bounded(bytes, is_over_limit);
    const auto item = json ? parse_manifest_item(*json) : std::nullopt;
    if (!item) return false;
    visited = visitor(*item);
    return visited.ok();
  });
  bool is_cut = true;
  TRY_ASSIGN(const bool is_same, m_listed->read(kPath, [&](ByteView block) -> Result<void> {
               is_cut = is_cut && cutter.feed(as_text(block));
               return visited;
             }));
  return is_same && is_cut;
}

}  // namespace daybook::vault
