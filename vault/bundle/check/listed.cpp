#include "vault/bundle/check/listed.h"

#include <algorithm>
#include <utility>

#include "crypto/encoding.h"
#include "vault/bundle/check/added_beside.h"
#include "vault/bundle/check/fingerprints.h"
#include "vault/store/zip_writer.h"

namespace daybook::vault {
namespace {

constexpr const char* kBagitText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
constexpr const char* kList256 = "manifest-sha256.txt";
constexpr const char* kList512 = "manifest-sha512.txt";

std::string in_bag(std::string_view path) { return "bag/" + std::string(path); }

}  // namespace

Listed::State Listed::state(std::string_view path) const {
  const auto file = m_container->find(in_bag(path));
  if (!file) return m_tags->names(path) || m_payload512.names(path) ? State::missing : State::unlisted;
  if (m_tags->find(*file) == nullptr && m_payload512.find(*file) == nullptr) return State::unlisted;
  return m_is_unchanged[*file] ? State::unchanged : State::changed;
}

std::uint64_t Listed::size(std::string_view path) const {
  const auto file = m_container->find(in_bag(path));
  return file ? m_container->size(*file) : 0;
}

Result<bool> Listed::read(std::string_view path, const BlockReceiver& receiver) const {
  if (state(path) != State::unchanged) return false;
  const FileIndex file = *m_container->find(in_bag(path));
  TRY_ASSIGN(const FileReading reading, read_file_of(*m_container, file, receiver));
  const auto* digest = m_tags->find(file) != nullptr ? m_tags->find(file) : m_payload512.find(file);
  return reading.is_whole && reading.facts.sha512 == *digest;
}

Result<std::optional<std::string>> Listed::text(std::string_view path, std::size_t most, FindingLog& log) const {
  std::optional<std::string> text(std::in_place);
  if (state(path) != State::unchanged) return std::optional<std::string>();
  if (m_container->size(*m_container->find(in_bag(path))) > most) {
    log.add(Finding::over_limit, std::string(path));
    return std::optional<std::string>();
  }
  TRY_ASSIGN(const bool is_same, read(path, [&](ByteView block) -> Result<void> {
               *text += as_text(block);
               return {};
             }));
  if (!is_same) {
    log.add(Finding::file_changed, std::string(path));
    text.reset();
  }
  return text;
}

std::optional<Listed::Payload> Listed::payload(std::string_view path) const {
  const auto file = m_container->find(in_bag(path));
  if (!file || !m_is_unchanged[*file]) return std::nullopt;
  const auto* sha256 = m_payload256.find(*file);
  const auto* sha512 = m_payload512.find(*file);
  if (sha256 == nullptr || sha512 == nullptr) return std::nullopt;
  return Payload{m_container->size(*file), crypto::to_hex(*sha256), crypto::to_hex(*sha512)};
}

std::vector<std::string> Listed::payload_paths() const {
  std::vector<std::string> paths;
  for (const auto& line : m_payload512.lines()) paths.emplace_back(m_container->name(line.file).substr(4));
  paths.insert(paths.end(), m_payload512.missing().begin(), m_payload512.missing().end());
  return paths;
}

std::optional<std::size_t> Listed::payload_index(std::string_view path) const {
  const auto& lines = m_payload512.lines();
  if (const auto file = m_container->find(in_bag(path))) {
    const auto at = std::lower_bound(lines.begin(), lines.end(), *file,
                                     [](const auto& line, FileIndex wanted) { return line.file < wanted; });
    if (at == lines.end() || at->file != *file) return std::nullopt;
    return at - lines.begin();
  }
  const auto at = m_payload512.missing().find(std::string(path));
  if (at == m_payload512.missing().end()) return std::nullopt;
  return lines.size() + static_cast<std::size_t>(std::distance(m_payload512.missing().begin(), at));
}

std::vector<std::string> Listed::tag_paths_in(std::string_view folder) const {
  std::vector<std::string> paths;
  for (const auto& line : m_tags->lines()) {
    const std::string_view path = m_container->name(line.file).substr(4);
    if (path.starts_with(folder)) paths.emplace_back(path);
  }
  return paths;
}

std::vector<FileIndex> Listed::good_files() const {
  std::vector<FileIndex> files;
  for (FileIndex file = 0; file < m_container->count(); ++file) {
    if (m_is_unchanged[file] && is_safe_path(m_container->name(file))) files.push_back(file);
  }
  return files;
}

class ListedCheck {
 public:
  ListedCheck(const Container& container, const Signed& signed_list, FindingLog& log, const Progress& progress)
      : m_container(container),
        m_signed(signed_list),
        m_log(log),
        m_progress(progress),
        m_listed(container, signed_list.tags()),
        m_fingerprints(container, signed_list.tags()) {}

  Result<std::optional<Listed>> check() {
    bool holds = check_tag_list();
    TRY_ASSIGN(const bool has_payload, read_payload_lists());
    TRY(m_fingerprints.read(m_log));
    if (m_log.is_stopped()) return std::optional<Listed>();
    holds = holds && has_payload;
    mark_sealed(has_payload);
    if (unpacked_size() > m_container.most_unpacked()) {
      m_log.add(Finding::over_limit, "size");
      return std::optional<Listed>();
    }
    TRY(hash_files());
    TRY(check_bagit());
    if (has_payload && m_signed.tags().is_well_formed()) {
      AddedBeside added{m_container, m_listed.tags(), m_listed.m_payload512, m_is_sealed, m_log};
      for (const FileIndex file : added.look()) m_listed.m_is_unchanged[file] = false;
      TRY(added.look_at_start_here(m_listed.m_is_unchanged));
      TRY(check_padding());
    }
    if (!holds) return std::optional<Listed>();
    const auto& unchanged = m_listed.m_is_unchanged;
    m_fingerprints.judge(m_listed.m_payload512, unchanged, m_log);
    m_listed.m_receipt = m_fingerprints.receipt(unchanged);
    const std::size_t all = m_listed.m_tags->size() + m_listed.m_payload512.size();
    const bool are_all_there = std::cmp_equal(std::count(unchanged.begin(), unchanged.end(), true), all);
    if (are_all_there && !m_log.has(Finding::path_unsafe)) m_log.add(Finding::files_all_there, std::to_string(all));
    return std::optional(std::move(m_listed));
  }

 private:
  bool check_tag_list() {
    const BagList<64>& tags = m_signed.tags();
    if (!tags.is_well_formed()) {
      m_log.add(Finding::list_malformed, "tagmanifest-sha512.txt");  // which files it lacks can then not be told
      return false;
    }
    bool holds = true;
    for (const char* path : kRequiredFiles) {
      if (tags.names(path)) continue;
      m_log.add(Finding::file_not_listed, path);
      holds = false;
    }
    report_names(tags);
    return holds;
  }

  template <std::size_t N>
  void report_names(const BagList<N>& list) {
    for (const std::string& path : list.unsafe()) m_log.add(Finding::path_unsafe, path);
    for (const std::string& path : list.unknown()) m_log.add(Finding::file_newer, path);
  }

  // Reads both payload lists. True when both have the digest in the tag list, follow their grammar and name the same
  // files.
  Result<bool> read_payload_lists() {
    TRY_ASSIGN(const bool good512, read_list(kList512, m_listed.m_payload512));
    TRY_ASSIGN(const bool good256, read_list(kList256, m_listed.m_payload256));
    if (!good512 || !good256) return false;
    report_names(m_listed.m_payload512);
    compare_names(m_listed.m_payload512, m_listed.m_payload256);
    compare_names(m_listed.m_payload256, m_listed.m_payload512);
    return !m_log.has(Finding::lists_differ);
  }

  template <std::size_t N>
  Result<bool> read_list(const char* path, BagList<N>& list) {
    if (!m_signed.tags().names(path)) return m_log.add(Finding::list_missing, path), false;
    const auto file = usable_file(m_container, path, m_log);
    if (!file) return false;  // hash_files() tells where the list is missing
    if (m_container.size(*file) > m_container.most_unpacked()) return m_log.add(Finding::over_limit, "size"), false;
    TRY_ASSIGN(const FileReading reading, read_file_of(m_container, *file, [&](ByteView block) -> Result<void> {
                 list.feed(as_text(block));
                 return {};
               }));
    list.finish();
    // hash_files() tells where the list is changed or damaged.
    if (!reading.is_whole || reading.facts.sha512 != *m_signed.tags().find(*file)) return false;
    if (!list.is_well_formed()) m_log.add(Finding::list_malformed, path);
    return list.is_well_formed();
  }

  template <std::size_t N, std::size_t M>
  void compare_names(const BagList<N>& list, const BagList<M>& other) {
    for (const auto& line : list.lines()) {
      if (other.find(line.file) == nullptr)
        m_log.add(Finding::lists_differ, std::string(m_container.name(line.file).substr(4)));
    }
    for (const std::string& path : list.missing()) {
      if (!other.missing().contains(path)) m_log.add(Finding::lists_differ, path);
    }
    for (const std::string& path : list.unsafe()) {
      if (!other.unsafe().contains(path)) m_log.add(Finding::lists_differ, path);
    }
  }

  void mark_sealed(bool has_payload) {
    m_is_sealed.assign(m_container.count(), false);
    for (const auto& line : m_listed.m_tags->lines()) m_is_sealed[line.file] = true;
    for (const char* path : {"tagmanifest-sha512.txt", "tagmanifest-sha512.txt.minisig"}) {
      if (const auto file = m_container.find(in_bag(path))) m_is_sealed[*file] = true;
    }
    if (!has_payload) return;
    for (const auto& line : m_listed.m_payload512.lines()) m_is_sealed[line.file] = true;
  }

  std::uint64_t unpacked_size() const {
    std::uint64_t total = 0;
    for (FileIndex file = 0; file < m_container.count(); ++file) {
      if (!m_is_sealed[file] && m_container.name(file) != kPaddingName) continue;
      if (m_container.size(file) > ~std::uint64_t{0} - total) return ~std::uint64_t{0};
      total += m_container.size(file);
    }
    return total;
  }

  Result<void> hash_files() {
    for (const std::string& path : m_listed.m_tags->missing()) m_log.add(Finding::file_missing, path);
    for (const std::string& path : m_listed.m_payload512.missing()) m_log.add(Finding::file_missing, path);
    for (FileIndex file = 0; file < m_container.count(); ++file) {
      const auto* tag = m_listed.m_tags->find(file);
      const auto* payload = m_listed.m_payload512.find(file);
      if (!m_is_sealed[file] || (tag == nullptr && payload == nullptr)) continue;
      const std::string path(m_container.name(file).substr(4));
      if (!usable_file(m_container, path, m_log)) continue;
      TRY_ASSIGN(const FileReading reading, read_file_of(m_container, file, {}, progress_after(m_done)));
      m_done += m_container.size(file);
      if (reading.has_bytes_left) m_log.add(Finding::bytes_added, path);
      if (!reading.is_whole) m_log.add(Finding::entry_damaged, path);
      if (!reading.is_complete) continue;
      const auto* sha256 = m_listed.m_payload256.find(file);
      const bool same = tag != nullptr ? reading.facts.sha512 == *tag
                                       : reading.facts.sha512 == *payload && sha256 != nullptr &&
                                             reading.facts.sha256 == *sha256;
      if (!same) m_log.add(Finding::file_changed, path);
      m_listed.m_is_unchanged[file] = same && reading.is_whole;
      m_fingerprints.compare(file, reading.facts.sha256);
    }
    return {};
  }

  Progress progress_after(std::uint64_t done) const {
    return [this, done](std::uint64_t now) { return goes_on(m_progress, done + now); };
  }

  Result<void> check_bagit() {
    if (m_listed.state("bagit.txt") != Listed::State::unchanged) return {};
    TRY_ASSIGN(const auto text, m_listed.text("bagit.txt", 1024, m_log));
    if (text && *text != kBagitText) m_log.add(Finding::file_malformed, "bagit.txt");
    return {};
  }

  // The padding must be zeros. Where all else is as written, its length must be the one that follows from the other
  // files. Anything more would be a place to add bytes unseen.
  Result<void> check_padding() {
    const auto padding = m_container.find(kPaddingName);
    bool is_changed = false;
    if (padding) {
      bool is_zeros = !m_container.is_odd(*padding);
      if (is_zeros) {
        TRY_ASSIGN(const FileReading reading,
                   read_file_of(
                       m_container, *padding,
                       [&](ByteView block) -> Result<void> {
                         is_zeros = is_zeros && std::all_of(block.begin(), block.end(), [](auto b) { return b == 0; });
                         return {};
                       },
                       progress_after(m_done)));
        is_zeros = is_zeros && reading.is_whole && !reading.has_bytes_left;
      }
      is_changed = !is_zeros ||
                   (m_container.is_as_written() && m_container.size(*padding) != m_container.expected_padding());
    }
    if (is_changed) m_log.add(Finding::padding_changed);
    return {};
  }

  const Container& m_container;
  const Signed& m_signed;
  FindingLog& m_log;
  const Progress& m_progress;
  Listed m_listed;
  Fingerprints m_fingerprints;
  std::vector<bool> m_is_sealed;
  std::uint64_t m_done = 0;
};

Result<std::optional<Listed>> Listed::establish(const Container& container, const Signed& signed_list, FindingLog& log,
                                                const Progress& progress) {
  return ListedCheck(container, signed_list, log, progress).check();
}

}  // namespace daybook::vault
