#include "vault/intake/text_pieces.h"

#include <algorithm>

namespace daybook::vault {
namespace {

constexpr std::size_t kLookAhead = 1024;  // bytes in which a line end or a blank is looked for
static_assert(kLookAhead < kTextPieceBytes);

}  // namespace

Result<std::optional<FoundEncoding>> encoding_of(ByteSource& source, ItemKind kind) {
  if (kind != ItemKind::file) return std::optional(FoundEncoding{TextEncoding::utf8, 0, true});
  Bytes beginning(static_cast<std::size_t>(std::min<std::uint64_t>(kEncodingBytes, source.size())));
  TRY(source.read_at(0, beginning));
  return find_encoding(beginning, beginning.size() == source.size());
}

Result<TextBeginning> read_beginning(ByteSource& source, std::size_t most_bytes) {
  TRY_ASSIGN(const auto found, encoding_of(source, ItemKind::file));
  if (!found) return TextBeginning();
  const std::uint64_t from = std::min<std::uint64_t>(found->mark_bytes, source.size());
  const std::uint64_t left = source.size() - from;
  const bool is_cut = left > most_bytes;
  Bytes bytes(
      static_cast<std::size_t>(is_cut ? most_bytes / unit_bytes(found->encoding) * unit_bytes(found->encoding) : left));
  TRY(source.read_at(from, bytes));
  if (is_cut && found->encoding == TextEncoding::utf8) {
    // A character of several bytes that is not whole goes: its first byte is one of the last three.
    while (begins_as_utf8(bytes, /*is_all=*/false) && !begins_as_utf8(bytes, /*is_all=*/true)) bytes.pop_back();
  }
  return TextBeginning{to_utf8(bytes, found->encoding), is_cut, !found->is_certain};
}

TextPieces::TextPieces(std::shared_ptr<ByteSource> source, TextEncoding encoding, std::size_t mark_bytes)
    : m_source(std::move(source)),
      m_encoding(encoding),
      m_mark_bytes(std::min<std::uint64_t>(mark_bytes, m_source->size())) {}

std::size_t TextPieces::count() const {
  const std::uint64_t size = m_source->size() - m_mark_bytes;
  return static_cast<std::size_t>(std::max<std::uint64_t>(1, (size + kTextPieceBytes - 1) / kTextPieceBytes));
}

Result<std::string> TextPieces::read(std::size_t index) const {
  DAYBOOK_ASSERT(index < count());
  TRY_ASSIGN(const std::uint64_t begin, begin_of(index));
  TRY_ASSIGN(const std::uint64_t end, begin_of(index + 1));
  Bytes bytes(static_cast<std::size_t>(end - begin));
  TRY(m_source->read_at(begin, bytes));
  return to_utf8(bytes, m_encoding);
}

Result<std::uint64_t> TextPieces::begin_of(std::size_t index) const {
  const std::uint64_t place = m_mark_bytes + std::uint64_t{index} * kTextPieceBytes, size = m_source->size();
  if (index == 0) return m_mark_bytes;
  if (place >= size) return size;
  Bytes bytes(static_cast<std::size_t>(std::min<std::uint64_t>(kLookAhead, size - place)));
  TRY(m_source->read_at(place, bytes));
  return place + begin_within(bytes);
}

// Where a piece begins in `bytes`, before which a character may have been cut.
std::size_t TextPieces::begin_within(ByteView bytes) const {
  const std::size_t unit = unit_bytes(m_encoding);
  const auto value_at = [&](std::size_t at) -> std::uint32_t {
    if (unit == 1) return bytes[at];
    return m_encoding == TextEncoding::utf16_big ? bytes[at] << 8u | bytes[at + 1] : bytes[at + 1] << 8u | bytes[at];
  };
  for (const std::uint32_t wanted : {std::uint32_t{'\n'}, std::uint32_t{' '}}) {
    for (std::size_t at = 0; at + unit <= bytes.size(); at += unit) {
      if (value_at(at) == wanted) return at + unit;
    }
  }
  std::size_t at = 0;
  const auto is_inside = [&] {
    if (m_encoding == TextEncoding::utf8) return (bytes[at] & 0xC0) == 0x80;
    return unit == 2 && value_at(at) >= 0xDC00 && value_at(at) < 0xE000;
  };
  const std::size_t most = m_encoding == TextEncoding::utf8 ? 3 : unit;
  while (at < most && at + unit <= bytes.size() && is_inside()) at += unit;
  return at;
}

}  // namespace daybook::vault
