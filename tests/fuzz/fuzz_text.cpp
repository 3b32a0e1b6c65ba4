#include "crypto/age_keys.h"
#include "crypto/encoding.h"
#include "crypto/recovery_code.h"
#include "crypto/words.h"
#include "tests/fuzz/target.h"
#include "vault/intake/file.h"
#include "vault/intake/media_type.h"
#include "vault/intake/text_pieces.h"
#include "vault/intake/text_search.h"
#include "vault/log/clock.h"
#include "vault/record/found_places.h"
#include "vault/record/search_query.h"
#include "vault/store/passphrase.h"

using namespace daybook;

// Everything that takes text as a person types it or a file names it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = as_text({data, size});
  if (const auto passphrase = vault::normalize_passphrase({data, size}))
    DAYBOOK_ASSERT(crypto::is_utf8(passphrase->expose_text()));
  if (const auto code = crypto::normalize_recovery_code(text))
    DAYBOOK_ASSERT(crypto::normalize_recovery_code(code->expose_text()).ok());
  if (const auto recipient = crypto::AgeRecipient::parse(text))
    DAYBOOK_ASSERT(crypto::AgeRecipient::parse(recipient->to_text()).value() == *recipient);
  (void)crypto::AgeIdentity::parse(text);
  if (const auto words = crypto::parse_key_words(text))
    DAYBOOK_ASSERT(crypto::parse_key_words(*words).value() == *words);
  else
    DAYBOOK_ASSERT(crypto::is_utf8(words.error().detail) && words.error().detail.size() < 100);
  const auto normal = crypto::passphrase_in_normal_form(text);
  DAYBOOK_ASSERT(equal_bytes(crypto::passphrase_in_normal_form(normal.expose_text()).expose(), normal.expose()));
  (void)crypto::parse_identity_file(text);
  (void)crypto::parse_recipient_file(text);
  (void)crypto::is_age_file({data, size});
  DAYBOOK_ASSERT(!crypto::holds_secret_key(crypto::without_secret_key(text)));
  if (const auto bytes = crypto::from_base64(text)) DAYBOOK_ASSERT(crypto::to_base64(*bytes) == text);
  if (const auto time = vault::parse_utc(text)) DAYBOOK_ASSERT(vault::format_utc(*time) == text);
  DAYBOOK_ASSERT(crypto::is_utf8(vault::fold_for_search(text)));
  for (const vault::SearchTerm& term : vault::parse_search(text))
    DAYBOOK_ASSERT(crypto::is_utf8(vault::match_expression(term)));
  DAYBOOK_ASSERT(!vault::tag_term(text).empty());
  for (const vault::FoundPlace& place : vault::find_places(text, text.substr(0, size / 3)))
    DAYBOOK_ASSERT(place.begin < place.end && place.end <= size);
  DAYBOOK_ASSERT(!vault::media_type_of({data, std::min(size, vault::kMediaTypeBytes)}).empty());
  if (const auto found = vault::find_encoding({data, size}, true)) {
    const vault::TextPieces pieces(std::make_shared<MemorySource>(ByteView(data, size)), found->encoding,
                                   found->mark_bytes);
    for (std::size_t i = 0; i < pieces.count(); ++i) DAYBOOK_ASSERT(crypto::is_utf8(pieces.read(i).value()));
  }
  for (const vault::TextPlace& place : vault::find_in_text(text, text.substr(0, size / 3)))
    DAYBOOK_ASSERT(place.begin < place.end && place.end <= size);
  if (size > 0 && text.find('\0') == std::string_view::npos)
    DAYBOOK_ASSERT(crypto::is_utf8(vault::shown_name(vault::Path(text)).text));
  return 0;
}
