#pragma once

#include <optional>
#include <string_view>

#include "vault/intake/chat/chat.h"

namespace daybook::vault {

// What WhatsApp writes in place of a message, in the languages that it has. The texts are those of its programs of 2012
// to 2022 for telephones with Android, and of 2022 for iPhones.

/// No text of these has more bytes, marks before it and all.
constexpr std::size_t kLongestMarker = 400;
/// What a whole text of the program stands for, or nothing where it is none of these. Marks before it and a full stop
/// behind it do not count.
std::optional<MessageKind> whatsapp_marker(std::string_view text);
/// The name of the attachment in such a text of an iPhone: `<attached: photo.jpg>`. Empty where it is none.
std::string_view iphone_attachment(std::string_view text);
/// The name of the attachment in a first line as other telephones write it: `photo.jpg (file attached)`.
std::string_view android_attachment(std::string_view line);

// The tables behind these (whatsapp_marker_texts.cpp): texts that stand for one kind, parted by line breaks.
std::string_view deleted_texts();
std::string_view call_texts();
std::string_view waiting_texts();
std::string_view omitted_texts();
std::string_view omitted_contact_texts();
std::string_view live_location_texts();
/// `(file attached)` in every language that writes it in brackets.
std::string_view attached_texts();
/// `attached: *`, where `*` is the name.
std::string_view iphone_attached_texts();

}  // namespace daybook::vault
