#pragma once

#include <map>
#include <set>

#include "ui/model/session.h"
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
  Filter wanted, found;  // `wanted` is what the screen shows as chosen; `keys` is, or is about to be, for `found`
};

struct TimelineForm {
  TextInput search, when;
  bool shows_filters = false;
  bool shows_all_begun = false;  // all that is not saved, not the latest alone
};

struct SearchNow {};  // searches for what stands in the fields
struct FilterBy {
  Filter filter;
};
struct NeedRows {  // the rows that are seen, as indexes into TimelineState::keys
  std::size_t first, count;
};

/// Lists all items that match the filter. Only the rows near those that are seen are read from the record.
class TimelineArea {
 public:
  using Takes = std::variant<SearchNow, FilterBy, NeedRows>;

  TimelineArea(Session& session, TimelineState& state, TimelineForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  void on(const SearchNow&) { search(); }
  void on(const FilterBy& by);
  void on(const NeedRows& need);
  void on(const RecordOpened&) { load_keys(); }
  void on(const RecordMerged&) { load_keys(); }
  void on(const ItemKept&) { load_keys(); }
  void on(const ItemAnswered& answered);
  void on(const ItemGone& gone);

 private:
  void search();
  void load_keys();

  Session& m_session;
  TimelineState& m_state;
  TimelineForm& m_form;
};

}  // namespace daybook::ui
