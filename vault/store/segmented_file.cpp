#include "vault/store/segmented_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace daybook::vault {

namespace {

Path unfinished(const SegmentNames& names, const Path& path, int number) {
  Path temporary = names.name(path, number);
  temporary += names.unfinished;
  return temporary;
}

}  // namespace

Path unfinished_segment_path(const Path& path, int number) { return unfinished(kObjectNames, path, number); }

Path segment_path(const Path& path, int number) {
  if (number == 1) return path;
  Path numbered = path;
  numbered += from_utf8("-" + std::to_string(number));
  return numbered;
}

Path part_path(const Path& path, int number) {
  Path part = path;
  part += from_utf8(fmt::format(".{:03}", number));
  return part;
}

bool is_part_name(const Path& path) {
  const std::string ending = to_utf8(path.extension());
  return ending.size() == 4 && std::all_of(ending.begin() + 1, ending.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<Path> find_parts(FileSystem& files, const Path& one) {
  Path stem = one;
  if (is_part_name(one))
    stem.replace_extension();
  else if (files.exists(one))
    return {one};
  if (!files.exists(part_path(stem, 1))) return {one};
  std::vector<Path> parts;
  for (int number = 1; files.exists(part_path(stem, number)); ++number) parts.push_back(part_path(stem, number));
  return parts;
}

SegmentedWriter::SegmentedWriter(FileSystem& files, Path path, const SegmentNames& names, std::uint64_t segment_size)
    : m_files(&files), m_path(std::move(path)), m_names(names), m_segment_size(segment_size) {}

SegmentedWriter SegmentedWriter::for_carrying(FileSystem& files, Path path, std::uint64_t most_bytes,
                                              const PartLimits& limits) {
  if (most_bytes > limits.most_bytes_in_a_file) return {files, std::move(path), kPartNames, limits.part_size};
  return {files, std::move(path), kOneFile, std::numeric_limits<std::uint64_t>::max()};
}

Path SegmentedWriter::temporary_path(int number) const { return unfinished(m_names, m_path, number); }

std::vector<Path> SegmentedWriter::paths() const {
  std::vector<Path> paths;
  for (int number = 1; number <= m_segments; ++number) paths.push_back(m_names.name(m_path, number));
  return paths;
}

std::vector<Path> SegmentedWriter::temporary_paths() const {
  std::vector<Path> paths;
  for (int number = 1; number <= m_segments; ++number) paths.push_back(temporary_path(number));
  return paths;
}

Result<void> SegmentedWriter::write(ByteView bytes) {
  while (!bytes.empty()) {
    if (m_file != nullptr && m_in_segment == m_segment_size) TRY(finish());
    if (m_file == nullptr) {
      TRY_ASSIGN(m_file, m_files->create(temporary_path(m_segments + 1)));
      ++m_segments;
      m_in_segment = 0;
    }
    const std::size_t count =
        static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), m_segment_size - m_in_segment));
    TRY(m_file->write(bytes.first(count)));
    m_in_segment += count;
    bytes = bytes.subspan(count);
  }
  return {};
}

Result<void> SegmentedWriter::finish() {
  if (m_file == nullptr) return {};
  TRY(m_file->sync());
  m_file.reset();
  return {};
}

Result<void> SegmentedWriter::publish() {
  DAYBOOK_ASSERT(m_segments > 0);
  TRY(finish());
  for (const Path& path : paths()) {
    if (m_files->exists(path)) return Error{ErrorCode::already_exists, to_utf8(path.filename())};
  }
  for (int number = m_segments; number >= 1; --number) {
    TRY(m_files->rename(temporary_path(number), m_names.name(m_path, number)));
    m_named_from = number;
  }
  return m_files->sync_folder(m_path.parent_path());
}

void SegmentedWriter::abandon() {
  m_file.reset();
  for (int number = 1; number <= m_segments; ++number) {
    // A file that has one of the names and did not get it from publish() is somebody else's.
    (void)m_files->remove(number < m_named_from ? temporary_path(number) : m_names.name(m_path, number));
  }
}

Result<SegmentedReader> SegmentedReader::open(FileSystem& files, const Path& path, Unfinished when) {
  SegmentedReader reader;
  for (int number = 1;; ++number) {
    const Path name = segment_path(path, number), temporary = unfinished_segment_path(path, number);
    const bool temporary_first = when == Unfinished::preferred;
    auto file = files.open(temporary_first ? temporary : name);
    if (!file && file.error().code == ErrorCode::not_found) file = files.open(temporary_first ? name : temporary);
    if (!file && number > 1 && file.error().code == ErrorCode::not_found) return reader;
    if (!file) return file.error();
    reader.add(std::move(*file));
  }
}

Result<SegmentedReader> SegmentedReader::open_parts(FileSystem& files, const std::vector<Path>& parts) {
  SegmentedReader reader;
  for (const Path& part : parts) {
    TRY_ASSIGN(auto file, files.open(part));
    reader.add(std::move(file));
  }
  return reader;
}

void SegmentedReader::add(std::unique_ptr<FileReader> file) {
  const std::uint64_t size = file->size();
  m_segments.push_back({std::move(file), m_size});
  m_size += size;
}

Result<void> SegmentedReader::read_at(std::uint64_t offset, MutableByteView target) {
  if (offset > m_size || target.size() > m_size - offset)
    return Error{ErrorCode::damaged, "a part is missing at the end"};
  for (Segment& segment : m_segments) {
    if (target.empty()) break;
    const std::uint64_t end = segment.begin + segment.file->size();
    if (offset >= end) continue;
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(target.size(), end - offset));
    TRY(segment.file->read_at(offset - segment.begin, target.first(count)));
    offset += count;
    target = target.subspan(count);
  }
  return {};
}

std::vector<int> SegmentedReader::descriptors() const {
  std::vector<int> all;
  for (const Segment& segment : m_segments) {
    const auto descriptor = segment.file->descriptor();
    if (!descriptor) return {};
    all.push_back(*descriptor);
  }
  return all;
}

void SegmentedReader::drop_cache() {
  for (Segment& segment : m_segments) segment.file->drop_cache();
}

}  // namespace daybook::vault
