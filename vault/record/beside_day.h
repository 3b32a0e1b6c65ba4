#pragma once

#include "vault/record/conversation.h"

namespace daybook::vault {

/// What else a record has from a day that stands in a conversation.
struct BesideDay {
  struct Item {
    ListedItem row;
    /// Why it is of this day: the keeper's words for when it was, the time that the file says of itself
    /// ("22:41"), or nothing for a note that she wrote on this day.
    enum class Dated { said_by_keeper, said_by_file, written } dated = Dated::said_by_keeper;
    std::string time;  // "22:41" where the file says it; else empty
  };
  std::vector<Item> items;  // those of this day alone first, then those of longer times that meet it
  struct Messages {
    ItemNumber conversation{};
    std::string heading;      // what to call it
    std::uint64_t first = 0;  // the first message of the day
    std::uint64_t count = 0;
  };
  std::vector<Messages> conversations;
  std::size_t more = 0;  // items that have no room in the list
};
constexpr std::size_t kMostBesideDay = 50;  // items

/// What the record has from a day (days since 1 January 1970), without the conversation itself and the notes beside it.
/// An item is of the day that the keeper said, else of the one that the file says of itself, and a note of which
/// neither is known of the day on which it was written.
Result<BesideDay> beside_day(Record& record, ItemNumber conversation, std::int32_t day);

}  // namespace daybook::vault
