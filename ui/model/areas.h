#pragma once

#include "ui/model/adding.h"
#include "ui/model/browsing.h"
#include "ui/model/case.h"
#include "ui/model/checking.h"
#include "ui/model/first_run.h"
#include "ui/model/helping.h"
#include "ui/model/importing.h"
#include "ui/model/item.h"
#include "ui/model/lock.h"
#include "ui/model/people.h"
#include "ui/model/pictures.h"
#include "ui/model/removing.h"
#include "ui/model/safety.h"
#include "ui/model/sharing.h"
#include "ui/model/timeline.h"
#include "ui/model/unlock.h"

namespace daybook::ui {

/// All that is shown, without a word of how. Screens are functions of it; each part is changed by its area alone.
struct AppState : SessionState, LockState {
  FirstRunState first_run;
  UnlockState unlock;
  TimelineState timeline;
  AddState add;
  ImportState importing;
  ItemState item;
  LastAnswers last_answers;
  PicturesState pictures;
  PeopleState people;
  CaseState case_details;
  HelperState helper;
  BrowseState browse;
  ShareState share;
  CheckState check;
  SafetyState safety;
  RemovalState removal;
};

/// All that is being typed and chosen in fields: screens write into it, areas read it.
struct Forms {
  FirstRunForm first_run;
  UnlockForm unlock;
  TimelineForm timeline;
  AddForm add;
  ItemForm item;
  PeopleForm people;
  CaseForm case_details;
  HelperForm helper;
  ShareForm share;
  CheckForm check;
  SafetyForm safety;
  TextInput cover;      // the page that stands in the place of a hidden record
  TextInput new_cover;  // as it is being written in the settings
};

/// One variant of all the alternatives of some.
template <class... Variants>
struct Joined;
template <class... All>
struct Joined<std::variant<All...>> {
  using Type = std::variant<All...>;
};
template <class... First, class... Second, class... Rest>
struct Joined<std::variant<First...>, std::variant<Second...>, Rest...>
    : Joined<std::variant<First..., Second...>, Rest...> {};

struct TakeOffer {};  // what the message at the top offers

/// Everything that a person can do in the window. A button, a shortcut and a test make the same one.
using Action = Joined<std::variant<TakeOffer>, ScreenStack::Takes, Session::Takes, LockArea::Takes, FirstRunArea::Takes,
                      UnlockArea::Takes, TimelineArea::Takes, AddingArea::Takes, ImportingArea::Takes, ItemArea::Takes,
                      PicturesArea::Takes, PeopleArea::Takes, CaseArea::Takes, HelpingArea::Takes, BrowsingArea::Takes,
                      SharingArea::Takes, CheckingArea::Takes, SafetyArea::Takes, RemovingArea::Takes>::Type;

/// What the screens of one frame asked for, applied by the router after it.
using Actions = std::vector<Action>;

}  // namespace daybook::ui
