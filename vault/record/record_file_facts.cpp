#include <cmath>

#include "vault/record/record.h"

namespace daybook::vault {
namespace {

constexpr double kPartsOfDegree = 1e7;

std::int64_t parts_of(double degrees) { return std::llround(degrees * kPartsOfDegree); }

// The columns of a row from `width` to `longitude`, in their order.
FileSays facts_in(Statement& row, Drawn drawn) {
  FileSays facts;
  facts.drawn = drawn;
  if (!row.is_null(0)) facts.width = static_cast<std::uint32_t>(row.integer(0));
  if (!row.is_null(1)) facts.height = static_cast<std::uint32_t>(row.integer(1));
  if (!row.is_null(2)) facts.taken = row.text(2);
  facts.is_of_file = row.integer(3) != 0;
  facts.has_unread_zone = row.integer(4) != 0;
  facts.holds_place = row.integer(5) != 0;
  const auto degrees = [&](int column) { return static_cast<double>(row.integer(column)) / kPartsOfDegree; };
  if (!row.is_null(6) && !row.is_null(7)) facts.place = FileSays::Place{degrees(6), degrees(7)};
  return facts;
}

void bind_facts(Statement& insert, const std::optional<FileSays>& known) {
  const FileSays facts = known.value_or(FileSays());
  const auto side = [](std::uint32_t pixels) {
    return pixels > 0 ? std::optional<std::int64_t>(pixels) : std::optional<std::int64_t>();
  };
  std::optional<std::int64_t> latitude, longitude;
  if (facts.place) {
    latitude = parts_of(facts.place->latitude);
    longitude = parts_of(facts.place->longitude);
  }
  insert.bind_optional(side(facts.width)).bind_optional(side(facts.height)).bind_optional(facts.taken);
  insert.bind(std::int64_t{facts.is_of_file}).bind(std::int64_t{facts.has_unread_zone});
  insert.bind(std::int64_t{facts.holds_place}).bind_optional(latitude).bind_optional(longitude);
  insert.bind(known ? to_text(facts.drawn) : std::string_view());
}

}  // namespace

// A row without the name of how the file was drawn is of one out of which nothing could be read.
Result<std::optional<KnownFile>> Record::known_file(const ContentRef& content) {
  TRY_ASSIGN(Statement row,
             database().prepare("SELECT width, height, taken, is_of_file, has_unread_zone, holds_place, latitude, "
                                "longitude, drawn, small FROM file_facts WHERE content = ?"));
  row.bind(content.id);
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<KnownFile>();
  KnownFile known;
  if (const auto drawn = parse_drawn(row.text(8))) known.facts = facts_in(row, *drawn);
  known.small.assign(row.blob(9).begin(), row.blob(9).end());
  return std::optional(std::move(known));
}

Result<void> Record::keep_known_file(const ContentRef& content, const KnownFile& known) {
  if (m_vault->is_read_only()) return Error{ErrorCode::read_only, ""};
  TRY_ASSIGN(Statement insert,
             database().prepare("INSERT INTO file_facts (content, width, height, taken, is_of_file, has_unread_zone, "
                                "holds_place, latitude, longitude, drawn, small) "
                                "SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM contents WHERE id = ? "
                                "ON CONFLICT (content) DO UPDATE SET width = excluded.width, height = excluded.height, "
                                "taken = excluded.taken, is_of_file = excluded.is_of_file, has_unread_zone = "
                                "excluded.has_unread_zone, holds_place = excluded.holds_place, latitude = "
                                "excluded.latitude, longitude = excluded.longitude, drawn = excluded.drawn, small = "
                                "excluded.small WHERE file_facts.drawn = 'not_yet'"));
  bind_facts(insert, known.facts);
  if (known.small.empty())
    insert.bind_null();
  else
    insert.bind_blob(known.small);
  return insert.bind(content.id).run();
}

}  // namespace daybook::vault
