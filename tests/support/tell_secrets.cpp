// Prints the secrets of a record, each as a name and hexadecimal digits, so that a test can look for them in the memory
// of another program. Usage: tell_secrets RECORD PASSPHRASE
#include <cstdio>

#include "crypto/bech32.h"
#include "crypto/encoding.h"
#include "vault/record/record.h"

using namespace daybook;
using namespace daybook::vault;

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const Surroundings surroundings{operating_system_files(), system_clock()};
  const auto record = Record::open(surroundings, arguments[1], crypto::SecretBuffer::copy_of(as_bytes(arguments[2])));
  if (!record) return 1;
  const RecordKeys& keys = (*record)->keys();
  const auto tell = [](const char* name, ByteView secret) {
    std::printf("%s\t%s\n", name, crypto::to_hex(secret).c_str());
  };
  tell("root seed", keys.root.seed().expose());
  tell("log seed", keys.log.key.seed().expose());
  const auto identity = keys.identity.to_secret_text();
  const auto scalar = crypto::bech32_decode("age-secret-key-", identity.expose_text());
  if (!scalar) return 1;
  tell("age identity", scalar->expose());
  tell("age identity as text", identity.expose());
  tell("passphrase", as_bytes(arguments[2]));
  return 0;
}
