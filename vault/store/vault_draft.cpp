#include "crypto/padme.h"
#include "vault/store/vault.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostDraftBytes = 65 << 20;  // four of the longest texts, and a MiB for what is kept beside

}  // namespace

// What is encrypted is: size of the text u64 || text || zeros up to a Padmé length of at least 4096, so that the size
// of the file tells little about what is being typed.
Result<void> DraftWriter::save(ByteView text) {
  FileSystem& files = *m_files;
  const Path& path = m_path;
  if (text.empty()) {
    bool any = false;
    std::vector<Path> places = unfinished_names(path);
    places.push_back(path);
    for (const Path& place : places) {
      if (!files.exists(place)) continue;
      TRY(files.remove(place));
      any = true;
    }
    return any ? files.sync_folder(path.parent_path()) : Result<void>();
  }
  if (text.size() > kMostDraftBytes) return Error{ErrorCode::too_large, "draft"};
  crypto::ContentBuffer plaintext(
      static_cast<std::size_t>(crypto::padme(std::max<std::uint64_t>(4096, text.size() + 8))));
  store_little_endian<8>(plaintext.bytes(), text.size());
  copy_bytes(text, plaintext.bytes().subspan(8, text.size()));
  return write_file_atomically(files, path,
                               crypto::encrypt_with_random_nonce(m_key, plaintext.bytes(), as_bytes("draft")));
}

DraftWriter Vault::draft_writer() const { return {m_files, m_folder / vault_files::kDraft, m_keys.draft.duplicate()}; }

Result<void> Vault::save_draft(ByteView text) { return draft_writer().save(text); }

Result<std::optional<crypto::SecretBuffer>> Vault::load_draft() {
  const Path path = m_folder / vault_files::kDraft;
  // Where a power failure lost a rename, the newer text lies under a temporary name. A file that was only half written
  // does not decrypt, and is passed over.
  for (const Path& place : unfinished_names(path)) {
    if (!m_files->exists(place)) continue;
    if (auto draft = open_draft(place)) return std::optional(std::move(*draft));
  }
  if (!m_files->exists(path)) return std::optional<crypto::SecretBuffer>();
  TRY_ASSIGN(auto draft, open_draft(path));
  return std::optional(std::move(draft));
}

Result<crypto::SecretBuffer> Vault::open_draft(const Path& path) {
  TRY_ASSIGN(const Bytes sealed, read_whole_file(*m_files, path, 2 * kMostDraftBytes));
  auto plaintext = crypto::open_with_nonce(m_keys.draft, sealed, as_bytes("draft"));
  if (!plaintext && m_previous_keys)
    plaintext = crypto::open_with_nonce(m_previous_keys->draft, sealed, as_bytes("draft"));
  if (!plaintext || plaintext->size() < 8) return Error{ErrorCode::damaged, "draft"};
  const std::uint64_t size = load_little_endian<8>(plaintext->expose());
  if (size > plaintext->size() - 8) return Error{ErrorCode::damaged, "draft"};
  return crypto::SecretBuffer::copy_of(plaintext->expose().subspan(8, static_cast<std::size_t>(size)));
}

}  // namespace daybook::vault
