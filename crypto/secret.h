#pragma once

#include <memory>
#include <string_view>

#include "crypto/bytes.h"

namespace daybook::crypto {

/// Prepares libsodium. Terminates the process when there is no source of randomness, because no key is safe without
/// one. The functions of crypto/ that need libsodium prepared call initialize() themselves. A second call costs
/// nothing.
void initialize();

/// Overwrites `bytes` with zeros. The compiler may drop an ordinary write to memory that nobody reads again, but not
/// this one.
void wipe(MutableByteView bytes);

/// Compares two secrets in a time that does not tell where they differ. A difference in size is told at once.
bool equal_in_constant_time(ByteView a, ByteView b);

/// Bytes in guarded memory (sodium_malloc), kept out of the swap file where the system allows and wiped when they go.
/// For what is small and secret: locked memory is scarce. Ends the program when there is no memory. Move-only. Every
/// use of the contents is an expose() that can be found by grep.
class SecretBuffer {
 public:
  SecretBuffer() = default;
  /// `size` bytes, all zero.
  explicit SecretBuffer(std::size_t size);
  static SecretBuffer copy_of(ByteView bytes);

  SecretBuffer(SecretBuffer&& other) noexcept;
  SecretBuffer& operator=(SecretBuffer&& other) noexcept;
  SecretBuffer(const SecretBuffer&) = delete;
  SecretBuffer& operator=(const SecretBuffer&) = delete;
  ~SecretBuffer();

  std::size_t size() const { return m_size; }
  bool empty() const { return m_size == 0; }
  ByteView expose() const { return {m_bytes, m_size}; }
  MutableByteView expose_mutable() { return {m_bytes, m_size}; }
  std::string_view expose_text() const { return as_text(expose()); }

  /// Adds `bytes` at the end. Views of the contents from before may be dangling: a block that is too small is replaced
  /// by a larger one, and wiped.
  void append(ByteView bytes);
  /// Keeps the first `size` bytes, of at least as many. The bytes that are cut off are wiped at once.
  void truncate(std::size_t size);

 private:
  std::uint8_t* m_bytes = nullptr;
  std::size_t m_size = 0;
  std::size_t m_capacity = 0;
};

/// A secret of N bytes, at first all zero. `Tag` makes keys of different purpose different types, so that the compiler
/// finds where two are mixed up.
template <std::size_t N, class Tag>
class SecretKey {
 public:
  SecretKey() : m_buffer(N) {}
  static SecretKey copy_of(ByteView bytes) {
    DAYBOOK_ASSERT(bytes.size() == N);
    SecretKey key;
    copy_bytes(bytes, key.expose_mutable());
    return key;
  }
  SecretKey duplicate() const { return copy_of(expose()); }
  std::span<const std::uint8_t, N> expose() const { return m_buffer.expose().template first<N>(); }
  std::span<std::uint8_t, N> expose_mutable() { return m_buffer.expose_mutable().template first<N>(); }

 private:
  SecretBuffer m_buffer;
};

/// A large reusable buffer for content on its way through. The memory is wiped when the buffer goes, but is not locked:
/// a megabyte for each stream would use up what one process may lock.
class ContentBuffer {
 public:
  explicit ContentBuffer(std::size_t size) : m_bytes(size) {}
  ContentBuffer(ContentBuffer&&) = default;
  ContentBuffer& operator=(ContentBuffer&& other) noexcept {
    wipe(m_bytes);
    m_bytes = std::move(other.m_bytes);
    return *this;
  }
  ContentBuffer(const ContentBuffer&) = delete;
  ContentBuffer& operator=(const ContentBuffer&) = delete;
  ~ContentBuffer() { wipe(m_bytes); }

  std::size_t size() const { return m_bytes.size(); }
  MutableByteView bytes() { return m_bytes; }
  MutableByteView first(std::size_t count) { return MutableByteView(m_bytes).first(count); }

 private:
  Bytes m_bytes;
};

}  // namespace daybook::crypto
