#pragma once

#include "ui/report/report_page.h"
#include "vault/bundle/copy_report.h"

namespace daybook::ui {

/// How many lines of one file the pages show at most. A browser takes minutes for a million.
constexpr std::size_t kMostLinesShown = 20'000;

/// How many bytes of one text the pages show at most. What is longer is shown in part, which the page then says.
struct ShownText {
  std::size_t of_keeper = 4 << 20;  // words and notes
  std::size_t of_file = 4 << 20;
};

/// The page of one item: every version of it under its own heading and date, oldest first, what is known of it, and the
/// notes beside it, whole. Errors are those of the originals.
Result<ReportPage> item_page(const vault::CopyItem& copy, const vault::ReportFacts& report,
                             vault::ReportOriginals& originals, const ShownText& shown);

}  // namespace daybook::ui
