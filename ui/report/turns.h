#pragma once

#include "ui/report/report_page.h"
#include "vault/bundle/copy_report.h"

namespace daybook::ui {

/// A note that stands beside messages of a conversation, and the blocks that show it.
struct NoteBesideMessages {
  std::uint64_t first = 0, last = 0;
  std::vector<ReportBlock> blocks;
};

/// Most messages of one conversation on the pages of a report. The files of the copy have all that go along.
constexpr std::size_t kMostTurns = 5'000;

/// The messages of a conversation in a copy, one block each, with the days, the messages that are left out and the
/// silences between, and each note behind the last message that it is beside. `notes` are those whose numbers are of
/// the reading that is shown. Errors are those of the originals.
Result<std::vector<ReportBlock>> turns_of(const vault::CopyItem& conversation, vault::ReportOriginals& originals,
                                          std::vector<NoteBesideMessages> notes);

/// Whether a message as it is shown leaves out something of its bytes but blanks, brackets and signs without a width.
bool leaves_something_out(const vault::ReadMessage& message, std::string_view raw);

}  // namespace daybook::ui
