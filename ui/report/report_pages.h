#pragma once

#include <functional>

#include "ui/report/item_page.h"

namespace daybook::ui {

/// Makes the pages of a report one at a time and gives each to `take`, so that not all of them are in memory: front,
/// what is not here, index, exhibits, chronology, people, a page for each item, clock, log, what lies where,
/// fingerprints, how to check. An error of `take` or of the originals ends it and is returned.
Result<void> each_report_page(const vault::ReportFacts& facts, vault::ReportOriginals& originals,
                              const ShownText& shown, const std::function<Result<void>(const ReportPage&)>& take);

}  // namespace daybook::ui
