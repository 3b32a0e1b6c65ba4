#include "tests/support/temporary_folder.h"

#include <stdlib.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace daybook::test {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  m_path = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

}  // namespace daybook::test
