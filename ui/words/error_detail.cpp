#include "ui/words/error_detail.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

// The details that the code below the window writes, which cannot translate them itself. tests/ui/words_test.py finds
// there those that are missing here.
constexpr const char* kDetails[] = {
    tr_later("JSON"),
    tr_later("JSON is not in canonical form"),
    tr_later("X25519 arguments"),
    tr_later("X25519 stanza"),
    tr_later("ZIP64 end record"),
    tr_later("ZIP64 end record is elsewhere"),
    tr_later("a content has another size"),
    tr_later("a content is missing"),
    tr_later("a copy that was made"),
    tr_later("a chat is read on its own, or joined to another"),
    tr_later("a conversation of another service"),
    tr_later("a note beside item {}"),
    tr_later("a part is missing at the end"),
    tr_later("a person needs a name"),
    tr_later("a person of this name"),
    tr_later("a tag on messages is one line of at most {} bytes: {}"),
    tr_later("a tree hash is missing"),
    tr_later("a name that is too long for the disk"),
    tr_later("age header MAC"),
    tr_later("age header: X25519 key of low order"),
    tr_later("age header: no payload"),
    tr_later("age header: passphrase stanza is not alone"),
    tr_later("an entry is missing"),
    tr_later("body is not canonical base64"),
    tr_later("body line too long"),
    tr_later("change of keys"),
    tr_later("character that is not printable ASCII"),
    tr_later("checkpoint of another log"),
    tr_later("closing line"),
    tr_later("copy"),
    tr_later("copy {}"),
    tr_later("description of a person"),
    tr_later("directory is cut off"),
    tr_later("directory is not where it should be"),
    tr_later("directory too large"),
    tr_later("draft"),
    tr_later("eight digits of a copy at least: {}"),
    tr_later("empty"),
    tr_later("empty argument"),
    tr_later("ends early"),
    tr_later("ends early or is too long"),
    tr_later("file of a folder"),
    tr_later("files that cannot be handed over"),
    tr_later("first line"),
    tr_later("header"),
    tr_later("in several parts"),
    tr_later("key file"),
    tr_later("key file asks for a password hash out of bounds"),
    tr_later("key file has the wrong size"),
    tr_later("key or bytes differ"),
    tr_later("letter is the number of an item"),
    tr_later("line is not canonical base64"),
    tr_later("list"),
    tr_later("dates of this export are none in that order: a month would be over 12"),
    tr_later("log entry"),
    tr_later("memory for the password hash"),
    tr_later("no export of a chat"),
    tr_later("reading"),
    tr_later("tags on messages"),
    tr_later("the export of a conversation"),
    tr_later("the export that the conversation was read from; keep the same file again"),
    tr_later("the exports write their dates in different orders of day and month"),
    tr_later("the messages of a conversation"),
    tr_later("the tags on messages of item {}"),
    tr_later("too many messages to be joined"),
    tr_later("too many separate stretches of messages for one copy"),
    tr_later("name"),
    tr_later("no ZIP64 end record"),
    tr_later("no chat in the ZIP"),
    tr_later("no copy is given"),
    tr_later("no end record: cut off, or no ZIP"),
    tr_later("no item is chosen"),
    tr_later("no key that begins with age1 in the file"),
    tr_later("no last line"),
    tr_later("no secret key in the key file"),
    tr_later("no signatures"),
    tr_later("not an age v1 file"),
    tr_later("not signed by this key"),
    tr_later("one folder at a time"),
    tr_later("no message is the same, byte for byte, in both"),
    tr_later("opening"),
    tr_later("path in the log: extra"),
    tr_later("path in the log: first line"),
    tr_later("picture"),
    tr_later("public key"),
    tr_later("public key is not usable"),
    tr_later("public key length"),
    tr_later("records"),
    tr_later("records are missing"),
    tr_later("records: a key is missing"),
    tr_later("records: a key"),
    tr_later("records: changed by another program"),
    tr_later("records: header generation"),
    tr_later("records: no record id"),
    tr_later("records: no version"),
    tr_later("records: not a record"),
    tr_later("records: not in their place"),
    tr_later("records: previous key"),
    tr_later("scrypt arguments"),
    tr_later("scrypt stanza"),
    tr_later("secret key"),
    tr_later("several chats are in the ZIP, and one conversation is named"),
    tr_later("several copies begin so: {}"),
    tr_later("signature"),
    tr_later("signature encoding"),
    tr_later("signature length"),
    tr_later("signature line"),
    tr_later("signature name"),
    tr_later("signature on the note"),
    tr_later("signature: first line"),
    tr_later("signature: not of the hashed form ED"),
    tr_later("signature: trusted comment"),
    tr_later("signed by another key"),
    tr_later("stanza for another key"),
    tr_later("stanza start"),
    tr_later("stored content"),
    tr_later("stored file ends early"),
    tr_later("text"),
    tr_later("text after the last line"),
    tr_later("that is a secret key, not the eight words of a key"),
    tr_later("the archive-reader gave no answer that makes sense"),
    tr_later("the backup is of another record; restore it to a folder of its own"),
    tr_later("the copy changed while it was unpacked"),
    tr_later("the keys"),
    tr_later("the last change of keys is not finished"),
    tr_later("the passphrase is empty"),
    tr_later("the passphrase needs at least 12 characters"),
    tr_later("the record was not closed cleanly"),
    tr_later("the text of the chat is in UTF-16, and only UTF-8 is read"),
    tr_later("the tree differs from its signed head"),
    tr_later("the words are not readable text (UTF-8)"),
    tr_later("there are no words to keep"),
    tr_later("this copy was not finished"),
    tr_later("this is not a key that begins with age1"),
    tr_later("this is not a locked key file"),
    tr_later("this is the passphrase that is in use; choose another one"),
    tr_later("this key has a mistake in it, or is not all of it"),
    tr_later("too long for a key file"),
    tr_later("too many files in the ZIP"),
    tr_later("too many texts in the ZIP"),
    tr_later("too short"),
    tr_later("trusted comment"),
    tr_later("two end records"),
    tr_later("two files in the ZIP share bytes"),
    tr_later("two texts of one name are in the ZIP; unpack it and add the files"),
    tr_later("vkey"),
    tr_later("vkey hash"),
    tr_later("what was given as an earlier head is none"),
    tr_later("what was read back differs from what was written"),
    tr_later("wrapped key of wrong length")};

// Those with values in them. One with more words of its own stands before one with fewer, which could match it too.
constexpr const char* kDetailsWithValues[] = {
    tr_later("\"{}\" is not one of the words that keys are read out in"),
    tr_later("item {} is not a note: originals never change"),
    tr_later("item {} is no conversation"),
    tr_later("item {} has all messages of a conversation of which only some are chosen"),
    tr_later("the export of conversation {}"),
    tr_later("a conversation of more than {} exports"),
    tr_later("a file in the ZIP is not what the ZIP says: {}"),
    tr_later("the conversation has messages 1 to {}"),
    tr_later("item {} is no file"),
    tr_later("several files in the export are called {}"),
    tr_later("{}: the export is the text alone"),
    tr_later("{}: the export is not there, or cannot be read"),
    tr_later("{}: no such file in the export"),
    tr_later("message {} names no file"),
    tr_later("{} changed its size while it was copied"),
    tr_later("item {} was removed before"),
    tr_later("{} is a link that cannot be followed"),
    tr_later("{} is a file of the record itself"),
    tr_later("{} is in the folder of the record; choose a place outside of it"),
    tr_later("{} is not an ordinary file"),
    tr_later("unknown question: {}"),
    tr_later("item {} was removed"),
    tr_later("conversation {}"),
    tr_later("{}; a key has eight"),
    tr_later("{} is not a backup"),
    tr_later("{}: a text over 2 GiB"),
    tr_later("unknown stanza {}"),
    tr_later("unknown fact: {}"),
    tr_later("stored file {}"),
    tr_later("{} is a folder"),
    tr_later("{} is one of: {}"),
    tr_later("{} ends early"),
    tr_later("answer to {}"),
    tr_later("log entry {}"),
    tr_later("person {}"),
    tr_later("the place in item {}"),
    tr_later("item {}")};

// The values of `text` in the places `{}` of `pattern`; nothing when the text is not of that form.
std::optional<std::vector<std::string>> values_in(std::string_view text, std::string_view pattern) {
  std::vector<std::string> values;
  const std::size_t first = pattern.find("{}");
  if (text.substr(0, first) != pattern.substr(0, first)) return std::nullopt;
  text.remove_prefix(first);
  pattern.remove_prefix(first);
  while (!pattern.empty()) {
    pattern.remove_prefix(2);
    const std::string_view next = pattern.substr(0, pattern.find("{}"));
    const bool is_last = next.size() == pattern.size();
    if (is_last && !text.ends_with(next)) return std::nullopt;
    const std::size_t end = is_last ? text.size() - next.size() : text.find(next);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    values.emplace_back(text.substr(0, end));
    text.remove_prefix(end + next.size());
    pattern.remove_prefix(next.size());
  }
  return values;
}

}  // namespace

std::string detail_text(std::string_view detail) {
  const auto* found = std::find(std::begin(kDetails), std::end(kDetails), detail);
  if (found != std::end(kDetails)) return tr(*found);
  for (const char* pattern : kDetailsWithValues) {
    const auto values = values_in(detail, pattern);
    if (!values) continue;
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const std::string& value : *values) arguments.push_back(value);
    return fmt::vformat(tr(pattern), arguments);
  }
  return std::string(detail);
}

}  // namespace daybook::ui
