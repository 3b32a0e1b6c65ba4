#include "tests/support/golden_record.h"

#include "tests/support/corpora.h"

namespace daybook::test {

GoldenRecord::GoldenRecord(int version, const vault::Path& name)
    : m_golden(test_data() / ("golden-" + std::to_string(version))) {
  std::filesystem::copy(m_golden / name, path(), std::filesystem::copy_options::recursive);
  clock.instant.utc_seconds = 1'900'000'000;
}

std::string GoldenRecord::secret_text(const char* file) const {
  std::string text = read_file(m_golden / file);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

Result<std::unique_ptr<vault::Record>> GoldenRecord::open(vault::FileSystem& files, const char* secret_file) {
  return vault::Record::open({files, clock}, path(), secret(secret_text(secret_file)));
}

}  // namespace daybook::test
