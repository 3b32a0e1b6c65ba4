#include "vault/store/scratch_folder.h"

#include "vault/store/vault.h"

namespace daybook::vault {

ScratchFolder::ScratchFolder(FileSystem& files, const Path& beside)
    : m_files(files), m_path(unfinished_folder(beside)) {}

ScratchFolder::~ScratchFolder() { (void)remove_vault(m_files, m_path); }

}  // namespace daybook::vault
