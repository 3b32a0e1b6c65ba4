#pragma once

#include <array>
#include <set>

#include "vault/bundle/check/container.h"
#include "vault/bundle/check/copy_paths.h"

namespace daybook::vault {

enum class ListOf { tags, payload };

/// What a list in a bag says (RFC 8493 section 2.1.3, and format.md "Lists"), held against the container while it is read. N: bytes of a digest.
template <std::size_t N>
class BagList {
 public:
  using Digest = std::array<std::uint8_t, N>;
  struct Line {
    FileIndex file;
    Digest digest;
  };
  using Names = std::set<std::string, std::less<>>;

  BagList(const Container& container, ListOf what) : m_container(&container), m_what(what) {}
  /// Blocks of the list, in order.
  void feed(std::string_view text);
  /// After the last block: puts the lines in the order of the files, and finds paths that stand there twice.
  void finish();

  /// False: a line that is none, a path that stands there twice or does not belong into such a list.
  bool is_well_formed() const { return m_is_well_formed; }
  const std::vector<Line>& lines() const { return m_lines; }
  /// Paths that are not in the container.
  const Names& missing() const { return m_missing; }
  const Names& unsafe() const { return m_unsafe; }
  const Names& unknown() const { return m_unknown; }
  std::size_t size() const { return m_lines.size() + m_missing_count; }
  const Digest* find(FileIndex file) const;
  bool names(std::string_view path) const;

 private:
  void read_line(std::string_view line);
  void keep(Names& names, const std::string& path);

  const Container* m_container;
  ListOf m_what;
  std::string m_rest;  // a line that is not ended yet
  std::vector<Line> m_lines;
  Names m_missing, m_unsafe, m_unknown;
  std::size_t m_missing_count = 0, m_kept_bytes = 0;
  bool m_is_well_formed = true;
};

extern template class BagList<32>;
extern template class BagList<64>;

}  // namespace daybook::vault
