#include "vault/store/damaged_object.h"

#include <algorithm>

#include "vault/store/objects.h"

namespace daybook::vault {

Result<std::unique_ptr<DamagedObject>> DamagedObject::open(FileSystem& files, const Path& folder,
                                                           const crypto::AeadKey& key, const crypto::AeadKey* previous,
                                                           const std::string& name, std::optional<std::uint64_t> size) {
  TRY_ASSIGN(auto file, SegmentedReader::open(files, object_path(folder, name)));
  std::unique_ptr<DamagedObject> object(new DamagedObject(std::move(file)));
  TRY_ASSIGN(const auto object_key, unwrap_object_key(object->m_file, key, previous, name));
  TRY_ASSIGN(auto stream,
             crypto::StreamReader::open_unchecked(object->m_file, kWrappedObjectKeySize, object_key.expose()));
  object->m_stream.emplace(std::move(stream));
  const std::uint64_t chunks = object->m_stream->chunk_count();
  std::uint64_t padded = chunks * crypto::kStreamChunkSize;
  if (chunks > 0) {
    if (const auto last = object->m_stream->read_chunk(chunks - 1, object->m_chunk.bytes())) {
      padded += *last - crypto::kStreamChunkSize;
      if (!size && *last >= 8) size = load_little_endian<8>(ByteView(object->m_chunk.bytes()).subspan(*last - 8, 8));
    }
  }
  object->m_size = size && *size <= padded ? *size : padded;
  // Where the size is known and is larger than what is there, the end is missing and comes as a hole.
  if (size && *size > padded) object->m_size = *size;
  return object;
}

Result<void> DamagedObject::read_at(std::uint64_t offset, MutableByteView target) {
  if (offset > m_size || target.size() > m_size - offset) return Error{ErrorCode::damaged, "stored file ends early"};
  while (!target.empty()) {
    const std::uint64_t within = offset % crypto::kStreamChunkSize;
    const std::size_t count =
        std::min<std::size_t>(target.size(), crypto::kStreamChunkSize - static_cast<std::size_t>(within));
    fill(offset, target.first(count));
    offset += count;
    target = target.subspan(count);
  }
  return {};
}

void DamagedObject::fill(std::uint64_t offset, MutableByteView target) {
  const std::uint64_t index = offset / crypto::kStreamChunkSize;
  const std::size_t within = static_cast<std::size_t>(offset % crypto::kStreamChunkSize);
  if (index != m_loaded) {
    const auto read = index < m_stream->chunk_count() ? m_stream->read_chunk(index, m_chunk.bytes())
                                                      : Result<std::size_t>(Error{ErrorCode::damaged, ""});
    m_loaded_size = read ? std::optional(*read) : std::nullopt;
    m_loaded = index;
  }
  const std::size_t there = m_loaded_size.value_or(0);
  const std::size_t good = there > within ? std::min(there - within, target.size()) : 0;
  copy_bytes(m_chunk.bytes().subspan(within).first(good), target.first(good));
  std::fill(target.begin() + static_cast<std::ptrdiff_t>(good), target.end(), std::uint8_t{0});
  if (good < target.size()) add_hole(offset + good, target.size() - good);
}

void DamagedObject::add_hole(std::uint64_t offset, std::uint64_t size) {
  if (!m_holes.empty() && m_holes.back().offset + m_holes.back().size == offset)
    m_holes.back().size += size;
  else
    m_holes.push_back({offset, size});
}

}  // namespace daybook::vault
