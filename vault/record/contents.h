#pragma once

#include "vault/record/item.h"
#include "vault/store/progress.h"
#include "vault/store/vault.h"

namespace daybook::vault {

/// Largest content that is kept in the database; larger ones become objects.
constexpr std::size_t kMostInlineBytes = 256 * 1024;

/// Fills the buffer with what comes next; fewer bytes than asked for, or none, at the end.
using ReadNext = std::function<Result<std::size_t>(MutableByteView)>;

/// A content that has been hashed and, when large, written as an object; not yet part of the record. When it is dropped
/// before that, its object is removed.
class StoredContent {
 public:
  StoredContent(StoredContent&& other) noexcept;
  StoredContent& operator=(StoredContent&&) = delete;
  ~StoredContent();

  const ContentFacts& facts() const { return m_facts; }
  const std::string& object() const { return m_object; }  // empty when the bytes are inline
  ByteView bytes() { return m_bytes.bytes(); }
  /// From here on the record decides what becomes of the object. Before COMMIT, not after it: one that fails may have
  /// come through all the same. The pending list has the name if it did not.
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

/// A name for an object that is to be written on another thread than that of the database.
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
/// On the thread of the database; one short transaction.
Result<ReservedObject> reserve_object(Vault& vault);
/// As store_content() below, on any thread: the database is not touched, so that it is free for what is short. The
/// content belongs back on the thread of the database, and the reservation must live until the content has gone.
Result<StoredContent> store_content(Vault& vault, const ReservedObject& reserved, const ReadNext& read,
                                    const Progress& progress = {});

/// Reads to the end in one pass: SHA-512 and CRC-32 on one core, reading, SHA-256, encryption and writing on the other.
/// Constant memory.
Result<StoredContent> store_content(Vault& vault, const ReadNext& read, const Progress& progress = {});
Result<StoredContent> store_bytes(Vault& vault, ByteView bytes);

/// Content by reference, readable anywhere.
Result<std::unique_ptr<ByteSource>> open_content(Vault& vault, std::int64_t content_id);

/// Finds the row of this content or makes one, inside the caller's transaction. `was_known` tells which.
Result<std::int64_t> insert_content(Vault& vault, StoredContent& content, bool& was_known);
/// The row of a content with this digest, if there is one.
Result<std::optional<std::int64_t>> find_content(Vault& vault, const crypto::Sha256Digest& sha256);
/// Removes the row when nothing refers to it any more. The name of its object, if any, is put on the pending list.
Result<void> release_content(Vault& vault, std::int64_t content_id);
/// Removes the object files on the pending list that no content refers to.
Result<void> settle_pending_objects(Vault& vault);

}  // namespace daybook::vault
