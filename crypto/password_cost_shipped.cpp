#include "crypto/password_hash.h"

namespace daybook::crypto {

PasswordCost least_password_cost() { return {2, 64 * 1024}; }
PasswordCost default_password_cost() { return kPasswordCost; }

}  // namespace daybook::crypto
