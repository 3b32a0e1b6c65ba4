#include "vault/store/scratch_folder.h"

#include "crypto/encoding.h"
#include "crypto/random.h"
#include "vault/store/vault.h"

namespace daybook::vault {

namespace {

std::string prefix_of(const Path& beside) { return to_utf8(beside.filename()) + ".read-"; }

}  // namespace

ScratchFolder::ScratchFolder(FileSystem& files, const Path& beside)
    : m_files(files),
      m_path(beside.parent_path() / from_utf8(prefix_of(beside) + crypto::to_hex(crypto::random_array<4>()))) {
  remove_left(files, beside);
}

void ScratchFolder::remove_left(FileSystem& files, const Path& beside) {
  const auto names = files.list(beside.parent_path());
  for (const Path& name : names ? *names : std::vector<Path>()) {
    if (to_utf8(name).starts_with(prefix_of(beside))) (void)remove_vault(files, beside.parent_path() / name);
  }
}

ScratchFolder::~ScratchFolder() { (void)remove_vault(m_files, m_path); }

}  // namespace daybook::vault
