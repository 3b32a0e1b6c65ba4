#include "vault/bundle/check/stated_facts.h"

namespace daybook::vault {
namespace {

// Reads an array that may be absent. `read_element` makes one element of the object that it is given.
template <class Element, class ReadElement>
std::optional<StatedFacts::Several<Element>> read_each(MemberReader& reader, const char* name, GrammarNotes& notes,
                                                       const ReadElement& read_element) {
  if (reader.value_if_there(name) == nullptr) return std::nullopt;
  StatedFacts::Several<Element> several;
  for (const Json& one : reader.array(name)) {
    MemberReader element(one, notes);
    several.first.push_back(read_element(element));
    element.finish();
  }
  return several;
}

void read_left_out(const Json& json, StatedFacts& facts, GrammarNotes& notes) {
  MemberReader reader(json, notes);
  facts.items_left_out = reader.count_if_there("items");
  std::set<std::string> seen;
  facts.notes_left_out =
      read_each<StatedFacts::NotesBeside>(reader, "notes_beside", notes, [&seen](MemberReader& beside) {
        StatedFacts::NotesBeside left_out{beside.number("item"), beside.count("notes", 1)};
        if (!seen.insert(left_out.item).second) beside.malformed();
        return left_out;
      });
  facts.removed = read_each<StatedFacts::Removed>(reader, "removed", notes, [](MemberReader& removed) {
    return StatedFacts::Removed{removed.time("time"), removed.offset("offset")};
  });
  reader.finish();
}

// Cuts a text of UTF-8 between two of its characters.
void cut(std::string& text, std::size_t most) {
  constexpr std::string_view kCut = "...";
  if (text.size() <= most) return;
  std::size_t end = most - kCut.size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  text.replace(end, std::string::npos, kCut);
}

template <class Element>
void keep_first(std::optional<StatedFacts::Several<Element>>& several) {
  constexpr std::size_t kMost = StatedFacts::kMostListed;
  if (!several || several->first.size() <= kMost) return;
  several->more += several->first.size() - kMost;
  several->first.resize(kMost);
}

}  // namespace

void StatedFacts::shorten() {
  keep_first(notes_left_out);
  keep_first(removed);
  keep_first(people);
  if (prepared_by) cut(*prepared_by, kMostTextBytes);
  if (reference) cut(*reference, kMostTextBytes);
  if (!people) return;
  for (std::string& name : people->first) cut(name, kMostNameBytes);
}

StatedFacts read_stated_facts(const Json& json, GrammarNotes& notes) {
  StatedFacts facts;
  MemberReader reader(json, notes);
  facts.prepared_by = reader.text_if_there("prepared_by");
  facts.reference = reader.text_if_there("reference");
  if (const auto kept = reader.text_if_there("original_kept")) {
    if (*kept == "yes" || *kept == "no")
      facts.is_original_kept = *kept == "yes";
    else
      notes.note_newer("original_kept");
  }
  if (const Json* left_out = reader.value_if_there("left_out")) read_left_out(*left_out, facts, notes);
  facts.people = read_each<std::string>(reader, "people", notes, [](MemberReader& person) {
    (void)person.text_if_there("also");
    (void)person.text_if_there("relation");
    return person.text("name");
  });
  reader.finish();
  return facts;
}

}  // namespace daybook::vault
