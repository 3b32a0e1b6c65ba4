#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace daybook::vault {

/// Cuts `{...,"items":[ITEM,ITEM,...],...}` into its items while it streams by, so that a list of a hundred thousand
/// items needs the room of one. The cutter understands no JSON beyond brackets and quotes. Others parse its items and
/// its rest, and no byte of the list is in neither.
class ItemCutter {
 public:
  /// Is called with the bytes of one item, or with none for an item over kMostItemBytes. False stops the cutting.
  using ItemReceiver = std::function<bool(std::string_view item, bool is_over_limit)>;
  explicit ItemCutter(ItemReceiver receiver) : m_receiver(std::move(receiver)) {}

  /// Takes the next block of the list. False when the rest is over kMostRestBytes, or the receiver stopped.
  bool feed(std::string_view text);
  /// The list without its items: `{"items":[],"v":1}`.
  const std::string& rest() const { return m_rest; }

  /// Largest item, and largest rest (format.md section 8). The rest is small, because all of it is parsed at once, and
  /// the list of a copy that is honest has little there.
  static constexpr std::size_t kMostItemBytes = 16 << 20, kMostRestBytes = 1 << 20;

 private:
  bool keep(std::string_view run);
  void look_for_items();
  bool deliver();
  bool end_items();

  ItemReceiver m_receiver;
  std::string m_rest, m_item;
  int m_depth = 0;
  bool m_in_text = false, m_is_escaped = false, m_in_items = false, m_had_items = false, m_item_is_over = false;
};

}  // namespace daybook::vault
