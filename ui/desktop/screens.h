#pragma once

#include "ui/desktop/ui.h"
#include "ui/model/areas.h"

namespace daybook::ui {

// The window, drawn anew for each frame: draw_window() and one draw_<place>() a screen. What is shown is const; what is
// typed goes into forms; what a person does becomes an action (ui/model/areas.h), which the router applies afterwards.

/// What belongs to looking and not to what is looked at: where a list is scrolled to, which pictures the card holds.
struct Views {
  bool menu_is_open = false;
  bool wants_list = false;  // the focus goes to the list as soon as it is there
  struct List {
    double scroll = 0;  // pixels; a float loses them in a long list
    std::size_t chosen = 0;
    std::uint64_t revision = ~std::uint64_t{0};
    float em = 0;
    struct Day {
      std::size_t first;  // place in the list
      double top;
      std::string text;
    };
    std::vector<Day> days;
    double height = 0;
  } list;
  struct Report {
    struct Strip {
      std::size_t page, block, row;
      bool is_picture;
    };
    std::vector<Strip> strips;
    std::vector<float> heights;  // 0: not seen yet
    std::uint64_t revision = ~std::uint64_t{0};
    float em = 0, width = 0;
    double scroll = 0;
  } report;
  std::map<vault::ItemNumber, Textures::Id> pictures;
  std::uint64_t verdict = 0;     // the one that was drawn last
  Screen screen = Screen::help;  // likewise
  int step = -1;                 // of the screens that have some
};

/// What a screen is drawn from, once: all that is shown, which it cannot change; what is being typed; what belongs to
/// looking; and what a person asks for by it.
struct Frame {
  const AppState& state;
  Forms& forms;
  Views& views;
  Ui& ui;
  Actions& actions;
  bool has_come = false;  // the screen, or this step of it, was not there in the frame before
};

/// Everything in the window, for one frame.
void draw_window(const AppState& state, Forms& forms, Views& views, Ui& ui, Actions& actions);

// The screens, one file each (<name>_screen.cpp): their own state, what is typed in them, and what is around. The table
// in screens.cpp names each of them.
void draw_first_run(const FirstRunState& run, FirstRunForm& form, Frame& frame);
void draw_unlock(const UnlockState& unlock, UnlockForm& form, Frame& frame);
void draw_timeline(Frame& frame);
void draw_add(const AddState& add, AddForm& form, Frame& frame);
void draw_item(const ItemState& item, ItemForm& form, Frame& frame);
void draw_people(const PeopleState& people, PeopleForm& form, Frame& frame);
void draw_case(const CaseState& details, CaseForm& form, Frame& frame);
void draw_share(const ShareState& share, ShareForm& form, Frame& frame);
void draw_check(const CheckState& check, CheckForm& form, Frame& frame);
void draw_browse(const BrowseState& browse, Frame& frame);
void draw_settings(TextInput& cover, Frame& frame);
void draw_keep_safe(const SafetyState& safety, SafetyForm& form, Frame& frame);
void draw_helper(const HelperState& helper, HelperForm& form, Frame& frame);
void draw_help(Frame& frame);

/// The question about an item that is being answered: a part of its screen.
void draw_question(const ItemState& item, ItemForm& form, Frame& frame);

/// All that is shown between the time to lock and the end of what is being saved.
void draw_finishing(Frame& frame);

/// What just happened or failed, what is under way, and what is about to happen.
void draw_banners(Frame& frame);
/// Search, kinds, people, tags, days, order.
void draw_filters(const TimelineState& timeline, TimelineForm& form, Frame& frame);

/// The field for searching and all items that match. With `chosen`, Enter and clicks choose items instead of opening
/// them.
void draw_item_list(Frame& frame, const std::set<vault::ItemNumber>* chosen);

/// The report of the copy that is about to be saved, in an area of its own that takes the rest of the room.
void draw_report(const ShareState& share, bool shows_pictures, Frame& frame);

/// What shows where in something long one is, at the right edge of its area, where it can be dragged. `scroll` and
/// `height` of it all are pixels.
void draw_scrollbar(double& scroll, double height, Ui& ui, const Ui::Press& area);

/// What is known, with its label before it or, where there is no room, above it.
void draw_fact(Ui& ui, const char* label, std::string_view value, float label_ems, Tone tone = Tone::normal);

/// Choices that first run and the settings both offer. True when another time to lock was chosen.
void draw_text_sizes(const Settings& chosen, Ui& ui, Actions& actions);
bool draw_lock_minutes(int& chosen, Ui& ui);

/// A picture that was asked for, or why there is none; `is_covered` is up to the caller. True when it was pressed to be
/// covered or uncovered.
bool draw_picture(Frame& frame, vault::ItemNumber item, bool is_covered);

/// The picture alone, or why there is none.
void draw_bare_picture(Frame& frame, vault::ItemNumber item);

/// A small picture, with its texture made when it is first seen.
const SmallPicture* find_picture(Frame& frame, vault::ItemNumber item, Textures::Id& texture);

/// The code of a sheet in its groups; words that are shown once.
void draw_sheet_code(Ui& ui, const crypto::SecretBuffer& code);
void draw_secret_words(Ui& ui, const crypto::SecretBuffer& secret);

/// What happened, what is safe, what to do next.
void draw_error(Ui& ui, const ErrorText& error);

/// Kept words among our own: in their own direction (UAX 9, first strong isolate), as `dir="auto"` has them.
std::string isolated(std::string_view words);

/// The words for a kind of item.
const char* name_of(vault::ShownAs shown);
Icon icon_of(vault::ShownAs shown);

}  // namespace daybook::ui
