#include "ui/report/described_item.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/encoding.h"
#include "ui/report/report_times.h"
#include "ui/report/report_words.h"
#include "vault/intake/media_type.h"
#include "vault/log/clock.h"
#include "vault/record/calendar.h"
#include "vault/record/file_time.h"
#include "vault/record/said_when.h"
#include "vault/record/shown_as.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

constexpr std::size_t kFirstWordsShown = 80;  // bytes, and then to the end of the word

const char* kind_of_file(std::string_view media) {
  if (media.starts_with("audio/")) return say::kSound;
  if (media.starts_with("video/")) return say::kFilm;
  if (is_text(media)) return say::kText;
  if (media == "application/pdf") return say::kDocument;
  return say::kFile;
}

// The beginning of a text on one line, cut behind a word, with dots where there is more.
std::string beginning_of(std::string_view text) {
  std::string line;
  bool is_cut = text.size() >= kMostFirstWords;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (is_blank && line.size() >= kFirstWordsShown) {
      is_cut = true;
      break;
    }
    if (!is_blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return is_cut ? line + " \xe2\x80\xa6" : line;
}

// Where an answer was changed, the day of that.
std::string changed_on(const CopyItem& copy, std::string_view question) {
  const CopyAnswer* newest = nullptr;
  for (const CopyAnswer& answer : copy.answers) {
    if (answer.said.question == question) newest = &answer;
  }
  if (newest == nullptr || newest->said.version == 1) return "";
  return fmt::format(say::kSaidAndChanged, report_day(newest->entry.utc_seconds, newest->entry.offset_minutes));
}

}  // namespace

SayingWords words_of_saying(const CopyItem& copy) {
  const std::string& media = copy.newest().version.media;
  if (media.starts_with("audio/")) return {say::kSoundSays, say::kSaysSound};
  if (media.starts_with("video/")) return {say::kFilmSays, say::kSaysFilm};
  return {say::kPictureSays, say::kSaysPicture};
}

bool is_name(std::string_view answer) { return answer != kKeeperDid && answer != kNotSure; }

const char* kind_text(const CopyItem& copy) {
  const std::string& media = copy.newest().version.media;
  switch (shown_as(copy.item.kind, media)) {
    case ShownAs::words:
      return say::kWords;
    case ShownAs::note:
      return say::kNote;
    case ShownAs::picture:
      return say::kPicture;
    case ShownAs::file:
      return kind_of_file(media);
    case ShownAs::conversation:
      return say::kConversation;
  }
  return say::kFile;
}

ReportLine name_of(const CopyItem& copy) {
  if (const std::string title = copy.answer(question::kTitle); !title.empty())
    return {ours(say::kKeepersTitle), kept(title)};
  if (const std::string& name = copy.newest().version.name; !name.empty()) return {ours(say::kKeptAs), kept(name)};
  return {};
}

ReportLine described(const CopyItem& copy, const CopySnapshot& snapshot) {
  ReportLine line{ours(kind_text(copy))};
  if (copy.item.about) {
    const std::string number = item_text(*copy.item.about);
    line.push_back(ours(" "));
    if (snapshot.find(*copy.item.about) != nullptr)
      line.push_back(link_to(*copy.item.about, fmt::format(say::kAbout, number)));
    else
      line.push_back(ours(fmt::format(say::kAboutNotHere, number)));
  }
  if (const std::string who = copy.answer(question::kWho); !who.empty() && who != kNotSure) {
    line.push_back(ours(std::string(" ") + say::kFrom));
    for (ReportSpan& span : kept_list(who)) line.push_back(std::move(span));
    line.push_back(ours(say::kNameSaysKeeper));
  }
  for (ReportSpan& name : name_of(copy)) line.push_back(std::move(name));
  if (const std::string words = beginning_of(copy.first().first_words); !words.empty()) {
    line.push_back(ours(": \xe2\x80\x9c"));
    line.push_back(kept(words));
    line.push_back(ours("\xe2\x80\x9d"));
  }
  return line;
}

std::string in_bag(const CopyVersion& version) { return version.path.substr(4); }

ReportSpan file_link(const CopyVersion& version) {
  return {in_bag(version), ReportSpan::Kind::code, "../" + in_bag(version)};
}

std::string recorded_days(const CopyItem& copy) {
  const Entry &first = copy.first().entry, &newest = copy.newest().entry;
  const std::string day = report_day(first.utc_seconds, first.offset_minutes);
  const std::string changed = report_day(newest.utc_seconds, newest.offset_minutes);
  const bool is_doubtful = std::any_of(copy.versions.begin(), copy.versions.end(),
                                       [](const CopyVersion& version) { return version.is_out_of_order; });
  return (day == changed ? day : fmt::format(say::kChanged, day, changed)) + (is_doubtful ? say::kSeeClock : "");
}

namespace {

std::optional<int> seconds_said(const std::string& when, int offset_minutes) {
  const WhenRead read = read_when(when, std::nullopt);
  if (read.time() == nullptr || !read.time()->from) return std::nullopt;
  return (*read.time()->from - offset_minutes) * 60;
}

// Seconds since the beginning of the day, in UTC.
int seconds_of_day(std::int64_t local_seconds, int offset_minutes) {
  return static_cast<int>((local_seconds % kSecondsOfDay + kSecondsOfDay) % kSecondsOfDay) - offset_minutes * 60;
}

std::optional<int> seconds_taken(const std::string& taken, int offset_minutes) {
  const auto time = parse_file_time(taken);
  if (!time) return std::nullopt;
  return seconds_of_day(time->local_seconds, time->offset_minutes.value_or(offset_minutes));
}

// Days of the calendar in the words of the report. A day has no zone.
std::string days_text(const DayRange& days) {
  const auto text = [](std::int32_t day) { return report_day(day * kSecondsOfDay, 0); };
  return days.is_one_day() ? text(days.first) : text(days.first) + " \xe2\x80\x93 " + text(days.last);
}

Happened on_days(const std::optional<DayRange>& days, ReportLine said, std::optional<int> seconds) {
  Happened happened;
  happened.said = said;
  if (!days) return happened;
  if (!days->is_one_day()) said.push_back(ours(fmt::format(say::kReadAs, days_text(*days))));
  happened.days.push_back({*days, std::move(said), seconds});
  return happened;
}

// That an export says when messages were sent, and what keeps their days from being certain.
std::string as_export_says(const CopyItem& copy) {
  std::string text = say::kSaysExport;
  if (copy.item.kind == ItemKind::note) text += fmt::format(say::kOfNotedMessages, recorded_days(copy));
  if (copy.item.kind == ItemKind::file) text += say::kOfNamingMessages;
  const MessageTimes& sent = *copy.sent;
  if (sent.stretches.empty()) return text;
  if (sent.unclear > 0) text += say::kDayCouldBeMonth;
  if (sent.is_order_asked) text += say::kDayByKeeper;
  if (sent.without_time == 1) text += say::kOneWithoutTime;
  if (sent.without_time > 1) text += fmt::format(say::kSomeWithoutTime, sent.without_time);
  return text;
}

Happened happened_in_chat(const CopyItem& copy) {
  Happened happened;
  const std::string says = as_export_says(copy);
  std::string all;
  for (const MessageTimes::Stretch& stretch : copy.sent->stretches) {
    const DayRange days{day_of_seconds(stretch.earliest), day_of_seconds(stretch.latest)};
    const std::string text = days_text(days) + (copy.sent->is_from_first_to_last ? say::kFirstAndLastMessage : "");
    const int seconds = seconds_of_day(stretch.earliest, copy.first().entry.offset_minutes);
    happened.days.push_back({days, {ours(text + says)}, seconds});
    all += (all.empty() ? "" : "; ") + text;
  }
  happened.said = {ours((all.empty() ? say::kNoUsableDay : all) + says)};
  return happened;
}

}  // namespace

Happened happened(const CopyItem& copy) {
  const int offset = copy.first().entry.offset_minutes;
  if (const std::string when = copy.answer(question::kWhen); !when.empty())
    return on_days(days_said(when), {kept(when), ours(say::kSaysKeeper + changed_on(copy, question::kWhen))},
                   seconds_said(when, offset));
  if (copy.says && copy.says->taken) {
    const std::string& taken = *copy.says->taken;
    const std::string when = taken_text(taken, copy.says->has_unread_zone);
    return on_days(
        days_said(taken.substr(0, 10)),
        {ours(copy.says->is_of_file ? fmt::format(say::kMade, when) : when), ours(words_of_saying(copy).behind)},
        seconds_taken(taken, offset));
  }
  if (copy.sent) return happened_in_chat(copy);
  return on_days(std::nullopt, {ours(say::kNotKnown)}, std::nullopt);
}

ReportLine kept_list(std::string_view text) {
  ReportLine line;
  for (const std::string& part : lines_of(text)) {
    if (!line.empty()) line.push_back(ours("; "));
    line.push_back(part == kKeeperDid ? ours(say::kTheKeeper) : kept(part));
  }
  return line;
}

}  // namespace daybook::ui
