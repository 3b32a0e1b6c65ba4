#include "ui/model/attachments.h"

#include <algorithm>

#include "ui/model/kept_banner.h"
#include "ui/words/conversation_text.h"
#include "ui/words/translate.h"
#include "vault/intake/chat/count_attachments.h"
#include "vault/intake/chat/keep_attachment.h"
#include "vault/intake/media_type.h"
#include "vault/record/shown_as.h"

namespace daybook::ui {
namespace {

using vault::AttachmentState;
using vault::ConversationMedia;
using vault::MessageAttachment;

constexpr std::size_t kMostPictures = 64;
// Somebody else made these files. A larger one is named, and looked at when she keeps it.
constexpr std::uint64_t kMostLookedAt = std::uint64_t{64} << 20;  // bytes

// What was learnt of the file of a message.
struct Look {
  std::optional<vault::ItemNumber> kept;
  std::optional<std::uint64_t> milliseconds;
  std::optional<vault::ReducedPicture> small;
};

// The programs without keys that take strangers' files apart.
struct Readers {
  vault::PictureReader pictures;
  vault::MediaReader media;
};

// What the file is stands in its content: its name can lie.
Result<void> look_into(ByteSource& file, const Readers& readers, Look& look) {
  Bytes beginning(static_cast<std::size_t>(std::min<std::uint64_t>(file.size(), vault::kMediaTypeBytes)));
  TRY(file.read_at(0, beginning));
  const std::string type = vault::media_type_of(beginning);
  if (vault::shown_as(vault::ItemKind::file, type) == vault::ShownAs::picture) {
    TRY_ASSIGN(look.small, readers.pictures.read(file));
  } else if (type.starts_with("audio/") || type.starts_with("video/")) {
    TRY_ASSIGN(const vault::MediaFacts facts, readers.media.read(file));
    look.milliseconds = facts.milliseconds;
  }
  return {};
}

// A file that cannot be read is there all the same, and is named.
Look look_at_file(vault::RecordAccess& access, const ConversationMedia& media, const MessageAttachment& found,
                  const Readers& readers, bool wants_content) {
  Look look;
  const auto kept = access.ask([&](vault::Record& record) { return vault::item_of(record, media, found); });
  if (kept) look.kept = *kept;
  if (!wants_content || found.entry->size > kMostLookedAt) return look;
  const auto file = media.open_attachment(access, found);
  if (file) (void)look_into(**file, readers, look);
  return look;
}

}  // namespace

void AttachmentsArea::clear() {
  stop();
  m_state = AttachmentsState();
  m_media = nullptr;
  m_cannot_be_listed = false;
  m_wanted.clear();
  ++m_conversations;
}

void AttachmentsArea::stop() {
  if (m_state.keeps) m_state.keeps->stop();
}

void AttachmentsArea::on(const NeedAttachments& need) {
  if (!m_session.state().is_open) return;
  if (need.conversation != m_state.conversation || need.revision != m_state.of) {
    clear();
    m_state.conversation = need.conversation;
    m_state.of = need.revision;
  }
  m_wanted = need.messages;
  go_on();
}

// Pictures that are covered are not decoded. A sound is, for its length.
bool AttachmentsArea::wants_picture(std::uint64_t message, const ShownAttachment& one) const {
  return one.found.kind == vault::MediaKind::picture &&
         (!m_session.state().preferences.covers_pictures || m_state.uncovered.contains(message));
}

void AttachmentsArea::go_on() {
  if (m_is_working) return;
  if (m_media == nullptr) return open();
  for (const vault::ReadMessage& message : m_wanted) {
    const auto [known, is_new] = m_state.known.try_emplace(message.number);
    ShownAttachment& one = known->second;
    if (is_new) one.found = m_media->attachment_of(message);
    if (one.found.state != AttachmentState::here) one.is_looked_at = true;
  }
  for (const vault::ReadMessage& message : m_wanted) {
    const ShownAttachment& one = m_state.known.at(message.number);
    if (!one.is_looked_at) return look_at(message.number, one.found);
  }
}

void AttachmentsArea::open() {
  if (m_cannot_be_listed) return;
  m_is_working = true;
  m_session.jobs().ask_to_show(
      [conversation = m_state.conversation,
       archives = m_session.surroundings().archives](vault::RecordAccess& access) -> Result<Media> {
        TRY_ASSIGN(ConversationMedia media, ConversationMedia::open(access, conversation, archives));
        return std::make_shared<const ConversationMedia>(std::move(media));
      },
      [this, conversations = m_conversations](Result<Media> media) {
        m_is_working = false;
        if (conversations != m_conversations) return go_on();
        m_cannot_be_listed = !media.ok();
        if (!media) return m_session.screens().show(media.error());
        m_media = std::move(*media);
        count();
        go_on();
      });
}

// All messages are gone through for it, which nobody waits for.
void AttachmentsArea::count() {
  m_session.jobs().ask_behind(
      [media = m_media](vault::RecordAccess& access) { return vault::count_attachments(access, *media); },
      [this, conversations = m_conversations](Result<vault::AttachmentCounts> counts) {
        if (conversations != m_conversations || !counts) return;
        m_state.sentences = attachments_text(*counts);
        m_state.not_here = counts->not_here();
      });
}

void AttachmentsArea::look_at(std::uint64_t message, const MessageAttachment& found) {
  const bool lasts = found.kind == vault::MediaKind::sound || found.kind == vault::MediaKind::film;
  const bool wants_content = lasts || wants_picture(message, m_state.known.at(message));
  m_is_working = true;
  m_session.jobs().ask_to_show(
      [media = m_media, found, wants_content,
       readers = Readers{m_session.surroundings().pictures, m_session.surroundings().media}](
          vault::RecordAccess& access) { return look_at_file(access, *media, found, readers, wants_content); },
      [this, message, conversations = m_conversations](Look look) {
        m_is_working = false;
        if (conversations == m_conversations) {
          ShownAttachment& one = m_state.known.at(message);
          one.is_looked_at = true;
          one.kept = look.kept;
          one.milliseconds = look.milliseconds;
          one.small = std::move(look.small);
          drop_far_pictures();
        }
        go_on();
      });
}

// Those that are not seen now are read again when they are.
void AttachmentsArea::drop_far_pictures() {
  const auto holds = [](const auto& one) { return one.second.small.has_value(); };
  if (static_cast<std::size_t>(std::count_if(m_state.known.begin(), m_state.known.end(), holds)) <= kMostPictures)
    return;
  for (auto& [message, one] : m_state.known) {
    const bool is_seen = std::any_of(m_wanted.begin(), m_wanted.end(),
                                     [number = message](const auto& wanted) { return wanted.number == number; });
    if (is_seen || !one.small) continue;
    one.small.reset();
    one.is_looked_at = false;
  }
}

void AttachmentsArea::on(const UncoverAttachment& uncover) {
  const auto known = m_state.known.find(uncover.message);
  if (known == m_state.known.end()) return;
  if (m_state.uncovered.erase(uncover.message) > 0) {
    known->second.small.reset();
    return;
  }
  m_state.uncovered.insert(uncover.message);
  if (known->second.found.state == AttachmentState::here) known->second.is_looked_at = false;
  go_on();
}

void AttachmentsArea::on(const AskAboutAttachment& ask) {
  if (ask.message.file.empty()) return m_session.screens().say(tr("This message names no file."));
  if (!m_state.known.contains(ask.message.number)) return;
  m_state.asks = ask.message;
}

void AttachmentsArea::on(const GoToFileNotHere& wanted) {
  if (m_media == nullptr) return;
  m_session.jobs().ask_to_show(
      [media = m_media, behind = wanted.behind](vault::RecordAccess& access) {
        return vault::next_without_file(access, *media, behind);
      },
      [this, conversations = m_conversations](Result<std::uint64_t> found) {
        if (conversations != m_conversations) return;
        if (!found) return m_session.screens().show(found.error());
        if (*found > 0) m_session.events().tell(MessageFound{m_state.conversation, *found});
      });
}

void AttachmentsArea::on(const KeepAttachment&) {
  if (!m_state.asks || m_media == nullptr || works() || !m_session.can_write()) return;
  m_state.keeps = m_session.jobs().new_progress();
  const ShownAttachment* known = m_state.find(m_state.asks->number);
  const std::uint64_t size = known != nullptr && known->found.entry ? known->found.entry->size : 0;
  m_session.jobs().ask_long(
      [media = m_media, message = *m_state.asks, progress = JobProgress::of(m_state.keeps, size)](
          vault::RecordAccess& access) { return vault::keep_attachment(access, *media, message, {}, progress); },
      [this, message = m_state.asks->number, conversations = m_conversations](Result<vault::KeptAttachment> kept) {
        m_state.keeps.reset();
        if (!kept && kept.error().code == ErrorCode::cancelled)
          return m_session.screens().say(tr("You stopped it. The file stays in its export."));
        if (!kept) return m_session.screens().show(kept.error());
        const vault::ItemNumber item = kept->outcome.item;
        if (conversations == m_conversations) m_state.known.at(message).kept = item;
        if (!kept->outcome.added) return;
        m_session.screens().say(kept_banner(m_session));
        m_session.events().tell(ItemKept{item, std::nullopt, false});
      });
}

void AttachmentsArea::on(const ItemsGone& gone) {
  if (gone.items.contains(m_state.conversation)) return clear();
  for (auto& [message, one] : m_state.known) {
    if (one.kept && gone.items.contains(*one.kept)) one.kept.reset();
  }
}

// A picture that was uncovered is covered when she comes back.
void AttachmentsArea::on(const ScreenLeft& left) {
  if (left.left != Screen::conversation || left.next == Screen::picture) return;
  m_state.asks.reset();
  for (const std::uint64_t message : m_state.uncovered) m_state.known.at(message).small.reset();
  m_state.uncovered.clear();
}

void AttachmentsArea::on(const RecordCloses&) { clear(); }

}  // namespace daybook::ui
