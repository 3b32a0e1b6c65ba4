#include "vault/bundle/check/findings.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "tests/support/lines.h"
#include "tests/support/corpora.h"
#include "vault/bundle/check/verdict.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return fields;
}

}  // namespace

TEST_CASE("every finding is the point of at least one copy of the conformance set, and stands on the format page") {
  std::set<std::string> points;
  for (const std::string& line : every_line(read_file(test_data() / "copies" / "index.tsv"))) {
    if (!line.starts_with("#")) points.insert(fields_of(line).at(1));
  }
  const std::string page = read_file(std::filesystem::path(DAYBOOK_FORMAT_PAGE));
  for (int i = 0; i < kFindings; ++i) {
    const std::string name = name_of(static_cast<Finding>(i));
    INFO(name);
    CHECK(points.contains(name));
    CHECK(page.find("`" + name + "`") != std::string::npos);
  }
}

TEST_CASE("the strongest finding decides, and without the whole chain nothing is called good") {
  const std::pair<std::vector<Finding>, Answer> table[] = {
      {{Finding::file_added, Finding::seal_newer}, Answer::newer},
      {{Finding::seal_newer, Finding::file_changed, Finding::bytes_added}, Answer::does_not_match},
      {{Finding::file_changed, Finding::key_other}, Answer::could_not_be_checked},
  };
  for (const auto& [findings, answer] : table) {
    FindingLog log;
    for (const Finding finding : findings) log.add(finding);
    CHECK(conclude(log, std::nullopt) == answer);
  }
}

TEST_CASE("fifty lines of one finding are said, and how many more there were") {
  FindingLog log;
  for (int i = 0; i < 100'000; ++i) log.add(Finding::file_missing, std::to_string(i));
  log.add(Finding::file_changed, "one");
  const auto lines = log.take_lines();
  CHECK(lines.size() == 51);
  CHECK(lines[49].more == 100'000 - 50);
  CHECK(lines[50].more == 0);
}
