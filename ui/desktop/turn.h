#pragma once

#include "ui/desktop/attachment_views.h"

namespace daybook::ui {

/// A message as it stands on the screen: with the day that begins with it and the silence before it, and with the notes
/// of which it is the last message. It is laid out anew for each frame; the canvas keeps the layouts.
class Turn {
 public:
  /// `width` is in pixels. `message` must outlive the turn, and the turn the frame in no case.
  Turn(const ConversationState& state, const ShownMessage& message, const SeenAttachment& file, float width, Ui& ui);

  /// In pixels, with the room below it.
  float height() const { return m_height; }
  /// Draws it with its top left corner at a place.
  void draw(ImVec2 corner, Ui& ui) const;
  /// The pixels of the message itself, from and to, without the day above it and the notes below.
  std::pair<float, float> own_part() const { return m_own; }
  /// Whether the file that the message names stands at this place, below and beside the top left corner.
  bool is_on_file(ImVec2 at) const;
  /// The note that stands at this height, if there is one.
  std::optional<vault::ItemNumber> note_at(float y) const;

 private:
  enum class Ground { none, theirs, mine, note };
  struct Box {
    ImVec2 min, max;
    Ground ground;
    std::optional<vault::ItemNumber> note;
  };
  struct Block {
    std::string text;
    const Paragraph* paragraph;
    float size, width;  // of the letters, and of the lines
    ImVec2 at;
    Tone tone;
    bool is_marked;  // the words that were looked for are marked in it
  };
  Block& add(std::string text, Look look, float left, float width, Ui& ui);
  Block& add_fitting(std::string text, Look look, float left, float width, Ui& ui);
  void add_line(std::string text, Ui& ui);
  void add_day(const ShownMessage& message, Ui& ui);
  void add_message(const ConversationState& state, const ShownMessage& message, const SeenAttachment& file, Ui& ui);
  void add_box(const ShownMessage& message, const SeenAttachment& file, bool is_mine, bool is_hit, Ui& ui);
  float add_words(const ShownMessage& message, bool is_hit, float most, Ui& ui);
  float add_file(const vault::ReadMessage& said, const SeenAttachment& file, float most, Ui& ui);
  float add_picture(const SeenAttachment& file, float most, Ui& ui);
  void add_note(const NoteOnMessages& note, Ui& ui);

  float m_width, m_height = 0;
  std::pair<float, float> m_own{0, 0};
  std::vector<Box> m_boxes;
  std::vector<Block> m_blocks;
  // The picture of the message, or the room that it will have.
  struct Picture {
    ImVec2 min, max;
    Textures::Id texture;
  };
  std::optional<Picture> m_picture;
  ImVec2 m_file_from{0, 0}, m_file_to{0, 0};  // where the file of the message stands; nowhere where it has none
  std::string m_sought;                       // empty: nothing is marked
};

/// The name of who sent a message for a line of this program; of the keeper's own with a word that says so.
std::string sender_text(const vault::Conversation& conversation, const vault::ReadMessage& message);

}  // namespace daybook::ui
