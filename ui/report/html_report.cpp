#include "ui/report/html_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/encoding.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

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
        // Control characters mean nothing in HTML and are shown, not dropped.
        if ((c >= 0 && c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
          escaped += fmt::format("[U+{:04X}]", static_cast<int>(c));
        else
          escaped += c;
    }
  }
  return escaped;
}

// 64 hexadecimal digits in 8 groups, to be read aloud.
std::string grouped(ByteView digest) {
  const std::string hex = crypto::to_hex(digest);
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += 8) text += (i == 0 ? "" : " ") + hex.substr(i, 8);
  return text;
}

std::string with_commas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

const char* kind_word(ItemKind kind) {
  return kind == ItemKind::note ? "Note by the record keeper" : kind == ItemKind::words ? "Words" : "File";
}

std::string recorded_text(const Entry& entry) {
  return format_for_people(entry.utc_seconds, entry.offset_minutes) + ", by the clock of the keeper's computer (" +
         format_utc(entry.utc_seconds) + ")";
}

class Report {
 public:
  explicit Report(const ReportFacts& facts) : m_facts(facts), m_snapshot(facts.snapshot) {}

  std::string render() {
    add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Record of items</title>\n<style>");
    add(kStyle);
    add("</style>\n</head>\n<body>\n");
    add_cover();
    add_index();
    for (const CopyItem& item : m_snapshot.items) add_item(item);
    add_fingerprints();
    add_how_to_check();
    add("</body>\n</html>\n");
    return std::move(m_html);
  }

 private:
  void add(std::string_view html) { m_html += html; }
  void row(const char* label, const std::string& html) {
    m_html += fmt::format("<dt>{}</dt><dd>{}</dd>\n", label, html);
  }

  void add_cover() {
    const SealFacts& seal = m_snapshot.seal;
    add("<h1>Record of items</h1>\n<dl>\n");
    row("Items", std::to_string(m_snapshot.items.size()));
    if (!seal.purpose.empty()) row("For", "<span dir=\"auto\">" + escape(seal.purpose) + "</span>");
    row("Sealed", escape(seal.created) + " by the clock of the keeper's computer");
    row("Copy", "<code>" + escape(seal.bundle) + "</code>, number " + std::to_string(seal.number) + " of this record");
    row("Key words", "<strong>" + escape(m_facts.key_words) + "</strong>");
    add("</dl>\n<h2>How to read this</h2>\n<p><strong>File says</strong> is what the file or message itself shows. "
        "<strong>Keeper says</strong> is what the "
        "person who keeps the record says. <strong>Recorded</strong> is when it was added, by the clock of that "
        "person's own computer. "
        "<strong>Attested</strong> is what somebody outside confirmed; in this copy there is none. The four are never "
        "mixed.</p>\n"
        "<p>The seal shows that the files have not changed since the copy was made, and the log that each item stood "
        "in the record then. "
        "Neither shows when something was made, or who made it.</p>\n");
  }

  void add_index() {
    const bool has_exhibits = std::any_of(m_snapshot.items.begin(), m_snapshot.items.end(), [](const CopyItem& copy) {
      return !answer(copy, question::kExhibit).empty();
    });
    add(has_exhibits ? "<h2>Index</h2>\n<table>\n<tr><th>Item</th><th>Suggested "
                       "exhibit</th><th>What</th><th>Recorded</th></tr>\n"
                     : "<h2>Index</h2>\n<table>\n<tr><th>Item</th><th>What</th><th>Recorded</th></tr>\n");
    for (const CopyItem& copy : m_snapshot.items) {
      const std::string exhibit =
          has_exhibits ? "<td dir=\"auto\">" + escape(answer(copy, question::kExhibit)) + "</td>" : "";
      m_html += fmt::format("<tr><td><a href=\"#i{0}\">{0}</a></td>{1}<td dir=\"auto\">{2}</td><td>{3}</td></tr>\n",
                            item_text(copy.item.number), exhibit, heading(copy),
                            format_utc(copy.versions.front().entry.utc_seconds).substr(0, 10));
    }
    add("</table>\n");
  }

  static std::string answer(const CopyItem& copy, const char* question) {
    for (const ItemAnswer& answer : copy.answers) {
      if (answer.question == question) return answer.value;
    }
    return "";
  }

  static std::string heading(const CopyItem& copy) {
    const std::string title = answer(copy, question::kTitle);
    if (!title.empty()) return escape(title);
    const std::string& name = copy.versions.back().version.name;
    return name.empty() ? kind_word(copy.item.kind) : escape(name);
  }

  void add_item(const CopyItem& copy) {
    const std::string number = item_text(copy.item.number);
    const bool is_note = copy.item.kind == ItemKind::note;
    m_html += fmt::format("<section class=\"item{}\" id=\"i{}\">\n<h3>Item {} <span dir=\"auto\">{}</span></h3>\n",
                          is_note ? " note" : "", number, number, heading(copy));
    if (copy.item.kind != ItemKind::file) {
      m_html += "<blockquote dir=\"auto\">" + escape(copy.text) + "</blockquote>\n";
      if (copy.text_is_cut) add("<p>Shown in part. The whole text is in the file named below.</p>\n");
    }
    add("<dl>\n");
    if (copy.item.about) row("About", fmt::format("<a href=\"#i{0}\">item {0}</a>", item_text(*copy.item.about)));
    for (const CopyVersion& version : copy.versions) add_version(copy, version);
    if (copy.picture) row("Picture says", picture_text(*copy.picture));
    add_answers(copy);
    row("Attested", "no outside time-stamp");
    add_history(copy);
    add("</dl>\n</section>\n");
  }

  void add_version(const CopyItem& copy, const CopyVersion& version) {
    const ItemVersion& v = version.version;
    const std::string path = version.path.substr(4);
    const bool of_several = copy.item.versions.size() > 1;
    if (of_several)
      row("Version",
          fmt::format("{} of {}{}", v.number, copy.item.versions.size(),
                      copy.versions.size() < copy.item.versions.size() ? " (the others are not in this copy)" : ""));
    std::string original = fmt::format("<a href=\"../{0}\"><code>{0}</code></a>, {1} bytes, {2}", path,
                                       with_commas(v.content.facts.size), escape(v.media));
    if (!v.name.empty()) original += ", kept under the name <span dir=\"auto\">" + escape(v.name) + "</span>";
    row("Original", original);
    if (v.modified)
      row("File says", "last changed " + format_utc(*v.modified) + ", by the file system it was copied from");
    row("Recorded", recorded_text(version.entry) + fmt::format(", log entry {}", v.sequence));
  }

  // Nobody checks what a file says of itself.
  static std::string picture_text(const PictureFacts& facts) {
    std::string text = fmt::format("{} x {} pixels", facts.width, facts.height);
    if (facts.taken) {
      const std::size_t kWithoutOffset = std::string_view("2024-06-03T20:15:00").size();
      std::string taken = *facts.taken;
      taken[10] = ' ';
      text += ", taken " + escape(taken);
      if (taken.size() == kWithoutOffset) text += " (no time zone in the file)";
    }
    return text + (facts.place ? ", the file holds a place" : "");
  }

  void add_answers(const CopyItem& copy) {
    std::string html;
    for (const ItemAnswer& answer : copy.answers) {
      if (answer.question == question::kTitle || answer.question == question::kExhibit) continue;
      html += fmt::format("{}: <span dir=\"auto\">{}</span><br>", escape(answer.question), escape(answer.value));
    }
    row("Keeper says", html.empty() ? "nothing further" : html);
  }

  void add_history(const CopyItem& copy) {
    std::string html;
    for (const Entry& entry : copy.history)
      html += fmt::format("{} {} (entry {})<br>", format_utc(entry.utc_seconds), escape(entry.type), entry.sequence);
    row("History", html);
  }

  void add_fingerprints() {
    add("<h2>Fingerprints</h2>\n<dl>\n");
    row("Copy", "<code>" + escape(m_snapshot.seal.bundle) + "</code>");
    row("Log", fmt::format("{} entries, root <span class=\"print\">{}</span>", m_snapshot.seal.log.size,
                           grouped(m_snapshot.seal.log.root)));
    row("Key words", escape(m_facts.key_words));
    row("Full key", "<code>" + m_snapshot.root.to_base64_line() + "</code>");
    row("List of files",
        "SHA-256 of manifest-sha256.txt: <span class=\"print\">" + escape(m_facts.manifest_sha256) + "</span>");
    add("</dl>\n<table>\n<tr><th>Item</th><th>File</th><th>Bytes</th><th>SHA-256</th></tr>\n");
    for (const CopyItem& copy : m_snapshot.items) {
      for (const CopyVersion& version : copy.versions) {
        m_html +=
            fmt::format("<tr><td>{}</td><td><code>{}</code></td><td>{}</td><td class=\"print\">{}</td></tr>\n",
                        item_text(copy.item.number), version.path.substr(4),
                        with_commas(version.version.content.facts.size), grouped(version.version.content.facts.sha256));
      }
    }
    add("</table>\n");
  }

  void add_how_to_check() {
    add("<h2>How to check</h2>\n<p>In the folder <code>bag</code>, with tools that are part of every Linux "
        "distribution:</p>\n"
        "<pre>sha512sum -c manifest-sha512.txt tagmanifest-sha512.txt\nminisign -V -H -P ");
    add(m_snapshot.root.to_base64_line());
    add(" -m tagmanifest-sha512.txt</pre>\n<p>On Windows, for one file: <code>certutil -hashfile data\\000001.jpg "
        "SHA256</code>, and compare with the table above.</p>\n"
        "<p>This page comes with the copy, so it cannot vouch for the key: ask the person who keeps the record to read "
        "out the eight key words. "
        "The file HOW-TO-CHECK.txt says more.</p>\n");
  }

  const ReportFacts& m_facts;
  const CopySnapshot& m_snapshot;
  std::string m_html;
};

}  // namespace

std::string render_html_report(const ReportFacts& facts) { return Report(facts).render(); }

}  // namespace daybook::ui
