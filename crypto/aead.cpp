#include "crypto/aead.h"

#include <openssl/evp.h>
#include <sodium.h>

#include "crypto/random.h"

namespace daybook::crypto {
namespace {

EVP_CIPHER_CTX* evp(const auto& pointer) { return static_cast<EVP_CIPHER_CTX*>(pointer.get()); }

void* start(std::span<const std::uint8_t, 32> key, int encrypt) {
  EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
  DAYBOOK_ASSERT(context != nullptr);
  DAYBOOK_ASSERT(EVP_CipherInit_ex(context, EVP_chacha20_poly1305(), nullptr, key.data(), nullptr, encrypt) == 1);
  return context;
}

}  // namespace

void ChaChaPoly::ContextDeleter::operator()(void* context) const {
  EVP_CIPHER_CTX_free(static_cast<EVP_CIPHER_CTX*>(context));
}

ChaChaPoly::ChaChaPoly(std::span<const std::uint8_t, 32> key) : m_seal(start(key, 1)), m_open(start(key, 0)) {}

void ChaChaPoly::seal(std::span<const std::uint8_t, 12> nonce, ByteView plaintext, MutableByteView output,
                      ByteView associated_data) {
  DAYBOOK_ASSERT(output.size() == plaintext.size() + kAeadTagSize);
  int length = 0, tail = 0;
  bool ok = EVP_EncryptInit_ex(evp(m_seal), nullptr, nullptr, nullptr, nonce.data()) == 1;
  if (!associated_data.empty()) {
    ok = ok && EVP_EncryptUpdate(evp(m_seal), nullptr, &tail, associated_data.data(),
                                 static_cast<int>(associated_data.size())) == 1;
  }
  // Some versions of OpenSSL take an update without bytes for the end of the message, so there is none.
  if (!plaintext.empty())
    ok = ok && EVP_EncryptUpdate(evp(m_seal), output.data(), &length, plaintext.data(),
                                 static_cast<int>(plaintext.size())) == 1;
  ok = ok && EVP_EncryptFinal_ex(evp(m_seal), output.data() + length, &tail) == 1;
  ok = ok &&
       EVP_CIPHER_CTX_ctrl(evp(m_seal), EVP_CTRL_AEAD_GET_TAG, kAeadTagSize, output.data() + plaintext.size()) == 1;
  DAYBOOK_ASSERT(ok && length + tail == static_cast<int>(plaintext.size()));
}

bool ChaChaPoly::open(std::span<const std::uint8_t, 12> nonce, ByteView ciphertext, MutableByteView output,
                      ByteView associated_data) {
  if (ciphertext.size() < kAeadTagSize) return false;
  DAYBOOK_ASSERT(output.size() + kAeadTagSize == ciphertext.size());
  std::array<std::uint8_t, kAeadTagSize> tag;
  copy_bytes(ciphertext.last(kAeadTagSize), tag);
  int length = 0, tail = 0;
  std::uint8_t nowhere[kAeadTagSize];
  DAYBOOK_ASSERT(EVP_DecryptInit_ex(evp(m_open), nullptr, nullptr, nullptr, nonce.data()) == 1);
  DAYBOOK_ASSERT(EVP_CIPHER_CTX_ctrl(evp(m_open), EVP_CTRL_AEAD_SET_TAG, kAeadTagSize, tag.data()) == 1);
  if (!associated_data.empty()) {
    DAYBOOK_ASSERT(EVP_DecryptUpdate(evp(m_open), nullptr, &tail, associated_data.data(),
                                     static_cast<int>(associated_data.size())) == 1);
  }
  if (!output.empty()) {
    DAYBOOK_ASSERT(EVP_DecryptUpdate(evp(m_open), output.data(), &length, ciphertext.data(),
                                     static_cast<int>(output.size())) == 1);
  }
  if (EVP_DecryptFinal_ex(evp(m_open), nowhere, &tail) == 1) return true;
  wipe(output);
  return false;
}

Bytes encrypt_with_random_nonce(const AeadKey& key, ByteView plaintext, ByteView associated_data) {
  Bytes sealed(kXChaChaNonceSize + plaintext.size() + kAeadTagSize);
  fill_random(MutableByteView(sealed).first(kXChaChaNonceSize));
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kXChaChaNonceSize, nullptr, plaintext.data(),
                                             plaintext.size(), associated_data.data(), associated_data.size(), nullptr,
                                             sealed.data(), key.expose().data());
  return sealed;
}

Result<SecretBuffer> open_with_nonce(const AeadKey& key, ByteView sealed, ByteView associated_data) {
  if (sealed.size() < kXChaChaNonceSize + kAeadTagSize) return Error{ErrorCode::does_not_match, "too short"};
  SecretBuffer plaintext(sealed.size() - kXChaChaNonceSize - kAeadTagSize);
  const ByteView body = sealed.subspan(kXChaChaNonceSize);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(plaintext.expose_mutable().data(), nullptr, nullptr, body.data(),
                                                 body.size(), associated_data.data(), associated_data.size(),
                                                 sealed.data(), key.expose().data()) != 0) {
    return Error{ErrorCode::does_not_match, "key or bytes differ"};
  }
  return plaintext;
}

}  // namespace daybook::crypto
