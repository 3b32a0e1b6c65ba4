#pragma once

#include "vault/bundle/check/check_items.h"
#include "vault/bundle/check/lock.h"

namespace daybook::vault {

// The check of a copy is a chain of values, each of which only the step before can make: Container, Signed, Listed, Seal,
// Head, ProvenEntry, and the verdict on each item. What was not shown cannot be said, because there is no value to say it
// from. Knows no record and no database: it runs where there are no keys.

/// What the reader of a copy brings: nothing of it is evidence.
struct ReaderBrings {
  std::optional<crypto::PublicKey> confirmed_root;  // the key confirmed with the keeper, in full ...
  std::optional<std::string> confirmed_words;       // ... or its eight words, as crypto::parse_key_words() gives them
  std::vector<std::string> earlier_checkpoints;     // signed heads from copies received before
};

/// The whole check of one copy, from the container down (format.md section 4). Runs in the copy-reader, a process without
/// keys, for whatever came from elsewhere; and in the program itself for the copy that it has just written.
class CopyCheck {
 public:
  /// `progress` is told the bytes that were hashed; `items` gets the verdict on each item.
  CopyCheck(const ReaderBrings& brings, Progress progress, ItemReceiver items)
      : m_brings(brings), m_progress(std::move(progress)), m_items(std::move(items)) {}

  /// A copy as one file; `source` must outlive this object. Fails when the medium does, or when stopped.
  Result<CopyVerdict> check_file(ByteSource& source, Lock lock);
  /// A bag that somebody unpacked.
  Result<CopyVerdict> check_folder(BagFolder& folder);

  /// After the check: files that may be unpacked. The good ones; with `also_doubtful` those too that the copy says belong
  /// to it and that may be anything. Never what was added.
  struct File {
    FileIndex index;
    std::string path;  // from `bag/` on, safe
    std::uint64_t size;
  };
  std::vector<File> files(bool also_doubtful) const;
  /// The bytes of one. False when it is not, or no longer, what was signed: always of a doubtful one.
  Result<bool> read(FileIndex file, const BlockReceiver& receiver) const;

 private:
  Result<void> go_through(const Lock& lock);
  Result<void> go_below(const Signed& signed_list, FindingLog& log, const Lock& lock, bool is_asked_for_key_only);
  bool is_confirmed(const crypto::PublicKey& root) const;
  void judge_recipient(const Seal& seal, const Lock& lock);
  void mark_unreached();
  CopyVerdict finish();

  const ReaderBrings& m_brings;
  Progress m_progress;
  ItemReceiver m_items;
  FindingLog m_log;
  std::optional<crypto::AgeReader> m_content;
  std::optional<Container> m_container;
  std::optional<Signed> m_signed;
  std::optional<Listed> m_listed;
  std::optional<WholeCopy> m_whole;
  std::vector<crypto::PublicKey> m_old_roots;
  CopyVerdict m_verdict;
};

}  // namespace daybook::vault
