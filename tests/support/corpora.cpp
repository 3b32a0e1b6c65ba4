#include "tests/support/corpora.h"

#include <sys/wait.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace daybook::test {

std::filesystem::path corpus(const std::string& name) {
  const char* given = std::getenv("DAYBOOK_CORPORA");
  const std::filesystem::path folder = std::filesystem::path(given != nullptr ? given : DAYBOOK_CORPORA_DEFAULT) / name;
  // packaging/test counts the tests that were skipped for want of test data by the first words of this message.
  if (!std::filesystem::is_directory(folder)) SKIP("no test data in " << folder.string());
  return folder;
}

std::filesystem::path test_data() { return DAYBOOK_TEST_DATA; }

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) FAIL("cannot read " << path.string());
  std::ostringstream contents;
  contents << file.rdbuf();
  return std::move(contents).str();
}

void write_file(const std::filesystem::path& path, std::string_view contents) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(contents.data(), static_cast<std::streamsize>(contents.size()));
  file.close();
  if (!file) FAIL("cannot write " << path.string());
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(!files.empty());
  return files;
}

int run_command(const std::string& command, std::string* output) {
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    if (output != nullptr) output->append(buffer, count);
  }
  const int status = ::pclose(pipe);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace daybook::test
