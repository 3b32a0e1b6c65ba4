#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "ui/report/report_page.h"

namespace daybook::test {

/// All that a page says, as it is drawn.
inline std::vector<std::string> said_by(const ui::ReportPage& page) {
  std::vector<std::string> said;
  const auto add = [&](const ui::ReportLine& line) {
    for (const ui::ReportSpan& span : line) said.push_back(span.text);
  };
  for (const ui::ReportBlock& block : page.blocks) {
    add(block.line);
    said.push_back(block.text);
    for (const ui::ReportFact& fact : block.facts) {
      for (const ui::ReportLine& line : fact.lines) add(line);
    }
    for (const auto& row : block.rows) {
      for (const ui::ReportLine& cell : row) add(cell);
    }
  }
  return said;
}

inline bool says(const std::vector<ui::ReportPage>& pages, const std::string& text) {
  return std::any_of(pages.begin(), pages.end(), [&](const ui::ReportPage& page) {
    const std::vector<std::string> said = said_by(page);
    return std::any_of(said.begin(), said.end(),
                       [&](const std::string& one) { return one.find(text) != std::string::npos; });
  });
}

}  // namespace daybook::test
