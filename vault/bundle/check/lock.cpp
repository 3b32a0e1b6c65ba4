#include "vault/bundle/check/lock.h"

#include <algorithm>

namespace daybook::vault {
namespace {

constexpr std::string_view kAgeStart = "age-encryption.org/";

// The finding on a copy whose file key cannot be had for this error; nothing where the error is one of the medium.
std::optional<Finding> finding_for(ErrorCode code) {
  if (code == ErrorCode::no_matching_key) return Finding::lock_other_key;
  if (code == ErrorCode::does_not_match) return Finding::lock_altered;
  if (code == ErrorCode::malformed) return Finding::lock_malformed;
  if (code == ErrorCode::damaged) return Finding::lock_cut_off;
  return std::nullopt;
}

}  // namespace

Result<std::optional<Lock>> open_lock(ByteSource& source, const crypto::AgeKeys& keys, FindingLog& log) {
  Bytes start(static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), kAgeStart.size())));
  TRY(source.read_at(0, start));
  Lock lock;
  if (as_text(start) != kAgeStart) {
    log.add(Finding::lock_none);
    return std::optional(std::move(lock));
  }
  auto opened = crypto::unwrap_age_file_key(source, keys);
  if (!opened) {
    const auto finding = finding_for(opened.error().code);
    if (!finding) return opened.error();
    log.add(*finding);
    return std::optional<Lock>();
  }
  lock.is_locked = true;
  if (opened->identity_used) lock.recipient = keys.identities[*opened->identity_used].recipient().to_text();
  lock.file_key.emplace(std::move(opened->file_key));
  return std::optional(std::move(lock));
}

Result<std::optional<crypto::AgeReader>> open_content(ByteSource& source, const crypto::AgeFileKey& file_key,
                                                      FindingLog& log) {
  crypto::AgeKeys keys;
  keys.file_key.emplace(file_key.duplicate());
  auto reader = crypto::AgeReader::open(source, keys);
  if (!reader) {
    const auto finding = finding_for(reader.error().code);
    if (!finding) return reader.error();
    log.add(*finding);
    return std::optional<crypto::AgeReader>();
  }
  log.add(Finding::lock_opened);
  return std::optional(std::move(*reader));
}

}  // namespace daybook::vault
