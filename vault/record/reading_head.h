#pragma once

#include <vector>

#include "vault/log/entry.h"
#include "vault/log/message_leaf.h"
#include "vault/record/message.h"

namespace daybook::vault {

/// Where messages of a reading stand.
struct ReadingSource {
  std::optional<ItemNumber> item;        // the export, as it was numbered when it was read
  std::optional<crypto::TreeHash> leaf;  // the leaf of its log entry then
  std::string entry;                     // the name of the entry, where the export is a ZIP
  std::uint64_t size = 0;                // of the export, or of what the entry unpacks to; in bytes
  crypto::Sha256Digest sha256{};         // of the same bytes. By this a source is found, whatever its number is now
};

/// The first line of a reading: what was read, by what, and how.
struct ReadingHead {
  std::optional<ReadingKey> key;  // none: the reading is shown, and not kept
  std::string reader;             // which program read it, and its version: `whatsapp/1`
  DateOrder order = DateOrder::day_month_year;
  OrderBy order_by = OrderBy::assumed;
  std::string zone;                    // of the times, as the keeper says; empty where nobody knows
  std::string me;                      // which sender the keeper is, as written; empty where she did not say
  std::string title;                   // of the conversation; empty where it is not known
  std::vector<ReadingSource> sources;  // in the order in which they were joined
};
/// Most exports that one reading is made of.
constexpr std::size_t kMostSources = 32;

/// The line as canonical JSON, without its end. Members that are empty are left out.
std::string head_line(const ReadingHead& head);
/// The head that a line says. `newer_format` for one of a later version, `malformed` for all else that head_line()
/// does not write.
Result<ReadingHead> parse_head_line(std::string_view line);

}  // namespace daybook::vault
