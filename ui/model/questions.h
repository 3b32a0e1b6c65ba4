#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daybook::ui {

/// A question about an item. The window asks one at a time. The texts are in English and pass tr() when they are shown.
struct Question {
  const char* id;  // one of vault::question
  const char* text;
  const char* why;                   // it is asked
  std::vector<const char*> choices;  // answers that are offered beside the keeper's own words
};
/// All questions, in the order in which they are asked.
const std::vector<Question>& questions();

/// The words of the window for what is asked: one of questions(), or what the keeper is asked elsewhere. Empty for what
/// she is asked nowhere.
const char* question_text(std::string_view question);

/// An answer as the window shows it: one of the choices is translated, the keeper's own words stay as they are.
std::string shown_answer(std::string_view question, const std::string& kept);
/// An answer as the record keeps it: one of the choices in English, in whatever language she chose it. It goes into
/// copies, which are in English, and the window may be in another language tomorrow.
std::string kept_answer(std::string_view question, const std::string& shown);

/// True for the answers that are offered to "Who sent or made it?" ("I did", "I'm not sure"): they name no person.
bool is_nobody(const std::string& name);

/// Tags that are offered to a keeper who has made none yet. They pass tr() when they are shown.
const std::vector<const char*>& starter_tags();

}  // namespace daybook::ui
