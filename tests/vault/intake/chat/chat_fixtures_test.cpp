// The exports in other parsers' tests, and what those tests state of them: who wrote when, how often, and what.
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/chat_reading.h"
#include "tests/support/corpora.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

struct Stated {
  const char* time;
  const char* sender;  // empty: the program
  const char* words;
};

struct Fixture {
  const char* file;
  std::vector<Stated> messages;
  // What the other program takes for granted and ours asks: nothing in the file tells 2 November from 11 February.
  std::optional<DateOrder> order = std::nullopt;
};

constexpr const char* kNotStated = nullptr;

// MasterScrat/Chatistics, tests/test_whatsapp.py; frozenspider/chat-history-manager-rust, whatsapp_text_tests.rs;
// skowalak/whatsapp-to-sqlite, tests/test_parser.py (for the forms of its lines);
// Marcello2020-dev/whatsapp-export-tools. Those tests leave out what the program says; here it stands too, because a
// reading leaves out nothing.
const std::vector<Fixture>& fixtures() {
  static const std::vector<Fixture> all{
      {"MasterScrat-Chatistics/tests/test_data/whatsapp/_chat.txt",
       {{"2018-01-04T11:53:57", "Alice Placeholder", "This is a test message"},
        {"2018-01-04T11:54:03", "Alice Placeholder", "This message is from Alice Placeholder"},
        {"2018-01-04T11:54:23", "", "This is an info entry"},
        {"2018-01-04T11:54:34", "John Doe", "This is a test answer from John Doe"},
        {"2018-01-04T11:54:47", "John Doe", kNotStated},
        {"2018-01-04T11:55:32", "Alice Placeholder", "This message should have \"outgoing = False\""},
        {"2018-01-04T12:03:16", "John Doe", "The following messages will test some corner cases"},
        {"2018-01-04T12:42:33", "John Doe", kNotStated},
        {"2018-01-04T12:42:45", "John Doe", kNotStated},
        {"2018-01-04T12:43:50", "Alice Placeholder", kNotStated},
        {"2018-01-04T15:05:52", "John Doe", kNotStated},
        {"2018-01-04T15:41:08", "Alice Placeholder", kNotStated},
        {"2018-10-12T10:14:39", "Alice Placeholder", kNotStated},
        {"2018-10-12T10:14:42", "Alice Placeholder", "田中さんにあげて下さい"},
        {"2019-02-01T00:04:35", "Alice Placeholder", "和製漢語"},
        {"2019-02-01T00:05:02", "Alice Placeholder", kNotStated},
        {"2019-02-01T11:08:23", "John Doe", "ÅÍÎÏ˝ÓÔ\uf8ffÒÚÆ☃"},
        {"2019-02-01T11:09:15", "John Doe", "\n[1.2.2019, 00:00:00] John Doe: this line is not a message on its own"},
        {"2019-02-01T11:09:59", "John Doe", "¯\\_(ツ)_/¯"},
        {"2019-02-01T14:20:03", "John Doe",
         "What is that?\n2/11/19, 14:48 Alice Placeholder: this is a message from another chat!"},
        {"2019-04-19T16:18:33", "Alice Placeholder", "This is the last message of this test file."}}},
      {"MasterScrat-Chatistics/tests/test_data/whatsapp/_chat 2.txt",
       {{"2019-09-17T16:37:47", "Peter Doe", kNotStated},
        {"2019-09-17T16:38:06", "Peter Doe", kNotStated},
        {"2019-09-17T16:38:59", "John Doe", kNotStated},
        {"2019-09-17T16:39:52", "John Doe", kNotStated}}},
      {"MasterScrat-Chatistics/tests/test_data/whatsapp/_chat 3.txt",
       {{"2019-02-11T14:18", "", kNotStated},
        {"2019-02-11T14:18", kNotStated, kNotStated},
        {"2019-02-11T14:21", kNotStated, kNotStated},
        {"2019-02-11T14:21", kNotStated, kNotStated},
        {"2019-02-11T14:21", kNotStated, kNotStated},
        {"2019-02-11T14:22", kNotStated, kNotStated},
        {"2019-02-11T14:18", "", kNotStated},
        {"2019-10-11T14:25", kNotStated, kNotStated},
        {"2019-02-11T14:33", kNotStated, kNotStated},
        {"2019-02-11T14:48", kNotStated, kNotStated},
        {"2019-02-11T14:51", kNotStated, kNotStated}},
       DateOrder::month_day_year},
      {"MasterScrat-Chatistics/tests/test_data/whatsapp/_chat 4.txt",
       {{"2019-09-17T08:30:52", "John Doe", "US datetime format"},
        {"2019-09-17T16:30:10", "John Doe", "US datetime format"},
        {"2019-09-18T16:50:32", "John Doe", "US datetime format"}}},
      {"frozenspider-chat-history-manager/backend/resources/test/whatsapp-text_2023-10/WhatsApp Chat with +123 45 "
       "6789.txt",
       {{"2023-06-30T16:13", "", kNotStated},
        {"2023-06-30T16:14", "", "+123 45 6789 is a contact"},
        {"2023-06-30T16:14", "Aaaaa Aaaaaaaaaaa", "hello there!\n\nthis is a\nmulti-line message!"},
        {"2023-06-30T16:14", "Aaaaa Aaaaaaaaaaa", "and these messages"},
        {"2023-06-30T16:14", "Aaaaa Aaaaaaaaaaa", "should not be reordered!"},
        {"2023-06-30T16:14", "+123 45 6789", "should not be reordered indeed!"},
        {"2023-06-30T16:15", "+123 45 6789", "image comment"},
        {"2023-06-30T16:15", "+123 45 6789", ""},
        {"2023-06-30T16:15", "+123 45 6789", ""},
        {"2023-06-30T16:15", "+123 45 6789", ""},
        {"2023-06-30T16:15", "+123 45 6789", ""},
        {"2023-06-30T16:15", "+123 45 6789", ""},
        {"2023-06-30T16:15", "", kNotStated}}},
      {"skowalak-whatsapp-to-sqlite/tests/logs/testsubdir/WhatsApp Chat mit Jane Doe.txt",
       {{"2021-02-16T22:10", "", kNotStated},
        {"2021-02-16T22:10", "Jane Doe", "Hi, kannst Du mir sagen, was gerade ab geht?"},
        {"2021-02-16T22:33", "John Doe", "Sorry, wie bitte?"},
        {"2021-02-16T22:34", "Jane Doe", "Das hier meine ich"},
        {"2021-02-16T22:38", "John Doe", "Öhh, da bin ich überfragt xD"},
        {"2021-02-16T22:42", "Jane Doe", kNotStated},
        {"2021-02-16T23:18", "John Doe", ""},
        {"2021-02-18T05:41", "Jane Doe", "Cool, danke 😃🙏"}}},
      {"Marcello2020-whatsapp-export-tools/Fixtures/wet-exporter-placeholder/_chat.txt",
       {{"2024-01-01T10:00", "Du", "Hallo"},
        {"2024-01-01T10:01", "Person B", "Hi"},
        {"2024-01-01T10:02", "You", "This message was deleted."},
        {"2024-01-01T10:03", "", "Messages to this chat are now secured."},
        {"2024-01-01T10:04", "Person B", "Alles klar."}}},
      {"Marcello2020-whatsapp-export-tools/Fixtures/wet-group-chat/_chat.txt",
       {{"2024-01-01T09:59", "", "Person A hat die Gruppe erstellt."},
        {"2024-01-01T10:00", "Person A", "Hallo zusammen"},
        {"2024-01-01T10:01", "Person B", "Hi"},
        {"2024-01-01T10:02", "Person C", "Moin"},
        {"2024-01-01T10:03", "Person A", "Willkommen"},
        {"2024-01-01T10:04", "Person B", "Danke"},
        {"2024-01-01T10:05", "Person C", "Alles klar"}}},
      {"Marcello2020-whatsapp-export-tools/Fixtures/wet-group-event-bracket/_chat.txt",
       {{"2018-08-07T22:42:50", "Person A", "Wir sehen uns morgen."},
        {"2018-08-07T22:43:01", "", "Person B hat dich entfernt."}}},
      {"Marcello2020-whatsapp-export-tools/Fixtures/wet-two-party/000000/Chat.txt",
       {{"2024-01-01T10:00", "Person A", "Hi"}, {"2024-01-01T10:01", "Person B", "Hello"}}},
      {"Marcello2020-whatsapp-export-tools/Fixtures/wet-weak-partner/000000/Chat.txt",
       {{"2024-01-01T10:00", "+49 0000001", "Hallo"}, {"2024-01-01T10:01", "+49 0000002", "Hi"}}},
  };
  return all;
}

// Where ours differs on purpose.
struct Difference {
  const char* file;     // the end of its name
  std::size_t message;  // from 1
  const char* what;
  const char* reason;
};
constexpr const char *kCaption =
                         "the line that names an attachment stays in the text: a reading says what stands there",
                     *kNoMedia = "what stands in place of an attachment stays in the text, and is said to be media",
                     *kTyped = "a person can type what the program says, so a line with a name is that person's";
constexpr const char* kEmptyLine = "an empty line behind the words was typed, and stays";
constexpr const char* kControl = "signs of control that nobody sees stay where they were typed";
constexpr Difference kDifferences[] = {
    {"whatsapp/_chat.txt", 18, "words", kControl},
    {"6789.txt", 3, "words", kEmptyLine},

    {"6789.txt", 7, "words", kCaption},
    {"6789.txt", 8, "words", kCaption},
    {"6789.txt", 9, "words", kCaption},
    {"6789.txt", 10, "words", kCaption},
    {"6789.txt", 11, "words", kNoMedia},
    {"6789.txt", 12, "words", kNoMedia},
    {"6789.txt", 13, "sender", kTyped},
    {"Jane Doe.txt", 4, "words", kCaption},
    {"Jane Doe.txt", 7, "words", kCaption},
    {"placeholder/_chat.txt", 4, "sender", kTyped},
    {"group-chat/_chat.txt", 1, "sender", kTyped},
};

std::set<std::string> differences_of(const Fixture& fixture) {
  std::set<std::string> found;
  const ChatReading read = read_chat(read_file(corpus("whatsapp") / fixture.file), fixture.order);
  REQUIRE(read.messages.size() == fixture.messages.size());
  for (std::size_t i = 0; i < read.messages.size(); ++i) {
    const Stated& stated = fixture.messages[i];
    const auto compare = [&](const char* what, const std::string& said, const char* expected) {
      if (expected != kNotStated && said != expected) found.insert(std::to_string(i + 1) + " " + what);
    };
    compare("time", read.messages[i].when, stated.time);
    compare("sender", read.messages[i].who, stated.sender);
    compare("words", read.messages[i].words, stated.words);
  }
  return found;
}

struct Share {
  std::size_t messages = 0;
  std::string first = "9999", last;
};

}  // namespace

TEST_CASE("what the tests of other parsers state of their exports is read, and every difference has its reason") {
  for (const Fixture& fixture : fixtures()) {
    INFO(fixture.file);
    std::set<std::string> expected;
    for (const Difference& one : kDifferences)
      if (std::string_view(fixture.file).ends_with(one.file))
        expected.insert(std::to_string(one.message) + " " + one.what);
    const std::set<std::string> found = differences_of(fixture);
    CHECK(found == expected);
  }
}

// joweich/chat-miner states the messages of people, the last first; lines joined by a blank.
TEST_CASE("one chat in five forms is the same chat, message by message") {
  const auto folder = corpus("whatsapp") / "joweich-chat-miner" / "test" / "whatsapp";
  const auto target = nlohmann::json::parse(read_file(folder / "target.json"));
  for (const char* file : {"test_[mmddyy]_24hrs.txt", "test_ddmmyy_24hrs.txt", "test_mmddyy_24hrs.txt",
                           "test_mmddyyyy_12hrs.txt", "test_yyyymmdd_24hrs.txt"}) {
    INFO(file);
    std::vector<ChatReading::Message> people;
    for (const auto& message : read_chat(read_file(folder / file)).messages)
      if (!message.who.empty()) people.push_back(message);
    REQUIRE(people.size() == target.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
      const auto& expected = target[target.size() - 1 - i];
      std::string words = people[i].words;
      std::replace(words.begin(), words.end(), '\n', ' ');
      CHECK(people[i].when == expected["timestamp"].get<std::string>().substr(0, people[i].when.size()));
      CHECK(people[i].who == expected["author"]);
      CHECK(words == expected["message"]);
    }
  }
}

// sodascience/port-whatsapp-datadonation, tests/test_whatsapp_chat.py: how many messages each person has, the first and
// the last.
TEST_CASE("one chat in seven dialects has the same people, who write as often and at the same times") {
  const std::map<std::string, Share> expected{{"person1", {3, "2022-03-16T15:20:25", "2022-03-24T20:19:38"}},
                                              {"person2", {3, "2022-03-16T15:25:38", "2022-03-26T18:52:15"}},
                                              {"person3", {1, "2022-03-16T15:26:48", "2022-03-16T15:26:48"}},
                                              {"person4", {2, "2020-07-14T22:05:54", "2022-03-20T20:08:51"}}};
  const auto folder = corpus("whatsapp") / "sodascience-port" / "data_extractor" / "tests" / "data";
  for (const char* file : {"_chat.txt", "_chat_file1.txt", "_chat_file2.txt", "_chat_file3.txt", "_chat_file4.txt",
                           "_chat_file5.txt", "_chat_file6.txt"}) {
    INFO(file);
    std::map<std::string, Share> shares;
    for (const auto& message : read_chat(read_file(folder / file)).messages) {
      if (message.who.empty()) continue;
      Share& share = shares[message.who];
      ++share.messages;
      share.first = std::min(share.first, message.when);
      share.last = std::max(share.last, message.when);
    }
    REQUIRE(shares.size() == expected.size());
    for (const auto& [name, share] : expected) {
      INFO(name);
      CHECK(shares[name].messages == share.messages);
      CHECK(share.first.starts_with(shares[name].first));
      CHECK(share.last.starts_with(shares[name].last));
    }
  }
}
