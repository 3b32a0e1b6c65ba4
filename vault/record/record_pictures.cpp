#include <cmath>

#include "vault/record/record.h"

namespace daybook::vault {
namespace {

constexpr double kPartsOfDegree = 1e7;

std::int64_t parts_of(double degrees) { return std::llround(degrees * kPartsOfDegree); }

}  // namespace

Result<std::optional<KnownPicture>> Record::picture(const ContentRef& content) {
  TRY_ASSIGN(
      Statement row,
      database().prepare("SELECT width, height, taken, latitude, longitude, small FROM pictures WHERE content = ?"));
  row.bind(content.id);
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<KnownPicture>();
  KnownPicture known;
  if (row.is_null(0)) return std::optional(known);
  PictureFacts facts{static_cast<std::uint32_t>(row.integer(0)), static_cast<std::uint32_t>(row.integer(1)), {}, {}};
  if (!row.is_null(2)) facts.taken = row.text(2);
  const auto degrees = [&](int column) { return static_cast<double>(row.integer(column)) / kPartsOfDegree; };
  if (!row.is_null(3) && !row.is_null(4)) facts.place = PictureFacts::Place{degrees(3), degrees(4)};
  known.facts = std::move(facts);
  known.small.assign(row.blob(5).begin(), row.blob(5).end());
  return std::optional(std::move(known));
}

Result<void> Record::keep_picture(const ContentRef& content, const KnownPicture& known) {
  if (m_vault->is_read_only()) return Error{ErrorCode::read_only, ""};
  TRY_ASSIGN(Statement insert,
             database().prepare("INSERT INTO pictures (content, width, height, taken, latitude, longitude, small) "
                                "SELECT id, ?, ?, ?, ?, ?, ? FROM contents WHERE id = ? ON CONFLICT DO NOTHING"));
  std::optional<std::int64_t> width, height, latitude, longitude;
  std::optional<std::string> taken;
  if (known.facts) {
    width = known.facts->width;
    height = known.facts->height;
    taken = known.facts->taken;
    if (known.facts->place) {
      latitude = parts_of(known.facts->place->latitude);
      longitude = parts_of(known.facts->place->longitude);
    }
  }
  insert.bind_optional(width).bind_optional(height).bind_optional(taken);
  insert.bind_optional(latitude).bind_optional(longitude);
  if (known.small.empty())
    insert.bind_null();
  else
    insert.bind_blob(known.small);
  return insert.bind(content.id).run();
}

}  // namespace daybook::vault
