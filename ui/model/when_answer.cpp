#include "ui/model/when_answer.h"

namespace daybook::ui {

std::string typed_when(const std::string& kept) { return std::string(vault::own_words(kept)); }

std::string when_in_field(const vault::Item& item, const std::string& typed) {
  const vault::Answers answers = item.current_answers();
  const auto known = answers.find(vault::question::kWhen);
  return known != answers.end() && typed_when(known->second) == typed ? known->second : typed;
}

}  // namespace daybook::ui
