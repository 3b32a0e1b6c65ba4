#include "vault/bundle/check/bag_list.h"

#include <algorithm>

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostLineBytes = 1199;     // without LF
constexpr std::size_t kMostBytesKept = 8 << 20;  // of the names that are missing, unsafe or unknown

}  // namespace

template <std::size_t N>
void BagList<N>::feed(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    m_rest += text.substr(0, std::min(end, kMostLineBytes + 1));
    if (m_rest.size() > kMostLineBytes) {
      m_is_well_formed = false;
      m_rest.resize(kMostLineBytes);
    }
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
    read_line(m_rest);
    m_rest.clear();
  }
}

template <std::size_t N>
void BagList<N>::read_line(std::string_view line) {
  constexpr std::size_t kHex = 2 * N;
  const auto digest = line.size() > kHex + 2 && line.substr(kHex, 2) == "  "
                          ? crypto::exactly<N>(crypto::from_hex(line.substr(0, kHex)))
                          : std::nullopt;
  if (!digest) {
    m_is_well_formed = false;
    return;
  }
  const std::string path(line.substr(kHex + 2));
  const PathKind kind = kind_of_path(path);
  if (!belongs_here(path, kind)) {
    m_is_well_formed = false;
    return;
  }
  if (kind == PathKind::unsafe) {
    keep(m_unsafe, path);
    return;  // a file at an unsafe path is never looked up
  }
  if (kind == PathKind::unknown && m_what != ListOf::fingerprints) keep(m_unknown, path);
  if (const auto file = m_container->find("bag/" + path)) {
    m_lines.push_back({*file, *digest});
  } else {
    keep(m_missing, path);
    ++m_missing_count;
  }
}

template <std::size_t N>
bool BagList<N>::belongs_here(std::string_view path, PathKind kind) {
  if (path.ends_with('\r')) return false;
  if (m_what != ListOf::fingerprints)
    return kind != PathKind::seal && path.starts_with("data/") == (m_what == ListOf::payload);
  const bool is_in_order = path.compare(m_last) > 0;  // clang 14 does not compile `<` of both here
  m_last = path;
  return is_in_order;
}

// Keeps a name until kMostBytesKept is reached. A list with more such names than an honest one has must not use up the
// memory.
template <std::size_t N>
void BagList<N>::keep(Names& names, const std::string& path) {
  if (m_kept_bytes > kMostBytesKept) return;
  m_kept_bytes += path.size() + 100;
  m_is_well_formed &= names.insert(path).second;
}

template <std::size_t N>
void BagList<N>::finish() {
  m_is_well_formed &= m_rest.empty();
  std::sort(m_lines.begin(), m_lines.end(), [](const Line& a, const Line& b) { return a.file < b.file; });
  m_is_well_formed &= std::adjacent_find(m_lines.begin(), m_lines.end(), [](const Line& a, const Line& b) {
                        return a.file == b.file;
                      }) == m_lines.end();
}

template <std::size_t N>
const typename BagList<N>::Digest* BagList<N>::find(FileIndex file) const {
  const auto at = std::lower_bound(m_lines.begin(), m_lines.end(), file,
                                   [](const Line& line, FileIndex wanted) { return line.file < wanted; });
  return at != m_lines.end() && at->file == file ? &at->digest : nullptr;
}

template <std::size_t N>
bool BagList<N>::names(std::string_view path) const {
  const auto file = m_container->find("bag/" + std::string(path));
  return file ? find(*file) != nullptr : m_missing.contains(path);
}

template class BagList<32>;
template class BagList<64>;

}  // namespace daybook::vault
