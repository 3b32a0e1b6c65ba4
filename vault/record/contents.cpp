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

// Stores a content in one pass, block by block: the caller fills space() and says how much of it is filled. Two large
// buffers are made only for what does not fit into a small one: most items are a few words.
class ContentStorer {
 public:
  // Is called once when the content turns out too large for the database, and gives a name that is on the pending list
  // already: a crash while the object is written leaves nothing that is not known.
  using NameObject = std::function<Result<std::string>()>;
  ContentStorer(Vault& vault, NameObject name_object, Progress progress = {})
      : m_vault(vault), m_name_object(std::move(name_object)), m_progress(std::move(progress)), m_content(vault) {}

  MutableByteView space() { return block().subspan(m_filled); }
  Result<void> fill(std::size_t count) {
    m_filled += count;
    if (m_filled < block().size()) return {};
    TRY(end_block());
    while (m_large.size() < 2) m_large.emplace_back(kStreamBlockSize);
    m_turn ^= 1;
    return {};
  }
  Result<StoredContent> finish() {
    if (m_filled > 0) TRY(end_block());
    if (m_object != nullptr) TRY(m_object->publish());
    m_content.m_facts = m_measurement.finish();
    return std::move(m_content);
  }

 private:
  MutableByteView block() { return m_large.empty() ? m_small.bytes() : m_large[m_turn].bytes(); }
  Result<void> end_block();

  Vault& m_vault;
  NameObject m_name_object;
  Progress m_progress;
  StoredContent m_content;
  std::unique_ptr<ObjectWriter> m_object;
  crypto::ContentBuffer m_small{kSmallBlockSize};
  std::vector<crypto::ContentBuffer> m_large;
  std::size_t m_turn = 0, m_filled = 0;
  std::uint64_t m_done = 0;
  Measurement m_measurement;  // declared after the buffers, so that its thread ends before they go
};

Result<void> ContentStorer::end_block() {
  const MutableByteView filled = block().first(m_filled);
  m_measurement.add(filled);
  m_done += filled.size();
  if (m_object == nullptr && m_done > kMostInlineBytes) {
    TRY_ASSIGN(m_content.m_object, m_name_object());
    TRY_ASSIGN(m_object, m_vault.objects().create(m_content.m_object));
    TRY(m_object->write(m_content.m_bytes.bytes()));
    m_content.m_bytes = crypto::ContentBuffer(0);
  }
  if (m_object != nullptr)
    TRY(m_object->write(filled));
  else
    m_content.append(filled);
  if (!goes_on(m_progress, m_done)) return Error{ErrorCode::cancelled, ""};
  m_filled = 0;
  return {};
}

namespace {

Result<StoredContent> store_all(ContentStorer& storer, const ReadNext& read) {
  for (;;) {
    const MutableByteView space = storer.space();
    TRY_ASSIGN(const std::size_t count, read(space));
    const bool is_last = count < space.size();
    TRY(storer.fill(count));
    if (is_last) return storer.finish();
  }
}

}  // namespace

Result<StoredContent> store_content(Vault& vault, const ReadNext& read, const Progress& progress) {
  if (vault.is_read_only()) return Error{ErrorCode::read_only, ""};
  const auto name_object = [&]() -> Result<std::string> {
    std::string name = ObjectStore::new_name();
    TRY(add_pending(vault, name));
    return name;
  };
  ContentStorer storer(vault, name_object, progress);
  return store_all(storer, read);
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
  if (vault.is_read_only()) return Error{ErrorCode::read_only, ""};
  ContentStorer storer(
      vault, [&]() -> Result<std::string> { return reserved.name(); }, progress);
  return store_all(storer, read);
}

ContentWriter::ContentWriter(Vault& vault, const ReservedObject& reserved, const Progress& progress)
    : m_storer(std::make_unique<ContentStorer>(
          vault, [name = reserved.name()]() -> Result<std::string> { return name; }, progress)) {}
ContentWriter::~ContentWriter() = default;

Result<void> ContentWriter::write(ByteView bytes) {
  while (!bytes.empty()) {
    const MutableByteView space = m_storer->space();
    const std::size_t count = std::min(bytes.size(), space.size());
    copy_bytes(bytes.first(count), space.first(count));
    TRY(m_storer->fill(count));
    bytes = bytes.subspan(count);
  }
  return {};
}

Result<StoredContent> ContentWriter::finish() { return m_storer->finish(); }

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
