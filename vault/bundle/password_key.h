#pragma once

#include "crypto/age_keys.h"
#include "vault/store/file_system.h"

namespace daybook::vault {

// Key files that a passphrase locks: the one beside a copy, which opens the copy, and a recipient's own, made with
// `age -p`.

/// How the key beside a copy was called before it was named after the copy.
constexpr const char* kPasswordKeyName = "password-key.age";
constexpr std::size_t kMostPasswordKeyBytes = 64 * 1024;

/// How the key beside a copy is called, after the copy itself, so that several copies can lie in one folder:
/// `copy-3fa9c21e-key.age` for the stem `copy-3fa9c21e`.
std::string password_key_name(std::string_view copy_stem);

/// The key that lies beside a copy. `copy` is the path of the copy or of its first part. Found are the key named after
/// it, else `password-key.age`, each also as browsers rename what is there already (`copy-3fa9c21e-key (1).age`); the
/// copy itself may have been renamed so. `not_found` names what was looked for.
Result<Path> find_password_key(FileSystem& files, const Path& copy);

/// Whether this is the key beside a copy, by its name and size: whoever got two files may well take the wrong one for
/// the copy.
bool is_password_key(FileSystem& files, const Path& path);

/// The identities in the key of a copy, whose passphrase was made up by this program: tried as it was typed, then in
/// its normal form (crypto::passphrase_in_normal_form()), when that differs. Each try costs a second and 256 MiB.
/// `no_matching_key` when it opens with neither; `malformed` when it is something else.
Result<std::vector<crypto::AgeIdentity>> open_password_key(ByteView file, crypto::SecretBuffer passphrase);

/// The identities in any key file that a passphrase locks, binary or in armor, in whatever form a mail program left the
/// armor. The passphrase counts byte for byte: somebody chose it elsewhere. Errors as of open_password_key().
Result<std::vector<crypto::AgeIdentity>> open_locked_key_file(ByteView file, crypto::SecretBuffer passphrase);

}  // namespace daybook::vault
