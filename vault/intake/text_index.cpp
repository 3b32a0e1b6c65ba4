#include "vault/intake/text_index.h"

#include <algorithm>

#include "crypto/wiped_text.h"
#include "vault/intake/message_index.h"
#include "vault/intake/text_pieces.h"
#include "vault/record/search_index.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kPiecesInPart = 64;  // a row of the index has 256 KiB of text
constexpr std::size_t kPartsAtOnce = 2;    // in one transaction
// A part begins with the end of the one before it, so that words are found together between which a part ends.
constexpr std::size_t kOverlapBytes = 256;

struct Waiting {
  WaitingText text;
  std::shared_ptr<ByteSource> source;  // none: it cannot be opened
};

Result<std::optional<Waiting>> next_waiting(RecordAccess& access, ItemNumber after) {
  return access.ask([after](Record& record) -> Result<std::optional<Waiting>> {
    TRY_ASSIGN(auto text, next_waiting_text(record, after));
    if (!text) return std::optional<Waiting>();
    Waiting waiting{std::move(*text), nullptr};
    if (auto source = record.open_version(waiting.text.version)) waiting.source = std::move(*source);
    return std::optional(std::move(waiting));
  });
}

std::string end_of(const std::string& text) {
  std::size_t at = text.size() - std::min(text.size(), kOverlapBytes);
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return text.substr(at);
}

// Reads a text part by part.
class Parts {
 public:
  Parts(const TextPieces& pieces, std::uint64_t next) : m_pieces(pieces), m_next(next) {}
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() { crypto::wipe_text(m_end); }

  bool has_more() const { return m_next < m_pieces.count(); }
  std::uint64_t next() const { return m_next; }
  // The next part as the index holds it.
  Result<std::string> fold() {
    std::string text;
    text.reserve(kOverlapBytes + kPiecesInPart * 4 * kTextPieceBytes);  // so that no copy of it is left behind
    if (m_next > 0 && m_end.empty()) {
      TRY_ASSIGN(std::string before, m_pieces.read(static_cast<std::size_t>(m_next) - 1));
      m_end = end_of(before);
      crypto::wipe_text(before);
    }
    text += m_end;
    for (std::size_t i = 0; i < kPiecesInPart && has_more(); ++i) {
      TRY_ASSIGN(std::string piece, m_pieces.read(static_cast<std::size_t>(m_next)));
      text += piece;
      crypto::wipe_text(piece);
      ++m_next;
    }
    crypto::wipe_text(m_end);
    m_end = end_of(text);
    std::string folded = fold_for_search(text);
    crypto::wipe_text(text);
    return folded;
  }

 private:
  const TextPieces& m_pieces;
  std::uint64_t m_next;
  std::string m_end;
};

Result<void> index_text(RecordAccess& access, Waiting waiting, const ToldBytes& told) {
  TRY_ASSIGN(const auto encoding, encoding_of(*waiting.source, waiting.text.kind));
  // What was taken for a text by its beginning and is none has nothing to search.
  const TextPieces pieces(waiting.source, encoding ? encoding->encoding : TextEncoding::utf8,
                          encoding ? encoding->mark_bytes : 0);
  Parts parts(pieces, encoding ? waiting.text.next : pieces.count());
  for (bool stays = true; stays;) {
    std::vector<IndexedPart> folded;
    while (folded.size() < kPartsAtOnce && parts.has_more()) {
      TRY_ASSIGN(std::string part, parts.fold());
      folded.push_back({static_cast<std::int64_t>(parts.next()), std::move(part), ""});
      TRY(told(kPiecesInPart * kTextPieceBytes));
    }
    const std::optional<std::uint64_t> next = parts.has_more() ? std::optional(parts.next()) : std::nullopt;
    TRY_ASSIGN(stays, access.ask([&](Record& record) { return index_parts(record, waiting.text, folded, next); }));
    for (IndexedPart& part : folded) crypto::wipe_text(part.folded);
    if (!next) break;
    waiting.text.next = *next;
  }
  return {};
}

}  // namespace

Result<std::size_t> index_texts(RecordAccess& access, const Progress& progress) {
  std::uint64_t done = 0;
  const ToldBytes told = [&](std::uint64_t bytes) -> Result<void> {
    done += bytes;
    return goes_on(progress, done) ? Result<void>() : Error{ErrorCode::cancelled, ""};
  };
  for (ItemNumber after{};;) {
    TRY_ASSIGN(auto waiting, next_waiting(access, after));
    if (!waiting) break;
    after = waiting->text.item;
    if (waiting->source == nullptr) continue;
    const bool is_conversation = waiting->text.kind == ItemKind::conversation;
    const auto indexed = is_conversation ? index_messages(access, waiting->text, *waiting->source, told)
                                         : index_text(access, std::move(*waiting), told);
    if (!indexed && indexed.error().code != ErrorCode::damaged) return indexed.error();
  }
  return access.ask([](Record& record) { return count_waiting_texts(record); });
}

}  // namespace daybook::vault
