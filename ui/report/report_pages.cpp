#include "ui/report/report_pages.h"

#include "ui/report/checking_pages.h"
#include "ui/report/front_page.h"
#include "ui/report/index_pages.h"
#include "ui/report/log_page.h"

namespace daybook::ui {

Result<void> each_report_page(const vault::ReportFacts& facts, vault::ReportOriginals& originals,
                              const ShownText& shown, const std::function<Result<void>(const ReportPage&)>& take) {
  const vault::CopySnapshot& snapshot = facts.snapshot;
  TRY(take(front_page(facts)));
  TRY(take(not_here_page(snapshot)));
  TRY(take(index_page(snapshot)));
  if (const auto exhibits = exhibits_page(snapshot)) TRY(take(*exhibits));
  TRY(take(chronology_page(snapshot)));
  if (const auto people = people_page(snapshot)) TRY(take(*people));
  for (const vault::CopyItem& copy : snapshot.items) {
    TRY_ASSIGN(const ReportPage page, item_page(copy, facts, originals, shown));
    TRY(take(page));
  }
  if (const auto clock = clock_page(snapshot)) TRY(take(*clock));
  TRY(take(log_page(snapshot)));
  TRY(take(contents_page()));
  TRY(take(fingerprint_page(facts)));
  return take(checking_page(snapshot));
}

}  // namespace daybook::ui
