#pragma once

#include <climits>

#include "vault/store/file_system.h"

namespace daybook::vault {

/// Most bytes in one file of an object, and in one part of a copy or backup: below the limit of FAT.
constexpr std::uint64_t kSegmentSize = std::uint64_t{2} << 30;
/// The largest file that FAT takes. What people carry is written in parts above this, on whatever it lies now: it will
/// be carried on a stick one day.
constexpr std::uint64_t kMostBytesOnFat = (std::uint64_t{4} << 30) - 1;

/// How the files of one stream of bytes are called.
struct SegmentNames {
  using Name = Path (*)(const Path& path, int number);
  Name name;
  const char* unfinished;  // ending while it is being written
};
/// An object: `<path>`, `<path>-2`, `<path>-3`, ...
Path segment_path(const Path& path, int number);
constexpr SegmentNames kObjectNames{segment_path, ".new"};
/// What is carried: `<path>.001`, `<path>.002`, ..., joined by `cat` or `copy /b`.
Path part_path(const Path& path, int number);
constexpr const char* kUnfinishedEnding = ".unfinished";
constexpr SegmentNames kPartNames{part_path, kUnfinishedEnding};
/// A single file.
constexpr SegmentNames kOneFile{segment_path, kUnfinishedEnding};

/// When what people carry is written in parts.
struct PartLimits {
  std::uint64_t most_bytes_in_a_file = kMostBytesOnFat;  // above: parts, `.001`, `.002`, ...
  std::uint64_t part_size = kSegmentSize;
};

/// The name of a segment of an object while it is being written.
Path unfinished_segment_path(const Path& path, int number);

/// Writes one stream of bytes across as many files as it needs, under temporary names until publish().
class SegmentedWriter final : public ByteSink {
 public:
  SegmentedWriter(FileSystem& files, Path path, const SegmentNames& names, std::uint64_t segment_size = kSegmentSize);
  /// One file, or parts when `most_bytes` is over the limit.
  static SegmentedWriter for_carrying(FileSystem& files, Path path, std::uint64_t most_bytes, const PartLimits& limits);
  Result<void> write(ByteView bytes) override;
  /// Syncs what is left; nothing can be written after. temporary_paths() can be read back now.
  Result<void> finish();
  /// finish(), then gives every segment its name, the first one last: until then there is nothing under the name that
  /// was asked for. `already_exists` when something has one of the names; objects have random ones.
  Result<void> publish();
  /// Removes what was written.
  void abandon();
  std::vector<Path> paths() const;
  std::vector<Path> temporary_paths() const;

 private:
  Path temporary_path(int number) const;
  FileSystem* m_files;
  Path m_path;
  SegmentNames m_names;
  std::uint64_t m_segment_size;
  std::unique_ptr<FileWriter> m_file;
  std::uint64_t m_in_segment = 0;
  int m_segments = 0;
  int m_named_from = INT_MAX;
};

/// Whether a name ends in a dot and three digits, as those of parts do.
bool is_part_name(const Path& path);
/// The parts that `one` belongs to: all from `.001` on, as far as they are there, whichever of them was named, and where
/// only the name without an ending was. Else itself.
std::vector<Path> find_parts(FileSystem& files, const Path& one);

/// Segments under their temporary names: read where there is no other (a power failure may lose a rename), or before
/// the others (a file that was to be replaced).
enum class Unfinished { last_resort, preferred };

/// Several files, one after the other, as one source.
class SegmentedReader final : public ByteSource {
 public:
  /// What a SegmentedWriter published under `path` with the names of objects.
  static Result<SegmentedReader> open(FileSystem& files, const Path& path, Unfinished when = Unfinished::last_resort);
  /// These files in this order.
  static Result<SegmentedReader> open_parts(FileSystem& files, const std::vector<Path>& parts);
  std::uint64_t size() const override { return m_size; }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;
  void drop_cache();
  /// Of each file in order; empty where one has none.
  std::vector<int> descriptors() const;

 private:
  void add(std::unique_ptr<FileReader> file);
  struct Segment {
    std::unique_ptr<FileReader> file;
    std::uint64_t begin;
  };
  std::vector<Segment> m_segments;
  std::uint64_t m_size = 0;
};

}  // namespace daybook::vault
