#include "vault/record/helper.h"

namespace daybook::vault {
namespace {

constexpr std::string_view kHelperTyped = "typed by a helper",
                           kKeeperTyped = "typed by the record keeper, with a helper";

}  // namespace

Answers helper_answers(std::string_view name, std::string_view role, bool helper_types) {
  std::string typed(helper_types ? kHelperTyped : kKeeperTyped);
  if (!role.empty()) typed += " (" + std::string(role) + ")";
  typed += helper_types ? ", with the record keeper present" : " present";
  Answers answers{{question::kTyped, typed}};
  if (!name.empty()) answers[question::kHelper] = name;
  return answers;
}

bool may_name_helper(const ItemAnswer& answer) {
  if (answer.question == question::kHelper) return !answer.value.empty();
  if (answer.question != question::kTyped || answer.value.empty()) return false;
  for (const std::string_view begin : {kHelperTyped, kKeeperTyped}) {
    if (!answer.value.starts_with(begin)) continue;
    const std::string_view rest = std::string_view(answer.value).substr(begin.size());
    // What comes next is a role in brackets or the end of the phrase. A name such as "a helpermann" goes on otherwise.
    if (rest.starts_with(" (") || rest.starts_with(", ") || rest == " present") return false;
  }
  return true;
}

}  // namespace daybook::vault
