#pragma once

#include <algorithm>
#include <deque>
#include <map>

#include "ui/model/session.h"

namespace daybook::ui {

/// A picture, or another file that says of itself when and where it was made.
struct SmallPicture {
  bool is_ready = false;                        // false: it is still being read
  std::optional<vault::ReducedPicture> pixels;  // none: it was not drawn
  std::optional<vault::FileSays> facts;
};

struct PicturesState {
  std::map<vault::ItemNumber, SmallPicture> small;
  const SmallPicture* find(vault::ItemNumber item) const {
    const auto found = small.find(item);
    return found == small.end() ? nullptr : &found->second;
  }
  /// How many are still being read.
  std::size_t waiting() const {
    return static_cast<std::size_t>(
        std::count_if(small.begin(), small.end(), [](const auto& one) { return !one.second.is_ready; }));
  }
};

/// The item may be any file of which vault::says_of_itself() is true.
struct NeedPicture {
  vault::ItemNumber item;
};

/// Gets the pictures that the window shows, and what files say of themselves. Pictures are decoded and made small by
/// picture-reader, a process without keys, because whoever sent a picture may have made it to take over the program
/// that decodes it.
class PicturesArea {
 public:
  using Takes = std::variant<NeedPicture>;

  PicturesArea(Session& session, PicturesState& state) : m_session(session), m_state(state) {}

  void on(const NeedPicture& need);
  void on(const PictureBrought& brought);
  void on(const ItemsGone& gone) {
    for (const vault::ItemNumber item : gone.items) m_state.small.erase(item);
  }

 private:
  void make_room();
  void show(vault::ItemNumber number, std::optional<vault::FileSays> facts,
            std::optional<vault::ReducedPicture> pixels);
  void read(vault::ItemNumber number, const vault::ItemVersion& version, std::unique_ptr<ByteSource> source);

  Session& m_session;
  PicturesState& m_state;
  std::deque<vault::ItemNumber> m_asked;  // in the order in which they were asked for
};

}  // namespace daybook::ui
