#include "ui/report/html_report.h"

#include <fmt/format.h>

#include "ui/report/report_pages.h"

namespace daybook::ui {

namespace {

using Kind = ReportBlock::Kind;

constexpr const char* kStyle = R"css(
:root { color: #1a1a1a; background: #fafaf7; font: 17px/1.5 Georgia, "Times New Roman", serif; }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.2rem 4rem; }
h1 { font-size: 1.9rem; margin: 0 0 .3rem; } h2 { font-size: 1.3rem; margin: 2.6rem 0 .6rem; } h3 { font-size: 1.1rem; margin: 0 0 .5rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid #d8d6cf; }
th { font-weight: 600; } dl { display: grid; grid-template-columns: 9rem 1fr; gap: .2rem 1rem; margin: .6rem 0; } dt { color: #4a4a4a; } dd { margin: 0; overflow-wrap: anywhere; }
section.item { border-top: 2px solid #1a1a1a; padding: 1rem 0 1.2rem; break-inside: avoid-page; }
blockquote { margin: .8rem 0; padding: .7rem 1rem; background: #fff; border: 1px solid #6b6b6b; white-space: pre-wrap; overflow-wrap: anywhere; }
section.note blockquote { font-family: "Helvetica Neue", Arial, sans-serif; border-style: dashed; }
code, .print { font: .86rem/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.quiet { color: #4a4a4a; } pre { background: #fff; border: 1px solid #d8d6cf; padding: .7rem; overflow-x: auto; }
@media print { :root { background: #fff; font-size: 11pt; } body { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
)css";

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        // A browser drops control characters or replaces them. The report shows that they are there.
        if ((c >= 0 && c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
          escaped += fmt::format("[U+{:04X}]", static_cast<int>(c));
        else
          escaped += c;
    }
  }
  return escaped;
}

std::string span_html(const ReportSpan& span) {
  const std::string text = escape(span.text);
  std::string html;
  switch (span.kind) {
    case ReportSpan::Kind::ours:
      html = text;
      break;
    case ReportSpan::Kind::kept:
      html = "<span dir=\"auto\">" + text + "</span>";
      break;
    case ReportSpan::Kind::strong:
      html = "<strong>" + text + "</strong>";
      break;
    case ReportSpan::Kind::code:
      html = "<code>" + text + "</code>";
      break;
    case ReportSpan::Kind::fingerprint:
      html = "<span class=\"print\">" + text + "</span>";
      break;
  }
  return span.link.empty() ? html : fmt::format("<a href=\"{}\">{}</a>", escape(span.link), html);
}

std::string line_html(const ReportLine& line) {
  std::string html;
  for (const ReportSpan& span : line) html += span_html(span);
  return html;
}

std::string facts_html(const std::vector<ReportFact>& facts) {
  std::string html = "<dl>\n";
  for (const ReportFact& fact : facts) {
    html += "<dt>" + escape(fact.label) + "</dt><dd>";
    for (std::size_t i = 0; i < fact.lines.size(); ++i) html += (i > 0 ? "<br>" : "") + line_html(fact.lines[i]);
    html += "</dd>\n";
  }
  return html + "</dl>\n";
}

std::string table_html(const std::vector<std::vector<ReportLine>>& rows) {
  std::string html = "<table>\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    html += "<tr>";
    for (const ReportLine& cell : rows[i]) html += fmt::format("<{0}>{1}</{0}>", i == 0 ? "th" : "td", line_html(cell));
    html += "</tr>\n";
  }
  return html + "</table>\n";
}

std::string block_html(const ReportBlock& block) {
  switch (block.kind) {
    case Kind::title:
      return "<h1>" + line_html(block.line) + "</h1>\n";
    case Kind::heading:
      return "<h2>" + line_html(block.line) + "</h2>\n";
    case Kind::item_heading:
      return "<h3>" + line_html(block.line) + "</h3>\n";
    case Kind::paragraph:
      return "<p>" + line_html(block.line) + "</p>\n";
    case Kind::words:
      return "<blockquote dir=\"auto\">" + escape(block.text) + "</blockquote>\n";
    case Kind::facts:
      return facts_html(block.facts);
    case Kind::table:
      return table_html(block.rows);
    case Kind::commands:
      return "<pre>" + escape(block.text) + "</pre>\n";
  }
  return "";
}

std::string page_html(const ReportPage& page) {
  std::string html;
  if (page.item)
    html += fmt::format("<section class=\"item{}\" id=\"{}\">\n", page.is_note ? " note" : "", page.anchor);
  for (const ReportBlock& block : page.blocks) html += block_html(block);
  return page.item ? html + "</section>\n" : html;
}

std::string begin_html() {
  return std::string(
             "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Record of items</title>\n<style>") +
         kStyle + "</style>\n</head>\n<body>\n";
}

}  // namespace

Result<void> render_html_report(const vault::ReportFacts& facts, vault::ReportPictures&, vault::ReportSink& sink) {
  return sink.file("report.html", [&](ByteSink& file) -> Result<void> {
    TRY(file.write(as_bytes(begin_html())));
    TRY(each_report_page(facts, [&](const ReportPage& page) { return file.write(as_bytes(page_html(page))); }));
    return file.write(as_bytes("</body>\n</html>\n"));
  });
}

}  // namespace daybook::ui
