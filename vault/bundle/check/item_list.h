#pragma once

#include <functional>

#include "vault/bundle/check/head.h"
#include "vault/bundle/check/manifest_item.h"

namespace daybook::vault {

/// The link `ItemList`: meta/manifest.json, canonical, of the grammar, with every payload file in exactly one version. It
/// is streamed item by item, twice: once to establish it, once to go through it.
class ItemList {
 public:
  static Result<std::optional<ItemList>> establish(const Listed& listed, const Head& head, FindingLog& log);
  using Visitor = std::function<Result<void>(const ManifestItem& item)>;
  /// False when the list is not what it was when it was established.
  Result<bool> visit(const Visitor& visitor) const;

 private:
  explicit ItemList(const Listed& listed) : m_listed(&listed) {}
  const Listed* m_listed;
};

}  // namespace daybook::vault
