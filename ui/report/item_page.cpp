#include "ui/report/item_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "crypto/encoding.h"
#include "ui/report/described_item.h"
#include "ui/report/item_facts.h"
#include "ui/report/report_times.h"
#include "ui/report/report_words.h"
#include "ui/report/turns.h"
#include "vault/intake/media_type.h"
#include "vault/intake/reduced_picture.h"
#include "vault/record/shown_as.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

using Kind = ReportBlock::Kind;

constexpr std::size_t kLinesInBlock = 40;  // so that a long text can be drawn in pieces

std::string written_at(const CopyVersion& version) {
  return moment_text(version.entry.utc_seconds, version.entry.offset_minutes);
}

class ItemPage {
 public:
  ItemPage(const CopyItem& copy, const ReportFacts& report, ReportOriginals& originals, const ShownText& shown)
      : m_copy(copy), m_snapshot(report.snapshot), m_originals(originals), m_shown(shown) {}

  Result<ReportPage> make() {
    m_page.anchor = anchor_of(m_copy.item.number);
    m_page.item = m_copy.item.number;
    ReportLine title{ours(fmt::format("{} {}: {}", say::kItem, item_text(m_copy.item.number), kind_text(m_copy)))};
    for (ReportSpan& name : name_of(m_copy)) title.push_back(std::move(name));
    // Both dates stand over the item: who reads a later text must not take it for one of the first day.
    if (m_copy.versions.size() > 1) title.push_back(ours(fmt::format(" ({})", recorded_days(m_copy))));
    m_page.blocks.push_back(block(Kind::item_heading, std::move(title)));
    ReportBlock about = facts_about(m_copy, m_snapshot);
    if (!about.facts.empty()) m_page.blocks.push_back(std::move(about));
    for (const CopyVersion& version : m_copy.versions) TRY(add_version(version));
    m_page.blocks.push_back(facts_said(m_copy));
    add_room_for_translation();
    for (const ItemNumber note : m_copy.notes) {
      const CopyItem& beside = *m_snapshot.find(note);
      const MessagesNoted* noted = messages_of_note(beside);
      if (noted == nullptr || !is_shown(*noted)) TRY(add_note_beside(beside, noted));
    }
    return std::move(m_page);
  }

 private:
  bool is_note() const { return m_copy.item.kind == ItemKind::note; }

  Result<void> add_version(const CopyVersion& version) {
    if (m_copy.item.versions.size() > 1) {
      add_heading(
          fmt::format(say::kVersionOf, version.version.number, m_copy.item.versions.size(), written_at(version)),
          is_note());
    }
    switch (shown_as(m_copy.item.kind, version.version.media)) {
      case ShownAs::note:
      case ShownAs::words:
        TRY(add_words(version, is_note()));
        break;
      case ShownAs::picture:
        add_picture(version);
        break;
      case ShownAs::file:
        if (is_text(version.version.media)) TRY(add_lines(version));
        break;
      case ShownAs::conversation:
        if (version.version.number == m_copy.newest().version.number) TRY(add_turns());
        break;
    }
    MediaFacts media;
    if (shown_as(m_copy.item.kind, version.version.media) == ShownAs::file) {
      TRY_ASSIGN(media, m_originals.media(version));
    }
    m_page.blocks.push_back(m_copy.part ? facts_of_part(m_copy) : facts_of_version(version, media));
    return {};
  }

  // The messages beside which a note stands, as this page numbers them.
  const MessagesNoted* messages_of_note(const CopyItem& note) const {
    return note.noted && m_copy.reading == note.noted->reading ? &*note.noted : nullptr;
  }

  // Whether one of the messages stands on this page. A note about others stands behind all of them, where it cannot be
  // taken for one about the message above it.
  bool is_shown(const MessagesNoted& noted) const {
    if (!m_copy.part) return true;
    return std::any_of(m_copy.part->runs.begin(), m_copy.part->runs.end(),
                       [&](const MessageRun& run) { return run.first <= noted.last && noted.first <= run.last; });
  }

  // The last of the messages that stands on this page.
  std::uint64_t last_shown(const MessagesNoted& noted) const {
    std::uint64_t last = m_copy.part ? noted.first : noted.last;
    if (!m_copy.part) return last;
    for (const MessageRun& run : m_copy.part->runs) {
      if (run.first <= noted.last) last = std::min(run.last, noted.last);
    }
    return last;
  }

  Result<void> add_turns() {
    std::vector<NoteBesideMessages> notes;
    std::vector<ReportBlock> before = std::exchange(m_page.blocks, {});
    for (const ItemNumber number : m_copy.notes) {
      const CopyItem& note = *m_snapshot.find(number);
      const MessagesNoted* noted = messages_of_note(note);
      if (noted == nullptr || !is_shown(*noted)) continue;
      TRY(add_note_beside(note, noted));
      notes.push_back({noted->first, last_shown(*noted), std::exchange(m_page.blocks, {})});
    }
    m_page.blocks = std::move(before);
    TRY_ASSIGN(auto turns, turns_of(m_copy, m_originals, std::move(notes)));
    std::move(turns.begin(), turns.end(), std::back_inserter(m_page.blocks));
    return {};
  }

  void add_heading(std::string text, bool is_of_note, ReportLine more = {}) {
    ReportLine line{ours(std::move(text))};
    for (ReportSpan& span : more) line.push_back(std::move(span));
    ReportBlock heading = block(Kind::part_heading, std::move(line));
    heading.is_note = is_of_note;
    m_page.blocks.push_back(std::move(heading));
  }

  void say_that_cut(const CopyVersion& version) {
    m_page.blocks.push_back(paragraph({ours(fmt::format(say::kShownInPart, in_bag(version)))}));
  }

  Result<void> add_words(const CopyVersion& version, bool is_of_note) {
    TRY_ASSIGN(ReportOriginals::Text text, m_originals.text(version, m_shown.of_keeper));
    ReportBlock words = block(Kind::words);
    words.text = std::move(text.text);
    words.is_note = is_of_note;
    if (!is_of_note) {
      // How the words came here is said only where the keeper said it.
      const std::string how = m_copy.answer(question::kHow);
      const char* heading = how == kTypedOut ? say::kTextAsTyped
                            : how == kPasted ? say::kTextAsPasted
                                             : say::kPlainText;
      m_page.blocks.push_back(block(Kind::part_heading, {ours(heading)}));
    }
    m_page.blocks.push_back(std::move(words));
    if (text.is_cut) say_that_cut(version);
    return {};
  }

  Result<void> add_lines(const CopyVersion& version) {
    TRY_ASSIGN(ReportOriginals::Text text, m_originals.text(version, m_shown.of_file));
    m_page.blocks.push_back(block(Kind::part_heading, {ours(say::kTextOfFile)}));
    if (text.is_guessed) m_page.blocks.push_back(paragraph({ours(say::kLettersGuessed)}));
    std::string_view rest = text.text;
    for (std::size_t line = 1; !rest.empty() && line <= kMostLinesShown;) {
      ReportBlock lines = block(Kind::lines);
      lines.first_line = line;
      for (std::size_t i = 0; i < kLinesInBlock && !rest.empty(); ++i, ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view one = rest.substr(0, end);
        if (one.ends_with('\r')) one.remove_suffix(1);
        lines.text += std::string(one) + "\n";
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      m_page.blocks.push_back(std::move(lines));
    }
    if (text.is_cut || !rest.empty()) say_that_cut(version);
    return {};
  }

  void add_picture(const CopyVersion& version) {
    const std::string file = in_bag(version);
    if (!m_copy.says || !is_drawn(m_copy.says->drawn))
      return m_page.blocks.push_back(paragraph({ours(fmt::format(say::kPictureNotShown, file))}));
    const bool is_reduced = std::max(m_copy.says->width, m_copy.says->height) > kReportPictureSide;
    const std::string words =
        is_reduced ? fmt::format(say::kSmallerPicture, file) : fmt::format(say::kPictureAnew, file);
    m_page.blocks.push_back(block(Kind::picture, {ours(words)}));
    if (m_copy.says->drawn == Drawn::in_part) m_page.blocks.push_back(paragraph({ours(say::kPictureInPart)}));
    if (m_copy.says->drawn == Drawn::first_of_several) m_page.blocks.push_back(paragraph({ours(say::kFirstOfSeveral)}));
  }

  void add_room_for_translation() {
    const std::string language = m_copy.answer(question::kLanguage);
    if (language.empty() || m_copy.item.kind == ItemKind::note) return;
    add_heading(fmt::format(say::kRoomForTranslation, item_text(m_copy.item.number)), false, {kept(language)});
    m_page.blocks.push_back(block(Kind::room, {ours(say::kTranslator)}));
  }

  // A note stands whole where the message is read, in another face and under the day on which it was written. It has a
  // page of its own too, with all that is known of it.
  Result<void> add_note_beside(const CopyItem& note, const MessagesNoted* noted = nullptr) {
    const std::string number = item_text(note.item.number);
    for (const CopyVersion& version : note.versions) {
      const std::string when = written_at(version);
      const std::string title =
          noted != nullptr && noted->first == noted->last ? fmt::format(say::kNoteAboutMessage, noted->first, when)
          : noted != nullptr ? fmt::format(say::kNoteAboutMessages, noted->first, noted->last, when)
          : note.item.versions.size() == 1
              ? fmt::format(say::kNoteWritten, when)
              : fmt::format(say::kNoteVersionOf, version.version.number, note.item.versions.size(), when);
      add_heading(title, true, {ours(", "), link_to(note.item.number, fmt::format(say::kItemNumber, number))});
      TRY(add_words(version, true));
    }
    return {};
  }

  const CopyItem& m_copy;
  const CopySnapshot& m_snapshot;
  ReportOriginals& m_originals;
  const ShownText& m_shown;
  ReportPage m_page;
};

}  // namespace

Result<ReportPage> item_page(const CopyItem& copy, const ReportFacts& report, ReportOriginals& originals,
                             const ShownText& shown) {
  return ItemPage(copy, report, originals, shown).make();
}

}  // namespace daybook::ui
