#pragma once

#include "ui/model/conversation_state.h"
#include "ui/model/session.h"

namespace daybook::ui {

/// Gives the chosen messages of the conversation a tag, or takes it from them where all of them have it.
struct TagMessages {
  std::string tag;
};

/// Tags the messages that are chosen in the conversation on the screen.
class MessageTaggingArea {
 public:
  using Takes = std::variant<TagMessages>;

  MessageTaggingArea(Session& session, const ConversationState& shown, ConversationForm& form)
      : m_session(session), m_shown(shown), m_form(form) {}

  void on(const TagMessages& tagged);

 private:
  Session& m_session;
  const ConversationState& m_shown;
  ConversationForm& m_form;
};

}  // namespace daybook::ui
