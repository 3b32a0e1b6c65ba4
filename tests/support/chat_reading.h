#pragma once

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

#include "vault/intake/chat/whatsapp.h"

namespace daybook::test {

/// A reading with everything in it, for exports that are small.
struct ChatReading : vault::ChatReader {
  struct Message : vault::ChatMessage {
    std::string who, written, when, words, attachment;  // what the views of the message point to is gone after its call
  };
  std::vector<Message> messages;
  std::vector<vault::ChatRange> ranges;
  std::uint64_t end = 0;  // of what was handed on so far
  bool is_gapless = true;
  vault::ChatSettings settings;

  Result<void> begin(const vault::ChatSettings& read) override {
    settings = read;
    return {};
  }
  Result<void> message(const vault::ChatMessage& read) override {
    follow(read.begin, read.end);
    Message& kept = messages.emplace_back();
    static_cast<vault::ChatMessage&>(kept) = read;
    kept.who = read.from;
    kept.written = read.at;
    kept.when = read.time ? to_text(*read.time) : "";
    kept.words = read.text;
    kept.attachment = read.file;
    return {};
  }
  Result<void> range(const vault::ChatRange& range) override {
    follow(range.begin, range.end);
    ranges.push_back(range);
    return {};
  }

 private:
  void follow(std::uint64_t from, std::uint64_t to) {
    is_gapless &= from == end && to > from;
    end = to;
  }
};

/// Reads an export of WhatsApp. Fails the test where it is none, or where a byte of it was handed on twice or never.
inline ChatReading read_chat(std::string_view text, std::optional<vault::DateOrder> asked = std::nullopt) {
  ChatReading reading;
  MemorySource source(as_bytes(text));
  REQUIRE(vault::read_whatsapp(source, asked, reading).ok());
  CHECK(reading.is_gapless);
  CHECK(reading.end == text.size());
  return reading;
}

}  // namespace daybook::test
