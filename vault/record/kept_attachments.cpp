#include "vault/record/kept_attachments.h"

namespace daybook::vault {

Result<std::vector<ItemNumber>> items_out_of_exports(Record& record) {
  TRY_ASSIGN(Statement rows,
             record.vault().database().prepare("SELECT o.item FROM openings o JOIN items i ON i.id = o.item WHERE "
                                               "i.kind = 'file' AND i.removed = 0 AND instr(o.line, CAST('\"out_of\"' "
                                               "AS BLOB)) ORDER BY o.item"));
  std::vector<ItemNumber> items;
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return items;
    // A file may have those letters in its name.
    TRY_ASSIGN(const Item item, record.item(rows.number<ItemNumber>(0)));
    const bool is_again = !items.empty() && items.back() == item.number;
    if (item.newest().out_of && !is_again) items.push_back(item.number);
  }
}

Result<std::optional<ItemNumber>> item_out_of(Record& record, const OutOfExport& out_of, std::uint64_t size,
                                              std::uint32_t crc32) {
  TRY_ASSIGN(Statement rows,
             record.vault().database().prepare("SELECT v.item FROM contents c JOIN versions v ON v.content = c.id "
                                               "WHERE c.size = ? AND c.crc32 = ? ORDER BY v.item"));
  rows.bind(static_cast<std::int64_t>(size)).bind(static_cast<std::int64_t>(crc32));
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return std::optional<ItemNumber>();
    TRY_ASSIGN(const Item item, record.item(rows.number<ItemNumber>(0)));
    if (item.newest().out_of == out_of) return std::optional(item.number);
  }
}

}  // namespace daybook::vault
