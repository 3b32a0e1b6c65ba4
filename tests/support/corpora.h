#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "crypto/bytes.h"

namespace daybook::test {

/// A folder of test data that others made. Where the folder is absent the test is skipped and says so.
std::filesystem::path corpus(const std::string& name);

/// The test data of this repository: tests/data.
std::filesystem::path test_data();

// Each of these fails the test when it does not succeed.
std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view contents);
/// The files that lie in a folder, sorted by name. There must be at least one.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder);

/// Runs a shell command and returns its exit code, or 128 and the signal that ended it. Standard output is added to
/// `output` when that is given, and is dropped when not.
int run_command(const std::string& command, std::string* output = nullptr);

}  // namespace daybook::test
