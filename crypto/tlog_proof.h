#pragma once

#include "crypto/merkle.h"
#include "crypto/signed_note.h"

namespace daybook::crypto {

/// A .tlog-proof file (C2SP tlog-proof.md): the number of an entry in a log, the path from the entry to the root, and
/// the log's signed head.
struct TlogProof {
  std::uint64_t index;
  std::vector<TreeHash> path;
  std::string checkpoint;  // the whole signed note, with its signatures

  std::string to_text() const;
  /// `malformed` when the text does not follow the format. Neither the path nor the checkpoint is checked. An `extra`
  /// line is dropped, and to_text() writes none.
  static Result<TlogProof> parse(std::string_view text);
};

/// A consistency file, which shows that an earlier log is the beginning of a later one. The file is the body of an
/// add-checkpoint request to a witness (C2SP tlog-witness.md): `old <size>`, the path, the later head.
struct ConsistencyProof {
  std::uint64_t old_size;
  std::vector<TreeHash> path;
  std::string checkpoint;  // the whole signed note, with its signatures

  std::string to_text() const;
  /// `malformed` when the text does not follow the format. Neither the path nor the checkpoint is checked.
  static Result<ConsistencyProof> parse(std::string_view text);
};

}  // namespace daybook::crypto
