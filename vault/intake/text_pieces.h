#pragma once

#include <memory>

#include "vault/intake/text_encoding.h"
#include "vault/record/item.h"

namespace daybook::vault {

/// How many bytes of a file a piece has, more or less.
constexpr std::size_t kTextPieceBytes = 4096;

/// The encoding of a text that is kept; nothing when it is none. Words and notes are UTF-8. A file is read as far as
/// find_encoding() needs. Errors are those of the source.
Result<std::optional<FoundEncoding>> encoding_of(ByteSource& source, ItemKind kind);

/// The beginning of a text as UTF-8.
struct TextBeginning {
  std::string text;
  bool is_cut = false;      // there is more
  bool is_guessed = false;  // another code page would fit as well
};
/// The beginning of a file that is text, of at most `most_bytes` of the file, cut between characters. Without a text
/// when it is none. Errors are those of the source.
Result<TextBeginning> read_beginning(ByteSource& source, std::size_t most_bytes);

/// A text of any size, as pieces that can be read in any order, so that its middle is there as soon as its beginning.
/// Where a piece begins follows from the bytes near by alone: after the end of a line, else after a blank, else between
/// two characters.
class TextPieces {
 public:
  /// `mark_bytes` at the beginning of `source` are no part of the text.
  TextPieces(std::shared_ptr<ByteSource> source, TextEncoding encoding, std::size_t mark_bytes);

  /// At least 1: a text that is empty has one empty piece.
  std::size_t count() const;
  /// The piece with this index, below count(), as UTF-8. Errors are those of the source.
  Result<std::string> read(std::size_t index) const;

 private:
  Result<std::uint64_t> begin_of(std::size_t index) const;
  std::size_t begin_within(ByteView bytes) const;

  std::shared_ptr<ByteSource> m_source;
  TextEncoding m_encoding;
  std::uint64_t m_mark_bytes;
};

}  // namespace daybook::vault
