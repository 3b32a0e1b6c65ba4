#pragma once

#include "ui/model/session.h"
#include "vault/intake/chat/keep_chat.h"

namespace daybook::ui {

/// Files that were just kept and look like exports of chats, and the chat that is being read.
struct TakingChatState {
  std::vector<vault::ItemNumber> offered;  // that can be kept as conversations too, oldest first
  bool has_others = false;                 // the record has conversations, to which one of them may belong
  std::shared_ptr<JobProgress> reads;      // none: no chat is being read

  /// How the export that was read last stands to others of which the record has conversations.
  struct BesideOthers {
    vault::ItemNumber exported{}, conversation{};
    std::optional<vault::SourceOverlap> joined;  // to what that conversation rested on before
    std::optional<vault::ItemNumber> alike;      // another conversation, with some of the same words
    bool moves_days = false;                     // the dates of that conversation are read in another order now
    bool is_excerpt = false;                     // somebody chose what is in it: vault::SaidOfChat::is_excerpt
  };
  std::optional<BesideOthers> beside_others;
};

struct KeepAsConversation {
  std::vector<vault::ItemNumber> exports;  // files that are kept
  bool are_excerpts = false;               // somebody chose what is in them: vault::SaidOfChat::is_excerpt
};
struct ReadChatAgain {  // because she has said what its dates mean
  vault::ItemNumber conversation;
  vault::DateOrder order;
};
struct LeaveAsFiles {};
struct StopReadingChat {};
/// Joins the export that was read last to the conversation that is alike.
struct JoinChats {};
struct CloseBesideOthers {};

/// Reads exports of chats that are kept as files into conversations, and offers it where a file looks like one.
class TakingChatArea {
 public:
  using Takes =
      std::variant<KeepAsConversation, ReadChatAgain, LeaveAsFiles, StopReadingChat, JoinChats, CloseBesideOthers>;

  TakingChatArea(Session& session, TakingChatState& state) : m_session(session), m_state(state) {}

  bool works() const { return m_state.reads != nullptr; }

  void on(const KeepAsConversation& wanted);
  void on(const ReadChatAgain& again);
  void on(const LeaveAsFiles&) { m_state.offered.clear(); }
  void on(const StopReadingChat&) { stop(); }
  void on(const JoinChats&);
  void on(const CloseBesideOthers&) { m_state.beside_others.reset(); }
  void on(const PastedChatKept& kept);
  void on(const ItemKept& kept);
  void on(const ItemsGone& gone);
  void on(const ScreenLeft& left);
  void on(const RecordCloses&) { stop(); }

 private:
  struct Read;
  static Result<Read> read_each(vault::RecordAccess& access, const std::vector<vault::ItemNumber>& exports,
                                const vault::SaidOfChat& said, const vault::Progress& progress,
                                const vault::ArchiveReader& archives);
  void stop();
  void keep(const std::vector<vault::ItemNumber>& exports, const vault::SaidOfChat& said);
  template <class Work>
  void begin(Work work);
  void finished(const Result<Read>& read, Screen begun_on);
  static std::size_t count_conversations(const Read& read);
  void note_others(const vault::KeptConversation& kept, const Read& read);
  void say_kept(const Read& read);

  Session& m_session;
  TakingChatState& m_state;
  vault::ItemNumber m_pasted{};  // she has said already what becomes of it
};

/// Whether a file with this name may be the export of a chat: only those are looked into.
bool may_be_chat(std::string_view name);

}  // namespace daybook::ui
