#pragma once

#include "vault/store/database.h"

namespace daybook::test {

/// Makes the tables those of an older version, 1 to 3, as a record of that time has them. Errors are those of the
/// statements.
Result<void> make_older(vault::Database& database, int version);

}  // namespace daybook::test
