#include "vault/bundle/check/item_list.h"

#include "vault/bundle/check/item_cutter.h"

namespace daybook::vault {
namespace {

constexpr const char* kPath = "meta/manifest.json";

class ListReader {
 public:
  ListReader(const Listed& listed, FindingLog& log) : m_listed(listed), m_log(log) {}

  Result<bool> establish() {
    if (m_listed.state(kPath) != Listed::State::unchanged) return false;
    ItemCutter cutter([this](std::string_view bytes) { return take(bytes); });
    bool is_cut = true;
    TRY_ASSIGN(const bool is_same, m_listed.read(kPath, [&](ByteView block) -> Result<void> {
                 is_cut = is_cut && cutter.feed(as_text(block));
                 return {};
               }));
    if (!is_same) return m_log.add(Finding::file_changed, kPath), false;
    m_is_over_limit |= cutter.is_over_limit();
    if (m_is_over_limit) return m_log.add(Finding::over_limit, kPath), false;
    if (!is_cut || !read_rest(cutter.rest())) {
      if (!m_is_of_newer_version) m_log.add(Finding::item_list_malformed);
      return false;
    }
    return has_every_payload();
  }

 private:
  bool take(std::string_view bytes) {
    // Nothing more can come of a list that is broken, but that another version of the format explains it.
    if (m_malformed_items) return true;
    const auto json = parse_bounded(bytes, m_is_over_limit);
    const auto item = json ? parse_listed_item(*json) : std::nullopt;
    if (!item) return m_malformed_items = true, !m_is_over_limit;
    ++m_items;
    bool& seen = m_numbers[static_cast<std::size_t>(std::stoul(item->number))];
    m_malformed_items |= seen;
    seen = true;
    for (const auto& version : item->versions) {
      const auto index = m_listed.payload_index(version.path);
      if (!index) {
        m_malformed_items |= !m_unlisted.insert(version.path).second;
        continue;
      }
      m_malformed_items |= m_has_version[*index];
      m_has_version[*index] = true;
    }
    return true;
  }

  bool read_rest(std::string_view rest) {
    const auto json = parse_bounded(rest, m_is_over_limit);
    if (!json) return false;
    GrammarNotes notes;
    MemberReader reader(*json, notes);
    const bool is_known_version = reader.version();
    (void)reader.array("items");
    reader.finish();
    m_is_of_newer_version = notes.is_good() && !is_known_version;
    if (m_is_of_newer_version) {
      m_log.add(Finding::item_list_newer, "v");
      return false;
    }
    if (!notes.is_good() || m_malformed_items || m_items == 0) return false;
    for (const auto& [name, value] : json->items()) {
      if (name != "v" && name != "items") m_log.add(Finding::item_list_newer, name);
    }
    return true;
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
  bool m_malformed_items = false, m_is_over_limit = false, m_is_of_newer_version = false;
};

}  // namespace

Result<std::optional<ItemList>> ItemList::establish(const Listed& listed, const Head&, FindingLog& log) {
  TRY_ASSIGN(const bool holds, ListReader(listed, log).establish());
  if (!holds) return std::optional<ItemList>();
  return std::optional(ItemList(listed));
}

Result<bool> ItemList::visit(const Visitor& visitor) const {
  Result<void> visited;
  ItemCutter cutter([&](std::string_view bytes) {
    bool is_over_limit = false;
    const auto json = parse_bounded(bytes, is_over_limit);
    const auto item = json ? parse_listed_item(*json) : std::nullopt;
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
