#pragma once

#include <map>
#include <set>

#include "ui/model/session.h"
#include "ui/model/share_actions.h"
#include "ui/model/text_indexing.h"
#include "ui/model/text_input.h"
#include "vault/record/looking.h"

namespace daybook::ui {

/// Which items of the record are listed, and in what order.
struct Filter {
  std::optional<vault::ShownAs> shown;  // none: everything
  std::string words, person, tag;
  std::string when;          // days in the keeper's words; left aside when no days can be read from them
  bool by_happened = false;  // ordered by the day it happened; else by the time it was added
  bool operator==(const Filter&) const = default;
  /// True when the filter may leave items out.
  bool narrows() const { return *this != Filter{std::nullopt, "", "", "", "", by_happened}; }
};

/// The days to which a filter narrows the list; nothing when no one time can be read from its words, or when that time
/// has not begun.
std::optional<vault::DayRange> days_of(const Filter& filter, const vault::LocalMoment& now);

struct TimelineState {
  bool is_loading = true;
  std::vector<vault::ItemKey> keys;  // all that match, in the order of the filter, latest first
  std::map<vault::ItemNumber, vault::ListedItem> rows;
  std::set<std::size_t> asked;  // the pages of rows that were asked for
  std::uint64_t revision = 0;   // grows when `keys` is read anew
  /// Chosen in the list, to do the same with all of them. Each of them is among `keys`, so that nothing is done to an
  /// item that is not listed.
  std::set<vault::ItemNumber> marked;
  bool asks_to_remove = false;  // whether the marked items are to be removed is being asked
  std::optional<std::set<vault::ItemNumber>> read_from_marked;  // conversations that stay; none: not known yet
  std::shared_ptr<JobProgress> removes;                         // of the items that are being removed; none: nothing is
  std::size_t removes_count = 0;                                // how many these are
  std::size_t not_searched = 0;                                 // how many long texts a search does not look into yet
  Filter wanted, found;  // `wanted` is what the screen shows as chosen; `keys` is, or is about to be, for `found`
};

struct TimelineForm {
  TextInput search, when;
  bool shows_filters = false;
  bool shows_all_begun = false;  // all that is not saved, not the latest alone
  bool shows_tags = false;       // tags to give to the marked items
  TextInput new_tag;
};

struct SearchNow {};  // searches for what stands in the fields
struct FilterBy {
  Filter filter;
};
struct NeedRows {  // the rows that are seen, as indexes into TimelineState::keys
  std::size_t first, count;
};

struct ToggleMarked {
  vault::ItemNumber item;
};
struct MarkOnly {  // these and no others, as far as they are listed; without any, none is marked
  std::set<vault::ItemNumber> items;
};
struct MarkAll {};
struct AskToRemoveMarked {
  bool asks;
};
struct RemoveMarked {};  // once it was asked whether they are to be removed
struct StopRemovingMarked {};
struct TagMarked {
  std::string tag;
};

/// Lists all items that match the filter. Only the rows near those that are seen are read from the record.
class TimelineArea {
 public:
  using Takes = std::variant<SearchNow, FilterBy, NeedRows, ToggleMarked, MarkOnly, MarkAll, AskToRemoveMarked,
                             RemoveMarked, StopRemovingMarked, TagMarked>;

  TimelineArea(Session& session, TimelineState& state, TimelineForm& form)
      : m_session(session),
        m_state(state),
        m_form(form),
        m_texts(session, state.not_searched, [this] { look_again(); }) {}

  bool works() const { return m_state.removes != nullptr; }

  void on(const SearchNow&) { search(); }
  void on(const FilterBy& by);
  void on(const NeedRows& need);
  void on(const ToggleMarked& toggled);
  void on(const MarkOnly& wanted) { mark(wanted.items); }
  void on(const MarkAll&);
  void on(const AskToRemoveMarked& ask_first);
  void on(const RemoveMarked&);
  void on(const StopRemovingMarked&) { stop_removing(); }
  void on(const TagMarked& tagged);
  void on(const BeginSharing& begin);
  void on(const RecordOpened&) { load_all(); }
  void on(const RecordMerged&) { load_all(); }
  void on(const ItemKept&) { load_all(); }
  void on(const ItemsAnswered& answered);
  void on(const ItemsGone& gone);
  void on(const RecordCloses&) {
    stop_removing();
    m_texts.stop();
  }

 private:
  void search();
  void load_all();
  void look_again();
  void load_keys();
  void mark(const std::set<vault::ItemNumber>& wanted);
  void stop_removing();

  Session& m_session;
  TimelineState& m_state;
  TimelineForm& m_form;
  TextIndexing m_texts;
};

}  // namespace daybook::ui
