#include "crypto/tlog_proof.h"

#include "crypto/encoding.h"

namespace daybook::crypto {
namespace {

constexpr std::string_view kFirstLine = "c2sp.org/tlog-proof@v1\n";
constexpr std::size_t kMostHashes = 63;
constexpr std::uint64_t kLargestSize = (std::uint64_t{1} << 63) - 1;

struct Parsed {
  std::uint64_t number;
  std::vector<TreeHash> path;
  std::string checkpoint;
};

std::string write(std::string_view label, std::uint64_t number, const std::vector<TreeHash>& path,
                  const std::string& checkpoint) {
  std::string text = std::string(label) + std::to_string(number) + "\n";
  for (const TreeHash& hash : path) text += to_base64(hash) + "\n";
  return text + "\n" + checkpoint;
}

// Reads what both files have in common: `<label><number>`, at most 63 hashes, an empty line, the checkpoint.
Result<Parsed> read(std::string_view label, std::string_view text) {
  const Error bad{ErrorCode::malformed, "log proof"};
  const auto take_line = [&]() -> std::optional<std::string_view> {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
  };
  const auto first = take_line();
  if (!first || !first->starts_with(label)) return bad;
  const auto number = from_decimal(first->substr(label.size()), kLargestSize);
  if (!number) return bad;
  Parsed parsed{*number, {}, {}};
  for (;;) {
    const auto line = take_line();
    if (!line) return bad;
    if (line->empty()) break;
    const auto hash = exactly<32>(from_base64(*line));
    if (!hash || parsed.path.size() == kMostHashes) return bad;
    parsed.path.push_back(*hash);
  }
  parsed.checkpoint = std::string(text);
  return parsed;
}

}  // namespace

std::string TlogProof::to_text() const { return std::string(kFirstLine) + write("index ", index, path, checkpoint); }

Result<TlogProof> TlogProof::parse(std::string_view text) {
  if (!text.starts_with(kFirstLine)) return Error{ErrorCode::malformed, "path in the log: first line"};
  text.remove_prefix(kFirstLine.size());
  if (text.starts_with("extra ")) {  // what an extra line holds has no meaning here, but it must be base64
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || !from_base64(text.substr(6, end - 6)))
      return Error{ErrorCode::malformed, "path in the log: extra"};
    text.remove_prefix(end + 1);
  }
  TRY_ASSIGN(Parsed parsed, read("index ", text));
  return TlogProof{parsed.number, std::move(parsed.path), std::move(parsed.checkpoint)};
}

std::string ConsistencyProof::to_text() const { return write("old ", old_size, path, checkpoint); }

Result<ConsistencyProof> ConsistencyProof::parse(std::string_view text) {
  TRY_ASSIGN(Parsed parsed, read("old ", text));
  return ConsistencyProof{parsed.number, std::move(parsed.path), std::move(parsed.checkpoint)};
}

}  // namespace daybook::crypto
