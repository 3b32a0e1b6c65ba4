#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace daybook::vault {

/// Cuts `{...,"items":[ITEM,ITEM,...],...}` into its items while it streams by, so that a list of a hundred thousand needs
/// the room of one. Understands no JSON beyond brackets and quotes: what it cuts, and what is left over, are parsed by
/// others, and together they are every byte of the list.
class ItemCutter {
 public:
  /// Gets the bytes of one item. False stops the cutting.
  using ItemReceiver = std::function<bool(std::string_view item)>;
  explicit ItemCutter(ItemReceiver receiver) : m_receiver(std::move(receiver)) {}

  /// False when an item or the rest is over its limit, or the receiver stopped.
  bool feed(std::string_view text);
  /// The list without its items: `{"items":[],"v":1}`.
  const std::string& rest() const { return m_rest; }
  bool is_over_limit() const { return m_is_over_limit; }

  static constexpr std::size_t kMostItemBytes = 16 << 20;

 private:
  bool take(char c);
  bool keep(std::string& target, char c);

  ItemReceiver m_receiver;
  std::string m_rest, m_item;
  int m_depth = 0;
  bool m_in_text = false, m_is_escaped = false, m_in_items = false, m_had_items = false, m_is_over_limit = false;
};

}  // namespace daybook::vault
