#include "ui/report/report_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "crypto/encoding.h"
#include "ui/words/foreign_text.h"
#include "vault/intake/picture.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

using Kind = ReportBlock::Kind;

ReportSpan ours(std::string text) { return {std::move(text)}; }
// Kept words that must stay on one line whatever they hold, such as names and the purpose.
ReportSpan kept(std::string_view text) { return {foreign_line(text), ReportSpan::Kind::kept}; }
// An answer of several lines, such as names of people, shown as a list on one line.
ReportSpan kept_list(std::string_view text) {
  std::string line;
  for (const std::string& part : lines_of(text)) line += (line.empty() ? "" : ", ") + foreign_line(part);
  return {std::move(line), ReportSpan::Kind::kept};
}
ReportSpan strong(std::string text) { return {std::move(text), ReportSpan::Kind::strong}; }
ReportSpan code(std::string text) { return {std::move(text), ReportSpan::Kind::code}; }
ReportSpan fingerprint(std::string text) { return {std::move(text), ReportSpan::Kind::fingerprint}; }
ReportSpan only_when_saved() { return ours("known when the copy is saved"); }

ReportBlock line(Kind kind, ReportLine spans) { return {kind, std::move(spans), {}, {}, {}}; }
ReportBlock heading(std::string text) { return line(Kind::heading, {ours(std::move(text))}); }
ReportBlock paragraph(ReportLine spans) { return line(Kind::paragraph, std::move(spans)); }

std::string with_commas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

// The path of an original inside the bag, without `bag/`.
std::string in_bag(const CopyVersion& version) { return version.path.substr(4); }

std::string anchor_of(ItemNumber item) { return "i" + item_text(item); }

ReportSpan link_to(ItemNumber item, std::string text) {
  return {std::move(text), ReportSpan::Kind::ours, "#" + anchor_of(item)};
}

std::string answer(const CopyItem& copy, const char* question) {
  for (const ItemAnswer& answer : copy.answers) {
    if (answer.question == question) return answer.value;
  }
  return "";
}

ShownAs shown_as(const CopyItem& copy) { return vault::shown_as(copy.item.kind, copy.versions.back().version.media); }

ReportSpan name_of(const CopyItem& copy) {
  if (const std::string title = answer(copy, question::kTitle); !title.empty()) return kept(title);
  if (const std::string& name = copy.versions.back().version.name; !name.empty()) return kept(name);
  switch (shown_as(copy)) {
    case ShownAs::note:
      return ours("Note by the record keeper");
    case ShownAs::words:
      return ours("Words");
    case ShownAs::picture:
    case ShownAs::file:
      break;
  }
  return ours("File");
}

// A question in the words in which the keeper was asked.
std::string asked(const std::string& question) {
  static const std::map<std::string_view, const char*> words{{question::kWho, "Who sent or made it"},
                                                             {question::kWhen, "When it was sent, or happened"},
                                                             {question::kWhere, "Where it came from"},
                                                             {question::kHow, "How it was copied"},
                                                             {question::kComplete, "All of it or part"},
                                                             {question::kPeople, "Who it is about"},
                                                             {question::kTyped, "Typed by"}};
  const auto found = words.find(question);
  return found == words.end() ? question : found->second;
}

// What a log entry did, in words for people. An entry without such words shows its type.
std::string done(const std::string& type) {
  static const std::map<std::string_view, const char*> words{
      {entry_type::kAdd, "added"}, {entry_type::kNote, "note written"}, {entry_type::kAnswer, "question answered"}};
  const auto found = words.find(type);
  return found == words.end() ? type : found->second;
}

// What a picture file says of itself. The report says that the file says it, because nobody has confirmed it.
std::string picture_text(const PictureFacts& facts) {
  std::string text = fmt::format("{} x {} pixels", facts.width, facts.height);
  if (facts.taken) {
    const std::size_t kWithoutOffset = std::string_view("2024-06-03T20:15:00").size();
    std::string taken = *facts.taken;
    taken[10] = ' ';
    text += ", taken " + taken;
    if (taken.size() == kWithoutOffset) text += " (no time zone in the file)";
  }
  return text + (facts.place ? ", the file holds a place" : "");
}

// Gathers the facts of one block.
class Facts {
 public:
  void add(const char* label, ReportLine line) { m_block.facts.push_back({label, {std::move(line)}}); }
  void add(const char* label, std::vector<ReportLine> lines) { m_block.facts.push_back({label, std::move(lines)}); }
  ReportBlock block() { return std::move(m_block); }

 private:
  ReportBlock m_block{Kind::facts, {}, {}, {}, {}};
};

ReportPage front_page(const ReportFacts& report) {
  const SealFacts& seal = report.snapshot.seal;
  const bool is_preview = report.snapshot.is_preview();
  Facts facts;
  facts.add("Items", {ours(std::to_string(report.snapshot.items.size()))});
  if (!seal.purpose.empty()) facts.add("For", {kept(seal.purpose)});
  if (is_preview) {
    facts.add("Sealed", {only_when_saved()});
    facts.add("Copy", {only_when_saved()});
  } else {
    facts.add("Sealed", {ours(seal.created + " by the clock of the keeper's computer")});
    facts.add("Copy", {code(seal.bundle), ours(", number " + std::to_string(seal.number) + " of this record")});
  }
  facts.add("Key words", {strong(report.key_words)});
  ReportPage page;
  page.blocks = {
      line(Kind::title, {ours("Record of items")}), facts.block(), heading("How to read this"),
      paragraph({strong("\"File says\""), ours(" is what the file or message itself shows. "),
                 strong("\"Keeper says\""), ours(" is what the person who keeps the record says. "),
                 strong("\"Recorded\""), ours(" is when it was added, by the clock of that person's own computer. "),
                 strong("\"Attested\""),
                 ours(" is what somebody outside confirmed; in this copy there is none. The four are never "
                      "mixed.")}),
      paragraph({ours("The seal shows that the files have not changed since the copy was made, and the log "
                      "that each item stood in the record then. Neither shows when something was made, or "
                      "who made it.")})};
  return page;
}

ReportPage index_page(const CopySnapshot& snapshot) {
  const bool has_exhibits = std::any_of(snapshot.items.begin(), snapshot.items.end(),
                                        [](const CopyItem& copy) { return !answer(copy, question::kExhibit).empty(); });
  ReportBlock table{Kind::table, {}, {}, {}, {}};
  const auto add = [&](ReportLine item, ReportLine exhibit, ReportLine what, ReportLine recorded) {
    std::vector<ReportLine> row{std::move(item), std::move(what), std::move(recorded)};
    if (has_exhibits) row.insert(row.begin() + 1, std::move(exhibit));
    table.rows.push_back(std::move(row));
  };
  add({ours("Item")}, {ours("Suggested exhibit")}, {ours("What")}, {ours("Recorded")});
  for (const CopyItem& copy : snapshot.items)
    add({link_to(copy.item.number, item_text(copy.item.number))}, {kept(answer(copy, question::kExhibit))},
        {name_of(copy)}, {ours(format_utc(copy.versions.front().entry.utc_seconds).substr(0, 10))});
  ReportPage page;
  page.blocks = {heading("Index"), std::move(table)};
  return page;
}

void add_version(Facts& facts, const CopyItem& copy, const CopyVersion& version) {
  const ItemVersion& v = version.version;
  const std::size_t all = copy.item.versions.size();
  if (all > 1)
    facts.add("Version", {ours(fmt::format("{} of {}{}", v.number, all,
                                           copy.versions.size() < all ? " (the others are not in this copy)" : ""))});
  ReportLine original{{in_bag(version), ReportSpan::Kind::code, "../" + in_bag(version)},
                      ours(fmt::format(", {} bytes, {}", with_commas(v.content.facts.size), v.media))};
  if (!v.name.empty()) {
    original.push_back(ours(", kept under the name "));
    original.push_back(kept(v.name));
  }
  facts.add("Original", std::move(original));
  if (v.modified)
    facts.add("File says",
              {ours("last changed " + format_utc(*v.modified) + ", by the file system it was copied from")});
  const Entry& entry = version.entry;
  facts.add("Recorded", {ours(fmt::format("{}, by the clock of the keeper's computer ({}), log entry {}",
                                          format_for_people(entry.utc_seconds, entry.offset_minutes),
                                          format_utc(entry.utc_seconds), entry_text(v.sequence)))});
}

ReportPage item_page(const CopyItem& copy) {
  ReportPage page;
  page.anchor = anchor_of(copy.item.number);
  page.item = copy.item.number;
  page.is_note = shown_as(copy) == ShownAs::note;
  page.is_picture = shown_as(copy) == ShownAs::picture;
  page.blocks.push_back(line(Kind::item_heading, {ours("Item " + item_text(copy.item.number) + " "), name_of(copy)}));
  if (copy.item.kind != ItemKind::file) {
    page.blocks.push_back({Kind::words, {}, copy.text, {}, {}});
    if (copy.text_is_cut)
      page.blocks.push_back(paragraph({ours("Shown in part. The whole text is in the file named below.")}));
  }
  Facts facts;
  if (copy.item.about) facts.add("About", {link_to(*copy.item.about, "item " + item_text(*copy.item.about))});
  for (const CopyVersion& version : copy.versions) add_version(facts, copy, version);
  if (copy.picture) facts.add("Picture says", {ours(picture_text(*copy.picture))});
  std::vector<ReportLine> keeper, history;
  for (const ItemAnswer& given : copy.answers) {
    if (given.question == question::kTitle || given.question == question::kExhibit) continue;
    keeper.push_back({ours(asked(given.question) + ": "), kept_list(given.value)});
  }
  if (keeper.empty()) keeper.push_back({ours("nothing further")});
  facts.add("Keeper says", std::move(keeper));
  facts.add("Attested", {ours("no outside time-stamp")});
  for (const Entry& entry : copy.history)
    history.push_back({ours(
        fmt::format("{} {} (entry {})", format_utc(entry.utc_seconds), done(entry.type), entry_text(entry.sequence)))});
  facts.add("History", std::move(history));
  page.blocks.push_back(facts.block());
  return page;
}

ReportPage fingerprint_page(const ReportFacts& report) {
  const CopySnapshot& snapshot = report.snapshot;
  const bool is_preview = snapshot.is_preview();
  Facts facts;
  facts.add("Copy", {is_preview ? only_when_saved() : code(snapshot.seal.bundle)});
  facts.add("Log", is_preview ? ReportLine{only_when_saved()}
                              : ReportLine{ours(fmt::format("{} entries, root ", snapshot.seal.log.size)),
                                           fingerprint(grouped_digest(snapshot.seal.log.root))});
  facts.add("Key words", {ours(report.key_words)});
  facts.add("Full key", {code(snapshot.root.to_base64_line())});
  facts.add("List of files",
            is_preview ? ReportLine{only_when_saved()}
                       : ReportLine{ours("SHA-256 of manifest-sha256.txt: "), fingerprint(report.manifest_sha256)});
  ReportBlock table{Kind::table, {}, {}, {}, {}};
  table.rows.push_back({{ours("Item")}, {ours("File")}, {ours("Bytes")}, {ours("SHA-256")}});
  for (const CopyItem& copy : snapshot.items) {
    for (const CopyVersion& version : copy.versions) {
      const ContentFacts& content = version.version.content.facts;
      table.rows.push_back({{ours(item_text(copy.item.number))},
                            {code(in_bag(version))},
                            {ours(with_commas(content.size))},
                            {fingerprint(grouped_digest(content.sha256))}});
    }
  }
  ReportPage page;
  page.blocks = {heading("Fingerprints"), facts.block(), std::move(table)};
  return page;
}

ReportPage checking_page(const CopySnapshot& snapshot) {
  ReportPage page;
  page.blocks = {
      heading("How to check"),
      paragraph({ours("In the folder "), code("bag"), ours(", with tools that are part of every Linux distribution:")}),
      {Kind::commands,
       {},
       "sha512sum -c manifest-sha512.txt tagmanifest-sha512.txt\nminisign -V -H -P " + snapshot.root.to_base64_line() +
           " -m tagmanifest-sha512.txt",
       {},
       {}},
      paragraph({ours("On Windows, for one file: "), code("certutil -hashfile data\\000001.jpg SHA256"),
                 ours(", and compare with the table above.")}),
      paragraph({ours("This page comes with the copy, so it cannot vouch for the key: ask the person who keeps the "
                      "record to read out the eight key words. The file HOW-TO-CHECK.txt says more.")})};
  return page;
}

}  // namespace

std::string grouped_digest(ByteView digest) {
  const std::string hex = crypto::to_hex(digest);
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += 8) text += (i == 0 ? "" : " ") + hex.substr(i, 8);
  return text;
}

Result<void> each_report_page(const ReportFacts& facts, const std::function<Result<void>(const ReportPage&)>& take) {
  TRY(take(front_page(facts)));
  TRY(take(index_page(facts.snapshot)));
  for (const CopyItem& copy : facts.snapshot.items) TRY(take(item_page(copy)));
  TRY(take(fingerprint_page(facts)));
  return take(checking_page(facts.snapshot));
}

std::vector<ReportPage> report_pages(const ReportFacts& facts) {
  std::vector<ReportPage> pages;
  const auto kept_all = each_report_page(facts, [&](const ReportPage& page) -> Result<void> {
    pages.push_back(page);
    return {};
  });
  DAYBOOK_ASSERT(kept_all);
  return pages;
}

}  // namespace daybook::ui
