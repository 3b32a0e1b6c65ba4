#pragma once

#include "ui/model/session.h"

namespace daybook::ui {

/// The program's own way to choose a folder or files: the desktop's dialog writes lists of recent files.
struct BrowseState {
  using For = BrowseFor;
  For purpose = For::adding;
  vault::Path folder;
  bool is_unpacked_copy = false;  // somebody unpacked one here
  struct Entry {
    vault::Path path;
    std::string name;
    bool is_folder = false;
    std::uint64_t size = 0;
  };
  std::vector<Entry> entries;
  std::vector<vault::Path> places;  // home, sticks
  bool is_loading = false;

  /// Only a folder is looked for.
  bool wants_folder() const;
  /// The one that is shown may be chosen.
  bool takes_folder() const;
};

struct Browse {
  BrowseFor purpose;
  vault::Path start = {};  // empty: where it was last
};
struct BrowseTo {
  vault::Path folder;
};
struct ChooseFile {
  vault::Path file;
};
struct ChooseFolder {};  // the one that is shown

/// What was chosen is told to all, with what it was looked for.
class BrowsingArea {
 public:
  using Takes = std::variant<Browse, BrowseTo, ChooseFile, ChooseFolder>;

  BrowsingArea(Session& session, BrowseState& state) : m_session(session), m_state(state) {}

  void on(const Browse& browse);
  void on(const BrowseTo& to) { list(to.folder); }
  void on(const ChooseFile& chosen);
  void on(const ChooseFolder&);

 private:
  void list(const vault::Path& folder);

  Session& m_session;
  BrowseState& m_state;
};

}  // namespace daybook::ui
