#pragma once

#include "vault/bundle/check/check_items.h"
#include "vault/bundle/check/lock.h"

namespace daybook::vault {

// The check of a copy is a chain of values: Container, Signed, Listed, Seal, Head, ProvenEntry, and the verdict on each
// item. Each of them can only be made from the one before. So nothing can be said that was not established, because
// there is no value to say it from. The check knows no record and no database, and runs where there are no keys.

/// What the reader of a copy brings to the check. None of it is evidence: readers mistype, and are told wrong things.
struct ReaderBrings {
  std::optional<crypto::PublicKey> confirmed_root;  // the key confirmed with the keeper, in full
  std::optional<std::string> confirmed_words;       // its eight words, as crypto::parse_key_words() gives them
  std::vector<std::string> earlier_checkpoints;     // signed heads from copies received before
};

/// The whole check of one copy, from the container down (format.md section 4). A copy that came from elsewhere is
/// checked in copy-reader, a process without keys; a copy that this program has just written is checked in the program
/// itself.
class CopyCheck {
 public:
  /// `brings` must outlive this object. `progress` is told how many bytes were hashed. `items` gets the verdict on each
  /// version of each item.
  CopyCheck(const ReaderBrings& brings, Progress progress, ItemReceiver items)
      : m_brings(brings), m_progress(std::move(progress)), m_items(std::move(items)) {}

  /// Checks a copy in one file. `lock` is what open_lock() found. `source` must outlive this object. Fails when the
  /// medium or the receiver does, and with `cancelled` when `progress` says so.
  Result<CopyVerdict> check_file(ByteSource& source, Lock lock);
  /// Checks a bag that somebody unpacked. `folder` must outlive this object. Errors as check_file().
  Result<CopyVerdict> check_folder(BagFolder& folder);

  /// After the check: the files that may be unpacked. Those are the good ones, and with `also_doubtful` also those that
  /// the copy says belong to it, which may be anything. A file that was added is never among them.
  struct File {
    FileIndex index;
    std::string path;  // from `bag/` on, safe
    std::uint64_t size;
  };
  std::vector<File> files(bool also_doubtful) const;
  /// Hands the bytes of one of files() to `receiver`. False when they are not, or no longer, what was signed, and
  /// always for a doubtful file.
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
