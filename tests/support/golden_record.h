#pragma once

#include "tests/support/record_fixture.h"

namespace daybook::test {

/// A copy of a record of tests/data that an older program left, in a folder that is removed at the end, years later.
class GoldenRecord {
 public:
  /// `version`: that of the format, from 1 on. `name`: the folder of the record beside the files of its secrets.
  explicit GoldenRecord(int version, const vault::Path& name = "record");
  vault::Path path() const { return m_folder / "record"; }
  /// The text of a file of its secrets, without the end of the line.
  std::string secret_text(const char* file = "passphrase.txt") const;
  /// Opens it by its passphrase, or by the secret in another file. Errors are those of Record::open().
  Result<std::unique_ptr<vault::Record>> open(vault::FileSystem& files = vault::operating_system_files(),
                                              const char* secret_file = "passphrase.txt");

  FakeClock clock;

 private:
  vault::Path m_golden;
  TemporaryFolder m_folder;
};

}  // namespace daybook::test
