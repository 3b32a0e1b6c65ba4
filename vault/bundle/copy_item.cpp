#include "vault/bundle/copy_item.h"

namespace daybook::vault {

std::string CopyItem::answer(std::string_view question) const {
  std::string newest;
  for (const CopyAnswer& answer : answers) {
    if (answer.said.question == question) newest = answer.said.value;
  }
  return newest;
}

}  // namespace daybook::vault
