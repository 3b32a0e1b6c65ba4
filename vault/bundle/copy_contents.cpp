#include "vault/bundle/copy_contents.h"

#include <algorithm>

#include "vault/bundle/zip_writer.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {
namespace {

constexpr std::uint64_t kMostTagBytes = std::uint64_t{256} << 20;
constexpr std::string_view kAgeStart = "age-encryption.org/";

Finding lock_finding(ErrorCode code) {
  switch (code) {
    case ErrorCode::no_matching_key:
      return Finding::lock_wrong_key;
    case ErrorCode::does_not_match:
      return Finding::lock_altered;
    case ErrorCode::malformed:
      return Finding::lock_not_age;
    default:
      return Finding::lock_damaged;
  }
}

// Whether a failure says something of the copy. A full disk while unpacking, or a stop, does not, and must never be
// told as damage to the copy.
bool speaks_of_the_copy(ErrorCode code) {
  return code == ErrorCode::damaged || code == ErrorCode::malformed || code == ErrorCode::does_not_match ||
         code == ErrorCode::no_matching_key;
}

class CopyReader {
 public:
  CopyReader(ByteSource& source, const CheckOptions& options, CopyVerdict& verdict, CopyReceiver* receiver)
      : m_source(&source), m_options(options), m_verdict(verdict), m_receiver(receiver) {}

  Result<std::optional<CopyContents>> read() {
    TRY_ASSIGN(const bool opened, open_lock());
    if (!opened) return std::optional<CopyContents>();
    auto directory = read_zip_directory(*m_source);
    if (!directory && !speaks_of_the_copy(directory.error().code)) return directory.error();
    if (!directory) {
      m_verdict.add(CheckStep::container, Outcome::bad, Finding::container_unreadable, directory.error().detail);
      return std::optional<CopyContents>();
    }
    bool sound = directory->faults.empty();
    for (const ZipFault& fault : directory->faults) {
      m_verdict.add(CheckStep::container, Outcome::bad, Finding::container_fault,
                    fault.name.empty() ? fault.what : fault.name + ": " + fault.what);
    }
    for (const ZipEntry& entry : directory->entries) {
      if (m_contents.has(entry.name)) continue;  // a second one of the name: a fault already
      TRY_ASSIGN(const bool good, read_entry(entry));
      sound = sound && good;
    }
    TRY_ASSIGN(const bool as_written, is_as_written(*directory));
    if (!as_written) m_verdict.add(CheckStep::container, Outcome::information, Finding::container_repacked);
    if (!is_padding_right(*directory)) {
      sound = false;
      m_verdict.add(CheckStep::container, Outcome::bad, Finding::container_padding_wrong);
    }
    if (sound) m_verdict.add(CheckStep::container, Outcome::good, Finding::container_sound);
    return std::optional(std::move(m_contents));
  }

 private:
  Result<bool> open_lock() {
    Bytes start(static_cast<std::size_t>(std::min<std::uint64_t>(m_source->size(), kAgeStart.size())));
    TRY(m_source->read_at(0, start));
    if (as_text(start) != kAgeStart) {
      m_verdict.add(CheckStep::lock, Outcome::good, Finding::lock_none);
      return true;
    }
    auto reader = crypto::AgeReader::open(*m_source, m_options.keys);
    if (!reader && !speaks_of_the_copy(reader.error().code)) return reader.error();
    if (!reader) {
      const ErrorCode code = reader.error().code;
      m_verdict.add(CheckStep::lock, Outcome::bad, lock_finding(code));
      return false;
    }
    m_contents.is_locked = true;
    m_contents.identity_used = reader->identity_used();
    m_age.emplace(std::move(*reader));
    m_source = &*m_age;
    m_verdict.add(CheckStep::lock, Outcome::good, Finding::lock_opened);
    return true;
  }

  Result<bool> read_entry(const ZipEntry& entry) {
    CopyContents::File& file = m_contents.files[entry.name];
    const bool is_tag = entry.name.starts_with("bag/") && !entry.name.starts_with(copy_path::kData);
    if (is_tag && entry.size > kMostTagBytes - m_tag_bytes) {
      file.is_readable = false;
      m_verdict.add(CheckStep::container, Outcome::bad, Finding::container_fault, entry.name + ": too large");
      return false;
    }
    if (is_tag) m_tag_bytes += entry.size;
    const auto read = read_blocks(entry, file, is_tag);
    if (!read && !speaks_of_the_copy(read.error().code)) return read.error();
    if (!read || file.facts.crc32 != entry.crc32) {
      file.is_readable = read.ok();
      m_verdict.add(CheckStep::container, Outcome::bad, Finding::container_entry_damaged, entry.name);
      return false;
    }
    return true;
  }

  static std::vector<ZipPlan> plans_of(const ZipDirectory& directory, bool with_padding) {
    std::vector<ZipPlan> plans;
    for (const ZipEntry& entry : directory.entries) {
      if (with_padding || entry.name != kPaddingName) plans.push_back({entry.name, entry.size, entry.crc32, nullptr});
    }
    return plans;
  }

  // The padding follows from the other files, however somebody packed them again. Sizes that no copy has are not summed
  // up: a directory can claim anything.
  bool is_padding_right(const ZipDirectory& directory) const {
    constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 48;
    std::uint64_t total = 0;
    const ZipEntry* padding = nullptr;
    for (const ZipEntry& entry : directory.entries) {
      if (entry.size > kMostBytes || total > kMostBytes) return false;
      total += entry.size;
      if (entry.name == kPaddingName) padding = &entry;
    }
    return padding != nullptr && m_padding_is_zeros && padding->size == padding_size(plans_of(directory, false));
  }

  // Whether headers and directory are, byte for byte, what our writer makes of these files: dates and attributes too.
  Result<bool> is_as_written(const ZipDirectory& directory) {
    const std::vector<ZipPlan> plans = plans_of(directory, true);
    const Bytes expected = zip_frame(plans);
    if (m_source->size() != zip_size(plans)) return false;
    Bytes frame;
    std::uint64_t end = 0;
    const auto add = [&](std::uint64_t begin, std::uint64_t stop) -> Result<void> {
      if (stop < begin || stop - begin > expected.size()) return {};  // not as written: the comparison will say so
      Bytes part(static_cast<std::size_t>(stop - begin));
      TRY(m_source->read_at(begin, part));
      append(frame, part);
      return {};
    };
    for (const ZipEntry& entry : directory.entries) {
      TRY(add(end, entry.data_offset));
      end = entry.data_offset + entry.packed_size;
    }
    TRY(add(end, m_source->size()));
    return frame == expected;
  }

  Result<void> read_blocks(const ZipEntry& entry, CopyContents::File& file, bool is_tag) {
    const bool is_padding = entry.name == kPaddingName;
    ZipEntryStream stream(*m_source, entry);
    Measurement measurement;
    if (m_receiver != nullptr && !is_padding) TRY(m_receiver->begin(entry.name));
    for (int turn = 0;; turn ^= 1) {
      TRY_ASSIGN(const std::size_t count, stream.read(m_buffers[turn].bytes()));
      if (count == 0) break;
      const ByteView block = m_buffers[turn].first(count);
      measurement.add(block);
      if (is_tag) file.text += as_text(block);
      if (is_padding && m_padding_is_zeros)
        m_padding_is_zeros = std::all_of(block.begin(), block.end(), [](std::uint8_t byte) { return byte == 0; });
      if (m_receiver != nullptr && !is_padding) TRY(m_receiver->block(block));
      m_done += count;
      if (m_options.progress && !m_options.progress(m_done, m_source->size())) return Error{ErrorCode::cancelled, ""};
    }
    file.facts = measurement.finish();
    if (m_receiver != nullptr && !is_padding) TRY(m_receiver->end());
    return {};
  }

  ByteSource* m_source;
  const CheckOptions& m_options;
  CopyVerdict& m_verdict;
  CopyReceiver* m_receiver;
  CopyContents m_contents;
  std::optional<crypto::AgeReader> m_age;
  crypto::ContentBuffer m_buffers[2] = {crypto::ContentBuffer(kStreamBlockSize),
                                        crypto::ContentBuffer(kStreamBlockSize)};
  std::uint64_t m_tag_bytes = 0;
  std::uint64_t m_done = 0;
  bool m_padding_is_zeros = true;
};

}  // namespace

const std::string* CopyContents::text(const std::string& path) const {
  const auto found = files.find(path);
  return found == files.end() || !found->second.is_readable ? nullptr : &found->second.text;
}

Result<std::optional<CopyContents>> read_copy(FileSystem& files, const std::vector<Path>& parts,
                                              const CheckOptions& options, CopyVerdict& verdict,
                                              CopyReceiver* receiver) {
  if (parts.empty()) return Error{ErrorCode::usage, "no copy is given"};
  TRY_ASSIGN(auto source, SegmentedReader::open_parts(files, parts));
  if (options.drop_cache) source.drop_cache();
  return CopyReader(source, options, verdict, receiver).read();
}

}  // namespace daybook::vault
