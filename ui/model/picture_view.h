#pragma once

#include <map>

#include "ui/model/session.h"
#include "vault/intake/looked_at_picture.h"

namespace daybook::ui {

/// The picture that is looked at closely, on a screen of its own.
struct PictureViewState {
  vault::ItemNumber item{};
  std::uint64_t message = 0;             // of that conversation, which names the picture; 0: the item is the picture
  std::vector<vault::ItemNumber> among;  // the pictures through which she steps, in the order in which she sees them
  bool shows_all = false;                // none of them is covered
  bool is_uncovered = false;             // this one is shown, although pictures are covered
  bool is_ready = false;                 // its size is known, or it is known that it cannot be shown
  std::uint32_t width = 0, height = 0;   // of the whole picture, as it is meant to be seen; 0: it cannot be shown
  bool is_broken_off = false;            // its process gave no more parts
  std::map<vault::PicturePart, Bytes> parts;  // the pixels that are there
  std::uint64_t revision = 0;                 // grows with each picture that is looked at

  /// The place of the picture in `among`, from 0. Nothing when it is not there.
  std::optional<std::size_t> place() const;
};

/// Opens a picture to be looked at. She steps on to those of `among` that are pictures too.
struct LookAtPicture {
  vault::ItemNumber item;
  std::vector<vault::ItemNumber> among = {};
  bool shows_all = false;
  std::uint64_t message = 0;  // as in PictureViewState
};
struct UncoverLookedAt {};
struct StepPicture {
  int by;  // 1: to the next picture, -1: to the one before
};
/// The parts that are seen, and then those around them. Only what is named last is brought.
struct NeedParts {
  std::vector<vault::PicturePart> parts;
};

/// Brings the parts of one picture as they are looked at. A process without keys holds the picture, for as long as its
/// screen is there.
class PictureViewArea {
 public:
  using Takes = std::variant<LookAtPicture, UncoverLookedAt, StepPicture, NeedParts>;

  PictureViewArea(Session& session, PictureViewState& state) : m_session(session), m_state(state) {}

  void on(const LookAtPicture& look);
  void on(const UncoverLookedAt&);
  void on(const StepPicture& step);
  void on(const NeedParts& need);
  void on(const ScreenLeft& left);
  void on(const ItemsGone& gone);
  void on(const RecordCloses&) { clear(); }

 private:
  using Picture = std::shared_ptr<vault::LookedAtPicture>;

  void clear();
  void show(vault::ItemNumber item, std::vector<vault::ItemNumber> among, bool shows_all);
  void find_neighbours();
  void open();
  void opened(Result<Picture> picture);
  void bring_parts();

  Session& m_session;
  PictureViewState& m_state;
  Picture m_picture;                         // used by jobs only, once it is open
  std::vector<vault::PicturePart> m_wanted;  // the most wanted first
  bool m_is_bringing = false;
};

}  // namespace daybook::ui
