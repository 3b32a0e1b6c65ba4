#include "vault/record/opened_entry.h"

namespace daybook::vault {

Result<EntryNumber> append_opened(Database& database, LogWriter& log, EntryDraft draft, const Json& members) {
  const std::string opening = make_opening(members);
  draft.subject = crypto::Sha256::of(as_bytes(opening));
  TRY_ASSIGN(const EntryNumber sequence, log.append(draft));
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO openings (sequence, item, line) VALUES (?, NULL, ?)"));
  TRY(insert.bind(sequence).bind_blob(as_bytes(opening)).run());
  return sequence;
}

}  // namespace daybook::vault
