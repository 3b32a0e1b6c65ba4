#include "vault/record/contents.h"

namespace daybook::vault {
namespace {

Result<void> add_pending(Vault& vault, const std::string& name) {
  TRY_ASSIGN(Statement statement, vault.database().prepare("INSERT INTO pending_objects (name) VALUES (?)"));
  return statement.bind(name).run();
}

Result<void> remove_pending(Vault& vault, const std::string& name) {
  TRY_ASSIGN(Statement statement, vault.database().prepare("DELETE FROM pending_objects WHERE name = ?"));
  return statement.bind(name).run();
}

Result<bool> is_referenced(Vault& vault, const std::string& object) {
  TRY_ASSIGN(Statement statement, vault.database().prepare("SELECT 1 FROM contents WHERE object = ?"));
  statement.bind(object);
  return statement.step();
}

}  // namespace

StoredContent::StoredContent(StoredContent&& other) noexcept
    : m_vault(std::exchange(other.m_vault, nullptr)),
      m_facts(other.m_facts),
      m_bytes(std::move(other.m_bytes)),
      m_object(std::move(other.m_object)) {}

StoredContent::~StoredContent() {
  // A failure does no harm: the object's name is on the pending list, and settle_pending_objects() removes the file.
  if (m_vault != nullptr && !m_object.empty()) (void)m_vault->objects().remove(m_object);
}

// Stores a content in one pass. `name_object` is called once when the content turns out too large for the database, and
// gives a name that is on the pending list already: a crash while the object is written leaves nothing that is not
// known.
class ContentStorer {
 public:
  using NameObject = std::function<Result<std::string>()>;
  static Result<StoredContent> store(Vault& vault, const NameObject& name_object, const ReadNext& read,
                                     const Progress& progress);
};

Result<StoredContent> ContentStorer::store(Vault& vault, const NameObject& name_object, const ReadNext& read,
                                           const Progress& progress) {
  if (vault.is_read_only()) return Error{ErrorCode::read_only, ""};
  StoredContent content(vault);
  std::unique_ptr<ObjectWriter> object;
  // Two large buffers are made only for what does not fit into a small one: most items are a few words.
  crypto::ContentBuffer small(kSmallBlockSize);
  std::vector<crypto::ContentBuffer> large;
  Measurement measurement;  // declared after the buffers, so that its thread ends before they go
  TRY_ASSIGN(std::size_t count, read(small.bytes()));
  MutableByteView block = small.first(count);
  std::size_t capacity = small.size();
  std::uint64_t done = 0;
  for (std::size_t turn = 0; !block.empty(); turn ^= 1) {
    measurement.add(block);
    done += block.size();
    if (object == nullptr && done > kMostInlineBytes) {
      TRY_ASSIGN(content.m_object, name_object());
      TRY_ASSIGN(object, vault.objects().create(content.m_object));
      TRY(object->write(content.m_bytes.bytes()));
      content.m_bytes = crypto::ContentBuffer(0);
    }
    if (object != nullptr)
      TRY(object->write(block));
    else
      content.append(block);
    if (!goes_on(progress, done)) return Error{ErrorCode::cancelled, ""};
    if (block.size() < capacity) break;  // a block that is not full is the last one
    while (large.size() < 2) large.emplace_back(kStreamBlockSize);
    TRY_ASSIGN(count, read(large[turn].bytes()));
    block = large[turn].first(count);
    capacity = kStreamBlockSize;
  }
  if (object != nullptr) TRY(object->publish());
  content.m_facts = measurement.finish();
  return content;
}

Result<StoredContent> store_content(Vault& vault, const ReadNext& read, const Progress& progress) {
  const auto name_object = [&]() -> Result<std::string> {
    std::string name = ObjectStore::new_name();
    TRY(add_pending(vault, name));
    return name;
  };
  return ContentStorer::store(vault, name_object, read, progress);
}

Result<ReservedObject> reserve_object(Vault& vault) {
  if (vault.is_read_only()) return Error{ErrorCode::read_only, ""};
  std::string name = ObjectStore::new_name();
  vault.reserved_names().add(name);
  ReservedObject reserved(vault, name);
  TRY(add_pending(vault, name));
  return reserved;
}

Result<StoredContent> store_content(Vault& vault, const ReservedObject& reserved, const ReadNext& read,
                                    const Progress& progress) {
  return ContentStorer::store(
      vault, [&]() -> Result<std::string> { return reserved.name(); }, read, progress);
}

void StoredContent::append(ByteView block) {
  crypto::ContentBuffer longer(m_bytes.size() + block.size());
  copy_bytes(m_bytes.bytes(), longer.first(m_bytes.size()));
  copy_bytes(block, longer.bytes().subspan(m_bytes.size()));
  m_bytes = std::move(longer);
}

Result<StoredContent> store_bytes(Vault& vault, ByteView bytes) {
  return store_content(vault, [&](MutableByteView target) -> Result<std::size_t> {
    const std::size_t count = std::min(bytes.size(), target.size());
    copy_bytes(bytes.first(count), target.first(count));
    bytes = bytes.subspan(count);
    return count;
  });
}

namespace {

// A content from the database. It is held in memory that is wiped when the source goes.
class InlineSource final : public ByteSource {
 public:
  explicit InlineSource(ByteView bytes) : m_bytes(bytes.size()) { copy_bytes(bytes, m_bytes.bytes()); }
  std::uint64_t size() const override { return m_bytes.size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    return MemorySource(m_bytes.bytes()).read_at(offset, target);
  }

 private:
  crypto::ContentBuffer m_bytes;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_content(Vault& vault, std::int64_t content_id) {
  TRY_ASSIGN(Statement statement, vault.database().prepare("SELECT bytes, object, size FROM contents WHERE id = ?"));
  statement.bind(content_id);
  TRY_ASSIGN(const bool found, statement.step());
  if (!found) return Error{ErrorCode::damaged, "a content is missing"};
  const auto size = static_cast<std::uint64_t>(statement.integer(2));
  std::unique_ptr<ByteSource> source;
  if (statement.is_null(1)) {
    source = std::make_unique<InlineSource>(statement.blob(0));
  } else {
    const std::string name = statement.text(1);
    auto object = vault.objects().open(name);
    if (!object) return Error{ErrorCode::damaged, "stored file " + name.substr(0, 8)};
    source = std::move(*object);
  }
  if (source->size() != size) return Error{ErrorCode::damaged, "a content has another size"};
  return source;
}

Result<std::optional<std::int64_t>> find_content(Vault& vault, const crypto::Sha256Digest& sha256) {
  TRY_ASSIGN(Statement statement, vault.database().prepare("SELECT id FROM contents WHERE sha256 = ?"));
  statement.bind_blob(sha256);
  TRY_ASSIGN(const bool found, statement.step());
  if (!found) return std::optional<std::int64_t>();
  return std::optional(statement.integer(0));
}

Result<std::int64_t> insert_content(Vault& vault, StoredContent& content, bool& was_known) {
  TRY_ASSIGN(const auto known, find_content(vault, content.facts().sha256));
  was_known = known.has_value();
  if (known) return *known;  // an object that was just written for the same bytes is removed when `content` goes
  TRY_ASSIGN(Statement statement,
             vault.database().prepare(
                 "INSERT INTO contents (size, sha256, sha512, crc32, bytes, object) VALUES (?, ?, ?, ?, ?, ?)"));
  statement.bind(static_cast<std::int64_t>(content.facts().size))
      .bind_blob(content.facts().sha256)
      .bind_blob(content.facts().sha512);
  statement.bind(content.facts().crc32);
  if (content.object().empty())
    statement.bind_blob(content.bytes()).bind_null();
  else
    statement.bind_null().bind(content.object());
  TRY(statement.run());
  const std::int64_t id = vault.database().last_row();
  if (!content.object().empty()) TRY(remove_pending(vault, content.object()));
  return id;
}

Result<void> release_content(Vault& vault, std::int64_t content_id) {
  TRY_ASSIGN(Statement used, vault.database().prepare("SELECT 1 FROM versions WHERE content = ?"));
  used.bind(content_id);
  TRY_ASSIGN(const bool in_use, used.step());
  if (in_use) return {};
  TRY_ASSIGN(Statement object,
             vault.database().prepare("SELECT object FROM contents WHERE id = ? AND object IS NOT NULL"));
  object.bind(content_id);
  TRY_ASSIGN(const bool has_object, object.step());
  if (has_object) TRY(add_pending(vault, object.text(0)));
  for (const char* sql : {"DELETE FROM file_facts WHERE content = ?", "DELETE FROM contents WHERE id = ?"}) {
    TRY_ASSIGN(Statement gone, vault.database().prepare(sql));
    TRY(gone.bind(content_id).run());
  }
  return {};
}

Result<void> settle_pending_objects(Vault& vault) {
  std::vector<std::string> names;
  TRY_ASSIGN(Statement pending, vault.database().prepare("SELECT name FROM pending_objects"));
  for (;;) {
    TRY_ASSIGN(const bool row, pending.step());
    if (!row) break;
    names.push_back(pending.text(0));
  }
  pending.reset();
  std::vector<std::string> done;
  for (const std::string& name : names) {
    if (vault.reserved_names().has(name)) continue;
    TRY_ASSIGN(const bool referenced, is_referenced(vault, name));
    // A name leaves the list when its file is found to be gone, not when it is removed: a power failure can bring a
    // removed file back.
    const bool is_there = !referenced && vault.objects().is_there(name);
    if (is_there)
      TRY(vault.objects().remove(name));
    else
      done.push_back(name);
  }
  if (done.empty()) return {};
  // One transaction for all: each takes several writes that have to reach the medium.
  TRY_ASSIGN(Transaction transaction, Transaction::begin(vault.database()));
  for (const std::string& name : done) TRY(remove_pending(vault, name));
  return transaction.commit();
}

}  // namespace daybook::vault
