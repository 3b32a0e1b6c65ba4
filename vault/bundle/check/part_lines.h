#pragma once

#include "vault/bundle/check/grammar.h"
#include "vault/bundle/check/listed.h"

namespace daybook::vault {

/// What the line of a message in a part says of its leaf. Whatever else it says is the reading of the program that made
/// the copy.
struct PartLine {
  std::uint64_t number = 0;
  std::uint64_t size = 0;  // of its bytes
  crypto::Sha256Digest salt{}, pieces{};
};

/// More messages than this in one part are over the limit (format.md section 8).
constexpr std::size_t kMostPartMessages = 1'000'000;

/// The lines of a part. `is_newer` is set when one of them has a member or value that is not known here.
struct PartLines {
  std::vector<PartLine> lines;
  bool is_newer = false, is_malformed = false, is_over_limit = false;
};
/// Reads data/NNNNNN-part.jsonl by its grammar (format.md section 2). Nothing where the file is no longer what was
/// signed. Fails when the medium does.
Result<std::optional<PartLines>> read_part_lines(const Listed& listed, std::string_view path);

}  // namespace daybook::vault
