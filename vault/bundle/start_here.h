#pragma once

#include <string>

namespace daybook::vault {

/// What opens a copy; nothing where it is not locked.
struct CopyLock {
  bool for_keys = false;         // keys of people who have one
  bool with_passphrase = false;  // the key beside the copy, which a passphrase opens
};

/// The text of START-HERE.txt for one copy: what it is, how it is opened, and how it is checked with what Windows and
/// Linux bring along. The commands can be run word for word in the folder where the ZIP was unpacked. The text lies in
/// the clear beside a locked copy, so it depends on nothing but the copy's own name and what opens it.
/// `file_name`: `copy-3fa9c21e.age` or `.zip`, without the number of a part.
std::string start_here(const std::string& file_name, const CopyLock& lock);

}  // namespace daybook::vault
