#pragma once

#include <climits>

#include "vault/store/file_system.h"

namespace daybook::vault {

/// The most bytes in one file of an object, and in one part of a copy or a backup. A file of this size fits on FAT.
constexpr std::uint64_t kSegmentSize = std::uint64_t{2} << 30;
/// The bytes of the largest file that FAT takes. A copy or a backup that is larger is written in parts, on whatever it
/// lies now, because it will be carried on a stick one day.
constexpr std::uint64_t kMostBytesOnFat = (std::uint64_t{4} << 30) - 1;

/// The names of the files that one stream of bytes is written to. Numbers of files count from 1.
struct SegmentNames {
  using Name = Path (*)(const Path& path, int number);
  Name name;
  const char* unfinished;  // the ending of a name while its file is being written
};
/// The files of an object: `<path>`, `<path>-2`, `<path>-3`, ...
Path segment_path(const Path& path, int number);
constexpr SegmentNames kObjectNames{segment_path, ".new"};
/// The parts of a copy or a backup: `<path>.001`, `<path>.002`, ..., which `cat` or `copy /b` joins again.
Path part_path(const Path& path, int number);
constexpr const char* kUnfinishedEnding = ".unfinished";
constexpr SegmentNames kPartNames{part_path, kUnfinishedEnding};
/// A copy or a backup in a single file.
constexpr SegmentNames kOneFile{segment_path, kUnfinishedEnding};

/// When a copy or a backup is written in parts, and of what size, in bytes.
struct PartLimits {
  std::uint64_t most_bytes_in_a_file = kMostBytesOnFat;  // more than this is written in parts, `.001`, `.002`, ...
  std::uint64_t part_size = kSegmentSize;
};

/// The name of a file of an object while it is being written.
Path unfinished_segment_path(const Path& path, int number);

/// Writes one stream of bytes across as many files as it needs, under temporary names until publish(). The FileSystem
/// must outlive the writer. A writer that goes without publish() leaves its files.
class SegmentedWriter final : public ByteSink {
 public:
  SegmentedWriter(FileSystem& files, Path path, const SegmentNames& names, std::uint64_t segment_size = kSegmentSize);
  /// A writer of one file, or of parts when `most_bytes` is over the limit.
  static SegmentedWriter for_carrying(FileSystem& files, Path path, std::uint64_t most_bytes, const PartLimits& limits);
  Result<void> write(ByteView bytes) override;
  /// Syncs the last file. Nothing can be written after that, and temporary_paths() can be read back.
  Result<void> finish();
  /// Finishes, then gives every file its name. The first file comes last, so that nothing is under the name that was
  /// asked for before all is there. `already_exists` when something has one of the names. At least one byte must have
  /// been written.
  Result<void> publish();
  /// Removes what was written, under temporary names and under those that publish() gave. Errors are passed over.
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

/// Whether a name ends in a dot and three digits, as the names of parts do.
bool is_part_name(const Path& path);
/// The parts of what `one` names, from `.001` on, as far as they are there without a gap. `one` may be any of the
/// parts, or their name without the number. When there is no `.001`, or `one` is a file that has no number, `one`
/// alone.
std::vector<Path> find_parts(FileSystem& files, const Path& one);

/// When a file of an object is read under its temporary name. `last_resort`: where there is none under the other name,
/// because a power failure may lose a rename. `preferred`: before the other one, which was to be replaced.
enum class Unfinished { last_resort, preferred };

/// Several files, one after the other, as one source.
class SegmentedReader final : public ByteSource {
 public:
  /// The object that a SegmentedWriter wrote under `path`. `not_found` when its first file is not there. A file that is
  /// missing at the end cannot be noticed here: the end of the content is then gone.
  static Result<SegmentedReader> open(FileSystem& files, const Path& path, Unfinished when = Unfinished::last_resort);
  /// The given files in the given order.
  static Result<SegmentedReader> open_parts(FileSystem& files, const std::vector<Path>& parts);
  std::uint64_t size() const override { return m_size; }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;
  /// Drops what the system has cached of these files, so that what is read next comes from the medium.
  void drop_cache();
  /// The descriptor of each file in order, or none at all where one of the files has none. The reader goes on owning
  /// them.
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
