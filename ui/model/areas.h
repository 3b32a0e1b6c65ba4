#pragma once

#include <tuple>

#include "ui/model/adding.h"
#include "ui/model/attachments.h"
#include "ui/model/browsing.h"
#include "ui/model/case.h"
#include "ui/model/checking.h"
#include "ui/model/clock_doubt.h"
#include "ui/model/conversation.h"
#include "ui/model/copies.h"
#include "ui/model/cover_page.h"
#include "ui/model/first_run.h"
#include "ui/model/helping.h"
#include "ui/model/importing.h"
#include "ui/model/interrupted.h"
#include "ui/model/item.h"
#include "ui/model/lock.h"
#include "ui/model/message_tagging.h"
#include "ui/model/people.h"
#include "ui/model/picture_view.h"
#include "ui/model/pictures.h"
#include "ui/model/removing.h"
#include "ui/model/safety.h"
#include "ui/model/saving_out.h"
#include "ui/model/sharing.h"
#include "ui/model/taking_chat.h"
#include "ui/model/text_view.h"
#include "ui/model/timeline.h"
#include "ui/model/unlock.h"

namespace daybook::ui {

// This folder holds what the window shows and does, without the window, so that tests can drive all of it. Each place
// has an area. An area has a state, which it alone changes, a form, which screens write into, actions with one on()
// each, and jobs (jobs.h). Areas hear of each other through events (events.h) only. Read session.h first, then any
// area. The router (router.h) brings them together.

/// Everything that the window shows, and nothing of how it is drawn. A screen is a function of this state. Each part of
/// the state is changed by its own area alone.
struct AppState : SessionState, LockState {
  FirstRunState first_run;
  UnlockState unlock;
  TimelineState timeline;
  AddState add;
  ImportState importing;
  InterruptedState interrupted;
  SavingOutState saving_out;
  ItemState item;
  LastAnswers last_answers;
  PicturesState pictures;
  PictureViewState picture_view;
  TextViewState text_view;
  ConversationState conversation;
  AttachmentsState attachments;
  TakingChatState taking_chat;
  PeopleState people;
  CaseState case_details;
  HelperState helper;
  BrowseState browse;
  ShareState share;
  CopiesState copies;
  CheckState check;
  ClockState clock;
  SafetyState safety;
  RemovalState removal;
};

/// Everything that is being typed or chosen in fields. Screens write into the forms, areas read and clear them.
struct Forms {
  FirstRunForm first_run;
  UnlockForm unlock;
  TimelineForm timeline;
  AddForm add;
  ItemForm item;
  TextViewForm text_view;
  ConversationForm conversation;
  PeopleForm people;
  CaseForm case_details;
  HelperForm helper;
  ShareForm share;
  CheckForm check;
  SafetyForm safety;
  TextInput cover;                   // the page that stands in the place of a hidden record
  TextInput new_cover;               // the words of that page while they are changed in the settings
  std::optional<NameForm> new_name;  // of the program, as it is chosen in the settings; none: they were not opened
};

/// Makes one std::variant with the alternatives of several, in their order.
template <class... Variants>
struct Joined;
template <class... All>
struct Joined<std::variant<All...>> {
  using Type = std::variant<All...>;
};
template <class... First, class... Second, class... Rest>
struct Joined<std::variant<First...>, std::variant<Second...>, Rest...>
    : Joined<std::variant<First..., Second...>, Rest...> {};

struct TakeOffer {};  // does what the message at the top of the screen offers (Banner::Offer)

/// Everything that a person can do in the window. A button, a shortcut and a test make the same value, so that a test
/// does what a person does.
using Action =
    Joined<std::variant<TakeOffer>, ScreenStack::Takes, Session::Takes, LockArea::Takes, FirstRunArea::Takes,
           UnlockArea::Takes, TimelineArea::Takes, AddingArea::Takes, ImportingArea::Takes, InterruptedArea::Takes,
           SavingOutArea::Takes, ItemArea::Takes, PicturesArea::Takes, PictureViewArea::Takes, TextViewArea::Takes,
           ConversationArea::Takes, AttachmentsArea::Takes, MessageTaggingArea::Takes, TakingChatArea::Takes,
           PeopleArea::Takes, CaseArea::Takes, HelpingArea::Takes, BrowsingArea::Takes, SharingArea::Takes,
           CopiesArea::Takes, CheckingArea::Takes, ClockArea::Takes, SafetyArea::Takes, RemovingArea::Takes>::Type;

/// What the screens of one frame asked for. The router applies these actions when the frame is drawn.
using Actions = std::vector<Action>;

/// All areas, each with its own part of the state and of the forms.
struct Areas {
  Session& session;
  AppState& state;
  Forms& forms;

  LockArea lock{session, state};
  TimelineArea timeline{session, state.timeline, forms.timeline};
  PeopleArea people{session, state.people, forms.people};
  CaseArea case_details{session, state.case_details, forms.case_details};
  PicturesArea pictures{session, state.pictures};
  PictureViewArea picture_view{session, state.picture_view};
  TextViewArea text_view{session, state.text_view, forms.text_view};
  ConversationArea conversation{session, state.conversation, forms.conversation};
  AttachmentsArea attachments{session, state.attachments};
  MessageTaggingArea message_tagging{session, state.conversation, forms.conversation};
  TakingChatArea taking_chat{session, state.taking_chat};
  ItemArea item{session, state.item, forms.item, state.last_answers};
  HelpingArea helping{session, state.helper, forms.helper};
  AddingArea adding{session, state.add, forms.add, [this] { return helping.answers(); }};
  ImportingArea importing{session, state.importing, [this] { return helping.answers(); }};
  InterruptedArea interrupted{session, state.interrupted};
  SavingOutArea saving_out{session, state.saving_out};
  BrowsingArea browsing{session, state.browse};
  SharingArea sharing{session, state.share, forms.share};
  CopiesArea copies{session, state.copies};
  CheckingArea checking{session, state.check, forms.check};
  ClockArea clock{session, state.clock};
  CoverPageArea cover_page{session, forms.new_cover};
  SafetyArea safety{session, state.safety, forms.safety};
  RemovingArea removing{session, state.removal};
  FirstRunArea first_run{session, state.first_run, forms.first_run};
  UnlockArea unlock{session, state.unlock, forms.unlock};

  /// The areas in the order in which the router tells them of an action or an event.
  auto all() {
    return std::tie(lock, timeline, people, case_details, pictures, picture_view, text_view, conversation, attachments,
                    message_tagging, taking_chat, item, adding, importing, interrupted, saving_out, helping, browsing,
                    sharing, copies, checking, clock, cover_page, safety, removing, first_run, unlock);
  }
};

}  // namespace daybook::ui
