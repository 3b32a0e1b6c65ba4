#pragma once

#include <string>
#include <vector>

namespace daybook::ui {

/// What can be said of an item, one question a screen.
struct Question {
  const char* id;  // vault::question
  const char* text;
  const char* why;
  std::vector<const char*> choices;  // besides her own words
};
const std::vector<Question>& questions();

/// "I did" and "I'm not sure" are answers, not people.
bool is_nobody(const std::string& name);

/// Tags that are there to begin with.
const std::vector<const char*>& starter_tags();

}  // namespace daybook::ui
