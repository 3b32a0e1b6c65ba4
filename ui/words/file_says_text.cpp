#include "ui/words/file_says_text.h"

#include <fmt/format.h>

#include "ui/words/translate.h"
#include "vault/log/clock.h"
#include "vault/record/file_time.h"

namespace daybook::ui {
namespace {

constexpr std::uint64_t kMillion = 1'000'000, kMostShown = 100 * kMillion;

std::string too_many_pixels(std::uint64_t pixels) {
  const std::uint64_t millions = (pixels + kMillion - 1) / kMillion;
  if (pixels > kMostShown)
    return fmt::format(fmt::runtime(tr("It has {} megapixels; up to 100 are shown here.")), millions);
  return fmt::format(fmt::runtime(tr("It has {} megapixels; of this kind of picture fewer are shown here.")), millions);
}

// The time that a file says, for people.
std::string time_said(const std::string& taken, bool has_unread_zone) {
  const auto said = vault::parse_file_time(taken);
  if (!said) return taken;
  // 3 June 2024, 20:15:00 (+02:00)
  const std::string by_clock = vault::format_for_people(said->local_seconds - said->offset_minutes.value_or(0) * 60,
                                                        said->offset_minutes.value_or(0));
  const std::string time = by_clock.substr(0, by_clock.find(" ("));
  if (said->offset_minutes) return *said->offset_minutes == 0 ? time + " UTC" : by_clock;
  return time + (has_unread_zone ? tr(" (its time zone cannot be read)") : tr(" (no time zone in the file)"));
}

}  // namespace

std::vector<std::string> file_says_parts(const vault::FileSays& facts) {
  std::vector<std::string> parts;
  if (facts.width > 0) parts.push_back(fmt::format(fmt::runtime(tr("{} x {} pixels")), facts.width, facts.height));
  if (facts.taken) {
    const std::string time = time_said(*facts.taken, facts.has_unread_zone);
    parts.push_back(fmt::format(fmt::runtime(facts.is_of_file ? tr("file made {}") : tr("taken {}")), time));
  }
  if (facts.place)
    parts.push_back(fmt::format(fmt::runtime(tr("it holds a place (where it was taken): {}")),
                                fmt::format("{:.6f}, {:.6f}", facts.place->latitude, facts.place->longitude)));
  else if (facts.holds_place)
    parts.emplace_back(tr("it holds a place that cannot be read here"));
  return parts;
}

std::string drawn_text(const vault::FileSays& facts) {
  using vault::Drawn;
  switch (facts.drawn) {
    case Drawn::whole:
      return "";
    case Drawn::in_part:
      return tr("A part of this picture is missing or damaged in the file.");
    case Drawn::first_of_several:
      return tr("The file holds several pictures; the first one is shown.");
    case Drawn::not_yet:
      return tr("It took too long to draw. It is tried again another time.");
    case Drawn::too_many_pixels:
      return too_many_pixels(std::uint64_t{facts.width} * facts.height);
    case Drawn::no_decoder:
      return tr("This kind of picture is not shown here.");
    case Drawn::damaged:
      break;
  }
  return tr("It is damaged, and cannot be shown.");
}

}  // namespace daybook::ui
