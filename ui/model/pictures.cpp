#include "ui/model/pictures.h"

#include "vault/intake/small_picture.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostPictures = 64;

struct Found {
  std::optional<vault::KnownPicture> known;
  vault::ItemVersion version;
  std::unique_ptr<ByteSource> source;  // of a picture that was never decoded; else none
};

Result<Found> find_picture(vault::Record& record, vault::ItemNumber number) {
  TRY_ASSIGN(const vault::Item item, record.item(number));
  if (item.removed) return Error{ErrorCode::not_found, "item"};
  Found found;
  TRY_ASSIGN(found.known, record.picture(item.newest().content));
  if (found.known) return found;
  found.version = item.newest();
  TRY_ASSIGN(found.source, record.open_version(found.version));
  return found;
}

}  // namespace

// The database is asked first. Only a picture that was never decoded goes to picture-reader.
void PicturesArea::on(const NeedPicture& need) {
  if (m_state.small.contains(need.item) || !m_session.state().is_open) return;
  if (m_state.small.size() >= kMostPictures) m_state.small.clear();
  m_state.small[need.item];
  m_session.jobs().ask([number = need.item](vault::Record& record) { return find_picture(record, number); },
                       [this, number = need.item](Result<Found> found) {
                         if (found && !found->known) return read(number, found->version, std::move(found->source));
                         SmallPicture& picture = m_state.small[number];
                         picture.is_ready = true;
                         if (!found || !found->known->facts) return;
                         picture.facts = found->known->facts;
                         if (auto pixels = vault::decode_small_picture(found->known->small))
                           picture.pixels = std::move(*pixels);
                       });
}

void PicturesArea::read(vault::ItemNumber number, const vault::ItemVersion& version,
                        std::unique_ptr<ByteSource> source) {
  m_session.jobs().ask_to_show(
      [source = std::move(source), reader = m_session.surroundings().pictures] {
        return vault::read_new_picture(reader, *source);
      },
      [this, number, content = version.content](Result<vault::NewPicture> read) {
        SmallPicture& picture = m_state.small[number];
        picture.is_ready = true;
        if (!read) return;
        picture.facts = read->known.facts;
        picture.pixels = std::move(read->pixels);
        m_session.jobs().ask([content, known = std::move(read->known)](
                                 vault::Record& record) { return record.keep_picture(content, known); },
                             [](Result<void>) {});  // a small picture that cannot be kept is made again next time
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
