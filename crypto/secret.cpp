#include "crypto/secret.h"

#include <sodium.h>

namespace daybook::crypto {

void initialize() {
  static const bool ready = [] {
    if (sodium_init() < 0) {
      std::fputs("no source of randomness on this computer\n", stderr);
      std::abort();
    }
    return true;
  }();
  (void)ready;
}

void wipe(MutableByteView bytes) {
  if (!bytes.empty()) sodium_memzero(bytes.data(), bytes.size());
}

bool equal_in_constant_time(ByteView a, ByteView b) {
  return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

namespace {
std::uint8_t* allocate_guarded(std::size_t size) {
  initialize();
  auto* block = static_cast<std::uint8_t*>(sodium_malloc(size));
  if (block == nullptr) {
    std::fputs("out of memory for keys\n", stderr);
    std::abort();
  }
  return block;
}
}  // namespace

SecretBuffer::SecretBuffer(std::size_t size)
    : m_bytes(size == 0 ? nullptr : allocate_guarded(size)), m_size(size), m_capacity(size) {
  wipe(expose_mutable());
}

SecretBuffer SecretBuffer::copy_of(ByteView bytes) {
  SecretBuffer buffer(bytes.size());
  copy_bytes(bytes, buffer.expose_mutable());
  return buffer;
}

SecretBuffer::SecretBuffer(SecretBuffer&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)),
      m_size(std::exchange(other.m_size, 0)),
      m_capacity(std::exchange(other.m_capacity, 0)) {}

SecretBuffer& SecretBuffer::operator=(SecretBuffer&& other) noexcept {
  std::swap(m_bytes, other.m_bytes);
  std::swap(m_size, other.m_size);
  std::swap(m_capacity, other.m_capacity);
  return *this;
}

SecretBuffer::~SecretBuffer() {
  if (m_bytes != nullptr) sodium_free(m_bytes);  // libsodium wipes the block before it gives it back
}

void SecretBuffer::append(ByteView bytes) {
  if (m_size + bytes.size() > m_capacity) {
    SecretBuffer larger(std::max<std::size_t>(64, 2 * (m_size + bytes.size())));
    copy_bytes(expose(), larger.expose_mutable().first(m_size));
    larger.m_size = m_size;
    *this = std::move(larger);
  }
  copy_bytes(bytes, MutableByteView(m_bytes + m_size, bytes.size()));
  m_size += bytes.size();
}

void SecretBuffer::truncate(std::size_t size) {
  DAYBOOK_ASSERT(size <= m_size);
  wipe(expose_mutable().subspan(size));
  m_size = size;
}

}  // namespace daybook::crypto
