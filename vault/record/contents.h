#pragma once

#include "vault/record/item.h"
#include "vault/store/progress.h"
#include "vault/store/vault.h"

namespace daybook::vault {

/// Largest content that is kept in the database. A larger one becomes an object, a file of its own.
constexpr std::size_t kMostInlineBytes = 256 * 1024;

/// Fills the buffer with the next bytes of a content and answers how many. Fewer than the buffer holds means the end.
using ReadNext = std::function<Result<std::size_t>(MutableByteView)>;

/// A content that has been hashed and, when large, written as an object, but is not part of the record yet. Its
/// destructor removes the object unless leave_to_record() was called. The vault must outlive it.
class StoredContent {
 public:
  StoredContent(StoredContent&& other) noexcept;
  StoredContent& operator=(StoredContent&&) = delete;
  ~StoredContent();

  const ContentFacts& facts() const { return m_facts; }
  const std::string& object() const { return m_object; }  // empty when the bytes are inline
  ByteView bytes() { return m_bytes.bytes(); }
  /// The destructor no longer removes the object. To be called before COMMIT and not after it: a COMMIT that reports an
  /// error may have reached the medium all the same, and then the record needs the object. If the COMMIT did fail, the
  /// object's name is still on the pending list, and the file is removed at the latest when the record is opened next.
  void leave_to_record() { m_vault = nullptr; }

 private:
  friend class ContentStorer;
  explicit StoredContent(Vault& vault) : m_vault(&vault) {}
  Vault* m_vault;
  ContentFacts m_facts;
  void append(ByteView block);
  crypto::ContentBuffer m_bytes{0};
  std::string m_object;
};

/// A name for an object that is to be written on another thread than that of the database. While it lives,
/// settle_pending_objects() leaves the object's file alone.
class ReservedObject {
 public:
  ReservedObject(Vault& vault, std::string name) : m_vault(&vault), m_name(std::move(name)) {}
  ReservedObject(ReservedObject&& other) noexcept
      : m_vault(std::exchange(other.m_vault, nullptr)), m_name(std::move(other.m_name)) {}
  ReservedObject& operator=(ReservedObject&&) = delete;
  ~ReservedObject() {
    if (m_vault != nullptr) m_vault->reserved_names().remove(m_name);
  }
  const std::string& name() const { return m_name; }

 private:
  Vault* m_vault;
  std::string m_name;
};
/// Puts a new name on the pending list, in one short transaction on the thread of the database. `read_only` where
/// nothing is kept.
Result<ReservedObject> reserve_object(Vault& vault);
/// Stores a content like the function below, but on any thread: it does not touch the database, which stays free for
/// short work such as a save. The content must be taken back to the thread of the database, and `reserved` must outlive
/// it.
Result<StoredContent> store_content(Vault& vault, const ReservedObject& reserved, const ReadNext& read,
                                    const Progress& progress = {});

/// Reads a content to its end in one pass: SHA-512 and CRC-32 on one core, reading, SHA-256, encryption and writing on
/// the other. Memory does not grow with the content. On the thread of the database, outside of a transaction: the name
/// of an object must be committed to the pending list before its file is there. `read_only` where nothing is kept,
/// `cancelled` when `progress` says so, else the errors of `read` and of the disk.
Result<StoredContent> store_content(Vault& vault, const ReadNext& read, const Progress& progress = {});
Result<StoredContent> store_bytes(Vault& vault, ByteView bytes);

/// Stores a content that comes piece by piece, on any thread, as the store_content() does that takes a reserved object.
class ContentWriter final : public ByteSink {
 public:
  /// Vault and reserved object must outlive the writer. The record must be one that can be written to.
  ContentWriter(Vault& vault, const ReservedObject& reserved, const Progress& progress = {});
  ~ContentWriter() override;
  Result<void> write(ByteView bytes) override;
  /// The content of all that was written. No write() may follow.
  Result<StoredContent> finish();

 private:
  std::unique_ptr<class ContentStorer> m_storer;
};

/// Opens a content of the record for reading at any offset. `damaged` when its row or object is missing, cannot be
/// opened or has another size than its row says. The vault must outlive the source.
Result<std::unique_ptr<ByteSource>> open_content(Vault& vault, std::int64_t content_id);

/// Finds the row with the same SHA-256 or makes one, inside the caller's transaction, and returns its id. `was_known`
/// is true where the row was there before: the record then keeps the older bytes, and not those of `content`.
Result<std::int64_t> insert_content(Vault& vault, StoredContent& content, bool& was_known);
/// The id of the content with this digest, if there is one.
Result<std::optional<std::int64_t>> find_content(Vault& vault, const crypto::Sha256Digest& sha256);
/// Removes a content's row when no version of an item has the content any more, inside the caller's transaction. The
/// name of its object, if any, is put on the pending list; settle_pending_objects() removes the file after the commit.
Result<void> release_content(Vault& vault, std::int64_t content_id);
/// Removes the object files on the pending list that no content has. Files that are on no list are never touched.
Result<void> settle_pending_objects(Vault& vault);

}  // namespace daybook::vault
