#include <algorithm>
#include <cmath>
#include <map>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/screens.h"
#include "ui/desktop/scrolling.h"
#include "ui/desktop/turn.h"

namespace daybook::ui {
namespace {

constexpr float kMargin = 0.9f;        // ems at the left
constexpr float kMarginRight = 1.9f;   // ems, with the bar
constexpr std::uint64_t kAround = 48;  // messages that are brought before and after those that are seen
constexpr int kMostSteps = 400;        // from one message to the next, in one frame

// The messages as they are drawn in one frame. The place that is shown is kept as a message and the pixels of it above
// the upper edge, so that nothing that is read moves when messages come before or after it, however high they are.
class MessageList {
 public:
  MessageList(Frame& frame, const Ui::Press& press)
      : m_frame(frame),
        m_state(frame.state.conversation),
        m_ui(frame.ui),
        m_view(frame.views.talk),
        m_press(press),
        m_id(ImGui::GetItemID()),
        m_count(m_state.conversation->outline.messages),
        m_width(press.max.x - press.min.x - m_ui.em(kMargin + kMarginRight)),
        m_anchor(m_state.anchor),
        m_caret(m_state.caret) {}

  void draw() {
    begin();
    m_view.above -= take_wheel(m_press.is_hovered, m_id) * m_ui.em(4);
    follow_focus();
    if (m_press.is_focused) take_keys();
    settle();
    place_turns();
    choose_seen();
    if (m_press.is_hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) take_click();
    draw_turns();
    ask_for_messages();
    m_view.last = m_placed.empty() ? m_view.top : m_placed.back().number;
    scroll_by_bar();
    if (m_anchor != m_state.anchor || m_caret != m_state.caret) act(ChooseMessages{m_anchor, m_caret});
  }

 private:
  struct Placed {
    std::uint64_t number;
    float top;  // below the upper edge
    const Turn* turn;
  };
  enum class Chooses { nothing, first_seen, last_seen };

  float room() const { return m_press.max.y - m_press.min.y; }
  void act(Action action) { m_frame.actions.push_back(std::move(action)); }
  bool hit(ImGuiKey key) const { return is_pressed(key, m_id); }

  // The message laid out; null as long as it is not there.
  const Turn* turn_of(std::uint64_t number) {
    if (const auto known = m_turns.find(number); known != m_turns.end()) return &known->second;
    const auto read = m_state.read.find(number);
    if (read == m_state.read.end()) return nullptr;
    return &m_turns.emplace(number, Turn(m_state, read->second, m_width, m_ui)).first->second;
  }

  void begin() {
    if (m_view.revision != m_state.revision) {
      m_view = Views::Talk();
      m_view.revision = m_state.revision;
    }
    if (m_view.em != m_ui.em() || m_view.width != m_width) m_view.average = m_ui.em(5);
    m_view.em = m_ui.em();
    m_view.width = m_width;
    if (m_view.moves == m_state.moves) return;
    m_view.moves = m_state.moves;
    go_to(m_caret, room() / 4);
  }

  // Puts the upper edge of a message so many pixels below that of the list.
  void go_to(std::uint64_t number, float below) {
    m_view.top = number;
    m_view.above = -below;
  }

  // Finds the message at the upper edge, and keeps the list between its first and its last message.
  void settle() {
    m_view.top = std::clamp<std::uint64_t>(m_view.top, 1, m_count);
    m_view.above = std::max<double>(m_view.above, -room());
    move_up();
    move_down();
    float bottom = -static_cast<float>(m_view.above);
    for (std::uint64_t number = m_view.top; bottom < room(); ++number) {
      if (number > m_count) {
        m_view.above -= room() - bottom;
        move_up();
        return;
      }
      const Turn* turn = turn_of(number);
      if (turn == nullptr) return;  // how much there is below is not known yet
      bottom += turn->height();
    }
  }

  void move_up() {
    for (int i = 0; i < kMostSteps && m_view.above < 0 && m_view.top > 1; ++i) {
      const Turn* before = turn_of(m_view.top - 1);
      if (before == nullptr) return;
      m_view.above += before->height();
      --m_view.top;
    }
    if (m_view.top == 1) m_view.above = std::max(0.0, m_view.above);
  }

  void move_down() {
    for (int i = 0; i < kMostSteps && m_view.above > 0; ++i) {
      const Turn* turn = turn_of(m_view.top);
      if (turn == nullptr) m_view.above = 0;
      if (turn == nullptr || m_view.above < turn->height()) return;
      if (m_view.top == m_count || turn_of(m_view.top + 1) == nullptr) {
        m_view.above = turn->height();
        return;
      }
      m_view.above -= turn->height();
      ++m_view.top;
    }
  }

  void place_turns() {
    m_placed.clear();
    float top = -static_cast<float>(m_view.above);
    for (std::uint64_t number = m_view.top; number <= m_count && top < room(); ++number) {
      const Turn* turn = turn_of(number);
      if (turn == nullptr) return;
      m_placed.push_back({number, top, turn});
      top += turn->height();
    }
  }

  void take_keys() {
    const ImGuiIO& io = ImGui::GetIO();
    for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Home, ImGuiKey_End, ImGuiKey_PageUp,
                               ImGuiKey_PageDown, ImGuiKey_Space, ImGuiKey_A, ImGuiKey_Enter})
      ImGui::SetKeyOwner(key, m_id);
    if (io.KeyCtrl && hit(ImGuiKey_A)) {
      m_anchor = 1;
      m_caret = m_count;
    }
    const bool is_plain = !io.KeyCtrl && !io.KeyAlt;
    // A letter without Ctrl or Alt comes as a character alone (KeyQueue).
    const auto typed = [this](char32_t small, char32_t large) {
      return std::any_of(m_ui.typed().begin(), m_ui.typed().end(),
                         [&](char32_t character) { return character == small || character == large; });
    };
    if (typed(U'n', U'N') && !m_frame.state.is_read_only) act(begin_note_on(m_state));
    if (typed(U's', U'S') && !m_frame.state.is_read_only) act(AskHowMuch{});
    if (is_pressed(ImGuiKey_Enter, m_id, false)) open_note();
    if (!is_plain) return;
    const float page = std::max(m_ui.em(3), room() - m_ui.em(3));
    if (hit(ImGuiKey_DownArrow)) step(true);
    if (hit(ImGuiKey_UpArrow)) step(false);
    if (hit(ImGuiKey_Home)) choose(1), go_to(1, 0);
    if (hit(ImGuiKey_End)) choose(m_count), go_to(m_count, 0);
    if (hit(ImGuiKey_PageDown) || hit(ImGuiKey_Space)) m_view.above += page, m_chooses = Chooses::last_seen;
    if (hit(ImGuiKey_PageUp)) m_view.above -= page, m_chooses = Chooses::first_seen;
  }

  // With large text the messages are one of several things on a page that scrolls.
  void follow_focus() {
    if (m_frame.has_come) m_view.frames_to_follow = 0;  // a page is shown from its beginning
    if (!m_press.is_focused || m_view.frames_to_follow == 0) return;
    --m_view.frames_to_follow;
    ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
  }

  void choose(std::uint64_t number) {
    constexpr int kFramesToFollow = 4;
    m_view.frames_to_follow = kFramesToFollow;
    m_caret = number;
    if (!ImGui::GetIO().KeyShift) m_anchor = number;
  }

  // To the next message, or on in this one where more of it than is seen stands below or above: nothing is passed by
  // unread.
  void step(bool forwards) {
    const float line = m_ui.em(4), blank = m_ui.em(0.7f);  // below a message
    const auto [top, bottom] = place_of(m_caret);
    if (forwards && top < room() && bottom - blank > room() + 1 && bottom - top > room())
      m_view.above += line;
    else if (!forwards && bottom > 0 && top < -1 && bottom - top > room())
      m_view.above -= line;
    else if (forwards && m_caret < m_count)
      come_to(m_caret + 1);
    else if (!forwards && m_caret > 1)
      come_to(m_caret - 1);
  }

  // Where a message stands below the upper edge, with what belongs to it; near the edge, where it is not on the screen.
  std::pair<float, float> place_of(std::uint64_t number) {
    if (number < m_view.top) return {-1, -1};
    float top = -static_cast<float>(m_view.above);
    for (std::uint64_t one = m_view.top; top < room(); ++one) {
      const Turn* turn = turn_of(one);
      if (turn == nullptr) break;
      if (one == number) return {top, top + turn->height()};
      top += turn->height();
    }
    return {room() + 1, room() + 1};
  }

  void come_to(std::uint64_t number) {
    choose(number);
    const Turn* turn = turn_of(number);
    const auto [top, bottom] = place_of(number);
    if (turn == nullptr || top < 0) return go_to(number, 0);
    if (bottom > room()) go_to(number, std::max(0.0f, room() - turn->height()));
  }

  // After a page the message is chosen that stands whole at the edge to which it was paged.
  void choose_seen() {
    if (m_chooses == Chooses::nothing || m_placed.empty()) return;
    std::uint64_t first = 0, last = 0;
    for (const Placed& one : m_placed) {
      const bool is_whole = one.top >= -1 && one.top + one.turn->height() <= room() + 1;
      if (is_whole && first == 0) first = one.number;
      if (is_whole) last = one.number;
    }
    if (first == 0) first = last = m_placed.front().number;
    choose(m_chooses == Chooses::first_seen ? first : last);
  }

  void open_note() {
    for (const NoteOnMessages& note : m_state.notes) {
      if (note.place.first <= m_caret && m_caret <= note.place.last) return act(OpenItem{note.place.note});
    }
  }

  void take_click() {
    const ImVec2 mouse = ImGui::GetMousePos();
    if (mouse.x > m_press.max.x - m_ui.em(0.8f)) return;  // the scroll bar
    for (const Placed& one : m_placed) {
      const float y = mouse.y - m_press.min.y - one.top;
      if (y < 0 || y >= one.turn->height()) continue;
      if (const auto note = one.turn->note_at(y)) return act(OpenItem{*note});
      choose(one.number);
    }
    ImGui::SetFocusID(m_id, ImGui::GetCurrentWindow());
  }

  void draw_turns() {
    ImDrawList& drawing = *ImGui::GetWindowDrawList();
    ImGui::PushClipRect({m_press.min.x, m_press.min.y}, {m_press.max.x, m_press.max.y}, true);
    const std::uint64_t first = std::min(m_anchor, m_caret), last = std::max(m_anchor, m_caret);
    const float left = m_press.min.x, right = m_press.max.x - m_ui.em(0.8f);
    for (const Placed& one : m_placed) {
      const float y = std::floor(m_press.min.y + one.top);
      const auto [from, to] = one.turn->own_part();
      const float gap = m_ui.em(0.15f);
      if (one.number >= first && one.number <= last && first != last)
        drawing.AddRectFilled({left, y + from - gap}, {right, y + to + gap}, m_ui.colors().selection);
      one.turn->draw({m_press.min.x + m_ui.em(kMargin), y}, m_ui);
      if (one.number == m_caret && m_press.is_focused)
        m_ui.ring({left + m_ui.em(0.3f), y + from - gap}, {right - m_ui.em(0.3f), y + to + gap});
    }
    ImGui::PopClipRect();
  }

  void ask_for_messages() {
    constexpr std::uint64_t kStep = 16;  // so that not each message that is scrolled by asks anew
    const std::uint64_t begin = m_view.top - std::min(m_view.top - 1, kAround);
    const std::uint64_t first = begin - begin % kStep;
    const std::uint64_t count = m_placed.size() + 3 * kAround;
    const std::uint64_t rounded = count + kStep - count % kStep;
    if (m_view.asked_first == first && m_view.asked_count == rounded) return;
    m_view.asked_first = first;
    m_view.asked_count = rounded;
    act(NeedMessages{first, rounded});
  }

  // The bar counts messages, and takes those that were not laid out for as high as those that are seen.
  void scroll_by_bar() {
    if (!m_placed.empty()) {
      const Placed& last = m_placed.back();
      const float seen = last.top + last.turn->height() - m_placed.front().top;
      m_view.average += (seen / static_cast<float>(m_placed.size()) - m_view.average) * 0.02f;
    }
    const auto count = static_cast<double>(m_count);
    const double height = std::max<double>(room() + (fits() ? 0 : m_ui.em(1)), count * m_view.average);
    const double range = height - room();
    const bool is_at_end = !m_placed.empty() && m_placed.back().number == m_count &&
                           m_placed.back().top + m_placed.back().turn->height() <= room() + 1;
    const Turn* top = turn_of(m_view.top);
    const double part = top == nullptr ? 0 : m_view.above / std::max(1.0f, top->height());
    const double before =
        is_at_end ? range : std::min(range, (static_cast<double>(m_view.top) - 1 + part) / count * range);
    double scroll = before;
    draw_scrollbar(scroll, height, m_ui, m_press);
    if (scroll == before || range <= 0) return;
    const double place = scroll / range * (count - 1);
    go_to(1 + static_cast<std::uint64_t>(place), 0);
  }
  bool fits() const { return m_placed.size() == m_count && m_view.above <= 0; }

  Frame& m_frame;
  const ConversationState& m_state;
  Ui& m_ui;
  Views::Talk& m_view;
  const Ui::Press& m_press;
  ImGuiID m_id;
  std::uint64_t m_count;
  float m_width;
  std::uint64_t m_anchor, m_caret;
  Chooses m_chooses = Chooses::nothing;
  std::map<std::uint64_t, Turn> m_turns;  // those that were laid out in this frame
  std::vector<Placed> m_placed;
};

}  // namespace

void draw_message_list(const Ui::Press& area, Frame& frame) { MessageList(frame, area).draw(); }

}  // namespace daybook::ui
