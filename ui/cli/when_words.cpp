#include <fmt/format.h>

#include "ui/cli/commands.h"
#include "ui/report/described_item.h"
#include "ui/words/when_text.h"
#include "vault/record/said_when.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

LocalMoment now() { return local_moment(system_clock().now().utc_seconds); }

Error has_not_happened() {
  std::string sentence = not_happened_text();
  if (sentence.ends_with('.')) sentence.pop_back();  // the error ends its sentence itself
  return {ErrorCode::usage, sentence};
}

// Names each time that the words can mean, in words that mean it alone.
Error can_mean_several(const std::string& words, const WhenRead& read) {
  std::string readings;
  for (const SaidTime& said : read.readings)
    readings += fmt::format("{}\"{}\"", readings.empty() ? "" : " or ", said_text(said));
  return {ErrorCode::usage, fmt::format("\"{}\" can mean more than one time. Write {}", words, readings)};
}

Result<WhenRead> read_in_past(const std::string& words) {
  const WhenRead read = read_when(words, now());
  if (is_ahead(read, now())) return has_not_happened();
  if (read.is_ambiguous()) return can_mean_several(words, read);
  return read;
}

}  // namespace

Result<std::string> words_with_day(const std::string& words, Output& output) {
  TRY_ASSIGN(const WhenRead read, read_in_past(words));
  if (read.time() == nullptr) return words;
  output.line(fmt::format("Read as {}.", said_text(*read.time())));
  return kept_when(words, *read.time());
}

Result<Answers> answers_with_day(Answers answers, Output& output) {
  const auto when = answers.find(question::kWhen);
  if (when == answers.end() || when->second.empty() || when->second == kNotSure) return answers;
  TRY_ASSIGN(when->second, words_with_day(when->second, output));
  if (!read_when(when->second, std::nullopt).is_understood())
    output.line_once_done(
        "Kept as you write it. No day can be read from it, so a search by date uses the day it was added.");
  return answers;
}

Result<DayRange> days_to_find(const std::string& words, Output& output) {
  const WhenRead read = read_when(words, now());
  if (read.is_ambiguous()) return can_mean_several(words, read);
  if (read.time() == nullptr)
    return Error{ErrorCode::usage, "no day can be read from \"" + words + "\"; write it such as \"3 May 2025\""};
  if (read.time()->first > now().day) return has_not_happened();
  output.line(fmt::format("Read as {}. Where no day is known, the day of adding counts.", said_text(*read.time())));
  return DayRange{read.time()->first, read.time()->last};
}

}  // namespace daybook::ui
