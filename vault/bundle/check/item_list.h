#pragma once

#include <functional>

#include "vault/bundle/check/head.h"
#include "vault/bundle/check/manifest_item.h"
#include "vault/bundle/check/stated_facts.h"

namespace daybook::vault {

/// The link `ItemList` (format.md section 4): meta/manifest.json follows its grammar, and every payload file is in
/// exactly one version. The list is read item by item, once to establish the link and once to visit the items: all of
/// it together could be larger than the memory.
class ItemList {
 public:
  /// Nothing where the link does not hold; `log` has why. Fails when the medium does. `listed` must outlive the list.
  static Result<std::optional<ItemList>> establish(const Listed& listed, const Head& head, FindingLog& log);
  using Visitor = std::function<Result<void>(const ManifestItem& item)>;
  /// The entries that the list names as changes of the clock. None of them was looked at.
  const std::vector<EntryNumber>& clock() const { return m_clock; }
  /// What the list states of the copy as a whole, shortened. Nothing in the copy bears it out.
  const StatedFacts& stated() const { return m_stated; }
  /// Calls `visitor` with each item; its error ends the visit. False when the file is no longer what was established.
  Result<bool> visit(const Visitor& visitor) const;

 private:
  ItemList(const Listed& listed, std::vector<EntryNumber> clock, StatedFacts stated)
      : m_listed(&listed), m_clock(std::move(clock)), m_stated(std::move(stated)) {}
  const Listed* m_listed;
  std::vector<EntryNumber> m_clock;
  StatedFacts m_stated;
};

}  // namespace daybook::vault
