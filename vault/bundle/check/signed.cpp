#include "vault/bundle/check/signed.h"

#include "crypto/encoding.h"
#include "vault/bundle/check/grammar.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostKeyFileBytes = 64 * 1024;
constexpr const char* kTagListPath = "tagmanifest-sha512.txt";
constexpr const char* kSignaturePath = "tagmanifest-sha512.txt.minisig";
constexpr const char* kRootKeyPath = "keys/root.pub";

}  // namespace

class SignedCheck {
 public:
  SignedCheck(const Container& container, FindingLog& log) : m_container(container), m_log(log) {}

  Result<std::optional<Signed>> signed_list() {
    TRY_ASSIGN(const bool is_there, find_files());
    if (!is_there) return std::optional<Signed>();
    const auto key = crypto::MinisignPublicKey::parse(m_key_text);
    const auto signature = crypto::parse_minisign_signature(m_signature_text);
    // minisign forgives a changed first line, which no signature covers. In a copy both files have one spelling only,
    // so that nobody can write something there.
    if (!key || key->to_file() != m_key_text) return stop(Finding::signature_malformed, kRootKeyPath);
    if (!signature || signature->to_file() != m_signature_text)
      return stop(Finding::signature_malformed, kSignaturePath);
    if (signature->key_id != key->id) return stop(Finding::signature_other_key);

    BagList<64> tags(m_container, ListOf::tags);
    crypto::Blake2b512 hash;
    const auto reading = read_file_of(m_container, m_tag_list, [&](ByteView block) -> Result<void> {
      hash.update(block);
      tags.feed(as_text(block));
      return {};
    });
    if (!reading) return reading.error();
    if (!reading->is_whole) m_log.add(Finding::entry_damaged, kTagListPath);
    if (!reading->is_complete) return std::optional<Signed>();
    if (reading->has_bytes_left) m_log.add(Finding::bytes_added, kTagListPath);
    if (!crypto::verify_minisign(*signature, *key, hash.finish())) return stop(Finding::signature_wrong);
    tags.finish();
    if (is_of_newer_kind(signature->trusted_comment)) return stop(Finding::comment_newer);
    auto comment = parse_trusted_comment(signature->trusted_comment);
    if (!comment) return stop(Finding::comment_malformed);
    m_log.add(Finding::signature_matches);
    return std::optional(
        Signed(*key, std::move(*comment), std::move(tags), receipt_of_tag_list(reading->facts.sha256)));
  }

 private:
  std::optional<Signed> stop(Finding finding, std::string subject = "") {
    m_log.add(finding, std::move(subject));
    return std::nullopt;
  }

  Result<bool> find_files() {
    bool all_there = true;
    for (const char* path : {kTagListPath, kSignaturePath, kRootKeyPath}) {
      if (m_container.find("bag/" + std::string(path))) continue;
      m_log.add(Finding::signature_missing, path);
      all_there = false;
    }
    const auto tags = usable_file(m_container, kTagListPath, m_log),
               signature = usable_file(m_container, kSignaturePath, m_log),
               key = usable_file(m_container, kRootKeyPath, m_log);
    if (!all_there || !tags || !signature || !key) return false;
    m_tag_list = *tags;
    if (m_container.size(*tags) > m_container.most_unpacked()) return m_log.add(Finding::over_limit, "size"), false;
    TRY_ASSIGN(const bool has_signature, read_text(*signature, kSignaturePath, m_signature_text));
    TRY_ASSIGN(const bool has_key, read_text(*key, kRootKeyPath, m_key_text));
    return has_signature && has_key;
  }

  Result<bool> read_text(FileIndex file, const char* path, std::string& text) {
    if (m_container.size(file) > kMostKeyFileBytes) return m_log.add(Finding::over_limit, path), false;
    const auto reading = read_file_of(m_container, file, [&](ByteView block) -> Result<void> {
      text += as_text(block);
      return {};
    });
    if (!reading) return reading.error();
    if (!reading->is_whole) m_log.add(Finding::entry_damaged, path);
    if (reading->has_bytes_left) m_log.add(Finding::bytes_added, path);
    return reading->is_complete;
  }

  // Whether a comment begins `seal:v2` or higher: it is signed, and of a version that is not known here.
  static bool is_of_newer_kind(std::string_view comment) {
    constexpr std::string_view kBegin = "seal:v";
    if (!comment.starts_with(kBegin)) return false;
    comment.remove_prefix(kBegin.size());
    const auto version = crypto::from_decimal(comment.substr(0, comment.find('\t')), 1'000'000);
    return version && *version >= 2;
  }

  const Container& m_container;
  FindingLog& m_log;
  FileIndex m_tag_list = 0;
  std::string m_signature_text, m_key_text;
};

std::optional<FileIndex> usable_file(const Container& container, std::string_view path, FindingLog& log) {
  const auto file = container.find("bag/" + std::string(path));
  if (!file) return std::nullopt;
  if (container.is_doubled(*file)) return log.add(Finding::entry_doubled, std::string(path)), std::nullopt;
  if (container.is_odd(*file)) return log.add(Finding::entry_odd, std::string(path)), std::nullopt;
  return file;
}

std::optional<TrustedComment> parse_trusted_comment(std::string_view text) {
  constexpr std::string_view kLabels[] = {"seal:v1", "bundle:", "seq:", "log:", "root:", "rcpt:"};
  std::string_view values[std::size(kLabels)];
  for (std::size_t i = 0; i < std::size(kLabels); ++i) {
    const std::size_t end = text.find('\t');
    const bool is_last = i + 1 == std::size(kLabels);
    if (!text.starts_with(kLabels[i]) || is_last != (end == std::string_view::npos)) return std::nullopt;
    values[i] = text.substr(0, end).substr(kLabels[i].size());
    if (!is_last) text.remove_prefix(end + 1);
  }
  const auto number = crypto::from_decimal(values[2], kLargestInteger),
             size = crypto::from_decimal(values[3], kLargestInteger);
  const auto root = crypto::exactly<32>(crypto::from_hex(values[4]));
  const bool is_rcpt = values[5] == "none" || crypto::exactly<32>(crypto::from_hex(values[5])).has_value();
  if (!values[0].empty() || !is_uuid(values[1]) || !number || *number == 0 || !size || *size == 0 || !root || !is_rcpt)
    return std::nullopt;
  return TrustedComment{std::string(values[1]), *number, {*size, *root}, std::string(values[5])};
}

Result<std::optional<Signed>> Signed::establish(const Container& container, FindingLog& log) {
  return SignedCheck(container, log).signed_list();
}

}  // namespace daybook::vault
