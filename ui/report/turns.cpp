#include "ui/report/turns.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "crypto/encoding.h"
#include "ui/report/described_item.h"
#include "ui/report/report_times.h"
#include "ui/report/report_words.h"
#include "ui/words/conversation_text.h"
#include "vault/record/outline.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

using Kind = ReportBlock::Kind;

std::string day_of(const LocalTime& time) {
  const std::string text = message_time_text(time);
  return text.substr(0, text.rfind(", "));
}
std::string clock_of(const LocalTime& time) {
  const std::string text = message_time_text(time);
  return text.substr(text.rfind(", ") + 2);
}

class Turns {
 public:
  Turns(const CopyItem& conversation, std::vector<NoteBesideMessages> notes)
      : m_conversation(conversation), m_notes(std::move(notes)) {
    std::stable_sort(m_notes.begin(), m_notes.end(), [](const auto& a, const auto& b) { return a.last < b.last; });
  }

  void add(const ReadMessage& message, std::string_view raw) {
    ++m_seen;
    if (m_seen > kMostTurns) return;
    if (message.number > m_last + 1)
      say_not_here(m_last + 1, message.number - 1);
    else
      say_silence(message);
    say_day(message);
    m_blocks.push_back(turn(message));
    if (leaves_something_out(message, raw)) m_blocks.push_back(paragraph({ours(say::kAsInExport), kept(raw)}));
    m_last = message.number;
    m_before = message.time;
    m_exports.insert(message.source);
    add_notes();
  }

  std::vector<ReportBlock> finish(std::uint64_t count) {
    if (m_seen > kMostTurns)
      m_blocks.push_back(
          paragraph({ours(fmt::format(say::kMoreMessages, m_seen - kMostTurns, in_bag(m_conversation.newest())))}));
    else if (m_last < count)
      say_not_here(m_last + 1, count);
    m_last = count;
    add_notes();
    ReportBlock heading =
        paragraph({ours(fmt::format(say::kMessagesShown, m_seen, count) + " "), ours(say::kMessagesByTelephone)});
    if (m_conversation.sent && m_conversation.sent->is_order_asked)
      heading.line.push_back(ours(std::string(" ") + say::kOrderByKeeper));
    std::vector<ReportBlock> blocks{std::move(heading)};
    add_exports(blocks);
    m_blocks.insert(m_blocks.begin(), std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
    return std::move(m_blocks);
  }

 private:
  // How the exports stand to each other, and when they were kept: what is said at a message names them by numbers. Of a
  // part, counts would tell of messages that are left out, and so would exports that brought none of those shown.
  void add_exports(std::vector<ReportBlock>& blocks) const {
    const auto& exports = m_conversation.exports;
    const auto& kept = m_conversation.exports_kept;
    if (exports.empty() && !kept.empty() && kept[0].is_pasted) blocks.push_back(paragraph({ours(say::kChatPasted)}));
    if (exports.empty()) return;
    const bool names_several = m_exports.size() > 1 || !m_exports.contains(0);
    if (!m_conversation.part || names_several) {
      ReportBlock of_exports = paragraph({ours(fmt::format(say::kOfExports, exports.size()))});
      of_exports.line.push_back(ours(std::string(" ") + say::kNewByExport));
      blocks.push_back(std::move(of_exports));
    }
    if (m_has_not_repeated) blocks.push_back(paragraph({ours(say::kNotAsHere)}));
    add_exports_kept(names_several, blocks);
    if (m_conversation.part) return;
    for (std::size_t i = 1; i < exports.size(); ++i) {
      std::string words = fmt::format(say::kExportOf, i + 1, exports.size());
      for (const std::string& sentence : overlap_text(exports[i])) words += sentence + " ";
      blocks.push_back(paragraph({ours(std::move(words))}));
    }
  }

  void add_exports_kept(bool names_several, std::vector<ReportBlock>& blocks) const {
    std::string words;
    for (std::size_t i = 0; i < m_conversation.exports_kept.size(); ++i) {
      if (m_conversation.part && !m_exports.contains(i)) continue;
      const ExportKept& kept = m_conversation.exports_kept[i];
      words += kept.entry ? fmt::format(say::kExportKept, i + 1, utc_text(kept.utc_seconds), entry_text(*kept.entry))
                          : fmt::format(say::kExportGone, i + 1);
      if (kept.is_pasted) words += fmt::format(say::kExportPasted, i + 1);
    }
    if (words.empty()) return;
    if (names_several) words += say::kFirstExport;
    blocks.push_back(paragraph({ours(std::move(words))}));
  }

  void say_not_here(std::uint64_t first, std::uint64_t last) {
    const std::string words = first == last ? fmt::format(say::kMessageNotHere, first)
                                            : fmt::format(say::kMessagesNotHere, last - first + 1, first, last);
    m_blocks.push_back(paragraph({strong(words)}));
  }

  void say_silence(const ReadMessage& message) {
    if (silent_days(m_before, message.time) == 0) return;
    // Where exports differ, another one may have a message of that time, which stands elsewhere here.
    const char* const words = m_conversation.exports.empty() ? say::kNoMessagesUntil : say::kNoMessagesBetween;
    m_blocks.push_back(paragraph(
        {ours(fmt::format(fmt::runtime(words), message_time_text(*m_before), message_time_text(*message.time)))}));
  }

  void say_day(const ReadMessage& message) {
    if (!message.time) return;
    const std::string day = day_of(*message.time);
    if (day == m_day) return;
    m_day = day;
    m_blocks.push_back(block(Kind::part_heading, {ours(day)}));
  }

  ReportBlock turn(const ReadMessage& message) {
    ReportLine line{ours(fmt::format("#{}", message.number))};
    if (!message.from.empty()) {
      line.push_back(ours("  "));
      line.push_back(kept(message.from));
    }
    line.push_back(ours("  " + (message.time ? clock_of(*message.time) : "")));
    if (!message.time) {
      line.push_back(ours(say::kNoUsableTime));
      line.push_back(kept(message.at));
    }
    for (const std::string& mark : message_marks_text(message)) line.push_back(ours("  [" + mark + "]"));
    add_other_exports(message, line);
    if (!message.file.empty()) {
      line.push_back(ours(std::string("  ") + say::kAttachment));
      line.push_back(kept(message.file));
      add_item_of_file(message, line);
    }
    ReportBlock turn = block(Kind::turn, std::move(line));
    turn.text = message.text;
    return turn;
  }

  // Of a part, a message that is left out is not named.
  void add_other_exports(const ReadMessage& message, ReportLine& line) {
    for (const NotRepeated& one : not_repeated_of(m_conversation.not_repeated, message.number)) {
      const std::uint64_t other = one.number == message.number ? one.other : one.number;
      const std::string words = not_repeated_text(one, message.number, is_here(other));
      if (words.empty()) continue;
      m_has_not_repeated = true;
      m_exports.insert({message.source, one.source});
      line.push_back(ours("  [" + words + "]"));
    }
  }

  bool is_here(std::uint64_t number) const {
    if (!m_conversation.part) return true;
    const auto& runs = m_conversation.part->runs;
    const auto next = std::upper_bound(runs.begin(), runs.end(), number,
                                       [](std::uint64_t one, const MessageRun& run) { return one < run.first; });
    return next != runs.begin() && number <= (next - 1)->last;
  }

  // Which item a file is, or that the copy does not have it. With all of a conversation goes the export, and with that
  // each file that it has.
  void add_item_of_file(const ReadMessage& message, ReportLine& line) const {
    const auto named = m_conversation.attached.find(message.number);
    if (named == m_conversation.attached.end()) return;
    if (const auto& item = named->second.item) {
      line.push_back(ours(", "));
      line.push_back(link_to(*item, fmt::format(say::kItemNumber, item_text(*item))));
    } else if (named->second.is_doubtful) {
      line.push_back(ours(say::kAttachmentDoubtful));
    } else if (m_conversation.part) {
      line.push_back(ours(say::kAttachmentNotHere));
    }
  }

  void add_notes() {
    while (m_next_note < m_notes.size() && m_notes[m_next_note].last <= m_last) {
      for (ReportBlock& one : m_notes[m_next_note].blocks) m_blocks.push_back(std::move(one));
      ++m_next_note;
    }
  }

  const CopyItem& m_conversation;
  std::vector<NoteBesideMessages> m_notes;
  std::vector<ReportBlock> m_blocks;
  std::size_t m_seen = 0, m_next_note = 0;
  std::uint64_t m_last = 0;
  std::optional<LocalTime> m_before;
  std::set<std::size_t> m_exports;  // that brought the messages, or of which something is said at one
  bool m_has_not_repeated = false;  // something is said of what an export does not have as it stands
  std::string m_day;
};

// Takes the first occurrence of `part` out of `rest`, with all that stands before it put into `left`. False when it is
// not there.
bool take_out(std::string_view& rest, std::string_view part, std::string& left) {
  const std::size_t at = rest.find(part);
  if (at == std::string_view::npos) return false;
  left += rest.substr(0, at);
  rest.remove_prefix(at + part.size());
  return true;
}

}  // namespace

bool leaves_something_out(const ReadMessage& message, std::string_view raw) {
  std::string left;
  std::string_view rest = raw;
  for (const std::string* part : {&message.at, &message.from, &message.text}) {
    if (!part->empty() && !take_out(rest, *part, left)) return true;
  }
  left += rest;
  if (!message.file.empty()) {
    const std::size_t at = left.find(message.file);
    if (at != std::string::npos) left.erase(at, message.file.size());
  }
  // What is left is what every message of an export has: signs around the stamp, and marks of direction.
  for (const std::string_view sign : {"\u200e", "\u200f", "\u202a", "\u202c", "\u202f", "\u00a0", "\ufeff"}) {
    for (std::size_t at = left.find(sign); at != std::string::npos; at = left.find(sign, at))
      left.erase(at, sign.size());
  }
  return left.find_first_not_of(" \t\r\n[]-:,") != std::string::npos;
}

Result<std::vector<ReportBlock>> turns_of(const CopyItem& conversation, ReportOriginals& originals,
                                          std::vector<NoteBesideMessages> notes) {
  Turns turns(conversation, std::move(notes));
  std::uint64_t count = 0;
  TRY(originals.messages(conversation, [&](const ReadMessage& message, ByteView raw) -> Result<void> {
    turns.add(message, as_text(raw));
    count = message.number;
    return {};
  }));
  return turns.finish(conversation.part ? conversation.part->messages.count : count);
}

}  // namespace daybook::ui
