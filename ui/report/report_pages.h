#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vault/bundle/copy_report.h"

namespace daybook::ui {

// What a reader of a copy meets, without a word of how it is written down: report.html is one way, the preview in the
// window another. Both come from here, so that what she sees before saving is what the copy says.

/// A piece of a line.
struct ReportSpan {
  enum class Kind {
    ours,         // a word of this program
    kept,         // what was kept or said: in its own direction, and never to be taken for a word of ours
    strong,       // to be read out
    code,         // names of files, identifiers
    fingerprint,  // digits that are compared by eye
  };
  std::string text;
  Kind kind = Kind::ours;
  std::string link = {};  // an anchor of these pages, or a path beside them; empty: none
  friend bool operator==(const ReportSpan&, const ReportSpan&) = default;
};
using ReportLine = std::vector<ReportSpan>;

struct ReportFact {
  std::string label;
  std::vector<ReportLine> lines;
  friend bool operator==(const ReportFact&, const ReportFact&) = default;
};

struct ReportBlock {
  enum class Kind { title, heading, item_heading, paragraph, words, facts, table, commands };
  Kind kind;
  ReportLine line;                            // title, headings, paragraph
  std::string text;                           // words (as they were kept), commands
  std::vector<ReportFact> facts;              // facts
  std::vector<std::vector<ReportLine>> rows;  // table; the first row names the columns
  friend bool operator==(const ReportBlock&, const ReportBlock&) = default;
};

/// A part that belongs together.
struct ReportPage {
  std::string anchor;                     // empty: none
  std::optional<vault::ItemNumber> item;  // the one that it shows
  bool is_note = false;
  bool is_picture = false;  // the item's own file is one
  std::vector<ReportBlock> blocks;
  friend bool operator==(const ReportPage&, const ReportPage&) = default;
};

/// Hexadecimal digits in groups of eight, to be read aloud and compared by eye.
std::string grouped_digest(ByteView digest);

/// Front, index, a page for each item, fingerprints, how to check. Of a preview, what only saving brings (the copy's
/// name and number, where the log stands, the list of files) is said to come then.
std::vector<ReportPage> report_pages(const vault::ReportFacts& facts);
/// The same, one at a time, for who writes them down and lets them go. What `take` fails with ends it.
Result<void> each_report_page(const vault::ReportFacts& facts,
                              const std::function<Result<void>(const ReportPage&)>& take);

}  // namespace daybook::ui
