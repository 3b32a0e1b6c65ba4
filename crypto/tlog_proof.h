#pragma once

#include "crypto/merkle.h"
#include "crypto/signed_note.h"

namespace daybook::crypto {

/// A .tlog-proof file (C2SP tlog-proof.md): where an entry stands in a log, its path, and the log's signed head.
struct TlogProof {
  std::uint64_t index;
  std::vector<TreeHash> path;
  std::string checkpoint;  // the signed note, whole

  std::string to_text() const;
  static Result<TlogProof> parse(std::string_view text);
};

/// A consistency file: the body of a witness's add-checkpoint request (C2SP tlog-witness.md), `old <size>`, the path,
/// the head.
struct ConsistencyProof {
  std::uint64_t old_size;
  std::vector<TreeHash> path;
  std::string checkpoint;

  std::string to_text() const;
  static Result<ConsistencyProof> parse(std::string_view text);
};

}  // namespace daybook::crypto
