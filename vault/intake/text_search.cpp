#include "vault/intake/text_search.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>

#include "vault/record/search_numbers.h"
#include "vault/record/search_query.h"

namespace daybook::vault {
namespace {

bool is_blank(std::int32_t point) { return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0; }

struct Folded {
  std::u32string points;
  std::vector<TextPlace> places;  // of the character that each point comes from
};

Folded fold(std::string_view text) {
  constexpr auto kFold =
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  Folded folded;
  int boundary = 0;
  std::array<utf8proc_int32_t, 64> parts;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t point = 0xFFFD;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    const std::size_t end = at + (length > 0 ? static_cast<std::size_t>(length) : 1);
    const TextPlace place{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    at = end;
    if (length > 0 && is_blank(point)) {
      if (folded.points.empty() || folded.points.back() != U' ')
        folded.points += U' ', folded.places.push_back(place);
      else
        folded.places.back().end = place.end;
      continue;
    }
    const auto count = length > 0 ? utf8proc_decompose_char(point, parts.data(), parts.size(), kFold, &boundary) : 0;
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, parts.size()); ++i) {
      if (is_mark_left_aside(parts[i])) {
        if (!folded.places.empty()) folded.places.back().end = std::max(folded.places.back().end, place.end);
        continue;
      }
      folded.points += static_cast<char32_t>(parts[i]);
      folded.places.push_back(place);
    }
  }
  return folded;
}

}  // namespace

namespace {

// The places of the number that the words are, if they are nothing else, in whatever way it is grouped there.
void find_number(std::string_view text, std::string_view words, std::vector<TextPlace>& found) {
  const std::vector<SearchTerm> terms = parse_search(words);
  if (terms.size() != 1 || terms[0].number.empty()) return;
  const std::vector<SearchWord> in_text = words_for_search(text);
  for (const NamedNumber& named : named_numbers(text, in_text)) {
    if (named.number == terms[0].number) found.push_back({in_text[named.first].begin, in_text[named.last].end()});
  }
}

// Places in their order, of which none begins before the one before it ends.
std::vector<TextPlace> in_order(std::vector<TextPlace> places) {
  std::sort(places.begin(), places.end(), [](const TextPlace& a, const TextPlace& b) {
    return std::pair(a.begin, b.end) < std::pair(b.begin, a.end);  // of two that begin together the longer one
  });
  std::vector<TextPlace> apart;
  for (const TextPlace& place : places) {
    if (apart.empty() || place.begin >= apart.back().end) apart.push_back(place);
  }
  return apart;
}

}  // namespace

std::vector<TextPlace> find_in_text(std::string_view text, std::string_view words) {
  std::u32string wanted = fold(words).points;
  while (!wanted.empty() && wanted.front() == U' ') wanted.erase(0, 1);
  while (!wanted.empty() && wanted.back() == U' ') wanted.pop_back();
  std::vector<TextPlace> found;
  if (wanted.empty()) return found;
  const Folded folded = fold(text);
  for (std::size_t at = folded.points.find(wanted); at != std::u32string::npos;
       at = folded.points.find(wanted, at + wanted.size()))
    found.push_back({folded.places[at].begin, folded.places[at + wanted.size() - 1].end});
  find_number(text, words, found);
  return in_order(std::move(found));
}

Result<std::optional<FoundInPieces>> find_in_pieces(const TextPieces& text, std::string_view words, bool forwards,
                                                    std::size_t piece, std::uint32_t from, const Progress& progress) {
  const std::size_t count = text.count();
  // The piece in which the search begins is looked at twice: at first beyond `from`, and at the end up to it.
  for (std::size_t step = 0; step <= count; ++step) {
    const std::size_t index = forwards ? (piece + step) % count : (piece + count - step % count) % count;
    TRY_ASSIGN(const std::string shown, text.read(index));
    std::vector<TextPlace> places = find_in_text(shown, words);
    if (step == 0)
      std::erase_if(places, [&](const TextPlace& one) { return forwards ? one.begin < from : one.begin >= from; });
    const bool is_around = forwards ? index < piece || step == count : index > piece || step == count;
    if (!places.empty())
      return std::optional(FoundInPieces{index, forwards ? places.front() : places.back(), is_around});
    if (!goes_on(progress, std::uint64_t{step + 1} * kTextPieceBytes)) return Error{ErrorCode::cancelled, ""};
  }
  return std::optional<FoundInPieces>();
}

}  // namespace daybook::vault
