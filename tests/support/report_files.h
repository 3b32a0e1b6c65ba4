#pragma once

#include <map>

#include "vault/bundle/copy_report.h"

namespace daybook::test {

/// The files of a report in memory, by what they are called in the container.
class ReportFiles final : public vault::ReportSink {
 public:
  std::map<std::string, std::string> texts;

 private:
  Result<void> take(const std::string& path, const std::function<Result<void>(ByteSink&)>& write) override {
    MemorySink bytes;
    TRY(write(bytes));
    texts[path] = as_text(bytes.bytes);
    return {};
  }
};

/// For a renderer that is to find no picture.
class NoPictures final : public vault::ReportPictures {
 public:
  Result<std::optional<vault::ReducedPicture>> of(const vault::CopyItem&) override {
    return std::optional<vault::ReducedPicture>();
  }
};

}  // namespace daybook::test
