#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/result.h"

namespace daybook {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using MutableByteView = std::span<std::uint8_t>;

inline ByteView as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view as_text(ByteView bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
inline void append(Bytes& target, ByteView more) { target.insert(target.end(), more.begin(), more.end()); }
/// Copies `from` into `to`, which must have the same size. An empty view may have no address at all, and memcpy from a
/// null pointer is undefined even for zero bytes.
inline void copy_bytes(ByteView from, MutableByteView to) {
  DAYBOOK_ASSERT(from.size() == to.size());
  if (!from.empty()) std::memcpy(to.data(), from.data(), from.size());
}
inline bool equal_bytes(ByteView a, ByteView b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0);
}

/// Writes the N low bytes of `value` to the beginning of `target`, the lowest first.
template <std::size_t N>
inline void store_little_endian(MutableByteView target, std::uint64_t value) {
  static_assert(N <= 8);
  for (std::size_t i = 0; i < N; ++i) target[i] = static_cast<std::uint8_t>(value >> (8 * i));
}
/// The number in the first N bytes of `from`, the lowest byte first.
template <std::size_t N>
inline std::uint64_t load_little_endian(ByteView from) {
  static_assert(N <= 8);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < N; ++i) value |= static_cast<std::uint64_t>(from[i]) << (8 * i);
  return value;
}

/// Something that bytes are written to, in order.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  virtual Result<void> write(ByteView bytes) = 0;
};

/// Something of known size that any part can be read from.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual std::uint64_t size() const = 0;
  /// Fills all of `target` from `offset` on, or fails. Reading past the end is an error, not a short read.
  virtual Result<void> read_at(std::uint64_t offset, MutableByteView target) = 0;
};

/// A ByteSource over memory that somebody else owns and that must outlive the source.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(ByteView bytes) : m_bytes(bytes) {}
  std::uint64_t size() const override { return m_bytes.size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    if (offset > m_bytes.size() || target.size() > m_bytes.size() - offset)
      return Error{ErrorCode::malformed, "ends early"};
    copy_bytes(m_bytes.subspan(offset, target.size()), target);
    return {};
  }

 private:
  ByteView m_bytes;
};

/// The `size` bytes from `begin` on of a larger source, which must outlive the window.
class WindowSource final : public ByteSource {
 public:
  WindowSource(ByteSource& source, std::uint64_t begin, std::uint64_t size)
      : m_source(source), m_begin(begin), m_size(size) {}
  std::uint64_t size() const override { return m_size; }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    if (offset > m_size || target.size() > m_size - offset) return Error{ErrorCode::damaged, "ends early"};
    return m_source.read_at(m_begin + offset, target);
  }

 private:
  ByteSource& m_source;
  std::uint64_t m_begin, m_size;
};

/// A ByteSink into memory that is not wiped: for what is no secret, or is encrypted.
class MemorySink final : public ByteSink {
 public:
  Result<void> write(ByteView more) override {
    append(bytes, more);
    return {};
  }
  Bytes bytes;
};

}  // namespace daybook
