#pragma once

#include "ui/report/report_page.h"
#include "vault/bundle/snapshot.h"

namespace daybook::ui {

/// Every item in the order of its number: exhibit, what it is, when it happened and who says so, when it was recorded,
/// and its file.
ReportPage index_page(const vault::CopySnapshot& snapshot);
/// The references that the keeper suggests, in their order, with the items. Nothing where there is none.
std::optional<ReportPage> exhibits_page(const vault::CopySnapshot& snapshot);
/// Every item by when it happened. Those of which the day is not known stand in a part of their own.
ReportPage chronology_page(const vault::CopySnapshot& snapshot);
/// Everybody whom an answer in the copy names, with the items that do. What else the keeper says of them stands there
/// only where she chose so. Nothing where nobody is named.
std::optional<ReportPage> people_page(const vault::CopySnapshot& snapshot);

}  // namespace daybook::ui
