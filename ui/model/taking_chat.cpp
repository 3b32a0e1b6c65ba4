#include "ui/model/taking_chat.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/model/kept_banner.h"
#include "ui/words/conversation_text.h"
#include "ui/words/error_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"
#include "vault/bundle/copy_questions.h"
#include "vault/intake/chat/chat_export.h"
#include "vault/intake/chat/formats.h"
#include "vault/intake/file_ending.h"

namespace daybook::ui {
namespace {

// Whether a kept file is the export of a chat that can be read. Its bytes are read on the caller's thread.
Result<bool> looks_like_chat(vault::RecordAccess& access, vault::ItemNumber number,
                             const vault::ArchiveReader& archives) {
  using Source = std::unique_ptr<ByteSource>;
  TRY_ASSIGN(const Source source, access.ask([number](vault::Record& record) -> Result<Source> {
    TRY_ASSIGN(const vault::Item item, record.item(number));
    if (item.removed || item.kind != vault::ItemKind::file || !may_be_chat(item.newest().name)) return Source();
    return record.open_version(item.newest());
  }));
  if (source == nullptr) return false;
  TRY_ASSIGN(const vault::ChatExport chat, vault::ChatExport::open(*source, archives));
  if (chat.is_zip()) return chat.text_count() > 0;
  return vault::chat_format_of(*source).ok();
}

// What is offered of a file that was just kept.
struct Offer {
  bool is_chat = false;
  bool has_others = false;  // as TakingChatState has it
};

Result<bool> has_conversations(vault::Record& record) {
  vault::ListQuery query;
  query.kind = vault::ItemKind::conversation;
  query.limit = 1;
  TRY_ASSIGN(const auto found, record.list(query));
  return !found.empty();
}

}  // namespace

bool may_be_chat(std::string_view name) { return vault::has_ending(name, "txt") || vault::has_ending(name, "zip"); }

struct TakingChatArea::Read {
  std::vector<vault::KeptConversation> kept;
  std::vector<vault::ChatExport::Unread> unread;
  vault::ItemNumber exported{};  // the last one that was read
  std::optional<Error> fault;    // at which it ended early
  bool is_excerpt = false;
};

// What was read before a fault stays.
Result<TakingChatArea::Read> TakingChatArea::read_each(vault::RecordAccess& access,
                                                       const std::vector<vault::ItemNumber>& exports,
                                                       const vault::SaidOfChat& said, const vault::Progress& progress,
                                                       const vault::ArchiveReader& archives) {
  Read read;
  read.is_excerpt = said.is_excerpt;
  for (const vault::ItemNumber exported : exports) {
    auto kept = vault::read_kept_chat(access, exported, said, progress, archives);
    if (!kept) {
      read.fault = kept.error();
      break;
    }
    read.exported = exported;
    std::move(kept->conversations.begin(), kept->conversations.end(), std::back_inserter(read.kept));
    std::move(kept->unread.begin(), kept->unread.end(), std::back_inserter(read.unread));
  }
  return read;
}

void TakingChatArea::on(const KeepAsConversation& wanted) {
  vault::SaidOfChat said;
  said.is_excerpt = wanted.are_excerpts;
  keep(wanted.exports, said);
}

void TakingChatArea::on(const PastedChatKept& kept) {
  m_pasted = kept.item;
  vault::SaidOfChat said;
  said.is_excerpt = true;
  keep({kept.item}, said);
}

// Words, notes and conversations that were kept are told from files by the record itself.
void TakingChatArea::on(const ItemKept& kept) {
  if (kept.changes || kept.item == m_pasted || !m_session.can_write()) return;
  m_session.jobs().ask_to_show(
      [item = kept.item, archives = m_session.surroundings().archives](vault::RecordAccess& access) -> Result<Offer> {
        Offer offer;
        TRY_ASSIGN(offer.is_chat, looks_like_chat(access, item, archives));
        if (!offer.is_chat) return offer;
        TRY_ASSIGN(offer.has_others, access.ask(has_conversations));
        return offer;
      },
      [this, item = kept.item](Result<Offer> offer) {
        if (!offer || !offer->is_chat) return;
        m_state.offered.push_back(item);
        m_state.has_others = offer->has_others;
      });
}

void TakingChatArea::on(const ItemsGone& gone) {
  std::erase_if(m_state.offered, [&](vault::ItemNumber item) { return gone.items.contains(item); });
}

// The page of the file offers the same, and how complete a conversation is says how its exports stand to each other.
void TakingChatArea::on(const ScreenLeft& left) {
  if (left.left == Screen::conversation && left.next != Screen::conversation) m_state.beside_others.reset();
  const bool is_choosing = left.left == Screen::browse || left.next == Screen::browse;
  if (!is_choosing) m_state.offered.clear();
}

template <class Work>
void TakingChatArea::begin(Work work) {
  if (!m_session.can_write() || works()) return;
  m_state.offered.clear();
  m_state.beside_others.reset();
  m_state.reads = m_session.jobs().new_progress();
  m_session.jobs().ask_long(
      [work = std::move(work), progress = JobProgress::of(m_state.reads), archives = m_session.surroundings().archives](
          vault::RecordAccess& access) { return work(access, progress, archives); },
      [this, screen = m_session.screens().shown()](const Result<Read>& read) {
        m_state.reads.reset();
        finished(read, screen);
      });
}

void TakingChatArea::keep(const std::vector<vault::ItemNumber>& exports, const vault::SaidOfChat& said) {
  begin([exports, said](vault::RecordAccess& access, const vault::Progress& progress,
                        const vault::ArchiveReader& archives) {
    return read_each(access, exports, said, progress, archives);
  });
}

void TakingChatArea::on(const JoinChats&) {
  if (!m_state.beside_others || !m_state.beside_others->alike) return;
  const TakingChatState::BesideOthers which = *m_state.beside_others;
  vault::SaidOfChat said;
  said.join = which.alike;
  begin([which, said](vault::RecordAccess& access, const vault::Progress& progress,
                      const vault::ArchiveReader& archives) {
    return read_each(access, {which.exported}, said, progress, archives);
  });
}

// The export is found by its bytes: after a restore it may have another number than the reading says.
void TakingChatArea::on(const ReadChatAgain& again) {
  begin([again](vault::RecordAccess& access, const vault::Progress& progress,
                const vault::ArchiveReader& archives) -> Result<Read> {
    TRY_ASSIGN(const auto exports, access.ask([&](vault::Record& record) -> Result<std::vector<vault::ItemNumber>> {
      TRY_ASSIGN(const vault::Item item, record.item(again.conversation));
      return vault::exports_of(record, item);
    }));
    if (exports.empty()) return Error{ErrorCode::not_found, "export of item " + vault::item_text(again.conversation)};
    return read_each(access, exports, {again.order, ""}, progress, archives);
  });
}

void TakingChatArea::finished(const Result<Read>& read, Screen begun_on) {
  if (!read) return m_session.screens().show(read.error());
  if (!read->kept.empty()) {
    // Told once, however many there are: the lists are read anew for each time.
    const vault::KeptConversation& last = read->kept.back();
    const bool is_changed = !last.is_new || last.version > 1;
    m_session.events().tell(
        ItemKept{last.conversation, is_changed ? std::optional(last.conversation) : std::nullopt, false});
    if (count_conversations(*read) == 1 && read->unread.empty()) {
      m_session.events().tell(ChatRead{last.conversation, begun_on});
      note_others(last, *read);
    }
  }
  if (!read->fault) return say_kept(*read);
  const Error& fault = *read->fault;
  if (fault.code == ErrorCode::cancelled)
    return m_session.screens().say(tr("You stopped it. The file is kept as it is."));
  if (fault.code == ErrorCode::unsupported)
    return m_session.screens().say_fault(tr("This is not a chat that can be read here."),
                                         tr("The file is kept exactly as it is."));
  m_session.screens().show(fault);
}

// Several exports can be of one conversation.
std::size_t TakingChatArea::count_conversations(const Read& read) {
  std::set<vault::ItemNumber> conversations;
  for (const vault::KeptConversation& one : read.kept) conversations.insert(one.conversation);
  return conversations.size();
}

void TakingChatArea::note_others(const vault::KeptConversation& kept, const Read& read) {
  TakingChatState::BesideOthers others{read.exported, kept.conversation, std::nullopt,
                                       kept.alike,    kept.moves_days,   read.is_excerpt};
  if (kept.is_joined) others.joined = kept.outline.sources.at(kept.source);
  if (others.joined || others.alike) m_state.beside_others = others;
}

void TakingChatArea::say_kept(const Read& read) {
  if (read.kept.empty()) return;
  m_session.note_saving();
  if (!read.unread.empty()) {
    const vault::ChatExport::Unread& first = read.unread.front();
    const std::string name = foreign_line(first.entry);
    return m_session.screens().say_fault(
        read.unread.size() == 1
            ? fmt::format(fmt::runtime(tr("One text in the ZIP was not read: {}.")), name)
            : fmt::format(fmt::runtime(tr("{} texts in the ZIP were not read. One is {}.")), read.unread.size(), name),
        explain(first.why).what);
  }
  if (const std::size_t count = count_conversations(read); count > 1)
    m_session.screens().say(fmt::format(fmt::runtime(tr("{} conversations are kept.")), count),
                            tr("The file itself is kept too, exactly as it is."));
}

void TakingChatArea::stop() {
  if (m_state.reads) m_state.reads->stop();
}

}  // namespace daybook::ui
