#pragma once

#include "vault/store/file_system.h"

namespace daybook::vault {

/// Most bytes in one file of an object: below the limit of FAT.
constexpr std::uint64_t kSegmentSize = std::uint64_t{2} << 30;

/// `<path>` for the first segment, then `<path>-2`, `<path>-3`, ...
Path segment_path(const Path& path, int number);

/// Writes one stream of bytes across as many files as it needs, under temporary names (`.new`) until publish().
class SegmentedWriter final : public ByteSink {
 public:
  SegmentedWriter(FileSystem& files, Path path, std::uint64_t segment_size = kSegmentSize);
  Result<void> write(ByteView bytes) override;
  /// Syncs what is left and gives every segment its name, the first segment last: until then there is no object.
  Result<void> publish();
  /// Removes what was written.
  void abandon();

 private:
  Result<void> close_segment();
  FileSystem* m_files;
  Path m_path;
  std::uint64_t m_segment_size;
  std::unique_ptr<FileWriter> m_file;
  std::uint64_t m_in_segment = 0;
  int m_segments = 0;
};

/// Several files, one after the other, as one source.
class SegmentedReader final : public ByteSource {
 public:
  /// What a SegmentedWriter published under `path`.
  static Result<SegmentedReader> open(FileSystem& files, const Path& path);
  /// These files in this order.
  static Result<SegmentedReader> open_parts(FileSystem& files, const std::vector<Path>& parts);
  std::uint64_t size() const override { return m_size; }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;
  void drop_cache();

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
