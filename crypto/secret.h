#pragma once

#include <memory>
#include <string_view>

#include "crypto/bytes.h"

namespace daybook::crypto {

/// Prepares libsodium. Terminates the process when there is no source of randomness: nothing here is safe without one.
/// Every other function of this module calls it as needed; calling it again costs nothing.
void initialize();

/// Overwrites memory in a way that the compiler must not drop.
void wipe(MutableByteView bytes);

/// Compares without telling by its duration where two secrets differ.
bool equal_in_constant_time(ByteView a, ByteView b);

/// Bytes in guarded, locked memory (sodium_malloc) that is wiped when it goes: for keys and passphrases only.
/// Move-only. Every use of the contents is an expose() that can be found by grep.
class SecretBuffer {
 public:
  SecretBuffer() = default;
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

  /// Appends, moving to a larger block when needed; the old block is wiped.
  void append(ByteView bytes);
  /// Shortens; the bytes cut off are wiped at once.
  void truncate(std::size_t size);

 private:
  std::uint8_t* m_bytes = nullptr;
  std::size_t m_size = 0;
  std::size_t m_capacity = 0;
};

/// A secret of fixed size. `Tag` keeps keys of different purpose from being mixed up.
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

/// A large reusable buffer for content on its way through: ordinary memory (locking a megabyte per stream would exhaust
/// the process's allowance), wiped when it goes.
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
