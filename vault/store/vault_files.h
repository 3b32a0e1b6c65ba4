#pragma once

namespace daybook::vault::vault_files {

// The names in a record's folder, which are part of the format (vault/format.md). No name tells what program made the
// folder, for whoever looks over the keeper's files.
constexpr const char* kHeader = "header";
constexpr const char* kHeaderCopy = "header-2";
constexpr const char* kDatabase = "records";
constexpr const char* kJournal = "records-journal";
constexpr const char* kNextDatabase = "records-next";
constexpr const char* kNextJournal = "records-next-journal";
constexpr const char* kObjects = "objects";
constexpr const char* kDraft = "draft";
constexpr const char* kLock = "lock";

}  // namespace daybook::vault::vault_files
