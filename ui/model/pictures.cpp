#include "ui/model/pictures.h"

#include "vault/intake/small_picture.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostPictures = 64;

struct Found {
  std::optional<vault::KnownFile> known;
  vault::ItemVersion version;
  std::unique_ptr<ByteSource> source;  // of a file that was never looked at; else none
};

Result<Found> find_picture(vault::Record& record, vault::ItemNumber number) {
  TRY_ASSIGN(const vault::Item item, record.item(number));
  if (item.removed) return Error{ErrorCode::not_found, "item"};
  Found found;
  TRY_ASSIGN(found.known, vault::known_for_good(record, item.newest().content));
  if (found.known) return found;
  found.version = item.newest();
  TRY_ASSIGN(found.source, record.open_version(found.version));
  return found;
}

}  // namespace

// The pictures that were asked for first go first. One that is still being read goes too: what comes of it is dropped.
void PicturesArea::make_room() {
  for (; m_state.small.size() >= kMostPictures && !m_asked.empty(); m_asked.pop_front())
    m_state.small.erase(m_asked.front());
}

void PicturesArea::show(vault::ItemNumber number, std::optional<vault::FileSays> facts,
                        std::optional<vault::ReducedPicture> pixels) {
  const auto wanted = m_state.small.find(number);
  if (wanted == m_state.small.end()) return;
  wanted->second = {true, std::move(pixels), std::move(facts)};
}

// The database is asked first. Only a file that was never looked at goes to a program without keys.
void PicturesArea::on(const NeedPicture& need) {
  if (m_state.small.contains(need.item) || !m_session.state().is_open) return;
  make_room();
  m_state.small[need.item];
  m_asked.push_back(need.item);
  m_session.jobs().ask([number = need.item](vault::Record& record) { return find_picture(record, number); },
                       [this, number = need.item](Result<Found> found) {
                         if (found && !found->known) return read(number, found->version, std::move(found->source));
                         if (!found || !found->known->facts) return show(number, std::nullopt, std::nullopt);
                         auto pixels = vault::decode_small_picture(found->known->small);
                         show(number, found->known->facts, pixels ? std::optional(std::move(*pixels)) : std::nullopt);
                       });
}

void PicturesArea::read(vault::ItemNumber number, const vault::ItemVersion& version,
                        std::unique_ptr<ByteSource> source) {
  m_session.jobs().ask_to_show(
      [source = std::move(source), media = version.media,
       readers = vault::FileReaders{m_session.surroundings().pictures, m_session.surroundings().media}] {
        return vault::read_new_file(readers, media, *source);
      },
      [this, number, content = version.content](Result<vault::NewFile> read) {
        if (!read) return show(number, std::nullopt, std::nullopt);
        show(number, read->known.facts, std::move(read->pixels));
        m_session.jobs().ask([content, known = std::move(read->known)](
                                 vault::Record& record) { return record.keep_known_file(content, known); },
                             [](Result<void>) {});  // what cannot be kept is read again next time
      });
}

void PicturesArea::on(const PictureBrought& brought) {
  m_session.jobs().ask_to_show(
      [bytes = brought.bytes, reader = m_session.surroundings().pictures]() -> Result<vault::ReducedPicture> {
        MemorySource source(*bytes);
        return reader.read(source);
      },
      [this, number = brought.number](Result<vault::ReducedPicture> pixels) {
        SmallPicture& picture = m_state.small[number];
        picture.is_ready = true;
        if (pixels) picture.pixels = std::move(*pixels);
      });
}

}  // namespace daybook::ui
