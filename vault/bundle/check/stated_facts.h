#pragma once

#include "vault/bundle/check/grammar.h"

namespace daybook::vault {

/// What meta/manifest.json states of a copy as a whole (format.md, "stated"), as far as it is told to people. The
/// keeper's program says all of that, and nothing in a copy bears it out. Its texts are foreign and must only be shown
/// through ui/words/foreign_text.h. A member that the copy does not have is not there: what is not stated is not said.
struct StatedFacts {
  /// What is kept of the copy's own texts and lists. A hostile copy could have a megabyte of them.
  static constexpr std::size_t kMostTextBytes = 64 * 1024, kMostNameBytes = 1024, kMostListed = 50;

  /// The first elements of a list, and how many come after them.
  template <class Element>
  struct Several {
    std::vector<Element> first;
    std::uint64_t more = 0;
    std::uint64_t count() const { return first.size() + more; }
  };
  struct NotesBeside {
    std::string item;  // 000123
    std::uint64_t notes = 0;
  };
  struct Removed {
    std::string time;  // UTC
    int offset = 0;    // minutes between local time and UTC
  };

  std::optional<std::string> prepared_by, reference;
  std::optional<bool> is_original_kept;                // nothing for a value that is not known here
  std::optional<std::uint64_t> items_left_out;         // items of the record that are not in the copy
  std::optional<Several<NotesBeside>> notes_left_out;  // notes beside items of the copy that are not in it
  std::optional<Several<Removed>> removed;             // when items were removed from the record
  std::optional<Several<std::string>> people;          // the names of those who are described

  /// Keeps at most kMostListed elements of each list, kMostNameBytes of each name and kMostTextBytes of each other
  /// text. A text that is cut ends in `...`.
  void shorten();
};

/// Reads `stated` of meta/manifest.json by its grammar. Only its form is judged, and whether `notes_beside` names an
/// item twice; whether the items that it names are in the copy has to be asked once the items are known. The facts are
/// those of the whole member, not yet shortened.
StatedFacts read_stated_facts(const Json& json, GrammarNotes& notes);

}  // namespace daybook::vault
