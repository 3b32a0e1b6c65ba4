#include "ui/report/report_page.h"

#include "ui/words/foreign_text.h"

namespace daybook::ui {

ReportSpan ours(std::string text) { return {std::move(text)}; }
ReportSpan kept(std::string_view text) { return {foreign_line(text), ReportSpan::Kind::kept}; }
ReportSpan strong(std::string text) { return {std::move(text), ReportSpan::Kind::strong}; }
ReportSpan code(std::string text) { return {std::move(text), ReportSpan::Kind::code}; }
ReportSpan fingerprint(std::string text) { return {std::move(text), ReportSpan::Kind::fingerprint}; }

std::string anchor_of(vault::ItemNumber item) { return "i" + vault::item_text(item); }

ReportSpan link_to(vault::ItemNumber item, std::string text) {
  return {std::move(text), ReportSpan::Kind::ours, "#" + anchor_of(item)};
}

ReportBlock block(ReportBlock::Kind kind, ReportLine line) { return {kind, std::move(line), {}, {}, {}, 0, false}; }
ReportBlock heading(std::string text) { return block(ReportBlock::Kind::heading, {ours(std::move(text))}); }
ReportBlock paragraph(ReportLine line) { return block(ReportBlock::Kind::paragraph, std::move(line)); }

ReportBlock commands(std::string text) {
  ReportBlock commands = block(ReportBlock::Kind::commands);
  commands.text = std::move(text);
  return commands;
}

}  // namespace daybook::ui
