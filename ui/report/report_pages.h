#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vault/bundle/copy_report.h"

namespace daybook::ui {

// What the report of a copy says, page by page, without the form that it gets. html_report.h makes report.html of the
// pages, and the window shows them as the preview. So what she sees before a copy is saved is what the copy says.

/// A piece of a line.
struct ReportSpan {
  enum class Kind {
    ours,         // words of this program
    kept,         // words that were kept or said; shown in their own direction and apart from words of this program
    strong,       // words to be read out
    code,         // names of files, identifiers
    fingerprint,  // digits that are compared by eye
  };
  std::string text;
  Kind kind = Kind::ours;
  std::string link = {};  // `#` and an anchor of these pages, or a path from the report's folder; empty: no link
  friend bool operator==(const ReportSpan&, const ReportSpan&) = default;
};
using ReportLine = std::vector<ReportSpan>;

/// A label with what stands beside it.
struct ReportFact {
  std::string label;
  std::vector<ReportLine> lines;
  friend bool operator==(const ReportFact&, const ReportFact&) = default;
};

/// A block of a page. Beside each member stand the kinds of block that use it.
struct ReportBlock {
  enum class Kind { title, heading, item_heading, paragraph, words, facts, table, commands };
  Kind kind;
  ReportLine line;                            // title, headings, paragraph
  std::string text;                           // words (as they were kept), commands
  std::vector<ReportFact> facts;              // facts
  std::vector<std::vector<ReportLine>> rows;  // table; the first row names the columns
  friend bool operator==(const ReportBlock&, const ReportBlock&) = default;
};

/// A part of the report that belongs together: the front, the index, one item, and so on.
struct ReportPage {
  std::string anchor;                     // where links to the page lead; empty: none do
  std::optional<vault::ItemNumber> item;  // the item that the page shows, if it shows one
  bool is_note = false;                   // the item is a note
  bool is_picture = false;                // the item is a picture
  std::vector<ReportBlock> blocks;
  friend bool operator==(const ReportPage&, const ReportPage&) = default;
};

/// Hexadecimal digits in groups of eight, to be read aloud and compared by eye.
std::string grouped_digest(ByteView digest);

/// The pages of a report: front, index, a page for each item, fingerprints, how to check. A preview says of the copy's
/// name and number, the log and the list of files that they are known when the copy is saved.
std::vector<ReportPage> report_pages(const vault::ReportFacts& facts);
/// Makes the same pages one at a time and gives each to `take`, so that not all of them are in memory. An error of
/// `take` ends it and is returned.
Result<void> each_report_page(const vault::ReportFacts& facts,
                              const std::function<Result<void>(const ReportPage&)>& take);

}  // namespace daybook::ui
