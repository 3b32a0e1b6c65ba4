#pragma once

#include "vault/bundle/copy_report.h"

namespace daybook::vault {

// A copy for somebody else (format.md): chosen items, what is said of them, the part of the log that speaks of them, and a
// report for people; signed, and locked where that is wanted. Made by seal_copy(), looked at by check/copy_check.h, opened
// by check_copy.h. Whoever gets it needs none of our programs.

/// Who a copy is for. No recipient and no passphrase: a copy that is sealed but not locked.
struct CopyRequest {
  SnapshotRequest contents;
  std::optional<SeenPreview> seen;  // what she approved; else it goes out unseen, as from a script
  std::vector<crypto::AgeRecipient> recipients;
  std::string recipient_names;   // in the keeper's own words, for her log only; never in the copy
  bool with_passphrase = false;  // opens copy-3fa9c21e-key.age beside the copy: the one below, or one that is made up
  std::shared_ptr<const crypto::SecretBuffer> passphrase;  // from crypto::generate_passphrase(), shown beforehand
  Path folder;                                             // where the files go; must exist
  PartLimits parts;
  std::optional<PictureReader> pictures;  // reads for the report what was never looked at; else the report is without
};

struct SealedCopy {
  std::string bundle;
  std::vector<Path> parts;  // copy-3fa9c21e.age or .zip; or .age.001, .age.002, ...
  const Path& file() const { return parts.front(); }
  std::vector<Path> files;  // all that belongs to it
  std::optional<crypto::SecretBuffer> passphrase;
  std::string key_words;
  std::string receipt;  // fingerprint for the receipt on paper
  std::uint64_t size = 0;
  std::size_t items = 0;
  LogHead log;
};

/// `writing` begins with a total of 0 while the pages are made: nobody knows yet how long they get.
enum class SealStage { writing, reading_back };
using SealProgress = std::function<bool(SealStage stage, std::uint64_t bytes_done, std::uint64_t bytes_total)>;

/// Makes a sealed copy (format.md): writes it under a temporary name, reads all of it back from the medium with the
/// checker, and only then gives it its name and the log its `export` entry. On failure or when stopped, nothing is left
/// behind but an `export-unfinished` entry. `not_as_seen`, and not even that, when the record by now says something
/// else than the preview that she approved: it is asked in the visit that freezes the log, so that nothing comes
/// between. Takes long, but the record only in short pieces: to freeze, to sign when the pages are made, for each
/// original that is opened, and after. An item that is removed meanwhile stops it, and so do new keys before it is
/// signed (`not_as_seen` too: the words of the old key stand in what she saw). Nothing that lies in the folder is
/// written over: `already_exists` before the long work when the name of the key is taken; beside a HOW-TO-CHECK.txt
/// with other words, this release's gets a name after the copy, `HOW-TO-CHECK-3fa9c21e.txt`.
Result<SealedCopy> seal_copy(RecordAccess& access, FileSystem& files, const CopyRequest& request,
                             const ReportRenderer& render, const SealProgress& progress = {});
Result<SealedCopy> seal_copy(Record& record, FileSystem& files, const CopyRequest& request,
                             const ReportRenderer& render, const SealProgress& progress = {});

/// HOW-TO-CHECK.txt: the same bytes beside every copy of a release.
std::string how_to_check();

}  // namespace daybook::vault
