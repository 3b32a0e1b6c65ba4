#include "vault/bundle/record_pictures.h"

#include "vault/intake/small_picture.h"

namespace daybook::vault {

Result<std::optional<ReducedPicture>> RecordPictures::of(const CopyItem& item) {
  const ItemVersion& newest = item.versions.back().version;
  if (shown_as(item.item.kind, newest.media) != ShownAs::picture) return std::optional<ReducedPicture>();
  if (m_reader) look_at_pictures(m_access, *m_reader, {item.item.number});
  TRY_ASSIGN(const auto known, m_access.ask([&](Record& record) -> Result<std::optional<KnownPicture>> {
    TRY_ASSIGN(const Item now, record.item(item.item.number));
    if (now.removed) return Error{ErrorCode::not_found, "item " + item_text(now.number) + " was removed"};
    return record.picture(newest.content);
  }));
  if (!known || !known->facts || known->small.empty()) return std::optional<ReducedPicture>();
  auto picture = decode_small_picture(known->small);
  // A reduced picture that cannot be decoded costs its place in the report and not the copy: the original is in the
  // copy in any case.
  if (!picture) return std::optional<ReducedPicture>();
  picture->facts = *known->facts;
  return std::optional(std::move(*picture));
}

}  // namespace daybook::vault
