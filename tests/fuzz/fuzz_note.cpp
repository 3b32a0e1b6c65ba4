#include "crypto/signed_note.h"
#include "crypto/tlog_proof.h"
#include "tests/fuzz/target.h"

using namespace daybook;
using namespace daybook::crypto;

// What parses is written back as it was read.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = as_text({data, size});
  static const NoteVerifier verifier{"record-0", SigningKey::from_seed(SigningKey::Seed()).public_key()};
  (void)open_note(text, verifier);
  if (const auto checkpoint = Checkpoint::parse(text)) DAYBOOK_ASSERT(text.starts_with(checkpoint->to_text()));
  if (const auto vkey = NoteVerifier::parse(text)) DAYBOOK_ASSERT(vkey->to_text() == text);
  if (const auto proof = TlogProof::parse(text); proof && text.find("extra ") == std::string_view::npos)
    DAYBOOK_ASSERT(proof->to_text() == text);
  if (const auto proof = ConsistencyProof::parse(text)) DAYBOOK_ASSERT(proof->to_text() == text);
  return 0;
}
