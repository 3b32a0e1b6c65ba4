#include "vault/intake/chat/source_bytes.h"

#include <algorithm>

namespace daybook::vault {

SourceBytes::SourceBytes(const std::vector<ByteSource*>& sources) {
  for (ByteSource* source : sources) m_sources.push_back(std::make_unique<CachedSource>(*source));
}

std::vector<std::uint64_t> SourceBytes::sizes() const {
  std::vector<std::uint64_t> sizes;
  for (const auto& source : m_sources) sizes.push_back(source->size());
  return sizes;
}

Result<ByteView> SourceBytes::read(std::size_t source, std::uint64_t begin, std::uint64_t end) {
  const bool is_there =
      source < m_sources.size() && begin <= end && end <= m_sources[source]->size() && end - begin <= kMostLineBytes;
  if (!is_there) return Error{ErrorCode::damaged, "reading"};
  const auto size = static_cast<std::size_t>(end - begin);
  if (m_buffer.size() < size) m_buffer = crypto::ContentBuffer(std::max(size, 2 * m_buffer.size()));
  const MutableByteView bytes = m_buffer.first(size);
  TRY(m_sources[source]->read_at(begin, bytes));
  return ByteView(bytes);
}

}  // namespace daybook::vault
