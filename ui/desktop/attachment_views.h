#pragma once

#include "ui/desktop/screens.h"

namespace daybook::ui {

/// The file that a message names, as it is seen in one frame.
struct SeenAttachment {
  const ShownAttachment* known = nullptr;  // null: nothing is known of it yet
  bool is_picture = false;                 // it is in the export, and it may be that it can be drawn
  bool is_covered = false;                 // she has not chosen to see that picture
  Textures::Id texture = 0;                // of the small picture; 0: it is not there, or not yet
};
SeenAttachment seen_attachment(Frame& frame, const vault::ReadMessage& message);

/// The small picture of a message of the conversation; 0 where there is none. The texture is made when it is first
/// needed, and destroyed by drop_old_attachments().
Textures::Id find_attachment(Frame& frame, std::uint64_t message);
/// Destroys the textures of small pictures of messages that are not there any more.
void drop_old_attachments(const AppState& state, Views& views, Textures& textures);

/// Shows what a message names: uncovers its picture, opens that large, or tells of any other file.
void show_attachment(Frame& frame, const vault::ReadMessage& message);
/// Draws what there is to know of the file of a message, and what may become of it.
void draw_asked_attachment(const vault::ReadMessage& message, Frame& frame);

}  // namespace daybook::ui
