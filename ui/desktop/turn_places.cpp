#include "ui/desktop/turn_places.h"

#include <algorithm>

namespace daybook::ui {
namespace {

constexpr int kMostSteps = 400;  // from one message to the next, in one frame

}  // namespace

TurnPlaces::TurnPlaces(Frame& frame, float width, float room)
    : m_frame(frame),
      m_state(frame.state.conversation),
      m_view(frame.views.talk),
      m_count(m_state.conversation->outline.messages),
      m_width(width),
      m_room(room) {
  const Ui& ui = frame.ui;
  if (m_view.revision != m_state.revision) {
    m_view = Views::Talk();
    m_view.revision = m_state.revision;
  }
  if (m_view.em != ui.em() || m_view.width != m_width) m_view.average = ui.em(5);
  m_view.em = ui.em();
  m_view.width = m_width;
  if (m_view.moves == m_state.moves) return;
  m_view.moves = m_state.moves;
  go_to(m_state.caret, m_room / 4);
}

const Turn* TurnPlaces::turn_of(std::uint64_t number) {
  if (const auto known = m_turns.find(number); known != m_turns.end()) return &known->second;
  const auto read = m_state.read.find(number);
  if (read == m_state.read.end()) return nullptr;
  const ShownMessage& message = read->second;
  const SeenAttachment file = seen_attachment(m_frame, message.said);
  return &m_turns.emplace(number, Turn(m_state, message, file, m_width, m_frame.ui)).first->second;
}

void TurnPlaces::go_to(std::uint64_t number, float below) {
  m_view.top = number;
  m_view.above = -below;
}

void TurnPlaces::settle() {
  m_view.top = std::clamp<std::uint64_t>(m_view.top, 1, m_count);
  m_view.above = std::max<double>(m_view.above, -m_room);
  move_up();
  move_down();
  float bottom = -static_cast<float>(m_view.above);
  for (std::uint64_t number = m_view.top; bottom < m_room; ++number) {
    if (number > m_count) {
      m_view.above -= m_room - bottom;
      move_up();
      return;
    }
    const Turn* turn = turn_of(number);
    if (turn == nullptr) return;  // how much there is below is not known yet
    bottom += turn->height();
  }
}

void TurnPlaces::move_up() {
  for (int i = 0; i < kMostSteps && m_view.above < 0 && m_view.top > 1; ++i) {
    const Turn* before = turn_of(m_view.top - 1);
    if (before == nullptr) return;
    m_view.above += before->height();
    --m_view.top;
  }
  if (m_view.top == 1) m_view.above = std::max(0.0, m_view.above);
}

void TurnPlaces::move_down() {
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

void TurnPlaces::place() {
  m_placed.clear();
  float top = -static_cast<float>(m_view.above);
  for (std::uint64_t number = m_view.top; number <= m_count && top < m_room; ++number) {
    const Turn* turn = turn_of(number);
    if (turn == nullptr) return;
    m_placed.push_back({number, top, turn});
    top += turn->height();
  }
}

std::pair<float, float> TurnPlaces::place_of(std::uint64_t number) {
  if (number < m_view.top) return {-1, -1};
  float top = -static_cast<float>(m_view.above);
  for (std::uint64_t one = m_view.top; top < m_room; ++one) {
    const Turn* turn = turn_of(one);
    if (turn == nullptr) break;
    if (one == number) return {top, top + turn->height()};
    top += turn->height();
  }
  return {m_room + 1, m_room + 1};
}

void TurnPlaces::come_to(std::uint64_t number) {
  const Turn* turn = turn_of(number);
  const auto [top, bottom] = place_of(number);
  if (turn == nullptr || top < 0) return go_to(number, 0);
  if (bottom > m_room) go_to(number, std::max(0.0f, m_room - turn->height()));
}

}  // namespace daybook::ui
