#include <algorithm>
#include <iterator>

#include "crypto/big_endian.h"
#include "vault/sandbox/iso_boxes.h"
#include "vault/sandbox/picture_reader/head.h"

namespace daybook::sandbox {
namespace {

constexpr std::size_t kMostItems = 10'000;   // a picture of many tiles has a thousand
constexpr std::size_t kMostExifItems = 100;  // that are looked at

// Takes numbers from the front of what is left. Behind its end there are zeros, and is_good() is false.
class Numbers {
 public:
  explicit Numbers(Input bytes) : m_left(bytes) {}
  std::uint64_t take(std::size_t size) {
    m_is_good &= m_left.size() >= size;
    if (!m_is_good) return 0;
    const std::uint64_t value = big_endian(m_left, 0, size);
    m_left = m_left.subspan(size);
    return value;
  }
  bool is_good() const { return m_is_good; }

 private:
  Input m_left;
  bool m_is_good = true;
};

// The description of the items of a picture (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, 6.5): a list of items, where
// each lies, and properties that belong to some.
class Items {
 public:
  Items(Input file, Input meta) : m_file(file), m_meta(meta.subspan(std::min<std::size_t>(meta.size(), 4))) {
    read_kinds(first_box(m_meta, "iinf").value_or(Input()));
    Numbers primary(first_box(m_meta, "pitm").value_or(Input()));
    m_primary = primary.take(4) >> 24 == 0 ? primary.take(2) : primary.take(4);
  }

  // The kind of the item that is the picture, as four letters.
  std::string_view kind_of_picture() const {
    const auto found =
        std::find_if(m_kinds.begin(), m_kinds.end(), [&](const Kind& one) { return one.item == m_primary; });
    return found == m_kinds.end() ? std::string_view() : found->letters;
  }

  // Before each block stands how far behind that number the structure of TIFF begins (ISO/IEC 23008-12, annex A).
  void read_exif(Head& head) const {
    std::size_t blocks = 0, left = kMostUnpacked;
    for (const Kind& kind : m_kinds) {
      if (kind.letters != "Exif") continue;
      head.has_unread_exif |= blocks == kMostExifItems || left == 0;
      if (blocks++ == kMostExifItems || left == 0) return;
      std::vector<std::uint8_t> block = bytes_of(kind.item, left);
      left -= block.size();
      Numbers front(block);
      const std::uint64_t begin = front.take(4) + 4;
      if (!front.is_good() || begin > block.size()) continue;
      block.erase(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(begin));
      add_exif(std::move(block), head);
    }
  }

  // The size of the picture as it is meant to be seen.
  void read_size(Head& head) const {
    const Input properties = first_box(m_meta, "iprp").value_or(Input());
    std::vector<Box> all;
    Input left = first_box(properties, "ipco").value_or(Input());
    for (auto box = take_box(left); box && all.size() < kMostItems; box = take_box(left)) all.push_back(*box);
    bool lies = false;
    for (const std::uint64_t number : properties_of_picture(first_box(properties, "ipma").value_or(Input()))) {
      if (number < 1 || number > all.size()) continue;
      const Box& property = all[number - 1];
      Numbers numbers(property.content);
      if (property.type == "irot" && (numbers.take(1) & 1) != 0) lies = !lies;
      if (property.type != "ispe") continue;
      (void)numbers.take(4);
      head.width = static_cast<std::uint32_t>(numbers.take(4));
      head.height = static_cast<std::uint32_t>(numbers.take(4));
    }
    if (lies) std::swap(head.width, head.height);
  }

 private:
  struct Kind {
    std::uint64_t item;
    std::string_view letters;
  };

  void read_kinds(Input list) {
    if (list.size() < 8) return;
    Input entries = list.subspan(list[0] == 0 ? 6 : 8);
    for (auto entry = take_box(entries); entry && m_kinds.size() < kMostItems; entry = take_box(entries)) {
      const Input content = entry->content;
      if (entry->type != "infe" || content.size() < 4 || content[0] < 2) continue;
      const std::size_t id_size = content[0] == 2 ? 2 : 4, letters = 4 + id_size + 2;
      if (content.size() < letters + 4) continue;
      m_kinds.push_back({big_endian(content, 4, id_size), {reinterpret_cast<const char*>(content.data()) + letters, 4}});
    }
  }

  std::vector<std::uint64_t> properties_of_picture(Input associations) const {
    Numbers numbers(associations);
    const std::uint64_t head = numbers.take(4), version = head >> 24;
    const bool is_wide = (head & 1) != 0;
    std::vector<std::uint64_t> properties;
    for (std::uint64_t count = numbers.take(4); count > 0 && numbers.is_good(); --count) {
      const bool is_picture = numbers.take(version == 0 ? 2 : 4) == m_primary;
      for (std::uint64_t each = numbers.take(1); each > 0 && numbers.is_good(); --each) {
        const std::uint64_t property = numbers.take(is_wide ? 2 : 1) & (is_wide ? 0x7fff : 0x7f);
        if (is_picture) properties.push_back(property);
      }
    }
    return properties;
  }

  // The bytes of an item, so many at most, which lie in pieces in the file or in a box for them (ISO/IEC
  // 14496-12, 8.11.3).
  std::vector<std::uint8_t> bytes_of(std::uint64_t wanted, std::size_t most) const {
    Numbers numbers(first_box(m_meta, "iloc").value_or(Input()));
    const std::uint64_t version = numbers.take(4) >> 24, sizes = numbers.take(2);
    const auto size_at = [&](int shift) { return std::min<std::size_t>(sizes >> shift & 15, 8); };
    std::vector<std::uint8_t> bytes;
    for (std::uint64_t count = numbers.take(version < 2 ? 2 : 4); count > 0 && numbers.is_good(); --count) {
      const bool is_wanted = numbers.take(version < 2 ? 2 : 4) == wanted;
      const std::uint64_t method = version == 0 ? 0 : numbers.take(2) & 15;
      (void)numbers.take(2);  // which file: it can only be this one here
      const std::uint64_t base = numbers.take(size_at(4));
      for (std::uint64_t pieces = numbers.take(2); pieces > 0 && numbers.is_good(); --pieces) {
        if (version != 0) (void)numbers.take(size_at(0));
        const std::uint64_t offset = base + numbers.take(size_at(12)), size = numbers.take(size_at(8));
        if (is_wanted && numbers.is_good())
          add_piece(method, offset, std::min<std::uint64_t>(size, most - bytes.size()), bytes);
      }
    }
    return bytes;
  }

  void add_piece(std::uint64_t method, std::uint64_t offset, std::uint64_t size,
                 std::vector<std::uint8_t>& bytes) const {
    const Input from = method == 0 ? m_file : method == 1 ? first_box(m_meta, "idat").value_or(Input()) : Input();
    if (offset >= from.size()) return;
    const std::uint64_t most = from.size() - offset;
    const Input piece = from.subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(std::min(size, most)));
    bytes.insert(bytes.end(), piece.begin(), piece.end());
  }

  Input m_file, m_meta;
  std::vector<Kind> m_kinds;
  std::uint64_t m_primary = 0;
};

}  // namespace

// libheif, which draws these pictures, has no part in this: it gives up on whole files for a kind of item that it does
// not know, and then what the file says would be lost with the pixels.
Head read_heif_head(Input input) {
  constexpr std::string_view kDrawn[] = {"hvc1", "av01", "grid", "iden", "iovl"};
  Head head;
  head.is_turned = true;
  const auto meta = first_box(input, "meta");
  if (!meta) return head;
  const Items items(input, *meta);
  head.has_decoder = std::find(std::begin(kDrawn), std::end(kDrawn), items.kind_of_picture()) != std::end(kDrawn);
  items.read_size(head);
  items.read_exif(head);
  return head;
}

}  // namespace daybook::sandbox
