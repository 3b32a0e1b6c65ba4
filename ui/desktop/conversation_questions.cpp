#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"
#include "vault/record/calendar.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostNames = 6;

// The senders, those with most messages first.
std::vector<std::string> senders_of(const vault::Outline& outline) {
  std::vector<std::pair<std::uint64_t, std::string>> counted;
  for (const auto& [name, messages] : outline.senders) counted.emplace_back(messages, name);
  std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  for (auto& [messages, name] : counted) names.push_back(std::move(name));
  return names;
}

// A name that somebody chose, as that of a button. Dear ImGui takes what follows two number signs for no part of it.
std::string button_name(const std::string& name, std::size_t number) {
  std::string shown = foreign_line(name);
  for (std::size_t at = shown.find("##"); at != std::string::npos; at = shown.find("##", at + 1))
    shown.insert(at + 1, "\u2060");
  return fmt::format("{}##sender{}", isolated(shown), number);
}

void ask_who_she_is(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  const vault::Conversation& conversation = *shown.conversation;
  const bool is_open = conversation.me.empty() && !form.knows_me && conversation.outline.senders.size() >= 2;
  if ((!is_open && !form.asks_me) || frame.state.is_read_only) return;
  Ui& ui = frame.ui;
  ui.line(tr("Which of these is you?"), {Size::body, Weight::semibold}, 2.45f);
  const std::vector<std::string> names = senders_of(conversation.outline);
  const std::size_t most = form.shows_all_names ? names.size() : std::min(kMostNames, names.size());
  for (std::size_t i = 0; i < most; ++i) {
    const std::string name = button_name(names[i], i);
    ui.beside(name.c_str());
    if (ui.button(name.c_str())) {
      frame.actions.push_back(ChooseMe{names[i]});
      ui.focus(tr("Messages"));
    }
  }
  if (most < names.size()) {
    ui.beside(tr("More names"));
    if (ui.button(tr("More names"), ButtonKind::quiet)) form.shows_all_names = true;
  }
  ui.beside(tr("Not now"));
  if (ui.button(tr("Not now"), ButtonKind::quiet)) {
    form.knows_me = true;
    form.asks_me = false;
    ui.focus(tr("Messages"));
  }
}

// A date such as 03/05/25 is two days in two countries. The days stand with their names, which she may remember.
void ask_for_order(const UnclearDate& unclear, vault::ItemNumber conversation, ConversationForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  ui.text(fmt::format(fmt::runtime(tr("Which day is {} in this export?")), isolated(foreign_line(unclear.written))),
          {Size::body, Weight::semibold});
  const auto offer = [&](const vault::LocalTime& time, vault::DateOrder order) {
    const std::string name = day_text(time.seconds, 0);
    if (ui.button(name.c_str())) {
      form.asks_for_order = false;
      frame.actions.push_back(ReadChatAgain{conversation, order});
      ui.focus(tr("Messages"));
    }
  };
  offer(unclear.read, unclear.read_in);
  ui.beside(day_text(unclear.turned.seconds, 0).c_str());
  offer(unclear.turned, unclear.turned_in);
  ui.beside(tr("I'm not sure"));
  if (ui.button(tr("I'm not sure"), ButtonKind::quiet)) {
    form.asks_for_order = false;
    ui.focus(tr("Messages"));
  }
}

// The days whose messages are offered as a whole, in words.
std::string days_text(const ShareOffer& offer) {
  if (!offer.first_day) return "";
  const std::string first = day_text(offer.first_day->seconds, 0);
  if (vault::day_of_seconds(offer.first_day->seconds) == vault::day_of_seconds(offer.last_day->seconds)) return first;
  return fmt::format(fmt::runtime(tr("{} to {}")), first, day_text(offer.last_day->seconds, 0));
}

std::string whole_days_name(const ShareOffer& offer) {
  const std::string days = days_text(offer), count = message_count_text(vault::messages_in(offer.days));
  return days.empty() ? fmt::format(fmt::runtime(tr("The chosen messages ({})")), count)
                      : fmt::format(fmt::runtime(tr("All of {} ({})")), days, count);
}

}  // namespace

// It stands above everything else of the page, in view at once. Whole days come first: what a cut leaves out of a day
// is what somebody else will ask about.
void draw_how_much(const ConversationState& shown, Frame& frame) {
  if (frame.state.is_read_only) return;
  Ui& ui = frame.ui;
  const ShareOffer& offer = *shown.offer;
  const auto share = [&](const std::vector<vault::MessageRun>& runs) {
    frame.actions.push_back(LeaveHowMuch{});
    frame.actions.push_back(BeginSharing{shown.number, ChosenPart{shown.conversation->id, runs}});
  };
  ui.text(tr("How much goes into the copy?"), {Size::body, Weight::semibold});
  const std::string days = whole_days_name(offer);
  if (ui.button(days.c_str(), ButtonKind::primary)) share(offer.days);
  if (frame.has_come) ui.focus(days.c_str());
  if (offer.cuts_days()) {
    const std::string chosen =
        fmt::format(fmt::runtime(tr("Only what is chosen, {}")), numbers_text(offer.chosen.first, offer.chosen.last));
    ui.beside(chosen.c_str());
    if (ui.button(chosen.c_str())) share({offer.chosen});
  }
  const std::string all = fmt::format(fmt::runtime(tr("The whole conversation ({})")),
                                      message_count_text(shown.conversation->outline.messages));
  ui.beside(all.c_str());
  if (ui.button(all.c_str())) {
    frame.actions.push_back(LeaveHowMuch{});
    frame.actions.push_back(BeginSharing{shown.number});
  }
  ui.beside(tr("Not now"));
  if (ui.button(tr("Not now"), ButtonKind::quiet)) {
    frame.actions.push_back(LeaveHowMuch{});
    ui.focus(tr("Messages"));
  }
  ui.text(tr("Of messages that stay here the copy says only how many there are, and their numbers."),
          {Size::small, Weight::regular, Tone::secondary}, 60);
}

// One question at a time.
void draw_conversation_questions(const ConversationState& shown, ConversationForm& form, Frame& frame) {
  if (shown.offer) return;
  const bool asks_for_order = form.asks_for_order || form.shows_more;
  if (shown.unclear && asks_for_order && !frame.state.is_read_only)
    return ask_for_order(*shown.unclear, shown.number, form, frame);
  ask_who_she_is(shown, form, frame);
}

}  // namespace daybook::ui
