#pragma once

#include <limits>

#include "ui/desktop/ui.h"
#include "ui/model/areas.h"

namespace daybook::ui {

// The window is drawn anew for each frame, by draw_window() and one draw_<place>() for each screen. The state that is
// shown is const. What is typed goes into forms. What a person does becomes an action (ui/model/areas.h), which the
// router applies after the frame.

/// What belongs to the view and not to the state that is shown: where a list is scrolled to, which pictures the
/// graphics card holds.
struct Views {
  bool menu_is_open = false;
  bool wants_list = false;      // the focus goes to the list as soon as it is there
  bool wants_filters = false;   // the focus goes to the first filter as soon as it is there
  bool wants_answer = false;    // the focus goes to what is not decided yet
  bool asks_to_remove = false;  // in the frame before, the page of an item asked whether it is to be removed
  struct List {
    double scroll = 0;         // pixels; a float would lose single ones in a long list
    double scroll_before = 0;  // in the frame before
    std::size_t chosen = 0;
    std::size_t anchor = 0;    // the row from which Shift marks
    vault::ItemNumber item{};  // in the row `chosen`, which it keeps when other rows come or go
    int frames_to_follow = 0;  // in which the page scrolls so that the row with the focus is seen
    float above = 0;           // the pixels of the page above the list, in the frame before
    int frames_of_search = 0;  // in which what is typed into the list goes to the search that was begun by it
    std::uint64_t revision = ~std::uint64_t{0};
    float em = 0;
    std::string language;  // of the days
    struct Day {
      std::size_t first;  // the index of its first row in the list
      double top;
      std::string text;
    };
    std::vector<Day> days;
    double height = 0;
    struct Menu {
      vault::ItemNumber item;
      ImVec2 at;             // its corner
      bool has_come = true;  // it was not there in the frame before
    };
    std::optional<Menu> menu;  // of a row
  } list;
  struct Report {
    struct Strip {
      std::size_t page, block, row;
    };
    std::vector<Strip> strips;
    std::vector<float> heights;  // of the strips, in pixels; below 0: the strip was not seen yet
    std::map<std::pair<std::size_t, std::size_t>, std::vector<float>> columns;  // shares of the width, of each table
    std::uint64_t revision = ~std::uint64_t{0};
    float em = 0, width = 0;
    double scroll = 0;
    bool stays_at_end = false;
  } report;
  std::map<vault::ItemNumber, Textures::Id> pictures;
  std::map<std::uint64_t, Textures::Id> attachments;  // of messages of the conversation
  std::uint64_t attachments_of = 0;                   // its revision
  struct LookedAt {
    std::uint64_t revision = 0;
    std::optional<double> scale;  // pixels of the window for one of the picture; none: all of the picture is seen
    double x = 0, y = 0;          // the place in the picture that stands in the middle
    ImVec2 room;                  // the pixels of the window in which it was drawn last
    std::map<vault::PicturePart, Textures::Id> textures;
    std::vector<vault::PicturePart> wanted;  // the parts that were asked for last
  } looked_at;
  struct Reading {
    struct Seen {
      std::vector<Cell> cells;
      std::vector<vault::TextPlace> places;  // where the words stand that were looked for
    };
    std::uint64_t revision = 0, found_revision = 0;
    float em = 0, width = 0;
    std::vector<float> heights;  // of the pieces, in pixels; below 0: the piece was not seen yet
    std::map<std::size_t, Seen> seen;
    double scroll = 0;
    PlaceInPieces anchor, caret;  // the ends of what is chosen
    std::size_t asked_first = 0, asked_count = 0;
  } reading;
  // Where the messages of a conversation are scrolled to: `above` pixels of message `top` stand above the upper edge.
  struct Talk {
    std::uint64_t revision = 0, moves = 0;
    std::uint64_t top = 1, last = 1;  // the last message in sight
    double above = 0;
    std::uint64_t asked_first = 0, asked_count = 0;
    int frames_to_follow = 0;  // in which the page scrolls so that the messages are seen
    float em = 0, width = 0;
    float average = 0;                                      // pixels of a message, of those that were seen
    std::optional<std::int32_t> day;                        // that is on the screen, as far as messages say
    std::optional<std::vector<std::uint64_t>> asked_files;  // the messages whose files were asked for last
  } talk;
  std::uint64_t banner = 0;         // the number of the banner that was drawn last
  std::uint64_t banner_before = 0;  // of the banner that was there when the screen came
  std::uint64_t verdict = 0;        // the number of the verdict that was drawn last
  Screen screen = Screen::help;     // the screen that was drawn last
  int step = -1;                    // the step of that screen that was drawn last
};

/// What one frame of a screen is drawn from: the state, which the screen cannot change, the forms, the views, and the
/// actions, to which the screen adds what a person asks for.
struct Frame {
  const AppState& state;
  Forms& forms;
  Views& views;
  Ui& ui;
  Actions& actions;
  bool has_come = false;  // the screen, or this step of it, was not there in the frame before
};

/// Draws everything in the window for one frame, and adds what a person asks for to `actions`.
void draw_window(const AppState& state, Forms& forms, Views& views, Ui& ui, Actions& actions);

// The screens, one file each (<name>_screen.cpp). Each gets its own state and form, where it has them, and the frame.
// The table in screen_table.cpp names each of them.
void draw_first_run(const FirstRunState& run, FirstRunForm& form, Frame& frame);
void draw_unlock(const UnlockState& unlock, UnlockForm& form, Frame& frame);
void draw_timeline(Frame& frame);
void draw_add(const AddState& add, AddForm& form, Frame& frame);
void draw_item(const ItemState& item, ItemForm& form, Frame& frame);
void draw_picture_view(const PictureViewState& looked_at, Frame& frame);
void draw_text_view(const TextViewState& text, TextViewForm& form, Frame& frame);
void draw_conversation(const ConversationState& shown, ConversationForm& form, Frame& frame);
void draw_people(const PeopleState& people, PeopleForm& form, Frame& frame);
void draw_case(const CaseState& details, CaseForm& form, Frame& frame);
void draw_share(const ShareState& share, ShareForm& form, Frame& frame);
void draw_copies(const CopiesState& copies, Frame& frame);
void draw_check(const CheckState& check, CheckForm& form, Frame& frame);
void draw_browse(const BrowseState& browse, Frame& frame);
void draw_settings(TextInput& cover, Frame& frame);
void draw_keep_safe(const SafetyState& safety, SafetyForm& form, Frame& frame);
void draw_helper(const HelperState& helper, HelperForm& form, Frame& frame);
void draw_help(Frame& frame);

/// Draws words, a note, or a file that is text on the item's page, as far as it is not too long for that.
void draw_item_text(const ItemState& shown, Frame& frame);
/// Draws the question how much of a conversation goes into a copy.
void draw_how_much(const ConversationState& shown, Frame& frame);
/// Draws what else is asked of a conversation: what its dates mean, and which sender the keeper is.
void draw_conversation_questions(const ConversationState& shown, ConversationForm& form, Frame& frame);
/// Draws tags as chips: those that are chosen, and where `shows_others` those that the record has, some to begin with
/// and a field for another one. Answers the tag that was pressed or typed.
std::optional<std::string> draw_tag_chips(const std::vector<std::string>& chosen, bool shows_others, TextInput& new_tag,
                                          Frame& frame);
/// Unfolds the tags of the chosen messages of the conversation, and draws them.
void show_message_tags(Frame& frame);
void draw_message_tags(const ConversationState& shown, ConversationForm& form, Frame& frame);
/// Says which tags of the conversation stand beside no message of it.
void draw_tags_not_shown(const ConversationState& shown, Ui& ui);
/// The tags of a message in words. Empty where it has none.
std::string message_tags_text(const ConversationState& shown, std::uint64_t message);
/// How many things are kept of the day of the conversation that is on the screen.
std::size_t count_beside(const ConversationState& shown);
/// Draws that day and at most `room` of these things, each kBesideHeight ems high and `width` pixels wide.
void draw_beside_day(const ConversationState& shown, float width, std::size_t room, Frame& frame);
constexpr float kBesideHeight = 3.1f;
/// Draws the notes beside the item.
void draw_item_notes(const ItemState& item, Frame& frame);

/// Draws the question about an item that is being answered, on the item's screen in place of the item.
void draw_question(const ItemState& item, ItemForm& form, Frame& frame);

/// Draws the only page that is shown between the time to lock and the end of what is being saved.
void draw_finishing(Frame& frame);

/// Draws messages about what just happened or failed, what is under way, and what is about to happen.
void draw_banners(Frame& frame);
/// Draws what narrows and orders the list: search, kinds, people, tags, days and order. Below stands how many items
/// there are, or where rows are marked and `marks` is set, what can be done with those.
void draw_filters(const TimelineState& timeline, TimelineForm& form, bool marks, Frame& frame);

/// Puts the focus into the field in which words are looked for: in what is read, else in the list.
void go_to_search(Frame& frame);

/// Asks for what is in the clipboard, to be kept. Words that were copied out of a note of hers become a note.
void paste_from(Ui& ui, Actions& actions);

/// What something that is not saved yet is called.
std::string title_of(const Begun& begun);

/// Draws the filters and all items that match. With `chosen`, Enter and clicks choose items instead of opening them.
void draw_item_list(Frame& frame, const std::set<vault::ItemNumber>* chosen);

/// Draws what only the keeper can decide before the copy is made. `next` is the name of the button that leads on, which
/// the caller draws below. Returns whether the error of the wizard was told beside the question that it is about.
bool draw_share_questions(const ShareState& share, ShareForm& form, const char* next, Frame& frame);

/// Draws the last step before the copy is saved: how it is locked and where it goes.
void draw_share_saving(const ShareState& share, ShareForm& form, Frame& frame);
/// Draws what came of saving.
void draw_share_saved(const ShareState& share, const ShareForm& form, Ui& ui);
/// Says which messages of conversations are chosen, of those of which not all goes along.
void draw_shared_parts(const ShareState& share, Ui& ui);
/// Counts what stays here, where it is still time to take it along.
void draw_share_left_out(const ShareState& share, const ShareForm& form, Ui& ui);

/// Draws the report of the copy that is about to be saved, in an area of its own that takes the rest of the room but
/// for `below` ems. Returns whether its end is seen.
bool draw_report(const ShareState& share, bool shows_pictures, float below, Frame& frame);

/// Draws a scroll bar at the right edge of `area`, which can be dragged. `scroll`, and the `height` of everything that
/// scrolls, are in pixels.
void draw_scrollbar(double& scroll, double height, Ui& ui, const Ui::Press& area);

/// Draws a value with its label before it or, where there is no room, above it. The label is `label_ems` wide, and both
/// together take at most `most` pixels.
void draw_fact(Ui& ui, const char* label, std::string_view value, float label_ems, Tone tone = Tone::normal,
               float most = std::numeric_limits<float>::max());

/// Draws the languages to choose from, each by the name that it gives itself, in first run and in the settings.
void draw_languages(const SessionState& session, Ui& ui, Actions& actions);
/// Draws the sizes of text to choose from, in first run and in the settings.
void draw_text_sizes(const Settings& chosen, Ui& ui, Actions& actions);
/// Draws what the program can be called, in first run and in the settings. True when Enter was pressed in the field.
bool draw_names(NameForm& form, Ui& ui);
/// Draws the minutes until the lock to choose from, in first run and in the settings. True when one was chosen.
bool draw_lock_minutes(int& chosen, Ui& ui);

enum class PictureWish { none, cover_or_uncover, look };
/// Draws a picture, or says why there is none, with buttons to cover it and, where it `can_be_opened`, to look at it
/// closely. With `is_covered` it draws a panel in its place, with a button to uncover it. Returns what was pressed.
PictureWish draw_picture(Frame& frame, vault::ItemNumber item, bool is_covered, bool can_be_opened = true);

/// Draws the text that is read, and takes what the mouse and the keys do to it. `area` is where it stands, which must
/// be the last item of Dear ImGui.
void draw_text_reader(const TextViewState& text, const Ui::Press& area, Frame& frame);

/// Draws the messages that are seen, and takes what the mouse and the keys do to them. `area` is where they stand,
/// which must be the last item of Dear ImGui.
void draw_message_list(const Ui::Press& area, Frame& frame);
/// Begins a note beside the chosen messages of a conversation, which must be there.
Action begin_note_on(const ConversationState& shown);
/// Opens an item of the list: a conversation where it is read, all else on its page.
Action open_action(vault::ItemNumber item, const TimelineState& timeline);

/// Whether the field that was drawn last has the focus and is left downwards, to what was found.
bool goes_down();

/// The pixels of an em in a row of buttons above what needs the room. It grows with the text, but not without limit.
float em_of_row(const Ui& ui);

/// Destroys the textures of all parts of a picture that is not looked at any more.
/// Goes back from the screen of a picture.
void leave_picture(Frame& frame);
void drop_old_parts(const PictureViewState& looked_at, Views::LookedAt& view, Textures& textures);

/// Destroys the textures of small pictures that are not there any more.
void drop_old_pictures(const PicturesState& pictures, Views& views, Textures& textures);

/// Draws a picture without buttons, or says why there is none. True when somebody clicked on it.
bool draw_bare_picture(Frame& frame, vault::ItemNumber item);

/// The small picture of an item; null when it was not asked for. `texture` is set when the picture can be shown. The
/// texture is made when it is first needed, and destroyed when the picture is not there any more.
const SmallPicture* find_picture(Frame& frame, vault::ItemNumber item, Textures::Id& texture);

/// Draws the code of a sheet in its numbered groups.
void draw_sheet_code(Ui& ui, const crypto::SecretBuffer& code);
/// Draws a passphrase that was made up and is shown once. Its words must be ASCII.
void draw_secret_words(Ui& ui, const crypto::SecretBuffer& secret);
/// Draws where a new passphrase is chosen, with how strong it is. True when Enter was pressed in its field.
bool draw_choice_of_passphrase(Ui& ui, NewPassphrase& next, const char* name);
/// Draws where it is typed once more, with a look at the one that was chosen. True when Enter was pressed.
bool draw_second_passphrase(Ui& ui, NewPassphrase& next, const char* name, bool has_failed);
/// The button that shows or covers what stands in fields for secrets.
void draw_cover_button(Ui& ui, bool& is_shown);

/// Draws what happened, what is safe and what to do next.
void draw_error(Ui& ui, const ErrorText& error);

/// A kept text without the ends of lines behind its last one: an empty line there would look as if something were
/// missing.
std::string_view without_last_line_end(std::string_view text);

/// Puts kept words between marks that give them a direction of their own among our words (UAX 9, first strong isolate),
/// as `dir="auto"` does in HTML.
std::string isolated(std::string_view words);

/// The word for a kind of item, and its icon.
const char* name_of(vault::ShownAs shown);
Icon icon_of(vault::ShownAs shown);

}  // namespace daybook::ui
