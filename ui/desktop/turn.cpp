#include "ui/desktop/turn.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/desktop/passage.h"
#include "ui/desktop/screens.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"
#include "vault/intake/text_search.h"
#include "vault/record/calendar.h"

namespace daybook::ui {
namespace {

constexpr float kPad = 0.7f, kGap = 0.35f;  // ems
constexpr float kMostOfWidth = 0.78f;       // that words take, so that one sees whose they are by their side
constexpr float kWidest = 36;               // ems
constexpr Look kSmallPrint{Size::small, Weight::regular, Tone::secondary};

std::string day_of(const vault::LocalTime& time) { return day_text(time.seconds, 0); }
std::string clock_of(const vault::LocalTime& time) {
  const std::string text = to_text(time);  // YYYY-MM-DDThh:mm[:ss]
  return text.substr(text.find('T') + 1);
}

bool begins_day(const ShownMessage& message) {
  if (!message.said.time) return false;
  const std::int32_t day = vault::day_of_seconds(message.said.time->seconds);
  return !message.before || vault::day_of_seconds(message.before->seconds) != day;
}

float widest_line(const Paragraph& paragraph) {
  float widest = 0;
  for (const Line& line : paragraph.lines) widest = std::max(widest, line.width);
  return std::ceil(widest);
}

}  // namespace

std::string sender_text(const vault::Conversation& conversation, const vault::ReadMessage& message) {
  if (message.from.empty()) return "";
  const std::string name = isolated(foreign_line(message.from));
  return message.from == conversation.me ? fmt::format(fmt::runtime(tr("{} (me)")), name) : name;
}

Turn::Turn(const ConversationState& state, const ShownMessage& message, float width, Ui& ui) : m_width(width) {
  add_day(message, ui);
  m_own.first = m_height;
  add_message(state, message, ui);
  m_own.second = m_height;
  m_height += ui.em(kGap);
  for (const NoteOnMessages& note : state.notes) {
    if (note.place.last == message.said.number) add_note(note, ui);
  }
  m_height = std::ceil(m_height + ui.em(kGap));
}

// Lays out a text below what stands there, and makes room for it.
Turn::Block& Turn::add(std::string text, Look look, float left, float width, Ui& ui) {
  const TextStyle style = ui.style(look, std::max(ui.em(2), width));
  const Paragraph& paragraph = ui.layout(text, style);
  m_blocks.push_back({std::move(text), &paragraph, style.size, style.width, {left, m_height}, look.tone, false});
  m_height += paragraph.height;
  return m_blocks.back();
}

// The same, but no wider than the words: lines from right to left begin at the right edge of what they are broken to.
Turn::Block& Turn::add_fitting(std::string text, Look look, float left, float width, Ui& ui) {
  const float wanted = widest_line(ui.layout(text, ui.style(look, std::max(ui.em(2), width)))) + 1;
  return add(std::move(text), look, left, std::min(width, wanted), ui);
}

// A line in the middle, which belongs to no message.
void Turn::add_line(std::string text, Ui& ui) {
  m_height += ui.em(kGap);
  Block& block = add_fitting(std::move(text), {Size::small, Weight::semibold, Tone::secondary}, 0, m_width, ui);
  block.at.x = std::max(0.0f, std::floor((m_width - block.width) / 2));
  m_height += ui.em(kGap);
}

void Turn::add_day(const ShownMessage& message, Ui& ui) {
  if (vault::silent_days(message.before, message.said.time) > 0)
    add_line(fmt::format(fmt::runtime(tr("No messages in this export until {}")), day_of(*message.said.time)), ui);
  if (begins_day(message)) add_line(day_of(*message.said.time), ui);
}

// Side and colour say whose a message is, and the name above it says it too.
void Turn::add_message(const ConversationState& state, const ShownMessage& message, Ui& ui) {
  constexpr const char* kBetween = "   ";
  const vault::Conversation& conversation = *state.conversation;
  const vault::ReadMessage& said = message.said;
  const bool is_mine = !said.from.empty() && said.from == conversation.me;
  std::string head = sender_text(conversation, said);
  const auto put = [&head](const std::string& part) { head += (head.empty() ? "" : kBetween) + part; };
  put(said.time ? clock_of(*said.time)
                : fmt::format(fmt::runtime(tr("{} (no usable time)")), isolated(foreign_line(said.at))));
  put(fmt::format("#{}", said.number));
  for (const std::string& mark : message_marks_text(said)) put("[" + mark + "]");
  Block& block = add_fitting(std::move(head), kSmallPrint, ui.em(0.3f), m_width - ui.em(0.6f), ui);
  if (is_mine) block.at.x = std::max(0.0f, m_width - block.width - ui.em(0.3f));
  const bool is_hit = std::binary_search(state.hits.begin(), state.hits.end(), said.number);
  if (is_hit) m_sought = state.sought;
  add_words(message, is_mine, is_hit, ui);
}

void Turn::add_words(const ShownMessage& message, bool is_mine, bool is_hit, Ui& ui) {
  const vault::ReadMessage& said = message.said;
  const std::string_view text = without_last_line_end(said.text);
  if (text.empty() && said.file.empty()) return;
  const float most = std::min(m_width * kMostOfWidth, ui.em(kWidest)) - ui.em(2 * kPad), top = m_height;
  const std::size_t first = m_blocks.size();
  m_height += ui.em(kPad / 2);
  float width = 0;
  const auto put = [&](std::string words, Look look) {
    width = std::max(width, add_fitting(std::move(words), look, ui.em(kPad), most, ui).width);
  };
  if (!text.empty()) {
    put(std::string(text), said.from.empty() ? Look{Size::small} : Look{});
    m_blocks.back().is_marked = is_hit;
  }
  if (message.is_cut) put(tr("This is the beginning. All of it is in the export."), {Size::small});
  if (!said.file.empty())
    put(fmt::format(fmt::runtime(tr("File: {}")), isolated(foreign_line(said.file))), {Size::small, Weight::medium});
  m_height += ui.em(kPad / 2);
  const float left = is_mine ? m_width - width - ui.em(2 * kPad) : 0;
  for (std::size_t i = first; i < m_blocks.size(); ++i) m_blocks[i].at.x += left;
  const Ground ground = said.from.empty() ? Ground::none : is_mine ? Ground::mine : Ground::theirs;
  m_boxes.push_back({{left, top}, {left + width + ui.em(2 * kPad), m_height}, ground, std::nullopt});
}

// A note is never part of what was sent: it has a box of its own, with the day on which it was written.
void Turn::add_note(const NoteOnMessages& note, Ui& ui) {
  const float left = ui.em(1.6f), width = std::min(m_width - left, ui.em(kWidest + 4)), top = m_height;
  const float inner = width - ui.em(2 * kPad + 0.4f), from = left + ui.em(kPad + 0.4f);
  m_height += ui.em(kPad / 2);
  add(fmt::format(fmt::runtime(tr("My note about {}, item {}, written {}")),
                  numbers_text(note.place.first, note.place.last), vault::item_text(note.place.note),
                  day_text(note.written_at)),
      {Size::small, Weight::medium, Tone::secondary}, from, inner, ui);
  add(std::string(without_last_line_end(note.text)), {}, from, inner, ui);
  if (note.is_cut) add(tr("This is the beginning. All of it is kept."), kSmallPrint, from, inner, ui);
  m_height += ui.em(kPad / 2);
  m_boxes.push_back({{left, top}, {left + width, m_height}, Ground::note, note.place.note});
  m_height += ui.em(kGap);
}

std::optional<vault::ItemNumber> Turn::note_at(float y) const {
  for (const Box& box : m_boxes) {
    if (box.note && y >= box.min.y && y < box.max.y) return box.note;
  }
  return std::nullopt;
}

void Turn::draw(ImVec2 corner, Ui& ui) const {
  const Palette& colors = ui.colors();
  for (const Box& box : m_boxes) {
    const ImVec2 min(corner.x + box.min.x, corner.y + box.min.y), max(corner.x + box.max.x, corner.y + box.max.y);
    switch (box.ground) {
      case Ground::none:
        break;
      case Ground::theirs:
        ui.panel(min, max, colors.panel, 0.6f);
        break;
      case Ground::mine:
        ui.panel(min, max, colors.accent_soft, 0.6f);
        break;
      case Ground::note:
        ui.panel(min, max, colors.note_soft, 0.4f, false);
        ImGui::GetWindowDrawList()->AddRectFilled(min, {min.x + ui.em(0.22f), max.y}, colors.note_edge);
        break;
    }
  }
  for (const Block& block : m_blocks) {
    const ImVec2 at(std::floor(corner.x + block.at.x), std::floor(corner.y + block.at.y));
    if (block.is_marked) {
      const std::vector<Cell> cells = cells_of(*block.paragraph, block.text);
      for (const vault::TextPlace& place : vault::find_in_text(block.text, m_sought)) {
        draw_marked(*block.paragraph, cells, place.begin, place.end, at, colors.note_soft);
        draw_underlined(*block.paragraph, cells, place.begin, place.end, at, colors.note_edge);
      }
    }
    ui.draw(*block.paragraph, at, block.size, ui.color(block.tone));
    ui.tell(block.text, at, {at.x + block.width, at.y + block.paragraph->height});
  }
}

}  // namespace daybook::ui
