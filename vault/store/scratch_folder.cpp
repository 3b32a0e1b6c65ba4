#include "vault/store/scratch_folder.h"

#include "crypto/encoding.h"
#include "crypto/random.h"
#include "vault/store/vault.h"
#include "vault/store/vault_files.h"

namespace daybook::vault {

namespace {

constexpr std::size_t kHexDigits = 8;

std::string prefix_of(const Path& beside) { return to_utf8(beside.filename()) + ".read-"; }

// Takes a prefix and random digits off the front of a name. A folder that a person named a little like one of ours is
// hers, and is not touched.
bool take(std::string_view& name, std::string_view prefix) {
  const bool is_ours =
      name.starts_with(prefix) && name.size() >= prefix.size() + kHexDigits &&
      name.substr(prefix.size(), kHexDigits).find_first_not_of("0123456789abcdef") == std::string::npos;
  if (is_ours) name.remove_prefix(prefix.size() + kHexDigits);
  return is_ours;
}

}  // namespace

ScratchFolder::ScratchFolder(FileSystem& files, const Path& beside)
    : m_files(files),
      m_path(beside.parent_path() /
             from_utf8(prefix_of(beside) + crypto::to_hex(crypto::random_array<kHexDigits / 2>()))) {}

void ScratchFolder::remove_left(FileSystem& files, const Path& beside, bool also_whole) {
  const auto names = files.list(beside.parent_path());
  for (const Path& name : names ? *names : std::vector<Path>()) {
    const std::string text = to_utf8(name);
    std::string_view rest = text;
    const Path left = beside.parent_path() / name;
    const bool is_scratch = take(rest, prefix_of(beside));
    // A backup that is only read is restored there, and may not have come to its end either.
    if (is_scratch) (void)take(rest, ".new-");
    const bool is_unfinished = !is_scratch && take(rest, unfinished_folder_prefix(beside)) &&
                               (also_whole || !files.exists(left / vault_files::kDatabase));
    if (rest.empty() && (is_scratch || is_unfinished)) (void)remove_vault(files, left);
  }
}

ScratchFolder::~ScratchFolder() { (void)remove_vault(m_files, m_path); }

}  // namespace daybook::vault
