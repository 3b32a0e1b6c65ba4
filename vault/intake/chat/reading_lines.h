#pragma once

#include "vault/intake/chat/chat.h"

namespace daybook::vault {

/// A text as the lines of a reading have it: what is no UTF-8 is replaced, byte by byte, by U+FFFD.
std::string as_read(std::string_view text);

/// Appends the line of a message to `lines`, with its end: canonical JSON, in which what is empty is left out. `number`
/// counts messages from 1. Bytes that are no UTF-8 stand as U+FFFD.
void append_message_line(const ChatMessage& message, std::uint64_t number, std::string& lines);
/// The same for bytes that are no message of their own.
void append_range_line(const ChatRange& range, std::string& lines);

}  // namespace daybook::vault
