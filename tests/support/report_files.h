#pragma once

#include <map>

#include "tests/support/copy_fixture.h"
#include "vault/bundle/copy_report.h"

namespace daybook::test {

using WriteFile = std::function<Result<void>(ByteSink&)>;

/// Keeps the files of a report in memory, by their names in the copy.
class ReportFiles final : public vault::ReportSink {
 public:
  std::map<std::string, std::string> texts;

 private:
  Result<void> take(const std::string& path, const WriteFile& write) override;
};


/// A file of a report that holds these words.
WriteFile as_text_file(std::string words);
/// A file of a report of `count` MiB, which are written one after the other and differ with the seed.
WriteFile megabytes(int count, int seed);

/// A renderer that writes two pages and two pictures, in an order that is not that of their names.
Result<void> several_files(const vault::ReportFacts& facts, vault::ReportOriginals& originals, vault::ReportSink& sink);

/// The request for a copy of these items, which is not locked and goes into the folder `copies` of the fixture.
vault::CopyRequest report_request(CopyFixture& fixture, std::vector<vault::ItemNumber> items);

/// The names of what lies in a folder, in no order.
std::vector<std::string> names_in(const vault::Path& folder);
/// The type of the newest entry in the log.
std::string last_entry_type(vault::Record& record);

}  // namespace daybook::test
