#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

/// A folder or a file is chosen in a screen of this program, because the dialogs of desktops write what was chosen into
/// lists of recent files, which others can read.
struct BrowseState {
  using For = BrowseFor;
  For purpose = For::adding;
  vault::Path folder;
  bool is_unpacked_copy = false;  // somebody unpacked a copy into `folder`
  struct Entry {
    vault::Path path;
    std::string name;
    bool is_folder = false;
    std::uint64_t size = 0;
  };
  std::vector<Entry> entries;
  std::vector<vault::Path> places;  // the home folder and what is plugged in, to go to at once
  bool is_loading = false;
  int listing = 0;  // grows with each folder that is listed

  /// True when a folder is being chosen and no file can be.
  bool wants_folder() const;
  /// True when the folder that is shown may be chosen.
  bool takes_folder() const;
};

struct Browse {
  BrowseFor purpose;
  vault::Path start = {};  // empty: the folder that was shown last, or first_place()
};
struct BrowseTo {
  vault::Path folder;
};
struct ChooseFile {
  vault::Path file;
};
struct ChooseFolder {};  // chooses the folder that is shown
struct LookForMedia {};  // where something is to be saved, so that what is plugged in can be named there
/// Chooses a folder that is offered without looking around.
struct ChoosePlace {
  BrowseFor purpose;
  vault::Path folder;
};

/// Lists folders, and tells the other areas which place was chosen and for what purpose (PlaceChosen).
class BrowsingArea {
 public:
  using Takes = std::variant<Browse, BrowseTo, ChooseFile, ChooseFolder, LookForMedia, ChoosePlace>;

  BrowsingArea(Session& session, BrowseState& state) : m_session(session), m_state(state) {}

  void on(const Browse& browse);
  void on(const BrowseTo& to) { list(to.folder); }
  void on(const ChooseFile& chosen);
  void on(const ChooseFolder&);
  void on(const LookForMedia&) { look_for_media(); }
  void on(const ChoosePlace& chosen);

  /// Looks for media again and again while a page names them: one is plugged in or taken out while it is shown.
  void watch_media(bool are_named);
  /// In how many seconds to call watch_media() again.
  static std::optional<double> next_look(bool are_named);

 private:
  void list(const vault::Path& folder);
  void look_for_media();

  Session& m_session;
  BrowseState& m_state;
  double m_looked_at = 0;  // when media were looked for last, on the clock of the session
};

}  // namespace daybook::ui
