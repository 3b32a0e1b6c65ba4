#include "crypto/password_hash.h"

// Linked into test programs only: a password hash that takes a millisecond instead of a second.
namespace daybook::crypto {

PasswordCost least_password_cost() { return {1, 8}; }
PasswordCost default_password_cost() { return {1, 8}; }

}  // namespace daybook::crypto
