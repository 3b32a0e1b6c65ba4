#pragma once

#include <map>

#include "ui/desktop/turn.h"

namespace daybook::ui {

/// Where the messages of a conversation stand in one frame. The place that is shown is kept as a message and the pixels
/// of it above the upper edge, so that nothing that is read moves when messages come before or after it, however high
/// they are. All heights are in pixels.
class TurnPlaces {
 public:
  /// `width` is that of a turn, `room` the height in which messages are seen. The conversation must be there.
  TurnPlaces(Frame& frame, float width, float room);

  struct Placed {
    std::uint64_t number;
    float top;  // below the upper edge
    const Turn* turn;
  };
  /// Finds the message at the upper edge, and keeps the list between its first and its last message.
  void settle();
  /// Lays out the messages that are seen.
  void place();
  const std::vector<Placed>& placed() const { return m_placed; }
  /// Whether all of them are seen.
  bool fits() const { return m_placed.size() == m_count && m_view.above <= 0; }

  /// Puts the upper edge of a message so many pixels below that of the list.
  void go_to(std::uint64_t number, float below);
  /// Brings a message into view, moving as little as needed.
  void come_to(std::uint64_t number);
  /// Where a message stands below the upper edge, with what belongs to it; near the edge, where it is not on the
  /// screen.
  std::pair<float, float> place_of(std::uint64_t number);
  /// The message laid out; null as long as it is not there.
  const Turn* turn_of(std::uint64_t number);

 private:
  void move_up();
  void move_down();

  Frame& m_frame;
  const ConversationState& m_state;
  Views::Talk& m_view;
  std::uint64_t m_count;
  float m_width, m_room;
  std::map<std::uint64_t, Turn> m_turns;  // those that were laid out in this frame
  std::vector<Placed> m_placed;
};

}  // namespace daybook::ui
