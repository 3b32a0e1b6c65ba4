#include "vault/record/item.h"

#include "vault/record/message_tags.h"

namespace daybook::vault {

const char* to_text(ItemKind kind) {
  switch (kind) {
    case ItemKind::words:
      return "words";
    case ItemKind::note:
      return "note";
    case ItemKind::file:
      return "file";
    case ItemKind::conversation:
      return "conversation";
  }
  DAYBOOK_ASSERT(false);
  return "";
}

std::optional<ItemKind> parse_item_kind(std::string_view text) {
  for (const ItemKind kind : {ItemKind::words, ItemKind::note, ItemKind::file, ItemKind::conversation}) {
    if (text == to_text(kind)) return kind;
  }
  return std::nullopt;
}

bool is_question(std::string_view text) {
  for (const char* known :
       {question::kWho, question::kWhen, question::kWhere, question::kHow, question::kComplete, question::kTitle,
        question::kExhibit, question::kPeople, question::kTags, question::kMessageTags, question::kLanguage,
        question::kTyped, question::kHelper, question::kMe}) {
    if (text == known) return true;
  }
  return false;
}

bool names_people(std::string_view question) { return question == question::kWho || question == question::kPeople; }

Answers Item::current_answers() const {
  Answers current;
  for (const ItemAnswer& answer : answers)
    current[answer.question] = answer.value;  // `answers` is oldest first, so the newest value stays
  std::erase_if(current, [](const auto& entry) { return entry.second.empty(); });
  return current;
}

std::string Item::heading() const {
  const Answers current = current_answers();
  if (const auto title = current.find(question::kTitle); title != current.end()) return title->second;
  if (!versions.empty() && !newest().name.empty()) return newest().name;
  return item_text(number);
}

std::vector<std::string> lines_of(std::string_view value) {
  std::vector<std::string> lines;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find('\n'), value.size());
    if (end > 0) lines.emplace_back(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return lines;
}

}  // namespace daybook::vault
