#include <algorithm>
#include <cmath>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/scrolling.h"
#include "ui/desktop/turn_places.h"

namespace daybook::ui {
namespace {

constexpr float kMargin = 0.9f;        // ems at the left
constexpr float kMarginRight = 1.9f;   // ems, with the bar
constexpr std::uint64_t kAround = 48;  // messages that are brought before and after those that are seen

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
        m_places(frame, press.max.x - press.min.x - m_ui.em(kMargin + kMarginRight), press.max.y - press.min.y),
        m_anchor(m_state.anchor),
        m_caret(m_state.caret) {}

  void draw() {
    m_view.above -= take_wheel(m_press.is_hovered, m_id) * m_ui.em(4);
    follow_focus();
    if (m_press.is_focused) take_keys();
    keep_chosen_whole();
    m_places.settle();
    m_places.place();
    choose_seen();
    if (m_press.is_hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) take_click();
    draw_turns();
    ask_for_messages();
    ask_for_files();
    m_view.last = placed().empty() ? m_view.top : placed().back().number;
    scroll_by_bar();
    if (m_anchor != m_state.anchor || m_caret != m_state.caret) act(ChooseMessages{m_anchor, m_caret});
  }

 private:
  enum class Chooses { nothing, first_seen, last_seen };

  float room() const { return m_press.max.y - m_press.min.y; }
  void act(Action action) { m_frame.actions.push_back(std::move(action)); }
  bool hit(ImGuiKey key) const { return is_pressed(key, m_id); }
  const std::vector<TurnPlaces::Placed>& placed() const { return m_places.placed(); }

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
    if (typed(U't', U'T') && !m_frame.state.is_read_only) show_message_tags(m_frame);
    if (typed(U'f', U'F')) ask_about_file();
    if (is_pressed(ImGuiKey_Enter, m_id, false)) open_note_or_file();
    if (!is_plain) return;
    const float page = std::max(m_ui.em(3), room() - m_ui.em(3));
    if (hit(ImGuiKey_DownArrow)) step(true);
    if (hit(ImGuiKey_UpArrow)) step(false);
    if (hit(ImGuiKey_Home)) choose(1), m_places.go_to(1, 0);
    if (hit(ImGuiKey_End)) choose(m_count), m_places.go_to(m_count, 0);
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

  void follow() {
    constexpr int kFramesToFollow = 4;
    m_view.frames_to_follow = kFramesToFollow;
  }

  // A message grows when its file becomes known, and when its picture is uncovered.
  void keep_chosen_whole() {
    if (!m_press.is_focused || m_view.frames_to_follow == 0) return;
    const auto [top, bottom] = m_places.place_of(m_caret);
    if (top >= 0 && top < room() && bottom - top <= room()) m_places.come_to(m_caret);
  }

  void choose(std::uint64_t number) {
    follow();
    m_caret = number;
    if (!ImGui::GetIO().KeyShift) m_anchor = number;
  }

  // To the next message, or on in this one where more of it than is seen stands below or above: nothing is passed by
  // unread.
  void step(bool forwards) {
    follow();
    const float line = m_ui.em(4), blank = m_ui.em(0.7f);  // below a message
    const auto [top, bottom] = m_places.place_of(m_caret);
    if (forwards && top < room() && bottom - blank > room() + 1 && bottom - top > room())
      m_view.above += line;
    else if (!forwards && bottom > 0 && top < -1 && bottom - top > room())
      m_view.above -= line;
    else if (forwards && m_caret < m_count)
      come_to(m_caret + 1);
    else if (!forwards && m_caret > 1)
      come_to(m_caret - 1);
  }

  void come_to(std::uint64_t number) {
    choose(number);
    m_places.come_to(number);
  }

  // After a page the message is chosen that stands whole at the edge to which it was paged.
  void choose_seen() {
    if (m_chooses == Chooses::nothing || placed().empty()) return;
    std::uint64_t first = 0, last = 0;
    for (const TurnPlaces::Placed& one : placed()) {
      const bool is_whole = one.top >= -1 && one.top + one.turn->height() <= room() + 1;
      if (is_whole && first == 0) first = one.number;
      if (is_whole) last = one.number;
    }
    if (first == 0) first = last = placed().front().number;
    choose(m_chooses == Chooses::first_seen ? first : last);
  }

  void open_note_or_file() {
    for (const NoteOnMessages& note : m_state.notes) {
      if (note.place.first <= m_caret && m_caret <= note.place.last) return act(OpenItem{note.place.note});
    }
    show_file(m_caret);
  }

  void show_file(std::uint64_t number) {
    follow();
    const auto read = m_state.read.find(number);
    if (read != m_state.read.end()) show_attachment(m_frame, read->second.said);
  }

  void ask_about_file() {
    const auto read = m_state.read.find(m_caret);
    if (read != m_state.read.end()) act(AskAboutAttachment{read->second.said});
  }

  void take_click() {
    const ImVec2 mouse = ImGui::GetMousePos();
    if (mouse.x > m_press.max.x - m_ui.em(0.8f)) return;  // the scroll bar
    for (const TurnPlaces::Placed& one : placed()) {
      const float y = mouse.y - m_press.min.y - one.top;
      if (y < 0 || y >= one.turn->height()) continue;
      if (const auto note = one.turn->note_at(y)) return act(OpenItem{*note});
      choose(one.number);
      const float x = mouse.x - m_press.min.x - m_ui.em(kMargin);
      if (one.turn->is_on_file({x, y}) && !ImGui::GetIO().KeyShift) show_file(one.number);
    }
    ImGui::SetFocusID(m_id, ImGui::GetCurrentWindow());
  }

  void draw_turns() {
    ImDrawList& drawing = *ImGui::GetWindowDrawList();
    ImGui::PushClipRect({m_press.min.x, m_press.min.y}, {m_press.max.x, m_press.max.y}, true);
    const std::uint64_t first = std::min(m_anchor, m_caret), last = std::max(m_anchor, m_caret);
    const float left = m_press.min.x, right = m_press.max.x - m_ui.em(0.8f);
    for (const TurnPlaces::Placed& one : placed()) {
      const float y = std::floor(m_press.min.y + one.top);
      const auto [from, to] = one.turn->own_part();
      const float gap = m_ui.em(0.15f);
      // A single one has a ring. While something else has the focus, N and S are still about it, and it must be seen.
      const bool is_filled = first != last || !m_press.is_focused;
      if (one.number >= first && one.number <= last && is_filled)
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
    const std::uint64_t count = placed().size() + 3 * kAround;
    const std::uint64_t rounded = count + kStep - count % kStep;
    if (m_view.asked_first == first && m_view.asked_count == rounded) return;
    m_view.asked_first = first;
    m_view.asked_count = rounded;
    act(NeedMessages{first, rounded});
  }

  // Asked for once with each other set of them on the screen, and when the conversation comes, so that its files are
  // counted.
  void ask_for_files() {
    NeedAttachments need{m_state.number, m_state.revision, {}};
    std::vector<std::uint64_t> numbers;
    for (const TurnPlaces::Placed& one : placed()) {
      const vault::ReadMessage& said = m_state.read.at(one.number).said;
      if (said.file.empty()) continue;
      need.messages.push_back(said);
      need.messages.back().text.clear();
      numbers.push_back(one.number);
    }
    if (m_view.asked_files == numbers) return;
    m_view.asked_files = std::move(numbers);
    act(std::move(need));
  }

  // The bar counts messages, and takes those that were not laid out for as high as those that are seen.
  void scroll_by_bar() {
    if (!placed().empty()) {
      const TurnPlaces::Placed& last = placed().back();
      const float seen = last.top + last.turn->height() - placed().front().top;
      m_view.average += (seen / static_cast<float>(placed().size()) - m_view.average) * 0.02f;
    }
    const auto count = static_cast<double>(m_count);
    const double height = std::max<double>(room() + (m_places.fits() ? 0 : m_ui.em(1)), count * m_view.average);
    const double range = height - room();
    const bool is_at_end = !placed().empty() && placed().back().number == m_count &&
                           placed().back().top + placed().back().turn->height() <= room() + 1;
    const Turn* top = m_places.turn_of(m_view.top);
    const double part = top == nullptr ? 0 : m_view.above / std::max(1.0f, top->height());
    const double before =
        is_at_end ? range : std::min(range, (static_cast<double>(m_view.top) - 1 + part) / count * range);
    double scroll = before;
    draw_scrollbar(scroll, height, m_ui, m_press);
    if (scroll == before || range <= 0) return;
    const double place = scroll / range * (count - 1);
    m_places.go_to(1 + static_cast<std::uint64_t>(place), 0);
  }
  Frame& m_frame;
  const ConversationState& m_state;
  Ui& m_ui;
  Views::Talk& m_view;
  const Ui::Press& m_press;
  ImGuiID m_id;
  std::uint64_t m_count;
  TurnPlaces m_places;
  std::uint64_t m_anchor, m_caret;
  Chooses m_chooses = Chooses::nothing;
};

}  // namespace

void draw_message_list(const Ui::Press& area, Frame& frame) { MessageList(frame, area).draw(); }

}  // namespace daybook::ui
