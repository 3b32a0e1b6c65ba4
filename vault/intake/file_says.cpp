#include "vault/intake/file_says.h"

namespace daybook::vault {

FileSays file_says(const sandbox::SaidByFile& said) {
  constexpr double kPartsOfDegree = 1e7;
  FileSays facts;
  if (!said.taken.empty()) facts.taken = said.taken;
  facts.is_of_file = said.is_of_file;
  facts.has_unread_zone = said.has_unread_zone;
  facts.holds_place = said.holds_place;
  if (said.place)
    facts.place = FileSays::Place{said.place->latitude / kPartsOfDegree, said.place->longitude / kPartsOfDegree};
  return facts;
}

}  // namespace daybook::vault
