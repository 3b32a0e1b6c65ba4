#include "ui/report/html_report.h"

#include <fmt/format.h>

#include "crypto/encoding.h"
#include "ui/report/described_item.h"
#include "ui/report/report_pages.h"
#include "ui/report/report_words.h"

namespace daybook::ui {

namespace {

using Kind = ReportBlock::Kind;

// On paper nothing is cut: long lines are broken, headings stay with what follows, and every page has its number.
constexpr const char* kStyle = R"css(
:root { color: #1a1a1a; background: #fafaf7; font: 17px/1.5 Georgia, "Times New Roman", serif; }
body { max-width: 48rem; margin: 0 auto; padding: 2rem 1.2rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; margin: 0 0 .3rem; } h2 { font-size: 1.3rem; margin: 2.6rem 0 .6rem; } h3 { font-size: 1.1rem; margin: 0 0 .5rem; }
h4 { font-size: 1rem; margin: 1.2rem 0 .3rem; } h1, h2, h3, h4 { break-after: avoid; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid #d8d6cf; }
th { font-weight: 600; } th, td { overflow-wrap: break-word; } [dir] { overflow-wrap: anywhere; } td a, td code { white-space: nowrap; } tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: .2rem 1rem; margin: .6rem 0; } dt { color: #4a4a4a; } dd { margin: 0; min-width: 0; }
h3 + dl { break-inside: avoid; break-after: avoid; } section.item { border-top: 2px solid #1a1a1a; padding: 1rem 0 1.2rem; break-inside: avoid; }
blockquote { margin: .8rem 0; padding: .7rem 1rem; background: #fff; border: 1px solid #6b6b6b; border-left-width: .35rem; white-space: pre-wrap; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
blockquote, ol.lines li, dd, td, h3, h4 { overflow: clip; overflow-clip-margin: .3rem; }
.turn { margin: .5rem 0; break-inside: avoid-page; } .turn p { margin: 0; font-size: .85rem; } .turn blockquote { margin: .15rem 0; padding: .35rem .8rem; }
blockquote.note, h4.note { font-family: "Helvetica Neue", Arial, sans-serif; } blockquote.note { border-style: dashed; border-left-style: solid; }
h4.note { border-top: 1px solid #6b6b6b; padding-top: .8rem; }
figure { margin: .8rem 0; break-inside: avoid; } img { display: block; max-width: 100%; max-height: 90vh; border: 1px solid #6b6b6b; }
figcaption { color: #4a4a4a; font-size: .86rem; }
ol.lines { margin: 0; padding: 0 0 0 3.4rem; background: #fff; } ol.lines li { white-space: pre-wrap; } ol.lines li::marker { color: #4a4a4a; font-size: .8rem; }
.room { border: 1px solid #6b6b6b; min-height: 7rem; padding: .5rem .7rem; color: #4a4a4a; break-inside: avoid; }
.paper { display: none; } code, .print, pre { font: .8rem/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { background: #fff; border: 1px solid #d8d6cf; padding: .7rem; white-space: pre-wrap; }
@media (max-width: 40rem) { table { display: block; overflow-x: auto; } dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } }
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Georgia, serif; } }
p:has(+ pre) { break-after: avoid; }
@media print {
  .screen { display: none; } .paper { display: inline; }
  :root { background: #fff; font-size: 11pt; } body { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; }
  img { max-height: 180mm; } .print, code, pre { font-size: 8pt; } p, li { orphans: 2; widows: 2; }
}
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
  if (span.link.empty()) return html;
  if (span.link.starts_with('#')) return fmt::format("<a href=\"{}\">{}</a>", escape(span.link), html);
  // On paper the name of a file is words: as a link, a PDF would hold the folders of whoever printed it.
  return fmt::format("<a class=\"screen\" href=\"{}\">{}</a><span class=\"paper\">{}</span>", escape(span.link), html,
                     html);
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

// The first row names the columns. Browsers print it anew on every page.
std::string table_html(const std::vector<std::vector<ReportLine>>& rows) {
  std::string html = "<table>\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    html += i == 0 ? "<thead><tr>" : "<tr>";
    for (const ReportLine& cell : rows[i]) html += fmt::format("<{0}>{1}</{0}>", i == 0 ? "th" : "td", line_html(cell));
    html += i == 0 ? "</tr></thead><tbody>\n" : "</tr>\n";
  }
  return html + "</tbody></table>\n";
}

std::string lines_html(const ReportBlock& block) {
  std::string html = fmt::format("<ol class=\"lines\" start=\"{}\">\n", block.first_line);
  std::string_view rest = block.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    html += "<li><span dir=\"auto\">" + escape(rest.substr(0, end)) + "</span></li>\n";
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return html + "</ol>\n";
}

// Everything but pictures, which are not in the page.
std::string block_html(const ReportBlock& block) {
  const std::string line = line_html(block.line);
  const char* note = block.is_note ? " class=\"note\"" : "";
  switch (block.kind) {
    case Kind::title:
      return "<h1>" + line + "</h1>\n";
    case Kind::heading:
      return "<h2>" + line + "</h2>\n";
    case Kind::item_heading:
      return "<h3>" + line + "</h3>\n";
    case Kind::part_heading:
      return fmt::format("<h4{}>{}</h4>\n", note, line);
    case Kind::paragraph:
      return "<p>" + line + "</p>\n";
    case Kind::words:
      return fmt::format("<blockquote{} dir=\"auto\">{}</blockquote>\n", note, escape(block.text));
    case Kind::turn:
      return fmt::format("<div class=\"turn\"><p>{}</p>{}</div>\n", line,
                         block.text.empty() ? "" : "<blockquote dir=\"auto\">" + escape(block.text) + "</blockquote>");
    case Kind::lines:
      return lines_html(block);
    case Kind::picture:
      return "";
    case Kind::room:
      return "<div class=\"room\">" + line + "</div>\n";
    case Kind::facts:
      return facts_html(block.facts);
    case Kind::table:
      return table_html(block.rows);
    case Kind::commands:
      return "<pre>" + escape(block.text) + "</pre>\n";
  }
  return "";
}

class HtmlReport {
 public:
  HtmlReport(const vault::ReportFacts& facts, vault::ReportOriginals& originals, ByteSink& file)
      : m_facts(facts), m_originals(originals), m_file(file) {}

  Result<void> write() {
    return each_report_page(m_facts, m_originals, ShownText(),
                            [&](const ReportPage& page) { return write_page(page); });
  }

 private:
  Result<void> put(const std::string& html) { return m_file.write(as_bytes(html)); }

  Result<void> write_page(const ReportPage& page) {
    if (page.item) TRY(put(fmt::format("<section class=\"item\" id=\"{}\">\n", page.anchor)));
    for (const ReportBlock& block : page.blocks) {
      if (block.kind == Kind::picture)
        TRY(write_picture(block, *page.item));
      else
        TRY(put(block_html(block)));
    }
    return page.item ? put("</section>\n") : Result<void>();
  }

  Result<void> write_picture(const ReportBlock& block, vault::ItemNumber item) {
    const vault::CopyVersion& version = m_facts.snapshot.find(item)->newest();
    TRY_ASSIGN(const Bytes picture, m_originals.picture(version));
    if (picture.empty()) return put("<p>" + escape(fmt::format(say::kPictureNotShown, in_bag(version))) + "</p>\n");
    TRY(put("<figure><img alt=\"" + escape(fmt::format(say::kPictureOf, vault::item_text(item))) +
            "\" src=\"data:image/webp;base64,"));
    TRY(put(crypto::to_base64(picture)));
    return put("\"><figcaption>" + line_html(block.line) + "</figcaption></figure>\n");
  }

  const vault::ReportFacts& m_facts;
  vault::ReportOriginals& m_originals;
  ByteSink& m_file;
};

// The foot of each printed page, so that a loose page can be told.
std::string foot_css(const vault::CopySnapshot& snapshot) {
  const std::string name = snapshot.is_preview() ? say::kOnlyWhenSaved : vault::copy_stem(snapshot.seal.bundle);
  return fmt::format("@page {{ @bottom-left {{ content: \"{}, {}\"; font: 9pt Georgia, serif; }} }}\n", say::kTitle,
                     name);
}

std::string begin_html(const vault::CopySnapshot& snapshot) {
  return std::string(
             "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
             "img-src data:\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n<title>") +
         say::kTitle + "</title>\n<style>" + kStyle + foot_css(snapshot) + "</style>\n</head>\n<body>\n";
}

}  // namespace

Result<void> render_html_report(const vault::ReportFacts& facts, vault::ReportOriginals& originals,
                                vault::ReportSink& sink) {
  return sink.file("report.html", [&](ByteSink& file) -> Result<void> {
    TRY(file.write(as_bytes(begin_html(facts.snapshot))));
    TRY(HtmlReport(facts, originals, file).write());
    return file.write(as_bytes("</body>\n</html>\n"));
  });
}

}  // namespace daybook::ui
