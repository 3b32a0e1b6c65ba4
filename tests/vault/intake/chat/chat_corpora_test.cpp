// Exports that others made, and six dialects of our own with what is true of each message.
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/support/chat_reading.h"
#include "tests/support/corpora.h"
#include "tests/support/lines.h"
#include "tests/support/seed.h"
#include "vault/intake/chat/reading_lines.h"
#include "vault/log/canonical_json.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

std::vector<std::filesystem::path> exports() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus("whatsapp"))) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".txt") && name != "SOURCES.txt" && entry.file_size() > 0) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  REQUIRE(found.size() > 20);
  return found;
}

// Counts the members in which two values differ, as `name`.
void compare(const std::string& name, const std::string& read, const std::string& truth,
             std::map<std::string, int>& wrong) {
  wrong[name] += read == truth ? 0 : 1;
}

}  // namespace

TEST_CASE("of the six dialects every time, sender, text and kind is exact") {
  int dialects = 0;
  for (const auto& file : exports()) {
    const std::filesystem::path truth_file = std::filesystem::path(file).replace_extension(".truth.jsonl");
    if (!std::filesystem::exists(truth_file)) continue;
    ++dialects;
    INFO(file.filename().string());
    const ChatReading reading = read_chat(read_file(file));
    const std::vector<std::string> truth = every_line(read_file(truth_file));
    REQUIRE(reading.messages.size() == truth.size());
    std::map<std::string, int> wrong;
    for (std::size_t i = 0; i < truth.size(); ++i) {
      const auto expected = nlohmann::json::parse(truth[i]);
      const ChatReading::Message& message = reading.messages[i];
      const std::string kind = expected["kind"] == "spoof" ? "text" : expected["kind"].get<std::string>();
      compare("time", message.when, expected["ts"].get<std::string>().substr(0, message.when.size()), wrong);
      compare("sender", message.who, expected["who"].is_null() ? "" : expected["who"].get<std::string>(), wrong);
      compare("text", message.words, expected["body"], wrong);
      compare("kind", std::string(to_text(message.kind)), kind, wrong);
      wrong["mark"] += message.flags.looks_forged != (expected["kind"] == "spoof");
    }
    for (const auto& [name, count] : wrong) {
      INFO(name);
      CHECK(count == 0);
    }
  }
  CHECK(dialects == 6);
}

TEST_CASE("every export of other people's tests is read with each of its bytes in one place") {
  for (const auto& file : exports()) {
    INFO(file.string());
    const std::string text = read_file(file);
    if (!is_whatsapp(text)) continue;
    const ChatReading reading = read_chat(text);
    CHECK(reading.messages.size() > 1);
  }
}

TEST_CASE("what other parsers state of single lines holds here too") {
  // Where ours differs on purpose: an attachment stays one when its message was edited.
  const std::string kept_apart = "<attached: 00000030-PHOTO.jpg> <This message was edited>";
  int held = 0;
  for (const std::string& line : every_line(read_file(corpus("whatsapp") / "INLINE-cases" / "cases.jsonl"))) {
    const auto row = nlohmann::json::parse(line);
    const std::string input = row["input"];
    if (input.find(kept_apart) != std::string::npos) continue;
    INFO(input);
    const auto& expected = row["expect"];
    const ChatReading reading = read_chat(input);
    REQUIRE_FALSE(reading.messages.empty());
    const ChatReading::Message& first = reading.messages.front();
    const auto text = [&](const char* name) { return expected[name].get<std::string>(); };
    if (expected.contains("messages")) CHECK(reading.messages.size() == expected["messages"].get<std::size_t>());
    if (expected.contains("ts")) CHECK(first.when == text("ts").substr(0, first.when.size()));
    if (expected.contains("system")) CHECK((first.kind == MessageKind::system) == expected["system"].get<bool>());
    if (expected.contains("body")) CHECK(first.words == text("body"));
    if (expected.contains("author")) CHECK(first.who == text("author"));
    if (expected.contains("attachment")) CHECK(first.attachment == text("attachment"));
    if (expected.contains("kind")) CHECK(to_text(first.kind) == text("kind"));
    if (expected.contains("edited")) CHECK(first.kind == MessageKind::edited);
    if (expected.contains("date_order")) {
      const bool is_open = text("date_order") == "ambiguous";
      CHECK((is_open ? reading.settings.order_by == OrderBy::assumed
                     : to_text(reading.settings.order) == text("date_order")));
    }
    ++held;
  }
  CHECK(held == 43);
}

namespace {

// Holds the lines of a reading against its export.
struct LineJudge : ChatReader {
  std::uint64_t end = 0, messages = 0;

  Result<void> begin(const ChatSettings&) override { return {}; }
  Result<void> message(const ChatMessage& read) override {
    std::string line;
    append_message_line(read, ++messages, line);
    judge(line);
    return {};
  }
  Result<void> range(const ChatRange& read) override {
    std::string line;
    append_range_line(read, line);
    judge(line);
    return {};
  }

 private:
  void judge(std::string& line) {
    INFO(line);
    REQUIRE(line.ends_with('\n'));
    line.pop_back();
    const auto json = parse_canonical(line);
    REQUIRE(json.ok());
    REQUIRE(integer_member(*json, "b") == static_cast<std::int64_t>(end));
    const auto behind = integer_member(*json, "e").value_or(0);
    REQUIRE(behind > static_cast<std::int64_t>(end));
    end = static_cast<std::uint64_t>(behind);
  }
};

void change_somewhere(std::string& text, std::mt19937_64& random) {
  const std::size_t at = random() % text.size();
  switch (random() % 4) {
    case 0:
      text[at] = static_cast<char>(random());
      break;
    case 1:
      text.erase(at, random() % 40);
      break;
    case 2:
      text.insert(at, text.substr(random() % text.size(), random() % 60));
      break;
    default:
      text.insert(at, std::string(1, "\n\r\0[]:/- \xe2"[random() % 10]));
  }
  if (text.empty()) text = "x";
}

}  // namespace

// Two thousand of them; ten thousand in the sweep.
TEST_CASE("exports that were changed anywhere are read to their end: lines are canonical, each byte stands in one") {
  std::mt19937_64 random(seed());
  std::vector<std::string> originals;
  for (const auto& file : exports()) originals.push_back(read_file(file).substr(0, 4000));
  const char* sweep = std::getenv("DAYBOOK_SWEEP");
  const int rounds = sweep != nullptr && std::string_view(sweep) == "all" ? 10'000 : 2'000;
  int readings = 0;
  for (int round = 0; round < rounds; ++round) {
    std::string text = originals[static_cast<std::size_t>(round) < originals.size() ? static_cast<std::size_t>(round)
                                                                                    : random() % originals.size()];
    const bool is_changed = static_cast<std::size_t>(round) >= originals.size();
    for (std::uint64_t change = is_changed ? random() % 20 : 0; change > 0; --change) change_somewhere(text, random);
    LineJudge judge;
    MemorySource source(as_bytes(text));
    if (!read_whatsapp(source, std::nullopt, judge)) continue;
    ++readings;
    REQUIRE(judge.end == text.size());
  }
  CHECK(readings > rounds * 3 / 4);
}
