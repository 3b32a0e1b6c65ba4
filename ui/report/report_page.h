#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vault/log/entry.h"

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
    fingerprint,  // digits that are compared or searched for; never broken
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
  enum class Kind {
    title,
    heading,
    item_heading,
    part_heading,  // over one version, or over a note beside an item
    paragraph,
    words,    // words as they were kept
    turn,     // a message of a conversation: who wrote it and when, and its words
    lines,    // some lines of the text of a file, numbered
    picture,  // the item's picture
    room,     // an empty box that is filled in by hand
    facts,
    table,
    commands,
  };
  Kind kind;
  ReportLine line;                            // title, headings, paragraph, turn; under a picture
  std::string text;                           // words, turn, lines, commands
  std::vector<ReportFact> facts;              // facts
  std::vector<std::vector<ReportLine>> rows;  // table; the first row names the columns
  std::size_t first_line = 0;                 // lines: the number of the first, from 1
  bool is_note = false;                       // words and part_heading: written by the keeper, shown in another face
  friend bool operator==(const ReportBlock&, const ReportBlock&) = default;
};

/// A part of the report that belongs together: the front, the index, one item, and so on.
struct ReportPage {
  std::string anchor;                     // where links to the page lead; empty: none do
  std::optional<vault::ItemNumber> item;  // the item that the page shows, if it shows one
  std::vector<ReportBlock> blocks;
  friend bool operator==(const ReportPage&, const ReportPage&) = default;
};

ReportSpan ours(std::string text);
/// Kept words that must stay on one line whatever they hold, such as names and the purpose.
ReportSpan kept(std::string_view text);
ReportSpan strong(std::string text);
ReportSpan code(std::string text);
ReportSpan fingerprint(std::string text);
/// A link to the page of an item, which must be in the copy.
ReportSpan link_to(vault::ItemNumber item, std::string text);
/// Where links to the page of an item lead, without the `#`.
std::string anchor_of(vault::ItemNumber item);

ReportBlock block(ReportBlock::Kind kind, ReportLine line = {});
ReportBlock heading(std::string text);
ReportBlock paragraph(ReportLine line);
ReportBlock commands(std::string text);

/// Gathers the facts of one block.
class Facts {
 public:
  void add(const char* label, ReportLine line) { m_block.facts.push_back({label, {std::move(line)}}); }
  void add(const char* label, std::vector<ReportLine> lines) { m_block.facts.push_back({label, std::move(lines)}); }
  ReportBlock take() { return std::move(m_block); }

 private:
  ReportBlock m_block = block(ReportBlock::Kind::facts);
};

}  // namespace daybook::ui
