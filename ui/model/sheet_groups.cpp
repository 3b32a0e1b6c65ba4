#include "ui/model/sheet_groups.h"

#include "ui/words/translate.h"

namespace daybook::ui {

std::optional<ErrorText> fault_of_groups(const TextInput& typed, const crypto::SecretBuffer& code) {
  std::string letters;
  for (const char c : typed.text()) {
    if (c >= 'a' && c <= 'z')
      letters += static_cast<char>(c - 'a' + 'A');
    else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
      letters += c;
  }
  // A code is written as groups of four with a sign between them.
  const std::string_view sheet = code.expose_text();
  const std::string_view second = sheet.substr(5, 4), fifth = sheet.substr(20, 4);
  if (letters.size() == 8 && letters.starts_with(second) && letters.ends_with(fifth)) return std::nullopt;
  return ErrorText{tr("That is different from the sheet."), "", tr("Look at groups 2 and 5 again.")};
}

void ask_for_sheet(Session& session, bool asks) {
  Preferences preferences = session.state().preferences;
  if (std::exchange(preferences.asks_for_sheet, asks) != asks) session.change_preferences(preferences);
}

}  // namespace daybook::ui
