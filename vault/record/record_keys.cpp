#include "vault/record/record_keys.h"

#include "crypto/encoding.h"
#include "crypto/random.h"
#include "crypto/words.h"
#include "vault/store/schema.h"

namespace daybook::vault {
namespace {

// Loads a key, whose size must be `size` bytes. 0 stands for any size: an age identity is text.
Result<crypto::SecretBuffer> load_key(Database& database, const char* name, std::size_t size) {
  TRY_ASSIGN(auto secret, load_secret(database, name));
  if (!secret || (size != 0 && secret->size() != size)) return Error{ErrorCode::damaged, "records: a key is missing"};
  return std::move(*secret);
}

}  // namespace

Result<RecordKeys> RecordKeys::load(Database& database, const std::string& record_id) {
  using Seed = crypto::SigningKey::Seed;
  TRY_ASSIGN(const auto root, load_key(database, "root", 32));
  TRY_ASSIGN(const auto root_id, load_key(database, "root id", 8));
  TRY_ASSIGN(const auto log, load_key(database, "log", 32));
  TRY_ASSIGN(const auto identity_text, load_key(database, "identity", 0));
  TRY_ASSIGN(auto identity, crypto::AgeIdentity::parse(identity_text.expose_text()));
  TRY_ASSIGN(const auto origin, get_setting(database, "log origin"));
  TRY_ASSIGN(const auto earlier_text, get_setting(database, "earlier logs"));
  TRY_ASSIGN(const Json earlier_json, parse_json(earlier_text.value_or("[]")));
  TRY_ASSIGN(auto earlier_logs, parse_earlier_logs(earlier_json));
  crypto::MinisignKeyId id;
  copy_bytes(root_id.expose(), id);
  return RecordKeys{
      crypto::SigningKey::from_seed(Seed::copy_of(root.expose())),
      id,
      {origin.value_or("record-" + record_id), crypto::SigningKey::from_seed(Seed::copy_of(log.expose()))},
      std::move(identity),
      std::move(earlier_logs)};
}

Result<crypto::Checkpoint> RecordKeys::open_checkpoint(std::string_view note) const {
  auto checkpoint = crypto::open_checkpoint(note, log.verifier());
  for (auto earlier = earlier_logs.rbegin(); !checkpoint && earlier != earlier_logs.rend(); ++earlier) {
    auto opened = crypto::open_checkpoint(note, earlier->verifier);
    if (opened && opened->size <= earlier->size) checkpoint = std::move(opened);
  }
  return checkpoint;
}

}  // namespace daybook::vault
