#pragma once

#include <map>
#include <set>

#include "ui/model/session.h"
#include "ui/model/text_input.h"
#include "vault/record/looking.h"

namespace daybook::ui {

/// What of the record is listed.
struct Filter {
  std::optional<vault::ShownAs> shown;  // none: everything
  std::string words, person, tag;
  std::string when;          // days in words; narrows only when they can be read
  bool by_happened = false;  // the order
  bool operator==(const Filter&) const = default;
  bool narrows() const { return *this != Filter{std::nullopt, "", "", "", "", by_happened}; }
};

struct TimelineState {
  bool is_loading = true;
  std::vector<vault::ItemKey> keys;  // newest first, all that match
  std::map<vault::ItemNumber, vault::ListedItem> rows;
  std::set<std::size_t> asked;  // pages of rows
  std::uint64_t revision = 0;   // of keys
  Filter wanted, found;         // `found`: what `keys` is for
};

struct TimelineForm {
  TextInput search, when;
  bool shows_filters = false;
};

struct SearchNow {};  // what stands in the fields for searching
struct FilterBy {
  Filter filter;
};
struct NeedRows {
  std::size_t first, count;
};

/// All items that match what is looked for. Only what is near the screen is read.
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
