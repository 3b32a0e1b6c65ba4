#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "crypto/bytes.h"

namespace daybook::test {

/// A folder of test data that others made. Skips the test, with a printed word, where it is absent.
std::filesystem::path corpus(const std::string& name);

/// Our own test data: tests/data.
std::filesystem::path test_data();

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view contents);
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder);

/// Runs a shell command and returns its exit code; standard output goes to `output` when given.
int run_command(const std::string& command, std::string* output = nullptr);

}  // namespace daybook::test
