#pragma once

#include <tuple>

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

// What the window shows and does, without a window. Each place has an area: its state, which only the area changes; its
// form, which screens write into; its actions, one on() each; and its jobs (jobs.h). What happens in one area is an event
// (events.h) for the others. Begin with session.h, then any area; router.h brings it together.

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

/// All areas, each with its own part of what is shown and typed. They are told of what happens in this order.
struct Areas {
  Session& session;
  AppState& state;
  Forms& forms;

  LockArea lock{session, state};
  TimelineArea timeline{session, state.timeline, forms.timeline};
  PeopleArea people{session, state.people, forms.people};
  CaseArea case_details{session, state.case_details, forms.case_details};
  PicturesArea pictures{session, state.pictures};
  ItemArea item{session, state.item, forms.item, state.last_answers};
  HelpingArea helping{session, state.helper, forms.helper};
  AddingArea adding{session, state.add, forms.add, [this] { return helping.answers(); }};
  ImportingArea importing{session, state.importing, [this] { return helping.answers(); }};
  BrowsingArea browsing{session, state.browse};
  SharingArea sharing{session, state.share, forms.share};
  CheckingArea checking{session, state.check, forms.check};
  SafetyArea safety{session, state.safety, forms.safety};
  RemovingArea removing{session, state.removal};
  FirstRunArea first_run{session, state.first_run, forms.first_run};
  UnlockArea unlock{session, state.unlock, forms.unlock};

  auto all() {
    return std::tie(lock, timeline, people, case_details, pictures, item, adding, importing, helping, browsing, sharing,
                    checking, safety, removing, first_run, unlock);
  }
};

}  // namespace daybook::ui
