#include "vault/bundle/check/zip_fields.h"

#include <algorithm>

#include "vault/store/zip_format.h"

namespace daybook::vault {

using namespace zip;

namespace {

// Whether extra fields of this kind say nothing of name, kind or content: they hold sizes, times, owners or alignment
// (APPNOTE 4.5.2, Info-ZIP extrafld.txt). From any other kind some program may take a name, a link or a key.
bool is_harmless_extra(std::uint64_t id) {
  constexpr std::uint64_t kHarmless[] = {kExtra64, 0x000a, 0x5455, 0x5855, 0x7855, 0x7875, 0xcafe, 0xd935};
  return std::find(std::begin(kHarmless), std::end(kHarmless), id) != std::end(kHarmless);
}

}  // namespace

Common common_fields(ByteView h) {
  return {load_little_endian<2>(h),           load_little_endian<2>(h.subspan(2)),  load_little_endian<4>(h.subspan(8)),
          load_little_endian<4>(h.subspan(12)), load_little_endian<4>(h.subspan(16)), load_little_endian<2>(h.subspan(20)),
          load_little_endian<2>(h.subspan(22))};
}

bool apply_zip64(ByteView extra, std::initializer_list<std::uint64_t*> fields) {
  while (extra.size() >= 4) {
    const std::uint64_t id = load_little_endian<2>(extra);
    const std::size_t size = static_cast<std::size_t>(load_little_endian<2>(extra.subspan(2)));
    if (size > extra.size() - 4) break;
    ByteView values = extra.subspan(4, size);
    extra = extra.subspan(4 + size);
    if (id != kExtra64) continue;
    for (std::uint64_t* field : fields) {
      if (*field != kInExtra) continue;
      if (values.size() < 8) return false;
      *field = load_little_endian<8>(values);
      values = values.subspan(8);
    }
    return true;
  }
  return std::none_of(fields.begin(), fields.end(), [](const std::uint64_t* field) { return *field == kInExtra; });
}

bool is_harmless(ByteView extra, std::string_view name, std::string& other_name) {
  constexpr std::size_t kBeforeName = 5;  // version, CRC-32
  while (extra.size() >= 4) {
    const std::uint64_t id = load_little_endian<2>(extra);
    const std::size_t size = static_cast<std::size_t>(load_little_endian<2>(extra.subspan(2)));
    if (size > extra.size() - 4) return false;
    const ByteView field = extra.subspan(4, size);
    extra = extra.subspan(4 + size);
    if (id == kExtraUnicodePath && field.size() > kBeforeName) {
      const std::string_view here = as_text(field.subspan(kBeforeName));
      if (here == name) continue;
      other_name = here;
      return false;
    }
    if (!is_harmless_extra(id)) return false;
  }
  return extra.empty();
}

bool has_end_mark(std::string_view bytes) {
  for (std::size_t at = bytes.find("PK"); at != std::string_view::npos && at + 4 <= bytes.size();
       at = bytes.find("PK", at + 2)) {
    const std::string_view mark = bytes.substr(at + 2, 2);
    if (mark == "\5\6" || mark == "\6\6" || mark == "\6\7") return true;
  }
  return false;
}

}  // namespace daybook::vault
