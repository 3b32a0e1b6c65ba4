#include "vault/intake/film_boxes.h"

#include <algorithm>
#include <array>

#include "crypto/big_endian.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostBoxes = 10'000;
constexpr std::uint64_t kMostLeft = std::uint64_t{64} << 20;
constexpr std::size_t kHeader = 8, kLargeHeader = 16;

// One after the other: pieces of the film, and headers that are made here.
class Pieces final : public ByteSource {
 public:
  explicit Pieces(ByteSource& film) : m_film(film) {}

  void add_piece(std::uint64_t begin, std::uint64_t size) {
    m_pieces.push_back({m_size, begin, size, {}});
    m_size += size;
  }
  // Appends the header of a box of pictures and sounds that says so many bytes, itself among them.
  void add_header(std::uint8_t size) {
    m_pieces.push_back({m_size, 0, kHeader, {0, 0, 0, size, 'm', 'd', 'a', 't'}});
    m_size += kHeader;
  }

  std::uint64_t size() const override { return m_size; }

  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    if (offset > m_size || target.size() > m_size - offset) return Error{ErrorCode::malformed, "ends early"};
    auto piece = std::upper_bound(m_pieces.begin(), m_pieces.end(), offset,
                                  [](std::uint64_t at, const Piece& one) { return at < one.at; });
    for (; !target.empty(); ++piece) {
      const Piece& from = *(piece - 1);
      const std::uint64_t inner = offset - from.at;
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(target.size(), from.size - inner));
      if (from.made[4] != 0)
        copy_bytes(ByteView(from.made).subspan(static_cast<std::size_t>(inner), count), target.first(count));
      else
        TRY(m_film.read_at(from.begin + inner, target.first(count)));
      target = target.subspan(count);
      offset += count;
    }
    return {};
  }

 private:
  struct Piece {
    std::uint64_t at, begin, size;  // where it stands here, and where in the film
    std::array<std::uint8_t, kHeader> made;
  };
  ByteSource& m_film;
  std::vector<Piece> m_pieces;
  std::uint64_t m_size = 0;
};

struct BoxAtFront {
  std::string type;
  std::uint64_t size = 0;  // with its header; what the box says, which may be more than the file has
};

// The box that begins here, of which 16 bytes are read at most. One without a sane size has size 0.
Result<BoxAtFront> box_at(ByteSource& film, std::uint64_t at) {
  std::array<std::uint8_t, kLargeHeader> header{};
  const std::uint64_t left = film.size() - at;
  TRY(film.read_at(
      at, MutableByteView(header).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, kLargeHeader)))));
  BoxAtFront box{std::string(as_text(ByteView(header).subspan(4, 4))), big_endian(header, 0, 4)};
  if (left < kHeader) return BoxAtFront();
  if (box.size == 0) return BoxAtFront{box.type, left};  // up to the end of the file
  if (box.size > 1) return box.size < kHeader ? BoxAtFront() : box;
  box.size = left < kLargeHeader ? 0 : big_endian(header, 8, 8);
  return box.size < kLargeHeader ? BoxAtFront() : box;
}

bool is_among(std::string_view type, std::initializer_list<const char*> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

Result<std::unique_ptr<ByteSource>> film_without_content(ByteSource& source) {
  auto pieces = std::make_unique<Pieces>(source);
  std::uint64_t at = 0;
  for (std::size_t count = 0; at < source.size(); ++count) {
    TRY_ASSIGN(const BoxAtFront box, box_at(source, at));
    const bool is_film = is_among(box.type, {"ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"});
    if ((count == 0 && !is_film) || count == kMostBoxes) return std::unique_ptr<ByteSource>();
    const std::uint64_t left = source.size() - at;
    const bool is_whole = box.size >= kHeader && box.size <= left;
    if (is_among(box.type, {"mdat", "free", "skip", "wide"})) {
      pieces->add_header(is_whole ? kHeader : 2 * kHeader);
    } else {
      if (std::min(box.size, left) > kMostLeft - std::min(kMostLeft, pieces->size()))
        return std::unique_ptr<ByteSource>();
      // A box of no sane size ends the walk, and its bytes stand for it.
      pieces->add_piece(at, box.size == 0 ? std::min<std::uint64_t>(left, kHeader - 1) : std::min(box.size, left));
    }
    if (!is_whole) break;
    at += box.size;
  }
  return std::unique_ptr<ByteSource>(std::move(pieces));
}

}  // namespace daybook::vault
