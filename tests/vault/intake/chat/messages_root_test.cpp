#include "vault/intake/chat/messages_root.h"

#include <catch2/catch_test_macros.hpp>

#include "vault/intake/chat/reading_writer.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

constexpr std::string_view kFirst = "one two ", kSecond = "two three";

ChatMessage message(std::size_t source, std::uint64_t begin, std::uint64_t end) {
  ChatMessage message;
  message.source = source;
  message.begin = begin;
  message.end = end;
  return message;
}

// A reading of two exports that share their word "two ".
struct Reading {
  Reading() {
    ReadingHead head;
    head.sources.resize(2);
    ReadingWriter writer(std::move(head), {&first, &second}, lines);
    REQUIRE(writer.begin({}).ok());
    REQUIRE(writer.message(message(0, 0, 4)).ok());
    REQUIRE(writer.message(message(0, 4, 8)).ok());
    REQUIRE(writer.range({0, 4, RangeKind::same, 1, 2}).ok());
    REQUIRE(writer.message(message(1, 4, 9)).ok());
    written = writer.finish().value();
  }
  Result<MessagesRoot> again(std::string_view from, std::string_view to, ByteSource& other) {
    std::string text(as_text(lines.bytes));
    if (!from.empty()) text.replace(text.find(from), from.size(), to);
    MemorySource reading(as_bytes(text));
    return messages_root_of(reading, {&first, &other});
  }

  MemorySource first{as_bytes(kFirst)}, second{as_bytes(kSecond)};
  MemorySink lines;
  WrittenReading written;
};

}  // namespace

TEST_CASE("the messages of several exports are computed again, a repeat once") {
  Reading reading;
  CHECK(reading.written.messages.count == 3);
  CHECK(reading.again("", "", reading.second).value() == reading.written.messages);
}

TEST_CASE("a repeat of other bytes, and a byte that no line has, are damage") {
  Reading reading;
  MemorySource other(as_bytes(std::string_view("twO three"))), longer(as_bytes(std::string_view("two three ")));
  CHECK(reading.again("", "", other).error().code == ErrorCode::damaged);
  CHECK(reading.again("", "", longer).error().code == ErrorCode::damaged);
  CHECK(reading.again(R"("n":2,"src":1)", R"("n":1,"src":1)", reading.second).error().code == ErrorCode::damaged);
  CHECK(reading.again(R"("what":"same")", R"("what":"some")", reading.second).error().code == ErrorCode::damaged);
}
