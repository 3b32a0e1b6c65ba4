#pragma once

#include "ui/report/report_page.h"
#include "vault/bundle/copy_report.h"
#include "vault/intake/words.h"

namespace daybook::ui {

/// The answer that is offered for words that were pasted, kept in English. That for words that were typed out stands in
/// vault/intake/words.h.
constexpr const char* kPasted = "Pasted";

/// What stands over the item: exhibit, what it is about, which notes stand beside it, what the picture says.
ReportBlock facts_about(const vault::CopyItem& copy, const vault::CopySnapshot& snapshot);
/// What is known of one version: its file, digest, length, what the file system said, when it was recorded. A time that
/// cannot be is noted and not judged.
ReportBlock facts_of_version(const vault::CopyVersion& version, const vault::MediaFacts& media);
/// The files of a part of a conversation, which are made for the copy, and when the reading was recorded.
ReportBlock facts_of_part(const vault::CopyItem& copy);
/// Whether a version has a time that cannot be: a file that was there only after it was recorded, or an entry that
/// stands behind one with a later time.
bool has_time_that_cannot_be(const vault::CopyVersion& version);
/// What the keeper says of the item, with the day of every change, and the history of the item in the log.
ReportBlock facts_said(const vault::CopyItem& copy);

}  // namespace daybook::ui
