#include "vault/intake/chat/whatsapp_body.h"

#include <algorithm>
#include <array>

#include "vault/intake/chat/whatsapp_markers.h"
#include "vault/intake/chat/whatsapp_stamp.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostOfNotice = 60;  // bytes of "<Media omitted>" in any language

std::string_view first_line(std::string_view text) { return text.substr(0, std::min(text.find('\n'), text.size())); }

bool is_contact(std::string_view file) { return file.ends_with(".vcf"); }

WhatsappBody attachment(std::string_view text, std::string_view file) {
  return {is_contact(file) ? MessageKind::contact : MessageKind::media, text, file};
}

// The words that stand behind a message which was edited, in the languages in which they are known.
bool is_edited_notice(std::string_view notice) {
  constexpr std::array<std::string_view, 7> kTexts{
      "<This message was edited>", "<Se editó este mensaje.>",   "<Diese Nachricht wurde bearbeitet.>",
      "<Mensagem editada>",        "<Ce message a été modifié>", "<Messaggio modificato>",
      "<Dit bericht is bewerkt>"};
  return std::find(kTexts.begin(), kTexts.end(), notice) != kTexts.end();
}

// The text of a message that was edited, without the words that say so. In other languages they are known by the mark
// of an iPhone before them.
std::optional<std::string_view> without_edited(std::string_view body) {
  if (!body.ends_with('>')) return std::nullopt;
  const std::size_t open = body.rfind('<');
  if (open == std::string_view::npos || body.size() - open > 2 * kMostOfNotice) return std::nullopt;
  std::string_view text = body.substr(0, open);
  const bool has_mark = text.size() >= 3 && mark_size(text.substr(text.size() - 3)) > 0;
  if (!is_edited_notice(body.substr(open)) && !(has_mark && open > 3 && iphone_attachment(body.substr(open)).empty()))
    return std::nullopt;
  while (text.size() >= 3 && mark_size(text.substr(text.size() - 3)) > 0) text.remove_suffix(3);
  if (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// A place is told as a short word and the address of a map, which asks for two numbers: `?q=52.08,5.11`.
bool is_location(std::string_view text) {
  const std::size_t address = text.substr(0, kMostOfNotice).find(": https://");
  if (address == std::string_view::npos) return false;
  const std::size_t query = text.substr(0, 2 * kMostOfNotice).find("?q=", address);
  if (query == std::string_view::npos) return false;
  const std::string_view numbers = text.substr(query + 3);
  const std::size_t comma = numbers.find_first_not_of("-.0123456789");
  return comma != 0 && comma != std::string_view::npos && numbers[comma] == ',' && comma + 1 < numbers.size() &&
         std::string_view("-0123456789").find(numbers[comma + 1]) != std::string_view::npos;
}

bool is_poll(std::string_view text) {
  if (text.empty() || std::string_view("PEUS").find(text[0]) == std::string_view::npos) return false;
  for (const std::string_view word : {"POLL:", "ENCUESTA:", "ENQUETE:", "UMFRAGE:", "SONDAGE:", "SONDAGGIO:"}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

// The attachment of an iPhone may have the name of a document and its pages before it, behind which the mark stands.
std::string_view attachment_at_end(std::string_view text) {
  if (!text.ends_with('>')) return {};
  const std::size_t open = text.rfind('<');
  return open == std::string_view::npos ? std::string_view() : iphone_attachment(text.substr(open));
}

// `2015-08-04-PHOTO-00004762.jpg <attached>`, with a mark in the brackets.
std::string_view old_iphone_attachment(std::string_view text) {
  constexpr std::string_view kEnd =
      " <\xe2\x80\x8e"
      "attached>";
  return text.ends_with('>') && text.ends_with(kEnd) ? text.substr(0, text.size() - kEnd.size()) : std::string_view();
}

// The name of a document that is left out stands before a mark and the words: `form.pdf document omitted`.
bool is_omitted_document(std::string_view text) {
  const std::string_view end = text.substr(text.size() - std::min(text.size(), kLongestMarker));
  std::size_t mark = std::string_view::npos;
  for (std::size_t at = end.find('\xe2'); at != std::string_view::npos; at = end.find('\xe2', at + 1)) {
    if (end.substr(at, 3) == "\xe2\x80\x8e" || end.substr(at, 3) == "\xe2\x80\x8f") mark = at;
  }
  return mark != std::string_view::npos && whatsapp_marker(end.substr(mark)) == MessageKind::media &&
         text.find('\n') == std::string_view::npos;
}

WhatsappBody read_iphone(std::string_view body, bool has_sender) {
  const std::string_view text = without_marks(body);
  if (text.size() == body.size()) {
    if (const std::string_view old = old_iphone_attachment(body); !old.empty()) return attachment(body, old);
    const std::string_view file = attachment_at_end(body);
    if (const std::size_t open = file.empty() ? 0 : body.rfind('<'); open >= 3 && mark_size(body.substr(open - 3)) > 0)
      return attachment(body, file);
    if (has_sender && is_omitted_document(body)) return {MessageKind::media, body, {}};
    return {has_sender ? MessageKind::text : MessageKind::system, body, {}};
  }
  if (const std::string_view file = attachment_at_end(text); !file.empty()) return attachment(body, file);
  if (const auto kind = whatsapp_marker(text)) return {*kind, body, {}};
  if (is_omitted_document(text)) return {MessageKind::media, body, {}};
  if (is_location(text)) return {MessageKind::location, body, {}};
  if (is_poll(text)) return {MessageKind::poll, body, {}};
  return {MessageKind::system, body, {}};
}

std::string_view file_named_in(std::string_view line) {
  for (auto* const read : {android_attachment, attachment_at_end, old_iphone_attachment}) {
    if (const std::string_view file = read(line); !file.empty()) return file;
  }
  return {};
}

WhatsappBody read_android(std::string_view body, bool has_sender, bool marks_attachments) {
  if (!has_sender)
    return {whatsapp_marker(body) == MessageKind::call ? MessageKind::call : MessageKind::system, body, {}};
  const std::string_view line = first_line(body);
  const std::string_view file = file_named_in(line);
  if (!file.empty() && marks_attachments && mark_size(line) == 0) return {MessageKind::text, body, {}};
  if (!file.empty()) return attachment(body, file);
  if (line.size() > 2 && line.size() <= 2 * kMostOfNotice && line.starts_with('<') && line.ends_with('>') &&
      !is_edited_notice(line))
    return {MessageKind::media, body, {}};
  if (body == "null") return {MessageKind::media, body, {}};  // what may be seen once
  if (is_location(body)) return {MessageKind::location, body, {}};
  const std::string_view text = without_marks(body);
  if (is_poll(text)) return {MessageKind::poll, body, {}};
  if (const auto kind = whatsapp_marker(text); kind && *kind != MessageKind::media) return {*kind, body, {}};
  return {MessageKind::text, body, {}};
}

}  // namespace

WhatsappBody read_whatsapp_body(std::string_view body, bool has_sender, WhatsappMarks marks) {
  const auto read = [&](std::string_view text) {
    return marks == WhatsappMarks::all ? read_iphone(text, has_sender)
                                       : read_android(text, has_sender, marks == WhatsappMarks::attachments);
  };
  if (const auto text = has_sender ? without_edited(body) : std::nullopt) {
    WhatsappBody edited = read(*text);
    if (edited.kind == MessageKind::text) edited.kind = MessageKind::edited;
    return edited;
  }
  return read(body);
}

}  // namespace daybook::vault
