#pragma once

#include "ui/model/session.h"
#include "vault/record/copies_made.h"

namespace daybook::ui {

struct CopiesState {
  std::vector<vault::CopyMade> copies;  // newest first
  bool is_loading = false;
  std::optional<std::string> chosen;  // the UUID of the copy that is shown with its details; none: the list is shown
  bool came_straight = false;         // to that copy, and not by the list

  /// The copy that is shown with its details; null when it is the list that is shown.
  const vault::CopyMade* shown() const;
};

struct ShowCopies {
  std::optional<std::string> bundle;  // with the details of this copy
};
struct ChooseCopy {
  std::string bundle;
};
/// From the details to where they were opened, and from the list to the screen before.
struct LeaveCopy {};
struct NoteGiven {
  vault::Given given;
};

/// Shows every copy that was made, and notes whether it was given to whom it was made for.
class CopiesArea {
 public:
  using Takes = std::variant<ShowCopies, ChooseCopy, LeaveCopy, NoteGiven>;

  CopiesArea(Session& session, CopiesState& state) : m_session(session), m_state(state) {}

  void on(const ShowCopies& show);
  void on(const ChooseCopy& chosen) { m_state.chosen = chosen.bundle; }
  void on(const LeaveCopy&);
  void on(const NoteGiven& noted);
  void on(const CopiesChanged&);

 private:
  void load();

  Session& m_session;
  CopiesState& m_state;
};

/// For whom a copy was made, as a phrase: `for the police`. Empty where it was not said. The words of the window are
/// translated; words of her own stand as they are, as one line.
std::string recipient_text(const vault::CopyMade& copy);
/// In which copies an item went, newest first: `In 2 copies: Tuesday 3 June 2025, for the police; ...`. Empty when
/// in none. Copies that were never finished went nowhere and do not count.
std::string went_in_text(const std::vector<vault::CopyMade>& copies);

}  // namespace daybook::ui
