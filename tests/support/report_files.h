#pragma once

#include <map>

#include "tests/support/copy_fixture.h"
#include "vault/bundle/copy_report.h"

namespace daybook::test {

using WriteFile = std::function<Result<void>(ByteSink&)>;

/// The files of a report in memory, by what they are called in the container.
class ReportFiles final : public vault::ReportSink {
 public:
  std::map<std::string, std::string> texts;

 private:
  Result<void> take(const std::string& path, const WriteFile& write) override;
};

/// For a renderer that is to find no picture.
class NoPictures final : public vault::ReportPictures {
 public:
  Result<std::optional<vault::ReducedPicture>> of(const vault::CopyItem& item) override;
};

/// Files of a report: a few words, or so many megabytes, one after the other, that differ with the seed.
WriteFile as_text_file(std::string words);
WriteFile megabytes(int count, int seed);

/// A renderer of two pages and two pictures, in an order that is not that of their names.
Result<void> several_files(const vault::ReportFacts& facts, vault::ReportPictures& pictures, vault::ReportSink& sink);

/// A copy that is not locked, of these items, into the folder `copies`.
vault::CopyRequest report_request(const CopyFixture& fixture, std::vector<vault::ItemNumber> items);

/// What lies in a folder, which may be nothing.
std::vector<std::string> names_in(const vault::Path& folder);
std::string last_entry_type(vault::Record& record);

}  // namespace daybook::test
