#pragma once

#include "crypto/age_keys.h"
#include "vault/store/file_system.h"

namespace daybook::vault {

// Key files that a passphrase locks (age v1, scrypt). One lies beside a copy and opens it. A recipient may also have
// one of her own, made with `age -p`.

/// The name of the key beside an older copy, from before keys were named after their copy.
constexpr const char* kOldCopyKeyName = "password-key.age";
/// Largest key file that is read, and largest content of one.
constexpr std::size_t kMostCopyKeyBytes = 64 * 1024;

/// The name of the key beside a copy: `copy-3fa9c21e-key.age` for the stem `copy-3fa9c21e`. It is named after the copy,
/// so that several copies can lie in one folder.
std::string copy_key_name(std::string_view copy_stem);

/// Finds the key that lies beside a copy. `copy` is the path of the copy or of its first part. The key that is named
/// after the copy goes before `password-key.age`. Either name may have a number that a browser put behind it
/// (`copy-3fa9c21e-key (1).age`), and so may the copy's. `not_found` has the name that was looked for.
Result<Path> find_copy_key(FileSystem& files, const Path& copy);

/// Whether a file is the key beside a copy, by its name and size. Somebody who got two files may well choose the wrong
/// one as the copy.
bool is_copy_key(FileSystem& files, const Path& path);

/// Opens the key beside a copy, whose passphrase this program made up. The passphrase is tried as it was typed, and
/// then in its normal form (crypto::passphrase_in_normal_form()) where that differs. Each try costs about a second and
/// 256 MiB. `no_matching_key` when neither opens the file; `malformed` when the file is no key file.
Result<std::vector<crypto::AgeIdentity>> open_copy_key(ByteView file, crypto::SecretBuffer passphrase);

/// Opens any key file that a passphrase locks, binary or in armor, in whatever form a mail program left the armor. The
/// passphrase counts byte for byte, because another program may have taken it. Errors are those of open_copy_key().
Result<std::vector<crypto::AgeIdentity>> open_locked_key_file(ByteView file, crypto::SecretBuffer passphrase);

}  // namespace daybook::vault
