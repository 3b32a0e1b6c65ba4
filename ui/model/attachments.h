#pragma once

#include "ui/model/conversation_state.h"
#include "ui/model/session.h"
#include "vault/intake/chat/message_media.h"
#include "vault/intake/reduced_picture.h"

namespace daybook::ui {

/// The file that a message names, as far as it is known. Its state comes at once, what is in it a little later.
struct ShownAttachment {
  vault::MessageAttachment found;
  bool is_looked_at = false;                   // what follows is known, as far as it can be
  std::optional<vault::ItemNumber> kept;       // the item that has its bytes
  std::optional<std::uint64_t> milliseconds;   // of a film or a sound that says how long it is
  std::optional<vault::ReducedPicture> small;  // of a picture that is not covered
};

/// The files that messages of the conversation on the screen name. They stay in the ZIP of their export and are read
/// from there.
struct AttachmentsState {
  vault::ItemNumber conversation{};
  std::uint64_t of = 0;                            // the revision of the conversation that they belong to
  std::vector<std::string> sentences;              // how many of them are not there, one sentence each
  std::uint64_t not_here = 0;                      // messages whose file cannot be looked at
  std::map<std::uint64_t, ShownAttachment> known;  // by message
  std::set<std::uint64_t> uncovered;               // of the messages whose picture she wants to see, although covered
  std::optional<vault::ReadMessage> asks;          // the message whose file she asks about
  std::shared_ptr<JobProgress> keeps;              // none: no file becomes an item
  const ShownAttachment* find(std::uint64_t message) const {
    const auto one = known.find(message);
    return one == known.end() ? nullptr : &one->second;
  }
};

/// The messages on the screen that name files, in the order in which they are seen. Only what is named last is looked
/// at.
struct NeedAttachments {
  vault::ItemNumber conversation{};
  std::uint64_t revision = 0;  // of the conversation
  std::vector<vault::ReadMessage> messages;
};
/// Shows the picture of a message that is covered, or covers it again.
struct UncoverAttachment {
  std::uint64_t message;
};
/// Asks what there is to know of the file of a message, and what may become of it.
struct AskAboutAttachment {
  vault::ReadMessage message;
};
struct LeaveAttachment {};
/// Goes to the next message whose file cannot be looked at, and from the last of them to the first.
struct GoToFileNotHere {
  std::uint64_t behind;  // message
};
/// Keeps the file of that message as an item of its own.
struct KeepAttachment {};
struct StopKeepingAttachment {};

/// Brings what messages name: whether it is in the export, how long a sound is, and pictures. They are decoded by a
/// process without keys, one at a time, so that nothing queues up while she scrolls.
class AttachmentsArea {
 public:
  using Takes = std::variant<NeedAttachments, UncoverAttachment, AskAboutAttachment, LeaveAttachment, GoToFileNotHere,
                             KeepAttachment, StopKeepingAttachment>;

  AttachmentsArea(Session& session, AttachmentsState& state) : m_session(session), m_state(state) {}

  bool works() const { return m_state.keeps != nullptr; }

  void on(const NeedAttachments& need);
  void on(const UncoverAttachment& uncover);
  void on(const AskAboutAttachment& ask);
  void on(const LeaveAttachment&) { m_state.asks.reset(); }
  void on(const GoToFileNotHere& wanted);
  void on(const KeepAttachment&);
  void on(const StopKeepingAttachment&) { stop(); }
  void on(const ChooseMessages&) { m_state.asks.reset(); }
  void on(const ItemsGone& gone);
  void on(const ScreenLeft& left);
  void on(const RecordCloses&);

 private:
  using Media = std::shared_ptr<const vault::ConversationMedia>;

  void clear();
  void stop();
  void go_on();
  void open();
  void count();
  bool wants_picture(std::uint64_t message, const ShownAttachment& one) const;
  void look_at(std::uint64_t message, const vault::MessageAttachment& found);
  void drop_far_pictures();
  void kept(std::uint64_t message, vault::ItemNumber item, bool is_new);

  Session& m_session;
  AttachmentsState& m_state;
  Media m_media;  // of the conversation; null: not listed yet
  bool m_cannot_be_listed = false;
  bool m_is_working = false;
  std::vector<vault::ReadMessage> m_wanted;
  std::uint64_t m_conversations = 0;  // grows with each one, so that what was asked of another is dropped
};

}  // namespace daybook::ui
