// What becomes of a long chat in a record: stored and logged on the medium, searchable, opened, and searched by twenty
// queries. Prints JSON. Linked with the cheap password hash, so that it is not in the figures. bench_chat.py makes the
// export and measures another reader of it in the same run.
//   bench_kept_chat FOLDER EXPORT
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "tests/bench/timing.h"
#include "tests/support/peak_memory.h"
#include "vault/intake/chat/keep_chat.h"
#include "vault/intake/file.h"
#include "vault/intake/text_index.h"
#include "vault/record/conversation.h"
#include "vault/record/record_access.h"
#include "vault/record/search_index.h"
#include "vault/record/search_query.h"

using namespace daybook;
using namespace daybook::bench;
using namespace daybook::vault;
using test::reset_peak;

namespace {

constexpr std::size_t kPage = 50;  // hits that a screen shows first

struct Query {
  const char* name;
  const char* words;
  const char* sender = nullptr;
  const char* month = nullptr;
};

// Of the words that bench_chat.cpp writes into an export: common and rare ones, of two scripts and of none, several,
// the beginning of one, a number, and each with a person or a month.
constexpr Query kQueries[] = {
    {"a common word", "where"},
    {"another common word", "please"},
    {"in Cyrillic", "привет"},
    {"with an accent, written without", "naive"},
    {"a symbol", "😀"},
    {"two common words", "tomorrow home"},
    {"three common words", "again note nothing"},
    {"four common words", "where are you tomorrow"},
    {"two scripts", "привет naive"},
    {"the beginning of a word", "tomor"},
    {"the beginning of a word in Cyrillic", "прив"},
    {"a time of day", "10:30"},
    {"a day and a month in figures", "12/03"},
    {"what no message has", "lapwing"},
    {"a common word and what no message has", "where lapwing"},
    {"an attachment by its name", "PHOTO"},
    {"a rare word of the program", "deleted"},
    {"a common word of one person", "where", "Ana"},
    {"a common word of one month", "please", nullptr, "2023-05-01T00:00"},
    {"a word of one person in one month", "привет", "Mark Jones", "2024-02-01T00:00"},
};

std::vector<std::string> filters_of(const Query& query) {
  std::vector<std::string> filters;
  if (query.sender != nullptr) filters.push_back(sender_term(query.sender));
  if (query.month != nullptr) filters.push_back(month_term(*parse_local_time(query.month)));
  return filters;
}

// Each query is asked as the window does it, in another order in each round, so that none finds its rows read already.
nlohmann::json ask_queries(Record& record, ItemNumber conversation) {
  constexpr std::size_t kRounds = 21;
  std::vector<double> all;
  double slowest = 0;
  const char* slowest_name = "";
  for (std::size_t round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < std::size(kQueries); ++i) {
      const Query& query = kQueries[(i * 7 + round) % std::size(kQueries)];
      const double time =
          1000 * seconds([&] {
            DAYBOOK_ASSERT(
                find_messages(record, conversation, parse_search(query.words), filters_of(query), 1, kPage).ok());
          });
      all.push_back(time);
      if (time > slowest) slowest = time, slowest_name = query.name;
    }
  }
  std::sort(all.begin(), all.end());
  return {{"median_ms", all[all.size() / 2]},
          {"p95_ms", all[all.size() * 95 / 100]},
          {"slowest_ms", slowest},
          {"slowest", slowest_name}};
}

nlohmann::json measure(const Path& folder, const Path& file) {
  FileSystem& files = operating_system_files();
  DAYBOOK_ASSERT(files.create_folder(folder).ok());
  DAYBOOK_ASSERT(Record::create(surroundings(), folder / "record", secret()).ok());
  nlohmann::json result;
  ItemNumber conversation{};
  {
    auto record = Record::open(surroundings(), folder / "record", secret()).value();
    const ItemNumber exported = keep_file(*record, files, file, {}, false).value().outcome.item;
    OwnRecord access(*record);
    result["stored_s"] = seconds([&] {
      const KeptConversation kept = read_kept_chat(access, exported, {}).value().conversations.at(0);
      conversation = kept.conversation;
      result["messages"] = kept.outline.messages;
    });
    result["searchable_s"] = seconds([&] {
      while (index_texts(access).value() > 0) {
      }
    });
  }
  auto record = Record::open(surroundings(), folder / "record", secret()).value();
  reset_peak();
  result["open_ms"] =
      1000 * seconds([&] {
        const Conversation opened = open_conversation(*record, conversation).value();
        DAYBOOK_ASSERT(read_messages(*record, opened, opened.outline.messages - kPage + 1, kPage).value().size() ==
                       kPage);
      });
  result["queries"] = ask_queries(*record, conversation);
  result["peak_mib"] = test::peak_kib() / 1024;
  return result;
}

}  // namespace

int main(int count, char** arguments) {
  DAYBOOK_ASSERT(count == 3);
  std::printf("%s\n", measure(arguments[1], arguments[2]).dump().c_str());
}
