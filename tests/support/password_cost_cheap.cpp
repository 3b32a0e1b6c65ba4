#include "crypto/password_hash.h"

// The cost of the password hash in test programs, which alone are linked with this file: an unlock takes a millisecond
// instead of a second.
namespace daybook::crypto {

PasswordCost least_password_cost() { return {1, 8}; }
PasswordCost default_password_cost() { return {1, 8}; }

}  // namespace daybook::crypto
