#include "vault/log/custody_log.h"

#include "crypto/encoding.h"
#include "crypto/random.h"
#include "vault/store/schema.h"

namespace daybook::vault {

using crypto::TreeHash;

namespace {

constexpr std::uint64_t kFillerMultiple = 64;
constexpr std::int64_t kClockJumpSeconds = 120;

Error damaged(const char* what) { return {ErrorCode::damaged, std::string("custody log: ") + what}; }

}  // namespace

Result<CustodyLog::Head> CustodyLog::head() {
  TRY_ASSIGN(Statement statement, m_database->prepare("SELECT size, note FROM head"));
  TRY_ASSIGN(const bool found, statement.step());
  if (!found) return Head{0, ""};
  return Head{static_cast<std::uint64_t>(statement.integer(0)), statement.text(1)};
}

Result<std::string> CustodyLog::entry_line(EntryNumber sequence) {
  TRY_ASSIGN(Statement statement, m_database->prepare("SELECT line FROM entries WHERE sequence = ?"));
  statement.bind(sequence);
  TRY_ASSIGN(const bool found, statement.step());
  if (!found) return damaged("an entry is missing");
  return std::string(as_text(statement.blob(0)));
}

// The database looks for the bytes that an entry of this type has, which is quick, and only what may be one is parsed:
// the same bytes can stand elsewhere in an entry too.
Result<std::vector<Entry>> CustodyLog::entries_of(const char* type) {
  TRY_ASSIGN(Statement statement,
             m_database->prepare("SELECT line FROM entries WHERE instr(line, CAST(? AS BLOB)) > 0 ORDER BY sequence"));
  const std::string member = std::string("\"type\":\"") + type + "\"";
  statement.bind(member);
  std::vector<Entry> entries;
  for (;;) {
    TRY_ASSIGN(const bool found, statement.step());
    if (!found) return entries;
    const auto entry = parse_entry(as_text(statement.blob(0)));
    if (!entry) return entry.error();
    if (entry->type == type) entries.push_back(*entry);
  }
}

Result<TreeHash> CustodyLog::node(int level, std::uint64_t position) {
  TRY_ASSIGN(Statement statement, m_database->prepare("SELECT hash FROM tree WHERE level = ? AND position = ?"));
  statement.bind(level).bind(static_cast<std::int64_t>(position));
  TRY_ASSIGN(const bool found, statement.step());
  if (!found || statement.blob(0).size() != 32) return damaged("a tree hash is missing");
  TreeHash hash;
  copy_bytes(statement.blob(0), hash);
  return hash;
}

crypto::NodeLookup CustodyLog::lookup() {
  return [this](int level, std::uint64_t position) { return node(level, position); };
}

LogWriter::LogWriter(Database& database, const LogIdentity& identity, Clock& clock)
    : m_database(&database), m_identity(&identity), m_now(clock.now()) {}

Result<std::unique_ptr<LogWriter>> LogWriter::begin(Database& database, const LogIdentity& identity, Clock& clock) {
  std::unique_ptr<LogWriter> writer(new LogWriter(database, identity, clock));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  writer->m_transaction.emplace(std::move(transaction));
  TRY(writer->load());
  return writer;
}

Result<std::unique_ptr<LogWriter>> LogWriter::within(Database& database, const LogIdentity& identity, Clock& clock) {
  std::unique_ptr<LogWriter> writer(new LogWriter(database, identity, clock));
  TRY(writer->load());
  return writer;
}

Result<void> LogWriter::load() {
  CustodyLog log(*m_database);
  TRY_ASSIGN(const CustodyLog::Head head, log.head());
  m_size = head.size;
  if (m_size == 0) return {};
  // Two signed heads that contradict each other would make every copy of this record doubtful. So nothing is signed
  // that does not continue the last head.
  TRY_ASSIGN(const crypto::Checkpoint signed_head, crypto::open_checkpoint(head.note, m_identity->verifier()));
  TRY_ASSIGN(const TreeHash root, crypto::root_at(m_size, log.lookup()));
  if (signed_head.size != m_size || signed_head.root != root) return damaged("the tree differs from its signed head");
  TRY_ASSIGN(const std::string last_line, log.entry_line(EntryNumber{m_size - 1}));
  TRY_ASSIGN(const Entry last, parse_entry(last_line));
  m_previous = crypto::leaf_hash(as_bytes(last_line));
  m_last_time = last.utc_seconds;
  return {};
}

Result<EntryNumber> LogWriter::append(const EntryDraft& draft) {
  if (!m_clock_noted) TRY(note_clock());
  return append_line(draft);
}

Result<EntryNumber> LogWriter::append_line(const EntryDraft& draft) {
  Json line = draft.more;
  line["v"] = 1;
  line["seq"] = m_size;
  line["type"] = draft.type;
  line["time"] = format_utc(m_now.utc_seconds);
  line["offset"] = m_now.offset_minutes;
  line["prev"] = crypto::to_base64(m_previous);
  line["salt"] = crypto::to_base64(crypto::random_array<32>());
  if (draft.subject) line["subject"] = crypto::to_hex(*draft.subject);
  if (draft.items.size() == 1) line["item"] = item_text(draft.items[0]);
  if (draft.items.size() > 1) {
    for (const ItemNumber item : draft.items) line["items"].push_back(item_text(item));
  }
  const std::string text = to_canonical(line);
  if (text.size() > kMostEntryBytes) return Error{ErrorCode::too_large, "log entry"};

  TRY_ASSIGN(Statement insert, m_database->prepare("INSERT INTO entries (sequence, line) VALUES (?, ?)"));
  TRY(insert.bind(static_cast<std::int64_t>(m_size)).bind_blob(as_bytes(text)).run());
  const TreeHash leaf = crypto::leaf_hash(as_bytes(text));
  CustodyLog log(*m_database);
  const auto lookup = [&](int level, std::uint64_t position) -> Result<TreeHash> {
    for (const crypto::TreeNode& node : m_edge) {
      if (node.level == level && node.index == position) return node.hash;
    }
    return log.node(level, position);
  };
  TRY_ASSIGN(const auto nodes, crypto::nodes_completed_by(m_size, leaf, lookup));
  TRY_ASSIGN(Statement insert_node, m_database->prepare("INSERT INTO tree (level, position, hash) VALUES (?, ?, ?)"));
  for (const crypto::TreeNode& node : nodes) {
    TRY(insert_node.bind(node.level).bind(static_cast<std::int64_t>(node.index)).bind_blob(node.hash).run());
    std::erase_if(m_edge, [&](const auto& old) { return old.level == node.level; });
    m_edge.push_back(node);
  }
  m_previous = leaf;
  m_last_time = m_now.utc_seconds;
  return EntryNumber{m_size++};
}

// Appends a `clock` entry when the clock was set by more than it could have drifted, or stands before the last entry. A
// reader of the log then knows why the times jump.
Result<void> LogWriter::note_clock() {
  m_clock_noted = true;
  const std::int64_t difference = m_now.utc_seconds - m_now.uptime_seconds;
  const std::string known = m_now.boot_id + " " + std::to_string(difference);
  TRY_ASSIGN(const auto before, get_setting(*m_database, "clock"));
  EntryDraft draft{entry_type::kClock, {}, std::nullopt, Json::object()};
  if (before && !m_now.boot_id.empty() && before->starts_with(m_now.boot_id + " ")) {
    const std::int64_t moved = difference - std::strtoll(before->c_str() + m_now.boot_id.size() + 1, nullptr, 10);
    if (moved > kClockJumpSeconds || moved < -kClockJumpSeconds) draft.more["jump"] = moved;
  }
  if (m_size > 0 && m_now.utc_seconds < m_last_time) draft.more["earlier"] = m_last_time - m_now.utc_seconds;
  if (before != known) TRY(set_setting(*m_database, "clock", known));
  if (draft.more.empty()) return {};
  TRY(append_line(draft));
  return {};
}

Result<void> LogWriter::append_fillers() {
  while (m_size % kFillerMultiple != 0) TRY(append({entry_type::kFiller, {}, std::nullopt, Json::object()}));
  return {};
}

Result<void> LogWriter::sign_head() {
  CustodyLog log(*m_database);
  TRY_ASSIGN(const TreeHash root, crypto::root_at(m_size, log.lookup()));
  const crypto::Checkpoint checkpoint{m_identity->origin, m_size, root};
  TRY_ASSIGN(Statement statement,
             m_database->prepare("INSERT INTO head (only, size, note) VALUES (1, ?, ?) ON CONFLICT (only) DO UPDATE "
                                 "SET size = excluded.size, note = excluded.note"));
  statement.bind(static_cast<std::int64_t>(m_size))
      .bind(crypto::sign_note(checkpoint.to_text(), m_identity->origin, m_identity->key));
  return statement.run();
}

Result<void> LogWriter::commit() {
  DAYBOOK_ASSERT(m_transaction.has_value());
  TRY(sign_head());
  return m_transaction->commit();
}

}  // namespace daybook::vault
