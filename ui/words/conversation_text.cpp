#include "ui/words/conversation_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/words/date_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using vault::MessageMark;
using Instead = vault::NotRepeated::Instead;

// How many messages WhatsApp puts into an export at most, with media and without (as its help pages say).
constexpr std::uint64_t kMostExported[] = {10'000, 40'000};

// A mark whose messages are counted: the sentence for one, and that for several.
struct Counted {
  MessageMark mark;
  const char *one, *several;
};

constexpr Counted kCounted[] = {
    {MessageMark::out_of_order, tr_later("1 message bears an earlier time than the one before it."),
     tr_later("{} messages bear an earlier time than the one before them.")},
    {MessageMark::deleted, tr_later("1 message says that it was deleted. What it said is not in it."),
     tr_later("{} messages say that they were deleted. What they said is not in them.")},
    {MessageMark::edited,
     tr_later("1 message says that it was changed after it was sent. It has its last words alone."),
     tr_later("{} messages say that they were changed after they were sent. They have their last words alone.")},
    {MessageMark::attachment, tr_later("1 message names a file that was sent with it."),
     tr_later("{} messages name files that were sent with them.")},
    {MessageMark::unclear_time, tr_later("In 1 message day and month could change places."),
     tr_later("In {} messages day and month could change places.")},
    {MessageMark::no_time, tr_later("1 message has no time that can be used."),
     tr_later("{} messages have no time that can be used.")},
    {MessageMark::same_time, tr_later("1 message bears the same time as many others."),
     tr_later("{} messages bear the same time as many others. It may be that of a moment of copying.")},
    {MessageMark::looks_forged, tr_later("1 message holds a line that looks like a message of its own."),
     tr_later("{} messages hold a line that looks like a message of its own.")},
    {MessageMark::not_understood, tr_later("1 message was not understood. Its words are kept as they are."),
     tr_later("{} messages were not understood. Their words are kept as they are.")}};

std::string counted(std::uint64_t count, const char* one, const char* several) {
  return count == 1 ? tr(one) : fmt::format(fmt::runtime(tr(several)), count);
}

// Whether one of the exports has so many messages.
bool has_export_of(const vault::Outline& outline, std::uint64_t messages) {
  if (outline.sources.empty()) return outline.messages == messages;
  return std::any_of(outline.sources.begin(), outline.sources.end(),
                     [&](const vault::SourceOverlap& one) { return one.own + one.shared == messages; });
}

// Where an export begins is not where a conversation did: older messages are left out without a word.
std::string asked_order_text(vault::DateOrder order) {
  switch (order) {
    case vault::DateOrder::day_month_year:
      break;
    case vault::DateOrder::month_day_year:
      return tr("In its dates the month comes first. You said so.");
    case vault::DateOrder::year_month_day:
      return tr("In its dates the year comes first. You said so.");
  }
  return tr("In its dates the day comes first. You said so.");
}

std::string beginning_text(const vault::Conversation& conversation, const vault::ReadMessage& first) {
  const auto& earliest = conversation.outline.earliest;
  std::string text =
      earliest ? fmt::format(fmt::runtime(tr("Its earliest message is of {}.")), message_time_text({*earliest, false}))
               : tr("No message has a time that can be used.");
  for (const std::uint64_t most : kMostExported) {
    if (has_export_of(conversation.outline, most))
      text += fmt::format(fmt::runtime(tr(" WhatsApp puts no more than {} messages into an export. Older ones are "
                                          "probably missing.")),
                          most);
  }
  if (first.kind != vault::MessageKind::system)
    text += tr(" The notice that begins a chat is not there. Older messages may be missing.");
  return text;
}

// What each export adds and lacks, behind one another in the order in which they were joined.
void add_exports(const vault::Outline& outline, std::vector<std::string>& sentences) {
  const std::size_t exports = outline.sources.size();
  if (exports < 2) return;
  std::string text =
      fmt::format(fmt::runtime(tr("It rests on {} exports of the chat. Each keeps its order.")), exports);
  if (outline.with(MessageMark::silence) > 0)
    text += tr(" Silences are those between neighbours here. Another export may have a message of that day.");
  sentences.push_back(std::move(text));
  for (std::size_t i = 1; i < exports; ++i) {
    text = fmt::format(fmt::runtime(tr("Export {} of {}:")), i + 1, exports);
    for (const std::string& sentence : overlap_text(outline.sources[i])) text += " " + sentence;
    sentences.push_back(std::move(text));
  }
}

// What is said at the message that stands in the place of another one.
std::string in_place_text(const vault::NotRepeated& one) {
  const auto say = [&](const char* words) { return fmt::format(fmt::runtime(words), one.number); };
  switch (one.instead) {
    case Instead::nothing:
    case Instead::fewer:
      return "";
    case Instead::moved:
      return say(tr("elsewhere in an earlier export: #{}"));
    case Instead::renamed:
      return say(tr("an earlier export has these words from another sender: #{}"));
    case Instead::other:
      break;
  }
  return say(tr("of the time and sender of #{}, which an earlier export has"));
}

std::string mark_name(MessageMark mark) {
  switch (mark) {
    case MessageMark::deleted:
      return message_kind_text(vault::MessageKind::deleted);
    case MessageMark::edited:
      return message_kind_text(vault::MessageKind::edited);
    case MessageMark::call:
      return message_kind_text(vault::MessageKind::call);
    case MessageMark::attachment:
      return tr("with a file");
    case MessageMark::no_time:
      return tr("no usable time");
    case MessageMark::unclear_time:
      return tr("day and month could change places");
    case MessageMark::out_of_order:
      return tr("its time goes back");
    case MessageMark::looks_forged:
      return tr("holds a line that looks like a message");
    case MessageMark::not_understood:
      return message_kind_text(vault::MessageKind::unknown);
    case MessageMark::same_time:
      return tr("bears the same time as many others");
    case MessageMark::silence:
      return tr("silence before it");
    case MessageMark::missing_later:
      return tr("not in a later export");
    case MessageMark::other_later:
      break;
  }
  return tr("different in a later export");
}

}  // namespace

std::vector<std::string> overlap_text(const vault::SourceOverlap& overlap) {
  std::vector<std::string> sentences;
  sentences.push_back(counted(overlap.shared, tr_later("1 message is the same, byte for byte, as before."),
                              tr_later("{} messages are the same, byte for byte, as before.")));
  sentences.push_back(
      counted(overlap.own, tr_later("1 message is new by it."), tr_later("{} messages are new by it.")));
  if (overlap.missing > 0)
    sentences.push_back(counted(
        overlap.missing, tr_later("1 message of an earlier export is missing in it, among those that it covers."),
        tr_later("{} messages of earlier exports are missing in it, among those that it covers.")));
  if (overlap.differing > 0)
    sentences.push_back(counted(
        overlap.differing,
        tr_later(
            "1 message may stand in it otherwise: with other words, from another sender, elsewhere, or once less."),
        tr_later("{} messages may stand in it otherwise: with other words, from another sender, elsewhere, or once "
                 "less.")));
  return sentences;
}

std::string message_time_text(const vault::LocalTime& time) {
  const std::string text = to_text(time);  // YYYY-MM-DDThh:mm[:ss]
  return day_text(time.seconds, 0) + ", " + text.substr(text.find('T') + 1);
}

std::string numbers_text(std::uint64_t first, std::uint64_t last) {
  return first == last ? fmt::format("#{}", first) : fmt::format(fmt::runtime(tr("#{} to #{}")), first, last);
}

std::string numbers_text(const std::vector<vault::MessageRun>& runs) {
  constexpr std::size_t kMostNamed = 12;
  std::string text;
  for (std::size_t i = 0; i < std::min(runs.size(), kMostNamed); ++i)
    text += (i > 0 ? ", " : "") + numbers_text(runs[i].first, runs[i].last);
  if (runs.size() > kMostNamed) text += fmt::format(fmt::runtime(tr(", and others up to #{}")), runs.back().last);
  return text;
}

std::string message_count_text(std::uint64_t messages) {
  return counted(messages, tr_later("1 message"), tr_later("{} messages"));
}

std::vector<std::string> completeness_text(const vault::Conversation& conversation,
                                           const std::vector<vault::ReadMessage>& begin) {
  const vault::Outline& outline = conversation.outline;
  std::vector<std::string> sentences{begin.empty() ? std::string(tr("No message is in it."))
                                                   : beginning_text(conversation, begin.front())};
  if (outline.latest)
    sentences.push_back(
        fmt::format(fmt::runtime(tr("Its latest message is of {}.")), message_time_text({*outline.latest, false})));
  if (conversation.head.order_by == vault::OrderBy::asked)
    sentences.push_back(asked_order_text(conversation.head.order));
  if (const std::uint64_t silences = outline.with(MessageMark::silence); silences > 0) {
    std::string text = counted(silences, tr_later("Once a whole day or more has no message."),
                               tr_later("{} times a whole day or more has no message."));
    text += fmt::format(fmt::runtime(outline.longest_silence_days == 1
                                         ? tr(" At most {} whole day in a row has none, before message {}.")
                                         : tr(" At most {} whole days in a row have none, before message {}.")),
                        outline.longest_silence_days, outline.longest_silence_before);
    sentences.push_back(std::move(text));
  }
  add_exports(outline, sentences);
  for (const Counted& one : kCounted) {
    const std::uint64_t count = outline.with(one.mark);
    if (count == 0) continue;
    std::string text = counted(count, one.one, one.several);
    if (one.mark == MessageMark::deleted && outline.sources.size() > 1)
      text += tr(" Where another export has the words, they stand in a message of their own.");
    sentences.push_back(std::move(text));
  }
  if (outline.bytes_not_understood > 0)
    sentences.push_back(
        fmt::format(fmt::runtime(tr("{} bytes of the export belong to no message.")), outline.bytes_not_understood));
  return sentences;
}

std::vector<std::string> attachments_text(const vault::AttachmentCounts& counts) {
  std::vector<std::string> sentences;
  const auto say = [&](std::uint64_t count, const char* one, const char* several) {
    if (count > 0) sentences.push_back(counted(count, one, several));
  };
  if (counts.of_text_alone > 0 && counts.of_text_alone == counts.named)
    say(counts.named, tr_later("This export is the text alone. 1 file is named in it, and it is not there."),
        tr_later("This export is the text alone. {} files are named in it, and none is there."));
  else
    say(counts.of_text_alone, tr_later("1 file is named in an export that is the text alone, and it is not there."),
        tr_later("{} files are named in an export that is the text alone, and none is there."));
  say(counts.not_there, tr_later("1 file that a message names is not in the export."),
      tr_later("{} files that messages name are not in the export."));
  say(counts.unclear, tr_later("1 message names a file that is in the export more than once. Nobody can say which."),
      tr_later("{} messages name files that are in the export more than once. Nobody can say which."));
  say(counts.unreadable, tr_later("1 file that a message names is in the export, and cannot be read."),
      tr_later("{} files that messages name are in the export, and cannot be read."));
  say(counts.without_export, tr_later("1 message names a file of an export that is not here, or cannot be read."),
      tr_later("{} messages name files of an export that is not here, or cannot be read."));
  say(counts.left_out, tr_later("1 picture, film or sound was left out when the export was made."),
      tr_later("{} pictures, films or sounds were left out when the export was made."));
  say(counts.unnamed, tr_later("1 file in the export is named by no message."),
      tr_later("{} files in the export are named by no message."));
  return sentences;
}

std::string message_kind_text(vault::MessageKind kind) {
  using vault::MessageKind;
  switch (kind) {
    case MessageKind::text:
    case MessageKind::media:
      return "";
    case MessageKind::call:
      return tr("call");
    case MessageKind::deleted:
      return tr("deleted");
    case MessageKind::edited:
      return tr("changed after it was sent");
    case MessageKind::system:
      return tr("notice");
    case MessageKind::location:
      return tr("place");
    case MessageKind::contact:
      return tr("contact");
    case MessageKind::poll:
      return tr("poll");
    case MessageKind::unknown:
      break;
  }
  return tr("not understood");
}

std::string not_repeated_text(const vault::NotRepeated& one, std::uint64_t number, bool is_other_here) {
  if (one.number != number) return is_other_here ? in_place_text(one) : "";
  const std::size_t exported = one.source + 1;
  const auto say = [&](const char* words) { return fmt::format(fmt::runtime(words), exported, one.other); };
  const bool is_named = one.other != 0 && is_other_here;
  switch (one.instead) {
    case Instead::nothing:
      return say(tr("not in export {}"));
    case Instead::fewer:
      return say(tr("of several alike, export {} has fewer"));
    case Instead::moved:
      return say(is_named ? tr("elsewhere in export {}: #{}") : tr("elsewhere in export {}"));
    case Instead::renamed:
      if (is_named) return say(tr("export {} has these words from another sender: #{}"));
      break;
    case Instead::other:
      if (is_named) return say(tr("export {} has #{} of its time and sender"));
      break;
  }
  return say(tr("not as it stands here in export {}"));
}

std::string marked_text(vault::MessageMark mark, std::uint64_t count) {
  return fmt::format("{}: {}", mark_name(mark), count);
}

std::string removed_exports_text(std::size_t exports) {
  return counted(exports, tr_later("The file that it was read from was removed."),
                 tr_later("{} files that it was read from were removed.")) +
         " " + tr("Nothing of it can be shared or checked until you keep the same file again.");
}

std::string without_file_text(std::uint64_t count) { return fmt::format("{}: {}", tr("without its file"), count); }

std::vector<std::string> message_marks_text(const vault::ReadMessage& message) {
  std::vector<std::string> words;
  const auto say = [&](const std::string& what) {
    if (!what.empty() && std::find(words.begin(), words.end(), what) == words.end()) words.push_back(what);
  };
  say(message_kind_text(message.kind));
  if (message.source > 0) say(fmt::format(fmt::runtime(tr("new by export {}")), message.source + 1));
  if (message.flags.is_not_understood) say(mark_name(MessageMark::not_understood));
  if (message.flags.is_out_of_order) say(mark_name(MessageMark::out_of_order));
  if (message.flags.is_in_same_time_run) say(mark_name(MessageMark::same_time));
  if (message.flags.looks_forged) say(mark_name(MessageMark::looks_forged));
  if (message.how == vault::TimeRead::ambiguous) say(mark_name(MessageMark::unclear_time));
  return words;
}

}  // namespace daybook::ui
