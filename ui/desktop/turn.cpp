#include "ui/desktop/turn.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/desktop/passage.h"
#include "ui/model/attachment_text.h"
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

Turn::Turn(const ConversationState& state, const ShownMessage& message, const SeenAttachment& file, float width, Ui& ui)
    : m_width(width) {
  add_day(message, ui);
  m_own.first = m_height;
  add_message(state, message, file, ui);
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
void Turn::add_message(const ConversationState& state, const ShownMessage& message, const SeenAttachment& file,
                       Ui& ui) {
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
  for (const std::string& mark : message.of_exports) put("[" + mark + "]");
  if (const std::string tags = message_tags_text(state, said.number); !tags.empty()) put(tags);
  Block& block = add_fitting(std::move(head), kSmallPrint, ui.em(0.3f), m_width - ui.em(0.6f), ui);
  if (is_mine) block.at.x = std::max(0.0f, m_width - block.width - ui.em(0.3f));
  const bool is_hit = std::binary_search(state.hits.begin(), state.hits.end(), said.number);
  if (is_hit) m_sought = state.sought;
  add_box(message, file, is_mine, is_hit, ui);
}

// What was sent: words, and the file below them.
void Turn::add_box(const ShownMessage& message, const SeenAttachment& file, bool is_mine, bool is_hit, Ui& ui) {
  const vault::ReadMessage& said = message.said;
  if (without_last_line_end(said.text).empty() && said.file.empty()) return;
  const float most = std::min(m_width * kMostOfWidth, ui.em(kWidest)) - ui.em(2 * kPad), top = m_height;
  const std::size_t first = m_blocks.size();
  m_height += ui.em(kPad / 2);
  float width = add_words(message, is_hit, most, ui);
  if (!said.file.empty()) width = std::max(width, add_file(said, file, most, ui));
  m_height += ui.em(kPad / 2);
  const float left = is_mine ? m_width - width - ui.em(2 * kPad) : 0;
  for (std::size_t i = first; i < m_blocks.size(); ++i) m_blocks[i].at.x += left;
  for (ImVec2* corner : {&m_file_from, &m_file_to}) corner->x += left;
  if (m_picture) {
    m_picture->min.x += left;
    m_picture->max.x += left;
  }
  const Ground ground = said.from.empty() ? Ground::none : is_mine ? Ground::mine : Ground::theirs;
  m_boxes.push_back({{left, top}, {left + width + ui.em(2 * kPad), m_height}, ground, std::nullopt});
}

// How wide they are.
float Turn::add_words(const ShownMessage& message, bool is_hit, float most, Ui& ui) {
  const std::string_view text = without_last_line_end(message.said.text);
  const float left = ui.em(kPad);
  float width = 0;
  if (!text.empty()) {
    Block& words =
        add_fitting(std::string(text), message.said.from.empty() ? Look{Size::small} : Look{}, left, most, ui);
    words.is_marked = is_hit;
    width = words.width;
  }
  if (!message.is_cut) return width;
  const char* told = tr("This is the beginning. All of it is in the export.");
  return std::max(width, add_fitting(told, {Size::small}, left, most, ui).width);
}

// The picture, its name, and what there is to say of it. How wide it is.
float Turn::add_file(const vault::ReadMessage& said, const SeenAttachment& file, float most, Ui& ui) {
  const float left = ui.em(kPad), top = m_height;
  float width = file.is_picture ? add_picture(file, most, ui) : 0;
  const auto put = [&](std::string words, Look look) {
    width = std::max(width, add_fitting(std::move(words), look, left, most, ui).width);
  };
  constexpr Look kName{Size::small, Weight::medium};
  const std::string kind = file.known == nullptr ? tr("File") : attachment_kind_text(*file.known);
  const bool is_named_above = said.text.find(said.file) != std::string::npos;  // as most exports do
  put(is_named_above ? kind : fmt::format("{}: {}", kind, isolated(foreign_line(said.file))), kName);
  if (file.is_covered) put(tr("Covered. Press Enter to see it."), kSmallPrint);
  if (file.known != nullptr) {
    const std::string lack = attachment_lack_text(*file.known);
    if (!lack.empty()) put(lack, kSmallPrint);
    const bool cannot_be_drawn = file.known->found.state == vault::AttachmentState::here &&
                                 file.known->found.kind == vault::MediaKind::picture && !file.is_picture;
    if (cannot_be_drawn)
      put(tr("It cannot be shown here: damaged, too large, or of a kind not read here."), kSmallPrint);
  }
  m_file_from = {left, top};
  m_file_to = {left + width, m_height};
  return width;
}

// A picture has the same room before it is there and when it is, so that nothing moves when it comes.
float Turn::add_picture(const SeenAttachment& file, float most, Ui& ui) {
  constexpr float kHigh = 11, kHighCovered = 2.2f;  // ems
  const float left = ui.em(kPad), high = file.is_covered ? ui.em(kHighCovered) : std::min(ui.em(kHigh), most * 0.75f);
  ImVec2 size(std::min(most, high * 4 / 3), high);
  if (file.texture != 0) {
    const auto width = static_cast<float>(file.known->small->width),
               height = static_cast<float>(file.known->small->height);
    const float scale = std::min({most / width, high / height, ui.em(1) / 8});
    size = {std::floor(width * scale), std::floor(height * scale)};
  }
  m_picture = Picture{{left, m_height}, {left + size.x, m_height + size.y}, file.texture};
  m_height += high + ui.em(kGap);
  return size.x;
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

bool Turn::is_on_file(ImVec2 at) const {
  return at.x >= m_file_from.x && at.x < m_file_to.x && at.y >= m_file_from.y && at.y < m_file_to.y;
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
  if (m_picture) {
    const ImVec2 min(std::floor(corner.x + m_picture->min.x), std::floor(corner.y + m_picture->min.y));
    const ImVec2 max(min.x + m_picture->max.x - m_picture->min.x, min.y + m_picture->max.y - m_picture->min.y);
    if (m_picture->texture != 0)
      ui.picture(m_picture->texture, min, max);
    else
      ui.panel(min, max, colors.note_soft, 0.4f);
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
