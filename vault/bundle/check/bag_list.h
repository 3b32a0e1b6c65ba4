#pragma once

#include <array>
#include <set>

#include "vault/bundle/check/container.h"
#include "vault/bundle/check/copy_paths.h"

namespace daybook::vault {

/// What a list names: the files outside of data/, those below it, or both sorted by path, for checking by hand.
enum class ListOf { tags, payload, fingerprints };

/// One of the lists in a bag (RFC 8493 section 2.1.3, and format.md "Lists"), whose lines are looked up in the
/// container while the list is read. `N` is the size of a digest in bytes.
template <std::size_t N>
class BagList {
 public:
  using Digest = std::array<std::uint8_t, N>;
  struct Line {
    FileIndex file;
    Digest digest;
  };
  using Names = std::set<std::string, std::less<>>;

  /// `container` must outlive the list.
  BagList(const Container& container, ListOf what) : m_container(&container), m_what(what) {}
  /// Takes the next block of the list's text.
  void feed(std::string_view text);
  /// Must be called after the last block. Sorts the lines by their file, and finds paths that stand there twice.
  void finish();

  /// False where a line does not follow the grammar, or a path stands there twice or does not belong into such a list.
  /// What a list of fingerprints may name is not looked at, only its order.
  bool is_well_formed() const { return m_is_well_formed; }
  /// Lines whose file is in the container, sorted by file.
  const std::vector<Line>& lines() const { return m_lines; }
  /// Safe paths that are not in the container.
  const Names& missing() const { return m_missing; }
  /// Paths that could be unpacked outside of a folder, or not at all. What lies there is not looked at.
  const Names& unsafe() const { return m_unsafe; }
  /// Safe paths that mean nothing here: a newer program may know them. They are also among lines() or missing().
  const Names& unknown() const { return m_unknown; }
  /// How many safe paths the list has.
  std::size_t size() const { return m_lines.size() + m_missing_count; }
  /// The digest that the list has for a file; null when it does not name the file.
  const Digest* find(FileIndex file) const;
  /// Whether the list names this path, in the container or missing. Unsafe paths do not count.
  bool names(std::string_view path) const;

 private:
  void read_line(std::string_view line);
  bool belongs_here(std::string_view path, PathKind kind);
  void keep(Names& names, const std::string& path);

  const Container* m_container;
  ListOf m_what;
  std::string m_rest;  // the beginning of a line whose end has not come yet
  std::string m_last;  // of fingerprints, the path before
  std::vector<Line> m_lines;
  Names m_missing, m_unsafe, m_unknown;
  std::size_t m_missing_count = 0, m_kept_bytes = 0;
  bool m_is_well_formed = true;
};

extern template class BagList<32>;
extern template class BagList<64>;

}  // namespace daybook::vault
