#include "crypto/encoding.h"
#include "crypto/random.h"
#include "vault/record/opened_entry.h"
#include "vault/record/record.h"

namespace daybook::vault {
namespace {

// A random UUID: RFC 9562, version 4 (section 5.4).
std::string new_uuid() {
  auto bytes = crypto::random_array<16>();
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
  std::string text = crypto::to_hex(bytes);
  for (const std::size_t at : {20, 16, 12, 8}) text.insert(at, "-");
  return text;
}

}  // namespace

Result<CopyTicket> Record::begin_copy(const std::string& target, const Json& description) {
  CopyTicket ticket;
  ticket.bundle = new_uuid();
  TRY_ASSIGN(auto log, write());
  ticket.started = log->now();
  TRY(log->append_fillers());
  // A copy that was made of the record before a salvage has no head of this log.
  TRY_ASSIGN(Statement previous,
             database().prepare("SELECT checkpoint FROM exports WHERE state = 'done' AND checkpoint IS NOT NULL ORDER "
                                "BY number DESC LIMIT 1"));
  TRY_ASSIGN(const bool has_previous, previous.step());
  if (has_previous) ticket.previous_checkpoint = previous.text(0);
  previous.reset();
  TRY_ASSIGN(Statement number, database().prepare("SELECT coalesce(max(number), 0) + 1 FROM exports"));
  TRY(number.step());
  ticket.number = number.integer(0);
  number.reset();
  // The head is signed here and not only with the commit, because the row holds the head that the copy will carry.
  TRY(log->sign_head());
  TRY_ASSIGN(ticket.head, this->log().head());
  TRY_ASSIGN(Statement insert,
             database().prepare(
                 "INSERT INTO exports (bundle, state, target, started_at, number, log_size, checkpoint, description) "
                 "VALUES (?, 'pending', ?, ?, ?, ?, ?, ?)"));
  insert.bind(ticket.bundle)
      .bind(target)
      .bind(ticket.started.utc_seconds)
      .bind(ticket.number)
      .bind(static_cast<std::int64_t>(ticket.head.size));
  TRY(insert.bind(ticket.head.note).bind(to_canonical(description)).run());
  TRY(log->commit());
  return ticket;
}

Result<void> Record::finish_copy(const CopyTicket& ticket, const FinishedCopy& finished) {
  TRY_ASSIGN(Statement row, database().prepare("SELECT description FROM exports WHERE bundle = ?"));
  row.bind(ticket.bundle);
  TRY_ASSIGN(const bool found, row.step());
  DAYBOOK_ASSERT(found);
  Json members;
  members["bundle"] = ticket.bundle;
  members["description"] = row.text(0);
  members["items"] = Json::array();
  for (const ItemNumber item : finished.items) members["items"].push_back(item_text(item));
  members["files"] = finished.files;
  members["receipt"] = finished.receipt;
  members["key_words"] = finished.key_words;
  row.reset();
  TRY_ASSIGN(auto log, write());
  EntryDraft draft{entry_type::kExport, {}, std::nullopt, Json::object()};
  draft.more["bundle"] = ticket.bundle;
  draft.more["tagmanifest_sha512"] = crypto::to_hex(finished.tagmanifest_sha512);
  // To whom the copy goes and what is in it stands only in the opening, which no copy has.
  TRY(append_opened(database(), *log, std::move(draft), members));
  TRY_ASSIGN(Statement update,
             database().prepare("UPDATE exports SET state = 'done', tagmanifest_sha512 = ? WHERE bundle = ?"));
  TRY(update.bind_blob(finished.tagmanifest_sha512).bind(ticket.bundle).run());
  return log->commit();
}

Result<void> Record::abandon_copy(const std::string& bundle) {
  TRY_ASSIGN(auto log, write());
  EntryDraft draft{entry_type::kExportUnfinished, {}, std::nullopt, Json::object()};
  draft.more["bundle"] = bundle;
  TRY(log->append(draft));
  TRY_ASSIGN(Statement update, database().prepare("UPDATE exports SET state = 'unfinished' WHERE bundle = ?"));
  TRY(update.bind(bundle).run());
  return log->commit();
}

}  // namespace daybook::vault
