#pragma once

#include "vault/bundle/record_originals.h"
#include "vault/bundle/seen_preview.h"

namespace daybook::vault {

// A copy for somebody else (vault/bundle/format.md): chosen items, what is said of them, the log entries about them,
// and a report for people. A copy is signed, and locked where that is wanted. seal_copy() makes one, and check_copy.h
// checks and unpacks one. Whoever gets a copy can open and check it without this program.

/// What a copy holds and who can open it. Without a recipient and a passphrase the copy is sealed but not locked.
struct CopyRequest {
  SnapshotRequest contents;
  std::optional<SeenPreview> seen;  // the preview that she approved; none where nobody saw one, as from a script
  std::vector<crypto::AgeRecipient> recipients;
  std::string recipient_names;   // in the keeper's own words, for her record only; never in the copy
  bool with_passphrase = false;  // also make copy-3fa9c21e-key.age, which a passphrase opens and which opens the copy
  std::shared_ptr<const crypto::SecretBuffer> passphrase;  // from crypto::generate_passphrase(); null: one is made up
  Path folder;                                             // where the files go; must exist
  PartLimits parts;
  FileReaders readers;  // for the report; without them its pictures are small and no length is told
};

/// A copy that was made.
struct SealedCopy {
  std::string bundle;       // a UUID
  std::vector<Path> parts;  // copy-3fa9c21e.age or .zip; or .age.001, .age.002, ...
  const Path& file() const { return parts.front(); }
  std::vector<Path> files;                         // the parts, the key, START-HERE.txt and HOW-TO-CHECK.txt
  std::optional<crypto::SecretBuffer> passphrase;  // of the key, where one was asked for
  std::string key_words;                           // the eight words of the key that signed the copy
  std::string receipt;                             // number for the receipt on paper: 64 digits
  std::uint64_t size = 0;                          // bytes of all parts
  std::size_t items = 0;
  LogHead log;  // the head that the copy names
};

/// While the pages of the report are made, `writing` has a total of 0 bytes: nobody knows yet how long they get.
enum class SealStage { writing, reading_back };
using SealProgress = std::function<bool(SealStage stage, std::uint64_t bytes_done, std::uint64_t bytes_total)>;

/// Makes a sealed copy. It is written under a temporary name and read back from the medium with the checker. Only then
/// does it get its name, and the log its `export` entry.
///
/// Sealing takes long, but needs the record only in short pieces: to freeze the log, to sign when the pages are made,
/// for each original that is opened, and at the end.
///
/// After an error nothing is left but an `export-unfinished` entry in the log, and before the log is frozen not even
/// that. `usage` without items. `not_found` without the folder, or for an item that was removed. `not_decided` when
/// something is open that only she can decide (copy_questions.h). `not_as_seen` when the
/// record no longer says what the approved preview showed, which is asked in the visit that freezes the log so that no
/// change can come between. `not_as_seen` too when the keys are changed before the copy is signed, because she saw the
/// words of the old key. `cancelled` when `progress` says so. `copy_not_intact` when the medium gives back other bytes.
/// `already_exists` when a name is taken: no file in the folder is written over. Beside a START-HERE.txt or
/// HOW-TO-CHECK.txt with another text, that of this copy is called after it, `START-HERE-3fa9c21e.txt`.
Result<SealedCopy> seal_copy(RecordAccess& access, FileSystem& files, const CopyRequest& request,
                             const ReportRenderer& render, const SealProgress& progress = {});
/// Makes a sealed copy of a record that belongs to the calling thread.
Result<SealedCopy> seal_copy(Record& record, FileSystem& files, const CopyRequest& request,
                             const ReportRenderer& render, const SealProgress& progress = {});

}  // namespace daybook::vault
