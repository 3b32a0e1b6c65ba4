#include "vault/bundle/check/fingerprints.h"

#include "vault/bundle/check/signed.h"

namespace daybook::vault {
namespace {

// The files that the list must not name: the lists of BagIt and the signature, which are made after it or say the same
// of the originals, and the list itself.
bool may_be_named(std::string_view path) {
  const PathKind kind = kind_of_path(path);
  return kind != PathKind::list && kind != PathKind::seal && path != kFingerprints;
}

}  // namespace

Result<void> Fingerprints::read(FindingLog& log) {
  if (log.is_stopped() || !m_tags.names(kFingerprints)) return {};
  const auto file = usable_file(m_container, kFingerprints, log);
  if (!file) return {};
  if (m_container.size(*file) > m_container.most_unpacked()) {
    log.add(Finding::over_limit, "size");
    return {};
  }
  TRY_ASSIGN(const FileReading reading, read_file_of(m_container, *file, [&](ByteView block) -> Result<void> {
               m_list.feed(as_text(block));
               return {};
             }));
  m_list.finish();
  if (!reading.is_whole || reading.facts.sha512 != *m_tags.find(*file)) return {};
  m_file = *file;
  m_digest = reading.facts.sha256;
  m_is_right.assign(m_container.count(), false);
  return {};
}

void Fingerprints::compare(FileIndex file, const crypto::Sha256Digest& sha256) {
  if (!m_file) return;
  const auto* digest = m_list.find(file);
  m_is_right[file] = digest != nullptr && *digest == sha256;
}

bool Fingerprints::is_named(FileIndex file, const BagList<64>& payload) const {
  return m_tags.find(file) != nullptr || payload.find(file) != nullptr;
}

// Whether every line is about a file that may stand there and that a signed list names.
bool Fingerprints::judge_lines(const BagList<64>& payload, FindingLog& log) const {
  bool is_good = true;
  const auto wrong = [&](std::string_view path) {
    log.add(Finding::fingerprints_wrong, std::string(path));
    is_good = false;
  };
  for (const auto& line : m_list.lines()) {
    const std::string_view path = m_container.name(line.file).substr(4);
    if (!may_be_named(path) || !is_named(line.file, payload)) wrong(path);
  }
  for (const std::string& path : m_list.missing()) {
    const bool is_missing_file = m_tags.missing().contains(path) || payload.missing().contains(path);
    if (!may_be_named(path) || !is_missing_file) wrong(path);
  }
  for (const std::string& path : m_list.unsafe()) {
    if (!m_tags.unsafe().contains(path) && !payload.unsafe().contains(path)) wrong(path);
  }
  return is_good;
}

void Fingerprints::judge(const BagList<64>& payload, const std::vector<bool>& is_unchanged, FindingLog& log) const {
  if (!m_file || !is_unchanged[*m_file]) return;
  if (!m_list.is_well_formed()) return log.add(Finding::fingerprints_wrong, kFingerprints);
  bool is_good = judge_lines(payload, log);
  bool are_all_unchanged =
      m_tags.missing().empty() && payload.missing().empty() && m_tags.unsafe().empty() && payload.unsafe().empty();
  for (FileIndex file = 0; file < m_container.count(); ++file) {
    if (!is_named(file, payload) || !may_be_named(m_container.name(file).substr(4))) continue;
    are_all_unchanged = are_all_unchanged && is_unchanged[file];
    if (!is_unchanged[file] || m_is_right[file]) continue;
    log.add(Finding::fingerprints_wrong, std::string(m_container.name(file).substr(4)));
    is_good = false;
  }
  if (is_good && are_all_unchanged) log.add(Finding::fingerprints_match, std::to_string(m_list.size()));
}

std::string Fingerprints::receipt(const std::vector<bool>& is_unchanged) const {
  return m_file && is_unchanged[*m_file] ? receipt_of_fingerprints(m_digest) : std::string();
}

}  // namespace daybook::vault
