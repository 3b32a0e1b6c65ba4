#include "ui/model/picture_view.h"

#include <algorithm>
#include <set>

#include "vault/intake/chat/keep_attachment.h"

namespace daybook::ui {
namespace {

constexpr std::uint32_t kFirstSide = 1600;  // pixels: more than most windows show of a whole picture
constexpr std::size_t kAtOnce = 6;          // parts that are brought before it is asked again which ones are seen
constexpr std::size_t kMostParts = 120;     // 68 MiB

using Source = std::unique_ptr<ByteSource>;

Result<Source> open_item(vault::RecordAccess& access, vault::ItemNumber number) {
  return access.ask([number](vault::Record& record) -> Result<Source> {
    TRY_ASSIGN(const vault::Item item, record.item(number));
    if (item.removed) return Error{ErrorCode::not_found, "item"};
    record.viewed(number);
    return record.open_version(item.newest());
  });
}

// The picture that a message of a conversation names, out of the ZIP of its export.
Result<Source> open_attachment(vault::RecordAccess& access, vault::ItemNumber conversation, std::uint64_t number,
                               const vault::ArchiveReader& archives) {
  TRY_ASSIGN(const auto media, vault::ConversationMedia::open(access, conversation, archives));
  TRY_ASSIGN(const auto messages, access.ask([&](vault::Record& record) {
    return vault::read_messages(record, media.conversation(), number, 1);
  }));
  if (messages.empty()) return Error{ErrorCode::not_found, "message"};
  TRY_ASSIGN(const auto attachment, vault::attachment_to_open(media, messages.front()));
  return media.open_attachment(access, attachment);
}

using Parts = std::vector<std::pair<vault::PicturePart, Bytes>>;

Result<Parts> read_parts(vault::LookedAtPicture& picture, const std::vector<vault::PicturePart>& wanted) {
  Parts parts;
  for (const vault::PicturePart& one : wanted) {
    TRY_ASSIGN(Bytes pixels, picture.part(one));
    parts.emplace_back(one, std::move(pixels));
  }
  return parts;
}

}  // namespace

std::optional<std::size_t> PictureViewState::place() const {
  const auto here = std::find(among.begin(), among.end(), item);
  if (here == among.end()) return std::nullopt;
  return static_cast<std::size_t>(here - among.begin());
}

void PictureViewArea::clear() {
  const std::uint64_t revision = m_state.revision;
  m_state = PictureViewState();
  m_state.revision = revision + 1;
  m_wanted.clear();
  if (m_picture == nullptr) return;
  // The process is ended by a worker, because that can take a while when it holds a large picture.
  m_session.jobs().ask_to_show([picture = std::exchange(m_picture, nullptr)] { return picture != nullptr; },
                               [](bool) {});
}

void PictureViewArea::on(const LookAtPicture& look) {
  if (!m_session.state().is_open) return;
  show(look.item, look.among, look.shows_all);
  m_state.message = look.message;
  m_session.screens().say_nothing();
  m_state.is_uncovered = true;  // it was seen before it could be asked for
  m_session.screens().go(Screen::picture);
  if (look.message == 0) find_neighbours();
  open();
}

// Everything of the picture before goes, and its process too.
void PictureViewArea::show(vault::ItemNumber item, std::vector<vault::ItemNumber> among, bool shows_all) {
  clear();
  m_state.item = item;
  m_state.among = std::move(among);
  m_state.shows_all = shows_all;
  m_state.is_uncovered = shows_all || !m_session.state().preferences.covers_pictures;
}

// Leaves the pictures of `among` in it, and nothing else.
void PictureViewArea::find_neighbours() {
  vault::ListQuery query;
  query.shown = vault::ShownAs::picture;
  m_session.jobs().ask([query](vault::Record& record) { return record.keys(query); },
                       [this](Result<std::vector<vault::ItemKey>> keys) {
                         std::set<vault::ItemNumber> pictures{m_state.item};
                         if (keys)
                           for (const vault::ItemKey& key : *keys) pictures.insert(key.number);
                         std::erase_if(m_state.among, [&](vault::ItemNumber one) { return !pictures.contains(one); });
                       });
}

void PictureViewArea::on(const UncoverLookedAt&) {
  m_state.is_uncovered = !m_state.is_uncovered;
  if (m_state.is_uncovered && !m_state.is_ready && m_picture == nullptr) open();
}

void PictureViewArea::on(const StepPicture& step) {
  const auto here = m_state.place();
  if (!here) return;
  const auto place = static_cast<std::ptrdiff_t>(*here) + step.by;
  if (place < 0 || place >= static_cast<std::ptrdiff_t>(m_state.among.size())) return;
  show(m_state.among[static_cast<std::size_t>(place)], m_state.among, m_state.shows_all);
  if (m_state.is_uncovered) open();
}

void PictureViewArea::open() {
  m_session.jobs().ask_to_show(
      [item = m_state.item, message = m_state.message, reader = m_session.surroundings().pictures,
       archives = m_session.surroundings().archives](vault::RecordAccess& access) -> Result<Picture> {
        TRY_ASSIGN(const Source source,
                   message == 0 ? open_item(access, item) : open_attachment(access, item, message, archives));
        TRY_ASSIGN(vault::LookedAtPicture picture, vault::LookedAtPicture::open(reader, *source, kFirstSide));
        return std::make_shared<vault::LookedAtPicture>(std::move(picture));
      },
      [this, revision = m_state.revision](Result<Picture> picture) {
        if (revision == m_state.revision) opened(std::move(picture));  // else another one is looked at by now
      });
}

void PictureViewArea::opened(Result<Picture> picture) {
  m_state.is_ready = true;
  if (!picture) return;
  m_picture = std::move(*picture);
  m_state.width = m_picture->width();
  m_state.height = m_picture->height();
}

void PictureViewArea::on(const NeedParts& need) {
  m_wanted = need.parts;
  bring_parts();
}

// A few parts at a time, so that what came into view meanwhile does not wait for what went out of it.
void PictureViewArea::bring_parts() {
  if (m_is_bringing || m_picture == nullptr || m_state.is_broken_off) return;
  std::vector<vault::PicturePart> missing;
  for (const vault::PicturePart& part : m_wanted) {
    if (missing.size() < kAtOnce && !m_state.parts.contains(part)) missing.push_back(part);
  }
  if (missing.empty()) return;
  m_is_bringing = true;
  m_session.jobs().ask_to_show([picture = m_picture, missing] { return read_parts(*picture, missing); },
                               [this, revision = m_state.revision](Result<Parts> parts) {
                                 m_is_bringing = false;
                                 if (revision == m_state.revision) {
                                   m_state.is_broken_off = !parts.ok();
                                   if (parts)
                                     for (auto& [part, pixels] : *parts) m_state.parts[part] = std::move(pixels);
                                   if (m_state.parts.size() > kMostParts)
                                     std::erase_if(m_state.parts, [this](const auto& one) {
                                       return std::find(m_wanted.begin(), m_wanted.end(), one.first) == m_wanted.end();
                                     });
                                 }
                                 bring_parts();
                               });
}

void PictureViewArea::on(const ScreenLeft& left) {
  if (left.left == Screen::picture) clear();
}

void PictureViewArea::on(const ItemsGone& gone) {
  std::erase_if(m_state.among, [&](vault::ItemNumber item) { return gone.items.contains(item); });
}

}  // namespace daybook::ui
