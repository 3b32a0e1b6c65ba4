#pragma once

#include <string>
#include <variant>
#include <vector>

#include "ui/model/state.h"

namespace daybook::ui {

// Everything that a person can do in the window. A button, a shortcut and a test make the same one.

struct Go {
  Screen screen;
};
struct GoBack {};
struct HideNow {};
struct LockNow {};
struct StayOpen {};  // she did something: the time to lock begins again
struct CloseBanner {};

struct NextStep {};  // first run
struct PreviousStep {};
struct SuggestPassphrase {};
struct UseOwnPassphrase {};

struct Unlock {};
struct UseSheet {
  bool with_sheet;
};

struct SearchNow {};  // what stands in the fields for searching
struct FilterBy {
  Filter filter;
};
struct NeedRows {
  std::size_t first, count;
};
struct NeedPicture {
  vault::ItemNumber item;
};
struct OpenItem {
  vault::ItemNumber item;
};
struct CheckItem {};
struct UncoverPicture {};
struct AskToRemove {
  bool asks;
};
struct RemoveItem {};
struct AskQuestion {
  std::optional<std::size_t> question;  // none: enough for now
};
struct AnswerQuestion {
  std::string answer;
};

struct ToggleTag {
  std::string tag;
};

struct ChoosePerson {
  std::optional<std::string> name;
};
struct AddPerson {};
struct SavePerson {};
struct SaveCase {};
struct BeginHelp {};
struct EndHelp {};

struct BeginAdding {
  AddState::Kind kind;
  std::optional<vault::ItemNumber> about;
};
struct RewriteNote {};  // the one that is shown
struct PasteWords {
  std::string text;
};
struct PastePicture {
  std::shared_ptr<const Bytes> bytes;  // none: it could not be taken
  bool is_of_screen = false;
};
struct PasteFailed {};  // what holds the clipboard did not answer
struct UncoverAdded {};
struct SaveAdded {
  bool then_asks = false;
};
struct DropAdded {};
struct ImportFiles {
  std::vector<vault::Path> files;
};

struct Browse {
  BrowseState::For purpose;
};
struct BrowseTo {
  vault::Path folder;
};
struct ChooseFile {
  vault::Path file;
};
struct ChooseFolder {};  // the one that is shown

struct TakeOffer {};  // what a message offers
struct BeginSafety {
  SafetyState::Task task;
};
struct DoSafety {};  // the task that is shown, with what was typed and chosen
struct StopRemoval {};

struct BeginSharing {
  std::optional<vault::ItemNumber> item;
};
struct ToggleShared {
  vault::ItemNumber item;
};
struct NextShareStep {};
struct PreviousShareStep {};
struct StopSharing {};
struct CheckCopy {};
struct ShowHow {};        // how a copy was checked: closed at first
struct ForgetKeyFile {};  // the one chosen for opening a copy
struct SaveCopyFiles {
  vault::Path folder;  // a new one is made in it
};

struct ChangeSettings {
  Settings settings;
};
struct ChangePreferences {
  Preferences preferences;
};

using Action =
    std::variant<Go, GoBack, HideNow, LockNow, StayOpen, CloseBanner, NextStep, PreviousStep, SuggestPassphrase,
                 UseOwnPassphrase, Unlock, UseSheet, SearchNow, FilterBy, NeedRows, NeedPicture, OpenItem, CheckItem,
                 UncoverPicture, AskToRemove, RemoveItem, AskQuestion, AnswerQuestion, ToggleTag, ChoosePerson,
                 AddPerson, SavePerson, SaveCase, BeginHelp, EndHelp, BeginAdding, RewriteNote, PasteWords,
                 PastePicture, PasteFailed, UncoverAdded, SaveAdded, DropAdded, ImportFiles, Browse, BrowseTo,
                 ChooseFile, ChooseFolder, TakeOffer, BeginSafety, DoSafety, StopRemoval, BeginSharing, ToggleShared,
                 NextShareStep, PreviousShareStep, StopSharing, CheckCopy, ShowHow, ForgetKeyFile, SaveCopyFiles, ChangeSettings,
                 ChangePreferences>;

/// What the screens of one frame asked for, applied by App after it.
using Actions = std::vector<Action>;

}  // namespace daybook::ui
