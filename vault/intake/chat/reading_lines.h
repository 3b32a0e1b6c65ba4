#pragma once

#include "vault/intake/chat/chat.h"

namespace daybook::vault {

/// Where a reading comes from, for its first line.
struct ReadingHead {
  std::string_view reader;  // which program read it, and its version: `whatsapp/1`
  ChatSettings settings;
  std::string title;       // of the conversation; empty where it is not known
  std::string entry;       // the text's name in a ZIP; empty where the export is the text itself
  std::uint64_t size = 0;  // of the text, in bytes
  std::string sha256;      // of the text, in hexadecimal figures
};
/// The first line of a reading, as canonical JSON without the end of the line.
std::string head_line(const ReadingHead& head);
/// Appends the line of a message to `lines`, with its end: canonical JSON, in which what is empty is left out. `number`
/// counts messages from 1. Bytes that are no UTF-8 stand as U+FFFD.
void append_message_line(const ChatMessage& message, std::uint64_t number, std::string& lines);
/// The same for bytes that belong to no message.
void append_range_line(const ChatRange& range, std::string& lines);

}  // namespace daybook::vault
