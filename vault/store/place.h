#pragma once

#include "vault/store/file_system.h"

namespace daybook::vault {

/// The name of the service that seems to copy a folder to other computers, by the names of the folders that lead to it
/// and by the files that such services leave in them, or nothing when none is known. A record there is encrypted all
/// the same, but others learn of it, old states stay where the keeper cannot remove them, and two computers that write
/// at once can harm it.
std::optional<std::string> sync_service_of(FileSystem& files, const Path& folder);

/// The kind of network file system that a folder lies on (`nfs`, `cifs`, ...), or nothing when the folder lies on this
/// computer or the place cannot be told. The folder need not exist yet.
std::optional<std::string> network_file_system_of(const Path& folder);

/// Whether a file has other names (hard links), by which somebody else may reach it. A link is not followed. False when
/// there is no such file.
bool has_other_names(const Path& file);

}  // namespace daybook::vault
